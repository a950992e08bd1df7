//! The vault: what sealing costs over the bare primitives, and re-wrapping.

use anyhow::{Context, Result};

use super::Reading;
use crate::run::{cargo, output, step};

/// The lines of the benchmark that stand in the table; the others are its parts.
const NAMES: [&str; 3] = ["seal", "open", "rewrap"];

/// Runs `vault`'s benchmark.
pub fn measure() -> Result<Vec<Reading>> {
    let bench = ["bench", "--package", "vault", "--bench", "seals"];
    step("build of the vault benchmark", cargo().args(bench).arg("--no-run"))?;
    println!("── sealing");
    let text = output(cargo().args(bench).arg("--quiet"))?;
    print!("{text}");
    NAMES.into_iter().map(|name| reading(&text, name)).collect()
}

fn reading(text: &str, name: &'static str) -> Result<Reading> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let line = line.with_context(|| format!("the benchmark printed no `{name}`"))?;
    Ok(Reading { name, value: line.trim().parse()?, note: "median of nine rounds".to_owned() })
}
