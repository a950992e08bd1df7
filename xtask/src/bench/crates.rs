//! The benchmarks of single crates: which there are, and how their lines are read.

use anyhow::{Context, Result};

use super::Reading;
use crate::postgres::Cluster;
use crate::run::{cargo, output, step};

/// A crate's benchmark.
pub struct Bench {
    /// What it measures.
    pub what: &'static str,
    name: &'static str,
    /// The lines that stand in the table; the others are their parts.
    lines: &'static [&'static str],
    /// Whether it measures on PostgreSQL too.
    postgres: bool,
}

/// All of them.
pub const BENCHES: &[Bench] = &[
    Bench {
        what: "the policy language",
        name: "compile",
        lines: &["example", "declarations", "typing", "completing", "growth"],
        postgres: false,
    },
    Bench {
        what: "the editor's questions",
        name: "editor",
        lines: &["editor:hover", "editor:complete"],
        postgres: false,
    },
    Bench {
        what: "the gate",
        name: "decide",
        lines: &[
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
        ],
        postgres: false,
    },
    Bench {
        what: "verifying ledgers",
        name: "verify",
        lines: &["audit", "audit-memory", "audit-ratio", "receipt", "proof", "ledger-growth"],
        postgres: false,
    },
    Bench { what: "sealing", name: "seals", lines: &["seal", "open", "rewrap"], postgres: false },
    Bench {
        what: "the write path",
        name: "consents",
        lines: &[
            "sync",
            "sqlite-bare",
            "sqlite-ratio",
            "postgres-bare",
            "postgres-1-ratio",
            "postgres-4-ratio",
        ],
        postgres: true,
    },
    Bench {
        what: "consents over HTTP",
        name: "http",
        lines: &["http", "http-99", "rebuild"],
        postgres: false,
    },
];

/// All of them at once, so that what they are made of is built once.
pub fn build() -> Result<()> {
    let names = BENCHES.iter().map(|bench| bench.name).chain(["access"]);
    step(
        "build of the benchmarks",
        cargo().args(["bench", "--workspace", "--no-run"]).args(names.flat_map(|name| ["--bench", name])),
    )
}

/// Runs one; what it printed.
pub fn lines_of(name: &str, cluster: Option<&Cluster>) -> Result<String> {
    let mut command = cargo();
    command.args(["bench", "--workspace", "--quiet", "--bench", name]);
    if let Some(cluster) = cluster {
        command.env("ABIDE_BENCH_POSTGRES", cluster.url());
    }
    let text = output(&mut command)?;
    print!("{text}");
    Ok(text)
}

impl Bench {
    /// Runs it.
    pub fn measure(&self, cluster: Option<&Cluster>) -> Result<Vec<Reading>> {
        println!("── {}", self.what);
        let cluster =
            if self.postgres { Some(cluster.context("no PostgreSQL to measure on")?) } else { None };
        let text = lines_of(self.name, cluster)?;
        self.lines.iter().map(|name| reading(&text, name)).collect()
    }
}

/// Lines are `name<TAB>figure unit (how it spread)`; the unit and what follows may be missing.
pub fn reading(text: &str, name: &'static str) -> Result<Reading> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let line = line.with_context(|| format!("the benchmark printed no `{name}`"))?;
    let (value, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    let spread = rest.split_once(['(', '\t']).map_or("", |(_, spread)| spread);
    let note = match spread.trim_matches([' ', ')']) {
        "" => "one run".to_owned(),
        spread => spread.to_owned(),
    };
    let value = value.trim().parse().with_context(|| format!("no figure in `{line}`"))?;
    Ok(Reading { name, value, note })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_benchmark_is_read() {
        let text = "part:example\twepack, 26 KB\nexample\t4.25 ms (95 %: 5.00 ms)\ngrowth\t20.4\ngate:random\t37.5 ns\t36.0 to 41.2\n\
                    sqlite\t41000 a second (64 waiting; median 1.50 ms)\n";
        let read = |name| reading(text, name).map(|one| (one.value, one.note)).expect("a reading");
        assert_eq!(read("example"), (4.25, "95 %: 5.00 ms".to_owned()));
        assert_eq!(read("growth"), (20.4, "one run".to_owned()));
        assert_eq!(read("gate:random"), (37.5, "36.0 to 41.2".to_owned()));
        assert_eq!(read("sqlite"), (41_000.0, "64 waiting; median 1.50 ms".to_owned()));
        assert!(reading(text, "declarations").is_err());
    }
}
