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
    let mut taken = Taken::default();
    step("release build", cargo().args(["build", "--release", "--package", "abide"]))?;
    taken.take("the process", process::measure());
    if taken.take("the crates' benchmarks", crates::build().map(|()| Vec::new())) {
        let cluster = prepare::postgres().and_then(|tools| Cluster::start(&tools, true));
        for bench in crates::BENCHES {
            taken.take(bench.what, bench.measure(cluster.as_ref().ok()));
        }
    }
    if !options.no_access {
        taken.take("an access request", access(options));
    }
    println!("\n{}", table::of(goals::GOALS, &with_ratio(taken.readings)));
    println!("{}", table::load());
    if taken.failed.is_empty() {
        return Ok(());
    }
    bail!("could not be measured: {} (the reason stands above the table)", taken.failed.join(", "))
}

/// What was measured by now, and what could not be.
#[derive(Default)]
struct Taken {
    readings: Vec<Reading>,
    failed: Vec<&'static str>,
}

impl Taken {
    /// Takes a part's figures, or its failure: what was measured before is kept. Whether it was measured.
    fn take(&mut self, part: &'static str, done: Result<Vec<Reading>>) -> bool {
        match done {
            Ok(found) => self.readings.extend(found),
            Err(error) => {
                println!("   {part}: {error:#}");
                self.failed.push(part);
                return false;
            }
        }
        true
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails_later_loses_no_figure() {
        let mut taken = Taken::default();
        let size = Reading { name: "size", value: 1.0, note: String::new() };
        assert!(taken.take("the process", Ok(vec![size])));
        assert!(!taken.take("the crates' benchmarks", Err(anyhow::anyhow!("it does not build"))));
        assert_eq!(taken.readings.len(), 1);
        assert_eq!(taken.failed, ["the crates' benchmarks"]);
        assert!(table::of(goals::GOALS, &taken.readings).contains("1.00 MB"), "the table has it");
    }
}
