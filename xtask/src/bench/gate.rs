//! The gate: how long an answer takes, how much memory everybody needs, how long a start takes.

use anyhow::{Context, Result};

use super::Reading;
use crate::run::{cargo, output, step};

/// The lines of the benchmark that stand in the table; the others are its parts.
const NAMES: [&str; 11] = [
    "gate:random",
    "gate:chase",
    "gate:dependent",
    "gate:id",
    "gate:cold",
    "gate:hot",
    "gate:bytes",
    "gate:load",
    "gate:count",
    "gate:page",
    "gate:stream",
];

/// Runs `gate`'s benchmark.
pub fn measure() -> Result<Vec<Reading>> {
    let bench = ["bench", "--package", "gate", "--bench", "decide"];
    step("build of the gate's benchmark", cargo().args(bench).arg("--no-run"))?;
    println!("── ten million people in the gate");
    let text = output(cargo().args(bench).arg("--quiet"))?;
    print!("{text}");
    NAMES.into_iter().map(|name| reading(&text, name)).collect()
}

/// The benchmark prints lines `name<TAB>12.3 ns<TAB>11.0 to 14.5`.
fn reading(text: &str, name: &'static str) -> Result<Reading> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let line = line.with_context(|| format!("the benchmark printed no `{name}`"))?;
    let (value, note) = line.split_once('\t').unwrap_or((line, ""));
    let (value, _) = value.split_once(' ').with_context(|| format!("no unit in `{line}`"))?;
    Ok(Reading { name, value: value.parse()?, note: note.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_benchmark_is_read() {
        let text = "part:people\t10\ngate:random\t37.5 ns\t36.0 to 41.2\ngate:bytes\t61.2 B\tof each\n";
        let random = reading(text, "gate:random").expect("a reading");
        assert!((random.value - 37.5).abs() < 1e-9 && random.note == "36.0 to 41.2");
        assert!((reading(text, "gate:bytes").expect("a reading").value - 61.2).abs() < 1e-9);
        assert!(reading(text, "gate:id").is_err());
    }
}
