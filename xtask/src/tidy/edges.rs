//! The crate graph is law: exactly the edges drawn in ARCHITECTURE.md, no other, no circle.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::Value;

use super::Finding;
use crate::run::{cargo, output};

/// Who may know whom. `testkit` is for tests and may see everything; nobody ships it.
const EDGES: &[(&str, &[&str])] = &[
    ("texts", &[]),
    ("document", &["texts"]),
    ("policy", &["document"]),
    ("gate", &["policy"]),
    ("ledger", &[]),
    ("vault", &["ledger"]),
    ("db", &["ledger"]),
    ("stores", &["policy"]),
    ("press", &["document"]),
    ("duties", &["texts", "document", "policy", "gate", "ledger", "vault", "stores", "db", "press"]),
    // for other programs: it knows nothing of ours
    ("abide-client", &[]),
    ("web", &["duties", "document", "press", "policy", "texts"]),
    (
        "abide",
        &["texts", "document", "policy", "gate", "ledger", "vault", "stores", "db", "press", "duties", "web"],
    ),
];

/// Compares `cargo metadata` with the table. Through `document` a crate may name `texts` as well.
pub fn check() -> Result<Vec<Finding>> {
    let text = output(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&text)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let ours: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let allowed: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    let mut findings = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        if matches!(name, "testkit" | "xtask") {
            continue;
        }
        let Some(may) = allowed.get(name) else {
            findings.push(Finding::error(
                name,
                "a crate the design does not know; add it to ARCHITECTURE.md and tidy's table",
            ));
            continue;
        };
        findings.extend(wrong_edges(package, name, may, &ours));
    }
    Ok(findings)
}

fn wrong_edges(package: &Value, name: &str, may: &[&str], ours: &BTreeSet<&str>) -> Vec<Finding> {
    let dependencies = package["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
    let normal = dependencies.iter().filter(|dependency| dependency["kind"].as_str() != Some("dev"));
    let names =
        normal.filter_map(|dependency| dependency["name"].as_str()).filter(|other| ours.contains(other));
    let wrong = names.filter(|other| !may.contains(other));
    let place = format!("crates/{name}/Cargo.toml");
    wrong
        .map(|other| {
            Finding::error(place.clone(), format!("`{name}` may not know `{other}`: the crate graph is law"))
        })
        .collect()
}
