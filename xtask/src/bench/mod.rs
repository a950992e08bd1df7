//! `cargo xtask bench`: speed and size, measured, with the command that gives each figure.
//!
//! Machines differ and are shared: a figure is the median of several rounds, the limit it is held against stands
//! beside it, and a bare-metal or named comparison where there is one. Nothing here fails on a slow machine.

mod access;
mod process;

use anyhow::Result;
use clap::Args;

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
pub struct Figure {
    /// What was measured.
    pub what: &'static str,
    /// The value with its unit.
    pub value: String,
    /// What it is held against.
    pub goal: &'static str,
}

/// Measures everything and prints one table.
pub fn run(options: &Options) -> Result<()> {
    step("release build", cargo().args(["build", "--release", "--quiet", "--package", "abide"]))?;
    let mut figures = process::measure()?;
    if !options.no_access {
        let tools = prepare::tools()?;
        figures.extend(access::measure(&tools.postgres, options.customers)?);
    }
    println!("\n| what | measured | goal |\n|---|---|---|");
    for figure in figures {
        println!("| {} | {} | {} |", figure.what, figure.value, figure.goal);
    }
    Ok(())
}

/// The middle value.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
