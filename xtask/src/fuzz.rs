//! `cargo xtask fuzz`: bytes that nobody would write, for the parser, the compiler and the formatter.
//!
//! The crate `fuzz/` stands outside the workspace; its loop runs on stable Rust, on one thread, and the same seed gives
//! the same inputs. What it finds stands in `fuzz/artifacts/`; once mended, it belongs into
//! `crates/policy/tests/regressions/`.

use anyhow::Result;
use clap::Args;

use crate::run::{cargo, root, step};

/// How long, and from where.
#[derive(Args)]
pub struct Options {
    /// How many minutes.
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// The same seed makes the same inputs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many seconds one input may take; a machine under load needs more.
    #[arg(long, default_value_t = 10)]
    limit: u64,
}

/// Builds the loop in release mode, with checked arithmetic, and runs it.
pub fn run(options: &Options) -> Result<()> {
    let manifest = root().join("fuzz/Cargo.toml");
    let base = ["run", "--release", "--locked", "--bin", "loop", "--manifest-path"];
    let mut command = cargo();
    command.args(base).arg(manifest).arg("--");
    command.args(["--seconds", &(options.minutes * 60).to_string(), "--seed", &options.seed.to_string()]);
    step("fuzz", command.args(["--limit", &options.limit.to_string()]))
}
