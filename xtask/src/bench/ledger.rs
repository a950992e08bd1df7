//! The ledger: how long verifying takes, and how it grows.

use anyhow::{Context, Result};

use super::Reading;
use crate::run::{cargo, output, step};

/// The lines of the benchmark that stand in the table; the others are its parts.
const NAMES: [&str; 6] = ["audit", "audit-memory", "audit-ratio", "receipt", "proof", "ledger-growth"];

/// Runs `ledger`'s benchmark.
pub fn measure() -> Result<Vec<Reading>> {
    let bench = ["bench", "--package", "ledger", "--bench", "verify"];
    step("build of the ledger benchmark", cargo().args(bench).arg("--no-run"))?;
    println!("── verifying ledgers");
    let text = output(cargo().args(bench).arg("--quiet"))?;
    print!("{text}");
    NAMES.into_iter().map(|name| reading(&text, name)).collect()
}

/// The benchmark prints lines `name<TAB>12.3 unit`, and for ratios a figure alone.
fn reading(text: &str, name: &'static str) -> Result<Reading> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let line = line.with_context(|| format!("the benchmark printed no `{name}`"))?;
    let value = line.split(' ').next().unwrap_or(line).parse()?;
    Ok(Reading { name, value, note: "one run".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_benchmark_is_read() {
        let text = "part:10000\t0.003 s\naudit\t4.25 s\naudit-ratio\t1.62\n";
        assert!((reading(text, "audit").expect("a reading").value - 4.25).abs() < 1e-9);
        assert!((reading(text, "audit-ratio").expect("a reading").value - 1.62).abs() < 1e-9);
        assert!(reading(text, "proof").is_err());
    }
}
