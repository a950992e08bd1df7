//! An access request of one person in a big company database: the scaled Northwind on PostgreSQL.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Figure;
use crate::postgres::Cluster;
use crate::prepare;
use crate::run::{cargo, output, step};

/// Loads the sample database, scales it, and runs `duties`' benchmark on it.
pub fn measure(postgres: &Path, customers: u64) -> Result<Vec<Figure>> {
    let Some(samples) = prepare::samples() else { return Ok(Vec::new()) };
    let cluster = Cluster::start(postgres, true)?;
    let psql = postgres.join("psql");
    let northwind = samples.join("northwind");
    let load = |file: &str, settings: &[String]| {
        let mut command = Command::new(&psql);
        command.args(["-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", &cluster.url()]).args(settings);
        step(file, command.arg("-f").arg(northwind.join(file)).arg("-o").arg("/dev/null"))
    };
    load("northwind_postgres.sql", &[])?;
    let scale = [format!("-vncust={customers}"), format!("-vnord={}", customers * 10)];
    load("scale_northwind.sql", &scale)?;
    let index = "CREATE INDEX customers_email ON customers (lower(contact_email))";
    let mut command = Command::new(&psql);
    command.args(["-q", "-X", "-d", &cluster.url(), "-c", index, "-c", "VACUUM ANALYZE"]);
    step("index on lower(contact_email)", &mut command)?;
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--package", "duties", "--bench", "access"]);
    let text = output(bench.env("ABIDE_BENCH_POSTGRES", cluster.url()))?;
    print!("{text}");
    Ok(figures(&text))
}

/// The benchmark prints lines `name<TAB>value`.
fn figures(text: &str) -> Vec<Figure> {
    let wanted = [
        (
            "access",
            "access request of one person, run to package without the PDF (100,000 customers, PostgreSQL; median)",
            "under 50 ms",
        ),
        ("pdf", "its PDF on top", "under 200 ms"),
        ("bare", "for comparison: one `SELECT` by lower(e-mail) with its orders, bare", "–"),
    ];
    let value = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('\t'));
    wanted
        .into_iter()
        .filter_map(|(name, what, goal)| Some(Figure { what, value: value(name)?.to_owned(), goal }))
        .collect()
}
