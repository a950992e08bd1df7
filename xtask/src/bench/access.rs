//! An access request of one person in a big company database: the scaled Northwind on PostgreSQL.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::Reading;
use crate::postgres::Cluster;
use crate::run::{cargo, output, step};

/// The lines of the benchmark that stand in the table; the others are its parts.
const NAMES: [&str; 3] = ["access", "pdf", "bare"];

/// Loads the sample database, scales it, and runs `duties`' benchmark on it.
pub fn measure(postgres: &Path, samples: &Path, customers: u64) -> Result<Vec<Reading>> {
    let bench = ["bench", "--package", "duties", "--bench", "access"];
    step("build of the access benchmark", cargo().args(bench).arg("--no-run"))?;
    let cluster = Cluster::start(postgres, true)?;
    load(&cluster, &postgres.join("psql"), &samples.join("northwind"), customers)?;
    println!("── access requests among {customers} customers");
    let text = output(cargo().args(bench).arg("--quiet").env("ABIDE_BENCH_POSTGRES", cluster.url()))?;
    print!("{text}");
    NAMES.into_iter().map(|name| reading(&text, name)).collect()
}

fn load(cluster: &Cluster, psql: &Path, northwind: &Path, customers: u64) -> Result<()> {
    let run = |title: &str, arguments: &[&str]| {
        let mut command = Command::new(psql);
        command.args(["-q", "-X", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-d", &cluster.url()]);
        step(title, command.args(arguments))
    };
    let file = |name: &str| northwind.join(name).display().to_string();
    run("northwind_postgres.sql", &["-f", &file("northwind_postgres.sql")])?;
    let scale = [format!("-vncust={customers}"), format!("-vnord={}", customers * 10)];
    run("scale_northwind.sql (a few minutes)", &[&scale[0], &scale[1], "-f", &file("scale_northwind.sql")])?;
    let index = "CREATE INDEX customers_email ON customers (lower(contact_email))";
    run("index on lower(contact_email)", &["-c", index, "-c", "VACUUM ANALYZE"])
}

/// The benchmark prints lines `name<TAB>12.3 ms (95 %: 45.6 ms)`.
fn reading(text: &str, name: &'static str) -> Result<Reading> {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    let line = line.with_context(|| format!("the benchmark printed no `{name}`"))?;
    let (value, spread) = line.split_once(" ms").with_context(|| format!("no milliseconds in `{line}`"))?;
    let note = format!("median; {}", spread.trim_matches([' ', '(', ')']));
    Ok(Reading { name, value: value.trim().parse()?, note })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_benchmark_is_read() {
        let text = "access\t29.4 ms (95 %: 40.1 ms)\nbare\t0.7 ms (95 %: 1.0 ms)\n";
        let read = reading(text, "access").expect("a reading");
        assert!((read.value - 29.4).abs() < 1e-9);
        assert_eq!(read.note, "median; 95 %: 40.1 ms");
        assert!(reading(text, "pdf").is_err());
    }
}
