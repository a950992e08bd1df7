//! Text cases: `tests/cases/*.txt` hold commands and everything they print. A line starting with `$ ` is a command run
//! in `tests/files`; what follows is its output (`! ` before a line of standard error), and `? N` an exit code other
//! than 0. `UPDATE_CASES=1 cargo test -p abide cases` writes them anew: read the difference before you commit it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn every_command_prints_what_its_case_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&folder).expect("cases").flatten().map(|entry| entry.path()).collect();
    files.sort();
    assert!(files.len() >= 5, "the cases are gone from {}", folder.display());
    let mut wrong = Vec::new();
    for file in files {
        let expected = std::fs::read_to_string(&file).expect("a case");
        let found = replay(&expected);
        if found == expected {
            continue;
        }
        if std::env::var_os("UPDATE_CASES").is_some() {
            std::fs::write(&file, &found).expect("a case is written");
        }
        wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", file.display()));
    }
    assert!(wrong.is_empty() || std::env::var_os("UPDATE_CASES").is_some(), "{}", wrong.join("\n\n"));
}

/// The case with its output as it is now; comments (`#`) before the first command stay.
fn replay(case: &str) -> String {
    let mut out = String::new();
    for line in case.lines().take_while(|line| !line.starts_with("$ ")) {
        let _ = writeln!(out, "{line}");
    }
    for line in case.lines().filter(|line| line.starts_with("$ ")) {
        let _ = writeln!(out, "{line}");
        out.push_str(&run(line.trim_start_matches("$ abide").trim()));
    }
    out
}

fn run(arguments: &str) -> String {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    command.current_dir(files).args(arguments.split_whitespace()).env("NO_COLOR", "1").env("COLUMNS", "100");
    let done = command.output().expect("abide runs");
    let mut out = String::new();
    for line in String::from_utf8_lossy(&done.stdout).lines() {
        let _ = writeln!(out, "{}", line.trim_end());
    }
    for line in String::from_utf8_lossy(&done.stderr).lines() {
        let _ = writeln!(out, "! {}", line.trim_end());
    }
    match done.status.code() {
        Some(0) => {}
        Some(code) => _ = writeln!(out, "? {code}"),
        None => _ = writeln!(out, "? killed"),
    }
    out
}
