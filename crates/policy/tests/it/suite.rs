//! Markdown suites: each block of YAML is laid over a small sound policy; what it must tell stands beside the line it
//! must tell it of: `# error: A0301 "underlined text"`. What is told and not marked, or marked and not told, fails.

use policy::{Diagnostic, Source, compile, diagnostic::Lines};
use std::fmt::Write;

/// A small policy about which nothing is told.
pub const SOUND: &str = include_str!("../suite/sound.yaml");

/// The top-level keys of a text with their lines.
fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
        match sections.last_mut() {
            Some((_, lines)) if !begins => writeln!(lines, "{line}").unwrap(),
            _ => sections.push((line.split(':').next().unwrap_or_default().to_owned(), format!("{line}\n"))),
        }
    }
    sections
}

/// The sound policy with the sections of `over` in place of its own; `key:` alone takes a section away.
pub fn laid_over(over: &str) -> String {
    let over = sections(over);
    let kept = sections(SOUND).into_iter().filter(|(key, _)| !over.iter().any(|(other, _)| other == key));
    let empty = |lines: &str, key: &str| lines.trim() == format!("{key}:");
    let laid = over.iter().filter(|(key, lines)| !empty(lines, key)).map(|(_, lines)| lines.clone());
    kept.map(|(_, lines)| lines).chain(laid).collect()
}

/// Compiles and gives what is told.
pub fn told(text: &str) -> Vec<Diagnostic> {
    compile(&Source::new("policy.yaml", text)).diagnostics
}

fn as_mark(text: &str, d: &Diagnostic) -> (usize, String) {
    let span = d.span.unwrap_or_default();
    let line = Lines::new(text).position(span.start).line;
    let underlined = span.of(text).lines().next().unwrap_or_default();
    (line, format!("{}: {} \"{underlined}\"", d.severity.as_str(), d.code))
}

fn marks(text: &str) -> Vec<(usize, String)> {
    let mut marks = Vec::new();
    for (n, line) in text.lines().enumerate() {
        for severity in ["error: ", "warning: ", "note: "] {
            for (at, _) in line.match_indices(&format!("# {severity}")) {
                let rest = line[at + 2..].split(" # ").next().unwrap_or_default();
                marks.push((n + 1, rest.trim().to_owned()));
            }
        }
    }
    marks
}

fn blocks(markdown: &str) -> Vec<(String, String)> {
    let (mut title, mut blocks, mut inside) = (String::new(), Vec::new(), None::<String>);
    for line in markdown.lines() {
        match &mut inside {
            Some(text) if line.trim() == "```" => {
                blocks.push((title.clone(), std::mem::take(text)));
                inside = None;
            }
            Some(text) => writeln!(text, "{line}").unwrap(),
            None if line.trim() == "```yaml" => inside = Some(String::new()),
            None if line.starts_with('#') => title = line.trim_start_matches('#').trim().to_owned(),
            None => {}
        }
    }
    blocks
}

fn run(file: &str, markdown: &str) {
    let mut wrong = String::new();
    let blocks = blocks(markdown);
    assert!(!blocks.is_empty(), "{file} holds no test");
    for (title, block) in blocks {
        let text = laid_over(&block);
        let mut found: Vec<_> = told(&text).iter().map(|d| as_mark(&text, d)).collect();
        let mut wanted = marks(&text);
        found.sort();
        wanted.sort();
        let differ = |a: &[(usize, String)], b: &[(usize, String)]| -> Vec<(usize, String)> {
            a.iter().filter(|mark| !b.contains(mark)).cloned().collect()
        };
        if found != wanted {
            let (missing, extra) = (differ(&wanted, &found), differ(&found, &wanted));
            writeln!(wrong, "{file}: {title}\n  not told: {missing:?}\n  not marked: {extra:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing_is_told_of_the_sound_policy() {
    assert_eq!(told(SOUND), []);
}

#[test]
fn every_suite() {
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            run(&path.file_name().unwrap().to_string_lossy(), &std::fs::read_to_string(&path).unwrap());
        }
    }
}
