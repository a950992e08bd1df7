//! Each lint hits, and misses by one edit: `tests/suite/lints/*.md`. `UPDATE=1` writes the marks `# lint:` anew: read the
//! difference before you commit it.

use super::suite::{laid_over, told};
use policy::diagnostic::Lines;
use policy::{Diagnostic, codes};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A block of a suite with its edit.
struct Case {
    code: String,
    text: String,
    old: String,
    new: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/lints");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn lines_again(text: &str) -> String {
    text.replace('⏎', "\n")
}

fn cases(markdown: &str) -> Vec<Case> {
    markdown
        .split("\n## ")
        .skip(1)
        .map(|section| {
            let code = section.split(':').next().unwrap().to_owned();
            let (_, rest) = section.split_once("```yaml\n").unwrap_or_else(|| panic!("{code} has no block"));
            let (text, rest) =
                rest.split_once("```\n").unwrap_or_else(|| panic!("{code}: the block does not end"));
            let edit = rest.split_once("One edit: `").unwrap_or_else(|| panic!("{code} has no edit")).1;
            let (old, rest) = edit.split_once("` → `").unwrap_or_else(|| panic!("{code}: `old` → `new`"));
            let new = rest.split_once("`\n").map_or(rest, |(new, _)| new);
            Case { code, text: text.to_owned(), old: lines_again(old), new: lines_again(new) }
        })
        .collect()
}

/// The block without its marks.
fn bare(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("# lint: "));
    lines.map(|line| format!("{}\n", line.split(" # lint: ").next().unwrap_or(line))).collect()
}

/// The block with a mark at each line that tells of its lint. The lines of the block stand in the laid-over policy as
/// they are; what is told of a line of the sound policy beneath is marked at the end of the block.
fn marked(case: &Case, laid: &str, found: &[Diagnostic]) -> String {
    let bare = bare(&case.text);
    let lines = Lines::new(laid);
    let mut places: Vec<(usize, String)> = found
        .iter()
        .filter(|d| d.code.0 == case.code)
        .map(|d| {
            let span = d.span.unwrap_or_default();
            let underlined = span.of(laid).lines().next().unwrap_or_default().to_owned();
            (lines.position(span.start).line, underlined)
        })
        .collect();
    places.sort();
    let laid: Vec<&str> = laid.lines().collect();
    let mut out = String::new();
    let mut from = 0;
    for line in bare.lines() {
        let at = laid.iter().enumerate().skip(from).find(|(_, other)| **other == line).map(|(n, _)| n);
        // A section may stand before another in the laid-over text: its lines follow each other there too.
        let at = at.or_else(|| laid.iter().position(|other| *other == line));
        from = at.map_or(from, |at| at + 1);
        let marks = places.iter().filter(|(n, _)| Some(*n) == at.map(|at| at + 1));
        let marks: String =
            marks.map(|(_, underlined)| format!(" # lint: {} \"{underlined}\"", case.code)).collect();
        writeln!(out, "{line}{marks}").unwrap();
        places.retain(|(n, _)| Some(*n) != at.map(|at| at + 1));
    }
    for (_, underlined) in places {
        writeln!(out, "# lint: {} \"{underlined}\"", case.code).unwrap();
    }
    out
}

fn has_faults_of_writing(found: &[Diagnostic]) -> bool {
    found.iter().any(|d| d.code.0.starts_with("A00") || d.code.0.starts_with("A01"))
}

fn wrong(case: &Case) -> Option<String> {
    let text = bare(&case.text);
    let (laid, edited) = (laid_over(&text), laid_over(&text.replacen(&case.old, &case.new, 1)));
    let (hits, misses) = (told(&laid), told(&edited));
    let code = &case.code;
    if text.matches(&case.old).count() != 1 {
        return Some(format!("{code}: `{}` does not stand there once", case.old));
    }
    if has_faults_of_writing(&hits) || has_faults_of_writing(&misses) {
        return Some(format!("{code}: it cannot be read: {hits:#?} {misses:#?}"));
    }
    if let Some(still) = misses.iter().find(|d| d.code.0 == code) {
        return Some(format!("{code} is told after the edit too: {}", still.message));
    }
    let marked = marked(case, &laid, &hits);
    let count = hits.iter().filter(|d| d.code.0 == code).count();
    if count == 0 || marked.matches("# lint: ").count() != count {
        return Some(format!(
            "{code} is told {count} times, and marked {} times",
            marked.matches("# lint: ").count()
        ));
    }
    (marked != case.text).then(|| format!("{code}: wanted\n{}found\n{marked}", case.text))
}

#[test]
fn each_lint_hits_and_misses_by_one_edit() {
    let mut all = String::new();
    for path in files() {
        let mut markdown = std::fs::read_to_string(&path).unwrap();
        for case in cases(&markdown.clone()) {
            if std::env::var_os("UPDATE").is_some() {
                let laid = laid_over(&bare(&case.text));
                markdown = markdown.replacen(&case.text, &marked(&case, &laid, &told(&laid)), 1);
            } else if let Some(wrong) = wrong(&case) {
                writeln!(all, "{}: {wrong}", path.display()).unwrap();
            }
        }
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, markdown).unwrap();
        }
    }
    assert!(all.is_empty(), "{all}");
}

#[test]
fn every_lint_has_a_hit_and_a_near_miss() {
    let markdown: Vec<String> = files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let tried: BTreeSet<String> =
        markdown.iter().flat_map(|text| cases(text)).map(|case| case.code).collect();
    let lints: BTreeSet<String> = codes()
        .map(|(code, _)| code.to_owned())
        .filter(|code| ("A0200".."A0800").contains(&code.as_str()))
        .collect();
    assert_eq!(tried, lints);
    assert!(lints.len() >= 90);
}
