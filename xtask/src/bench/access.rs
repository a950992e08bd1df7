//! An access request of one person in a big company database: the scaled Northwind on PostgreSQL.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Reading;
use super::crates::{lines_of, reading};
use crate::postgres::Cluster;
use crate::run::step;

/// The lines of the benchmark that stand in the table; the others are its parts.
const NAMES: [&str; 3] = ["access", "pdf", "bare"];

/// Loads the sample database, scales it, and runs `duties`' benchmark on it.
pub fn measure(postgres: &Path, samples: &Path, customers: u64) -> Result<Vec<Reading>> {
    let cluster = Cluster::start(postgres, true)?;
    load(&cluster, &postgres.join("psql"), &samples.join("northwind"), customers)?;
    println!("── access requests among {customers} customers");
    let text = lines_of("access", Some(&cluster))?;
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
