//! `cargo xtask bench`: speed and size, measured; one closing table with each figure, its limit, the verdict and the
//! command that gives it again.
//!
//! Machines differ and are shared: a figure is the median of several rounds, and the load stands under the table.
//! A figure over its limit is said and does not fail; a figure that could not be taken fails, after the table.

mod access;
mod crates;
mod goals;
mod process;
mod table;

use anyhow::{Result, bail};
use clap::Args;

use crate::postgres::Cluster;
use crate::prepare;
use crate::run::{cargo, step};

/// What to measure.
#[derive(Args)]
pub struct Options {
    /// Customers of the scaled Northwind (orders are ten times as many).
    #[arg(long, default_value_t = 100_000)]
    customers: u64,
    /// Leave the database benchmark out.
    #[arg(long)]
    no_access: bool,
}

/// One measured figure.
pub struct Reading {
    /// Which goal's.
    name: &'static str,
    /// In the goal's unit.
    value: f64,
    /// How it was taken, or how it spread.
    note: String,
}

/// Measures everything and prints the table.
pub fn run(options: &Options) -> Result<()> {
    let mut readings = Vec::new();
    let mut failed = Vec::new();
    let mut take = |part: &'static str, done: Result<Vec<Reading>>| match done {
        Ok(found) => readings.extend(found),
        Err(error) => {
            println!("   {part}: {error:#}");
            failed.push(part);
        }
    };
    step("release build", cargo().args(["build", "--release", "--package", "abide"]))?;
    take("the process", process::measure());
    crates::build()?;
    let cluster = prepare::postgres().and_then(|tools| Cluster::start(&tools, true));
    for bench in crates::BENCHES {
        take(bench.what, bench.measure(cluster.as_ref().ok()));
    }
    drop(cluster);
    if !options.no_access {
        take("an access request", access(options));
    }
    println!("\n{}", table::of(goals::GOALS, &with_ratio(readings)));
    println!("{}", table::load());
    if failed.is_empty() {
        return Ok(());
    }
    bail!("could not be measured: {} (the reason stands above the table)", failed.join(", "))
}

fn access(options: &Options) -> Result<Vec<Reading>> {
    let Some(samples) = prepare::samples() else { return Ok(Vec::new()) };
    access::measure(&prepare::postgres()?, &samples, options.customers)
}

/// What compares figures of two benchmarks of this run.
fn with_ratio(mut readings: Vec<Reading>) -> Vec<Reading> {
    let value = |name: &str| readings.iter().find(|one| one.name == name).map(|one| one.value);
    if let (Some(ours), Some(bare)) = (value("http"), value("sqlite-bare")) {
        readings.push(Reading {
            name: "http-ratio",
            value: ours / bare,
            note: "both of this run".to_owned(),
        });
    }
    readings
}

/// The middle value.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
