//! What the demo's customers bought, over six years, and what support wrote about them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::people::Customer;
use super::random::Random;
use super::words::{NOTES, ORDER_NOTES, PRODUCTS};

/// An order with its lines and its invoice.
pub struct Order {
    pub ordered: Date,
    pub delivered: Option<Date>,
    pub status: &'static str,
    pub ship_name: String,
    pub note: Option<String>,
    /// Product (1, 2, …), quantity, price of one in øre.
    pub lines: Vec<(i64, i64, i64)>,
}

impl Order {
    /// The sum of the lines in øre, without VAT.
    pub fn sum(&self) -> i64 {
        self.lines.iter().map(|(_, quantity, price)| quantity * price).sum()
    }

    /// Norwegian VAT at 25 %, in øre.
    pub fn vat(&self) -> i64 {
        self.sum() / 4
    }
}

/// The orders of one customer. `others` are names to which a parcel may be addressed instead. The demo's own person
/// has one order about every eleven months over six years, so that some invoices are still to be kept and some are not.
pub fn orders(customer: &Customer, others: &[String], today: Date, random: &mut Random) -> Vec<Order> {
    let you = customer.id == 1;
    let count = if you { 7 } else { random.between(0, 8) };
    let day = |at: i64, random: &mut Random| {
        if you { 6 * 365 - 20 - at * 345 } else { random.between(0, customer.since) }
    };
    let ago: Vec<i64> = (0..count).map(|at| day(at, random)).collect();
    ago.into_iter()
        .map(|ago| order(customer, others, today.saturating_sub(ago.days()), ago, random))
        .collect()
}

fn order(customer: &Customer, others: &[String], ordered: Date, ago: i64, random: &mut Random) -> Order {
    let delivered = (ago > 6).then(|| ordered.saturating_add(random.between(1, 6).days()));
    let elsewhere = random.chance(4);
    let lines = (0..random.between(1, 4)).map(|_| line(random)).collect();
    Order {
        ordered,
        delivered,
        status: if delivered.is_some() { "delivered" } else { "packed" },
        ship_name: if elsewhere { other(customer, others, random) } else { customer.name.clone() },
        note: random.chance(15).then(|| fill(random.pick(ORDER_NOTES), customer, "")),
        lines,
    }
}

fn line(random: &mut Random) -> (i64, i64, i64) {
    let at = random.below(PRODUCTS.len() as u64);
    let price = usize::try_from(at).ok().and_then(|at| PRODUCTS.get(at)).map_or(0, |(_, price)| *price);
    (i64::try_from(at).unwrap_or(0) + 1, random.between(1, 12), price)
}

/// A support note about a customer; one in three names another person too.
pub fn note(customer: &Customer, others: &[String], random: &mut Random) -> String {
    fill(random.pick(NOTES), customer, &other(customer, others, random))
}

/// A name that is not the customer's: `others` has theirs too, and sometimes a namesake's.
fn other(customer: &Customer, others: &[String], random: &mut Random) -> String {
    let at = usize::try_from(random.below(others.len() as u64)).unwrap_or(0);
    let mut from_there = others.iter().cycle().skip(at).take(others.len());
    from_there.find(|name| **name != customer.name).cloned().unwrap_or_default()
}

fn fill(sentence: &str, customer: &Customer, other: &str) -> String {
    sentence.replace("{name}", &customer.name).replace("{other}", other).replace("{phone}", &customer.mobile)
}
