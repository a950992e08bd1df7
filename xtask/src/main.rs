//! The project's own chores: `cargo xtask test`, `tidy`, `bench`, `fuzz`, `generate`, `verifier`.
//!
//! Each chore is one file or folder. They call the same tools a developer has (`cargo`, `apt-get`, `postgres`,
//! `chromedriver`) and say what they do before they do it. Nothing here is shipped.
#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a chore speaks to a developer, and may stop with a panic"
)]

mod bench;
mod fuzz;
mod generate;
mod postgres;
mod prepare;
mod run;
mod test;
mod tidy;
mod verifier;

use clap::{Parser, Subcommand};

/// The project's chores.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install what the tests need, then run everything: format, tidy, clippy, tests on both databases, the browser.
    Test(test::Options),
    /// Hold the tree against the rules of ARCHITECTURE.md and CONTRIBUTING.md.
    Tidy,
    /// Measure speed and size; prints a table with the command beside each figure.
    Bench(bench::Options),
    /// Feed the policy language with bytes that nobody would write.
    Fuzz(fuzz::Options),
    /// Write again what is generated and checked in (JSON Schemas).
    Generate,
    /// Build the script of the page that checks receipts, from verifier/; its build is committed.
    Verifier(verifier::Options),
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().chore {
        Chore::Test(options) => test::run(&options),
        Chore::Tidy => tidy::run(),
        Chore::Bench(options) => bench::run(&options),
        Chore::Fuzz(options) => fuzz::run(&options),
        Chore::Generate => generate::run(),
        Chore::Verifier(options) => verifier::run(&options),
    }
}
