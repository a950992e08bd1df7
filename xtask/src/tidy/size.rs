//! Files and functions small enough that a stranger finds their room: warn at 400 lines a file and 60 a function,
//! fail at 800 a file.

use super::{File, Finding};

const WARN_FILE: usize = 400;
const FAIL_FILE: usize = 800;
const WARN_FUNCTION: usize = 60;

/// Checks every Rust file.
pub fn check(files: &[File]) -> Vec<Finding> {
    let rust = files.iter().filter(|file| file.path.ends_with(".rs"));
    rust.flat_map(|file| file_size(file).into_iter().chain(functions(file))).collect()
}

fn file_size(file: &File) -> Option<Finding> {
    let lines = file.text.lines().count();
    let text = format!("{lines} lines; split it by what its parts are for");
    match lines {
        lines if lines > FAIL_FILE => Some(Finding::error(file.path.clone(), text)),
        lines if lines > WARN_FILE => Some(Finding::warning(file.path.clone(), text)),
        _ => None,
    }
}

/// A function runs from its `fn` line to the `}` with the same indent (rustfmt makes that so).
fn functions(file: &File) -> Vec<Finding> {
    let lines: Vec<&str> = file.text.lines().collect();
    let mut findings = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        if !is_function(trimmed) {
            continue;
        }
        let end = format!("{}}}", &line[..line.len() - trimmed.len()]);
        let length = lines[start..].iter().position(|line| *line == end).map_or(0, |found| found + 1);
        if length > WARN_FUNCTION {
            let text = format!("a function of {length} lines; let it read like its own summary");
            findings.push(Finding::warning(format!("{}:{}", file.path, start + 1), text));
        }
    }
    findings
}

fn is_function(trimmed: &str) -> bool {
    let rest =
        trimmed.strip_prefix("pub(crate) ").or_else(|| trimmed.strip_prefix("pub ")).unwrap_or(trimmed);
    let rest = rest.strip_prefix("const ").or_else(|| rest.strip_prefix("async ")).unwrap_or(rest);
    rest.starts_with("fn ")
}
