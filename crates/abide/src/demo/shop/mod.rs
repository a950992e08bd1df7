//! The demo's shop: a company's database as one would find it, made from a seed. Six years of orders, invoices that
//! the law wants kept, support notes in which people are named, addresses in mixed case and shared mailboxes.

mod orders;
mod people;
mod random;
mod words;
mod write;

use std::path::Path;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;
use people::Customer;
use random::Random;
use write::Shop;

pub use people::YOU;

/// Makes the shop's database at `path`. The same seed, size and day make the same shop.
pub async fn make(path: &Path, customers: u64, seed: u64, today: Date) -> Result<()> {
    let customers = i64::try_from(customers).context("too many customers")?;
    let bar = progress(customers.unsigned_abs());
    let mut random = Random::new(seed);
    let people: Vec<Customer> = (1..=customers).map(|id| people::customer(id, &mut random)).collect();
    let names: Vec<String> = people.iter().map(|customer| customer.name.clone()).collect();
    let mut shop = Shop::create(path).await?;
    for customer in &people {
        shop.customer(customer, today).await?;
        for order in orders::orders(customer, &names, today, &mut random) {
            shop.order(customer, &order).await?;
        }
        for _ in 0..notes(customer, &mut random) {
            let day = today.saturating_sub(jiff::Span::new().days(random.between(0, customer.since)));
            shop.note(customer, day, &orders::note(customer, &names, &mut random)).await?;
        }
        bar.inc(1);
    }
    shop.finish().await?;
    bar.finish_and_clear();
    Ok(())
}

fn notes(customer: &Customer, random: &mut Random) -> i64 {
    if customer.id == 1 { 2 } else { i64::from(random.chance(25)) }
}

/// A bar on a terminal, nothing when piped.
fn progress(length: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("making the shop  {bar:32} {pos}/{len} customers").ok();
    let bar = ProgressBar::new(length);
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
