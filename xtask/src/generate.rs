//! `cargo xtask generate`: writes again what is generated and checked in.

use anyhow::Result;

use crate::run::{cargo, root, step};

/// Where in Cargo's target folder the site of all codes is written; it is not checked in.
const SITE: &str = "lints";

/// The JSON Schemas of the policy and map languages, from the key tables the compiler itself uses.
pub fn run() -> Result<()> {
    for (what, file) in [("policy", "policy.schema.json"), ("map", "map.schema.json")] {
        let to = root().join("crates/policy/schema").join(file);
        let mut command = cargo();
        command.args(["run", "--quiet", "--package", "abide", "--", "schema", what, "--out"]).arg(to);
        step(file, &mut command)?;
    }
    let mut command = cargo();
    command
        .args(["run", "--quiet", "--package", "abide", "--", "explain", "--site"])
        .arg(crate::run::target().join(SITE));
    step(SITE, &mut command)
}
