//! `cargo xtask bench`: speed and size, measured; one closing table with each figure, its limit, the verdict and the
//! command that gives it again.
//!
//! Machines differ and are shared: a figure is the median of several rounds, and the load stands under the table.
//! A figure over its limit is said and does not fail; a figure that could not be taken fails, after the table.

mod access;
mod gate;
mod ledger;
mod policy;
mod process;
mod table;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::prepare;
use crate::run::{cargo, output, step};

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

/// What is measured, and what it is held against.
struct Goal {
    name: &'static str,
    what: &'static str,
    unit: &'static str,
    /// The figure stays under it; none where it stands for comparison only.
    limit: Option<f64>,
    command: &'static str,
}

const PROCESS: &str = "cargo xtask bench --no-access";
const ACCESS: &str = "ABIDE_SAMPLES=… cargo xtask bench";

const POLICY: &str = "cargo bench -p policy --bench compile";

const GATE: &str = "cargo bench -p gate --bench decide";

const LEDGER: &str = "cargo bench -p ledger --bench verify";

const GOALS: [Goal; 28] = [
    Goal { name: "size", what: "release binary", unit: "MB", limit: Some(40.0), command: PROCESS },
    Goal {
        name: "start",
        what: "process start to a healthy answer (existing database)",
        unit: "ms",
        limit: Some(300.0),
        command: PROCESS,
    },
    Goal {
        name: "memory",
        what: "resident memory when idle",
        unit: "MB",
        limit: Some(60.0),
        command: PROCESS,
    },
    Goal {
        name: "access",
        what: "access request of one person, run to package without the PDF (PostgreSQL)",
        unit: "ms",
        limit: Some(50.0),
        command: ACCESS,
    },
    Goal { name: "pdf", what: "its PDF on top", unit: "ms", limit: Some(200.0), command: ACCESS },
    Goal {
        name: "bare",
        what: "for comparison: one `SELECT` by lower(e-mail) with its orders",
        unit: "ms",
        limit: None,
        command: ACCESS,
    },
    Goal {
        name: "example",
        what: "compiling the largest example",
        unit: "ms",
        limit: Some(10.0),
        command: POLICY,
    },
    Goal {
        name: "declarations",
        what: "compiling a policy of 10,000 declarations",
        unit: "ms",
        limit: Some(500.0),
        command: POLICY,
    },
    Goal {
        name: "typing",
        what: "a meaning in an editor at 10,000 declarations, from a changed text",
        unit: "ms",
        limit: Some(50.0),
        command: POLICY,
    },
    Goal {
        name: "completing",
        what: "completion in an editor at 10,000 declarations, from a changed text",
        unit: "ms",
        limit: Some(50.0),
        command: POLICY,
    },
    Goal {
        name: "growth",
        what: "20,000 declarations against 1,000 (linear: 20)",
        unit: "times",
        limit: Some(30.0),
        command: POLICY,
    },
    gate("gate:random", "a decision, ten million people at random", "ns", Some(60.0)),
    gate("gate:chase", "for comparison: a bare pointer chase over as much memory", "ns", None),
    gate("gate:dependent", "a decision that depends on the last (1.5 chases)", "ns", None),
    gate("gate:id", "a decision by id, at random", "ns", Some(300.0)),
    gate("gate:cold", "one decision by id, nothing in the caches", "ns", Some(1_000.0)),
    gate("gate:hot", "a decision about the same few again", "ns", Some(10.0)),
    gate("gate:bytes", "memory of each of ten million people", "B", Some(64.0)),
    gate("gate:load", "ten million people from a snapshot file", "s", Some(5.0)),
    gate("gate:count", "counting an audience with three conditions", "ms", Some(2.0)),
    gate("gate:page", "its first 1,000 ids", "ms", Some(1.0)),
    gate("gate:stream", "an audience page by page, in process: million ids a second", "M/s", None),
    Goal {
        name: "audit",
        what: "verifying 10,000,000 entries from tiles in files",
        unit: "s",
        limit: Some(15.0),
        command: LEDGER,
    },
    Goal { name: "audit-memory", what: "its peak memory", unit: "MB", limit: Some(200.0), command: LEDGER },
    Goal {
        name: "audit-ratio",
        what: "for comparison: against the bare SHA-256 it needs",
        unit: "times",
        limit: None,
        command: LEDGER,
    },
    Goal { name: "receipt", what: "verifying one receipt", unit: "ms", limit: Some(1.0), command: LEDGER },
    Goal {
        name: "proof",
        what: "making the proof of any of 10,000,000 entries",
        unit: "ms",
        limit: Some(1.0),
        command: LEDGER,
    },
    Goal {
        name: "ledger-growth",
        what: "an entry verified among 10^7 against 10^4 (linear: 1)",
        unit: "times",
        limit: Some(1.5),
        command: LEDGER,
    },
];

/// A figure of the gate.
const fn gate(name: &'static str, what: &'static str, unit: &'static str, limit: Option<f64>) -> Goal {
    Goal { name, what, unit, limit, command: GATE }
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
    take("the policy language", policy::measure());
    take("the gate", gate::measure());
    take("the ledger", ledger::measure());
    if !options.no_access {
        take("an access request", access(options));
    }
    println!("\n{}", table::of(&GOALS, &readings));
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

/// Builds and runs a crate's benchmark; what it printed.
fn lines_of(package: &str, name: &str) -> Result<String> {
    let bench = ["bench", "--package", package, "--bench", name];
    step(&format!("build of {package}'s benchmark"), cargo().args(bench).arg("--no-run"))?;
    println!("── {package}: {name}");
    let text = output(cargo().args(bench).arg("--quiet"))?;
    print!("{text}");
    Ok(text)
}

/// What stands behind a name and a tab in the lines of a benchmark.
fn line_of<'a>(text: &'a str, name: &str) -> Result<&'a str> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    line.with_context(|| format!("the benchmark printed no `{name}`"))
}

/// The middle value.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
