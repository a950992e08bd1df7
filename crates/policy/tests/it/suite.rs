//! Markdown suites: each block of YAML is laid over a small sound policy; what it must tell stands beside the line it
//! must tell it of: `# error: A0301 "underlined text"`. What is told and not marked, or marked and not told, fails.
//!
//! A block may hold further files, each after a line `%% name.yaml`; `%% name.yaml outside` is one that is refused
//! because a link leads outside. A block marked `yaml alone` is the whole file. `⟨NUL⟩`, `⟨E6⟩` and so on stand for
//! characters and bytes that Markdown cannot show.

use policy::{Diagnostic, Places, Refusal, Source, Sources, compile, compile_all, diagnostic::Lines};
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

/// What stands for what cannot be shown.
const SIGNS: [(&str, &[u8]); 9] = [
    ("⟨NUL⟩", b"\0"),
    ("⟨ESC⟩", b"\x1b"),
    ("⟨CR⟩", b"\r"),
    ("⟨TAB⟩", b"\t"),
    ("⟨BOM⟩", b"\xef\xbb\xbf"),
    ("⟨RLO⟩", b"\xe2\x80\xae"),
    ("⟨E6⟩", b"\xe6"),
    ("⟨C3⟩", b"\xc3"),
    ("⟨?⟩", b"\xef\xbf\xbd"),
];

/// The bytes of a text in which signs stand; marks stay as they are.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in text.split_inclusive('\n') {
        let (mut rest, mark) = line.split_at(line.find("# error:").unwrap_or(line.len()));
        while let Some(at) = rest.find('⟨') {
            bytes.extend(rest.bytes().take(at));
            let (sign, stands) = SIGNS.iter().find(|(sign, _)| rest[at..].starts_with(sign)).unwrap();
            bytes.extend(*stands);
            rest = &rest[at + sign.len()..];
        }
        bytes.extend(rest.as_bytes());
        bytes.extend(mark.as_bytes());
    }
    bytes
}

/// Where something is told, or marked: file, line and mark.
type Mark = (String, usize, String);

fn as_mark(sources: &Sources, d: &Diagnostic) -> Mark {
    let (source, span) = sources.place(d.span.unwrap_or_default());
    let line = Lines::new(&source.text).position(span.start).line;
    let mut underlined = span.of(&source.text).lines().next().unwrap_or_default().to_owned();
    for (sign, stands) in SIGNS {
        if let Ok(stands) = std::str::from_utf8(stands) {
            underlined = underlined.replace(stands, sign);
        }
    }
    (source.name.clone(), line, format!("{}: {} \"{underlined}\"", d.severity.as_str(), d.code))
}

fn marks(file: &str, text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (n, line) in text.lines().enumerate() {
        for severity in ["error: ", "warning: ", "note: "] {
            for (at, _) in line.match_indices(&format!("# {severity}")) {
                let rest = line[at + 2..].split(" # ").next().unwrap_or_default();
                marks.push((file.to_owned(), n + 1, rest.trim().to_owned()));
            }
        }
    }
    marks
}

/// A block of a suite.
struct Block {
    title: String,
    alone: bool,
    text: String,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let (mut title, mut blocks, mut inside) = (String::new(), Vec::new(), None::<Block>);
    for line in markdown.lines() {
        match &mut inside {
            Some(_) if line.trim() == "```" => blocks.extend(inside.take()),
            Some(block) => writeln!(block.text, "{line}").unwrap(),
            None if line.starts_with("```yaml") => {
                let alone = line.trim() == "```yaml alone";
                inside = Some(Block { title: title.clone(), alone, text: String::new() });
            }
            None if line.starts_with('#') => title = line.trim_start_matches('#').trim().to_owned(),
            None => {}
        }
    }
    blocks
}

/// What a block must tell and does not, and the reverse.
fn wrong(block: &Block) -> Option<String> {
    let mut parts = block.text.split("%% ");
    let first = parts.next().unwrap_or_default();
    let first = if block.alone { first.to_owned() } else { laid_over(first) };
    let files: Vec<(&str, &str)> = parts.filter_map(|part| part.split_once('\n')).collect();
    let sources = Sources::gather("policy.yaml", &bytes(&first), |path| {
        let named = |(name, _): &&(&str, &str)| name.split(' ').next() == Some(path);
        match files.iter().find(named) {
            Some((name, _)) if name.ends_with(" outside") => Err(Refusal::Outside),
            Some((_, text)) => Ok(bytes(text)),
            None => Err(Refusal::Missing),
        }
    });
    let mut found: Vec<Mark> =
        compile_all(&sources).diagnostics.iter().map(|d| as_mark(&sources, d)).collect();
    let mut wanted = marks("policy.yaml", &first);
    wanted.extend(files.iter().flat_map(|(name, text)| marks(name.split(' ').next().unwrap_or(name), text)));
    found.sort();
    wanted.sort();
    let differ = |a: &[Mark], b: &[Mark]| -> Vec<Mark> {
        a.iter().filter(|mark| !b.contains(mark)).cloned().collect()
    };
    let (missing, extra) = (differ(&wanted, &found), differ(&found, &wanted));
    (found != wanted).then(|| format!("{}\n  not told: {missing:?}\n  not marked: {extra:?}\n", block.title))
}

/// What is wrong with the blocks of a file.
fn run(file: &str, markdown: &str) -> String {
    let blocks = blocks(markdown);
    assert!(!blocks.is_empty(), "{file} holds no test");
    blocks.iter().filter_map(wrong).map(|wrong| format!("{file}: {wrong}")).collect()
}

#[test]
fn nothing_is_told_of_the_sound_policy() {
    assert_eq!(told(SOUND), []);
}

#[test]
fn every_suite() {
    let mut wrong = String::new();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let name = path.file_name().unwrap().to_string_lossy();
            wrong.push_str(&run(&name, &std::fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
