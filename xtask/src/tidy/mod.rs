//! `cargo xtask tidy`: the rules of ARCHITECTURE.md and CONTRIBUTING.md, held by reading the tree.
//!
//! Each rule is a file with one function that returns findings. Warnings are printed; an error fails the run.

mod circles;
mod edges;
mod messages;
mod rings;
mod size;
mod sql;
mod words;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::run::{output, root};

/// What a rule found.
pub struct Finding {
    /// Whether it fails the run.
    pub error: bool,
    /// Where: a path, with a line where there is one.
    pub place: String,
    /// What is wrong and what to do.
    pub text: String,
}

impl Finding {
    fn error(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { error: true, place: place.into(), text: text.into() }
    }

    fn warning(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { error: false, place: place.into(), text: text.into() }
    }
}

/// A tracked text file.
pub struct File {
    /// Its path below the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl File {
    /// Whether the file is Rust code that ships (neither test, bench nor chore).
    pub fn ships(&self) -> bool {
        let test = ["/tests/", "/tests.rs", "/benches/", "crates/testkit/"];
        self.path.starts_with("crates/")
            && self.path.ends_with(".rs")
            && !test.iter().any(|part| self.path.contains(part))
    }
}

/// Reads the tree, runs every rule, prints what they found.
pub fn run() -> Result<()> {
    let files = files(&root())?;
    let mut findings = edges::check()?;
    for rule in [circles::check, rings::check, size::check, sql::check, words::check, messages::check] {
        findings.extend(rule(&files));
    }
    for finding in &findings {
        println!("{}: {}: {}", if finding.error { "error" } else { "warning" }, finding.place, finding.text);
    }
    let errors = findings.iter().filter(|finding| finding.error).count();
    println!("── tidy: {} files, {errors} errors, {} warnings", files.len(), findings.len() - errors);
    if errors > 0 {
        bail!("tidy found {errors} errors");
    }
    Ok(())
}

fn files(root: &Path) -> Result<Vec<File>> {
    let list = output(Command::new("git").current_dir(root).args(["ls-files", "-co", "--exclude-standard"]))?;
    let paths = list.lines().map(PathBuf::from).filter(|path| root.join(path).is_file());
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(root.join(&path)).ok()?;
        Some(File { path: path.to_string_lossy().replace('\\', "/"), text })
    };
    Ok(paths.filter_map(read).collect())
}
