//! `cargo xtask verifier`: builds the script of the page that checks receipts, from `verifier/` into `web`'s assets. Its
//! build is committed, so that nobody needs npm to build Abide; `--check` builds it again, tests it and compares.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::run::{root, step};

/// Where the build is committed.
const BUILT: &str = "crates/web/assets/verify.js";

/// What to do with the build.
#[derive(Args)]
pub struct Options {
    /// Change nothing; fail where the committed build is not the one of the source.
    #[arg(long)]
    check: bool,
}

/// Builds, and writes or compares.
pub fn run(options: &Options) -> Result<()> {
    let committed = root().join(BUILT);
    if options.check { compare(&committed) } else { build(&committed) }
}

/// Fails where the committed build is not the one of the source.
pub fn compare(committed: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let fresh = folder.path().join("verify.js");
    build(&fresh)?;
    test(folder.path())?;
    if std::fs::read(&fresh)? == std::fs::read(committed)? {
        return Ok(());
    }
    bail!("{BUILT} is not what verifier/ builds to: run `cargo xtask verifier` and commit it")
}

/// The script's own tests, on receipts made by the specification.
fn test(folder: &Path) -> Result<()> {
    let (verifier, bundle) = (root().join("verifier"), folder.join("receipts.mjs"));
    let flags = ["test/receipts.ts", "--bundle", "--platform=node", "--format=esm", "--log-level=warning"];
    let mut esbuild = Command::new(verifier.join("node_modules/.bin/esbuild"));
    step(
        "tests of the verifier",
        esbuild.args(flags).arg(format!("--outfile={}", bundle.display())).current_dir(&verifier),
    )?;
    step("run of them", Command::new("node").arg(&bundle))
}

/// The committed build.
pub fn committed() -> std::path::PathBuf {
    root().join(BUILT)
}

/// With the versions of `package-lock.json`; types are checked first.
fn build(out: &Path) -> Result<()> {
    let folder = root().join("verifier");
    let bin = folder.join("node_modules/.bin");
    let npm = ["ci", "--no-audit", "--no-fund", "--silent"];
    step("npm ci", Command::new("npm").args(npm).current_dir(&folder))
        .context("npm brings TypeScript and esbuild")?;
    step(
        "types of the verifier",
        Command::new(bin.join("tsc")).args(["--noEmit", "-p", "."]).current_dir(&folder),
    )?;
    let flags =
        ["src/main.ts", "--bundle", "--minify", "--format=iife", "--target=es2022", "--log-level=warning"];
    let mut esbuild = Command::new(bin.join("esbuild"));
    step(
        "build of the verifier",
        esbuild.args(flags).arg(format!("--outfile={}", out.display())).current_dir(&folder),
    )
}
