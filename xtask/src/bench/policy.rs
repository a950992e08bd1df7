//! The policy language: how long compiling takes, and how it grows with the policy.

use anyhow::{Context, Result};

use super::Reading;
use crate::run::{cargo, output, step};

/// The lines of the benchmark that stand in the table; the others are its parts.
const NAMES: [&str; 5] = ["example", "declarations", "typing", "completing", "growth"];

/// Runs `policy`'s benchmark.
pub fn measure() -> Result<Vec<Reading>> {
    let bench = ["bench", "--package", "policy", "--bench", "compile"];
    step("build of the policy benchmark", cargo().args(bench).arg("--no-run"))?;
    println!("── compiling policies");
    let text = output(cargo().args(bench).arg("--quiet"))?;
    print!("{text}");
    NAMES.into_iter().map(|name| reading(&text, name)).collect()
}

/// The benchmark prints lines `name<TAB>12.3 ms (95 %: 45.6 ms)`, and for the growth a figure alone.
fn reading(text: &str, name: &'static str) -> Result<Reading> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let line = line.with_context(|| format!("the benchmark printed no `{name}`"))?;
    let (value, spread) = line.split_once(" ms").unwrap_or((line, ""));
    let note = match spread.trim_matches([' ', '(', ')']) {
        "" => "median over median".to_owned(),
        spread => format!("median; {spread}"),
    };
    Ok(Reading { name, value: value.trim().parse()?, note })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_benchmark_is_read() {
        let text = "part:example\twepack, 26 KB\nexample\t4.25 ms (95 %: 5.00 ms)\ngrowth\t20.4\n";
        let example = reading(text, "example").expect("a reading");
        assert!((example.value - 4.25).abs() < 1e-9 && example.note == "median; 95 %: 5.00 ms");
        let growth = reading(text, "growth").expect("a reading");
        assert!((growth.value - 20.4).abs() < 1e-9);
        assert!(reading(text, "declarations").is_err());
    }
}
