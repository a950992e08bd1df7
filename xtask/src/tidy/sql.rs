//! SQL stands in `db` (Abide's own database) and `stores` (the company's databases) only.

use super::{File, Finding};

const HOMES: &[&str] = &["crates/db/", "crates/stores/"];
const STATEMENTS: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "DELETE FROM ",
    "UPDATE \"",
    "CREATE TABLE ",
    "select ",
    "insert into ",
    "delete from ",
];

/// Looks for SQL statements at the start of a string in code that ships. The demo's shop is a company's own
/// database, made by us for show: its generator is the one exception.
pub fn check(files: &[File]) -> Vec<Finding> {
    let elsewhere = files.iter().filter(|file| file.ships());
    let elsewhere = elsewhere.filter(|file| !HOMES.iter().any(|home| file.path.starts_with(home)));
    let elsewhere = elsewhere.filter(|file| !file.path.starts_with("crates/abide/src/demo/shop"));
    elsewhere.flat_map(statements).collect()
}

fn statements(file: &File) -> Vec<Finding> {
    let numbered = file.text.lines().enumerate();
    let has = |line: &str| STATEMENTS.iter().any(|statement| line.contains(&format!("\"{statement}")));
    let found = numbered.filter(|(_, line)| has(line) && !line.trim_start().starts_with("//"));
    found
        .map(|(at, _)| Finding::error(format!("{}:{}", file.path, at + 1), "SQL outside `db` and `stores`"))
        .collect()
}
