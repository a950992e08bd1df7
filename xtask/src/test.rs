//! `cargo xtask test`: installs what the tests need and runs everything, in the order in which it fails fastest.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::postgres::Cluster;
use crate::run::{cargo, root, step};
use crate::{prepare, tidy, verifier};

/// What to run.
#[derive(Args)]
pub struct Options {
    /// Only the tests: no format, tidy, clippy or documentation.
    #[arg(long)]
    only_tests: bool,
    /// Handed to `cargo test`, after `--workspace` (for example `-p db`).
    #[arg(last = true)]
    rest: Vec<String>,
}

/// Installs, checks, tests.
pub fn run(options: &Options) -> Result<()> {
    let tools = prepare::tools()?;
    if !options.only_tests {
        step("format", cargo().args(["fmt", "--all", "--check"]))?;
        tidy::run()?;
        verifier::compare(&verifier::committed())?;
        step(
            "clippy",
            cargo().args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]),
        )?;
    }
    let cluster = Cluster::start(&tools.postgres, false)?;
    let mut tests = cargo();
    tests.args(["test", "--workspace"]).args(&options.rest);
    tests.env("ABIDE_TEST_POSTGRES", cluster.url());
    tests.env("ABIDE_TEST_CHROMEDRIVER", &tools.chromedriver).env("ABIDE_TEST_AXE", &tools.axe);
    tests.env("ABIDE_TEST_ARTEFACTS", artefacts()?);
    with_samples(&mut tests);
    step("tests", &mut tests)?;
    drop(cluster);
    if !options.only_tests {
        let mut doc = cargo();
        doc.args(["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "-D warnings");
        step("documentation", &mut doc)?;
    }
    println!("everything passed; the browser's pictures are in artefacts/");
    Ok(())
}

/// Passes the sample databases on, as an absolute path.
pub fn with_samples(command: &mut Command) {
    match prepare::samples() {
        Some(folder) => command.env("ABIDE_SAMPLES", folder),
        None => command.env_remove("ABIDE_SAMPLES"),
    };
}

fn artefacts() -> Result<PathBuf> {
    let folder = root().join("artefacts");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
