//! Words that must not stand in the tree: unfinished code, ignored tests, paths of a machine.

use super::{File, Finding};

/// Checks every tracked text file; this folder names the words itself.
pub fn check(files: &[File]) -> Vec<Finding> {
    let read =
        files.iter().filter(|file| !file.path.starts_with("xtask/src/tidy/") && file.path != "Cargo.lock");
    read.flat_map(words).collect()
}

fn words(file: &File) -> Vec<Finding> {
    let code = file.path.ends_with(".rs");
    let mut findings = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        let place = || format!("{}:{}", file.path, at + 1);
        if code && ["todo!(", "unimplemented!(", "FIXME", "XXX"].iter().any(|word| line.contains(word)) {
            findings.push(Finding::error(place(), "unfinished code: finish it, or fail loudly and say so"));
        }
        if code && line.trim_start().starts_with("#[ignore") {
            findings.push(Finding::error(place(), "an ignored test: run it or remove it"));
        }
        if ["/home/", "/root/", "/Users/"].iter().any(|word| line.contains(word)) {
            findings.push(Finding::error(place(), "a path of one machine means nothing to a reader"));
        }
    }
    findings
}
