//! `abide fmt`: a layout that never changes what a file means.

use super::checks;
use super::suite::{SOUND, laid_over};
use policy::fmt::format;
use policy::tree::parse;
use policy::{Source, compile};
use proptest::prelude::*;
use std::path::{Path, PathBuf};

/// Formats, and checks everything that must hold of any text.
fn formatted(text: &str) -> String {
    let once = format(text).unwrap_or_else(|told| panic!("{text}\n{told:#?}"));
    checks::format(text.as_bytes());
    assert!(!once.contains('\r') && (once.is_empty() || once.ends_with('\n')), "{once:?}");
    once
}

fn examples() -> Vec<PathBuf> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            match path.extension() {
                _ if path.is_dir() => below(&path, found),
                Some(ending) if ending == "yaml" => found.push(path),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"), &mut found);
    found
}

#[test]
fn every_example_is_in_its_own_layout() {
    let wrong: Vec<PathBuf> = examples()
        .into_iter()
        .filter(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            formatted(&text) != text
        })
        .collect();
    assert!(wrong.is_empty(), "run `abide fmt` on {wrong:?}");
}

#[test]
fn every_example_compiles_to_the_same_policy() {
    for path in examples() {
        let text = std::fs::read_to_string(&path).unwrap();
        let hash = |text: &str| compile(&Source::new("policy.yaml", text)).policy.map(|policy| policy.hash);
        assert_eq!(hash(&text), hash(&formatted(&text)), "{}", path.display());
    }
}

#[test]
fn a_file_with_faults_is_refused_with_every_one() {
    let told = format("a: [1\nb: \"x\nd:\n\tc: 1\n").unwrap_err();
    let codes: Vec<&str> = told.iter().map(|d| d.code.0).collect();
    assert!(codes.contains(&"A0005") && codes.contains(&"A0004") && codes.contains(&"A0002"), "{codes:?}");
}

/// What is written on the left looks as on the right.
#[test]
fn the_layout() {
    let wide = format!("k: [{}]\n", ["a_rather_long_word"; 8].join(", "));
    let broken = format!("k:\n{}", "  - a_rather_long_word\n".repeat(8));
    let deep = format!("k: {{ a: {{ b: [{}] }}, c: 1 }} # end\n", ["a_rather_long_word"; 5].join(", "));
    let opened = format!("k:\n  a: {{ b: [{}] }}\n  c: 1 # end\n", ["a_rather_long_word"; 5].join(", "));
    let cases = [
        ("", ""),
        ("\n\n# c  \n\n\n", "# c\n"),
        ("\u{feff}a: 1", "a: 1\n"),
        ("a:   1\r\nb:  2   \r\n", "a: 1\nb: 2\n"),
        ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n"),
        ("a:\n-   b: 1\n    c: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("- - a\n  - b\n-\n  - c\n", "- - a\n  - b\n- - c\n"),
        ("a: {b: 1,c: [x,y]}\n", "a: { b: 1, c: [x, y] }\n"),
        ("a: {b: , c: }\n", "a: { b:, c: }\n"),
        ("a: {\n  b: 1,\n  c: 2,\n}\n", "a: { b: 1, c: 2 }\n"),
        ("a: {} \nb: [ ]\n", "a: {}\nb: []\n"),
        (
            "a: { # one\n  b: 1, # two\n  # three\n  c: 2 # four\n  # five\n} # six\nd: 1\n",
            "a: # one\n  b: 1 # two\n  # three\n  c: 2 # four\n  # five\n# six\nd: 1\n",
        ),
        ("a: 'x'\nb: \"y z\"\nc: 'it''s'\nd: \"\\u00e6\"\n", "a: x\nb: y z\nc: it's\nd: æ\n"),
        (
            "a: '08:00'\nb: '1.10'\nc: 'no'\nd: 'a: b'\ne: ''\n",
            "a: \"08:00\"\nb: \"1.10\"\nc: \"no\"\nd: \"a: b\"\ne: \"\"\n",
        ),
        ("a: 08:00\nb: 1.10\nc: NO\n", "a: 08:00\nb: 1.10\nc: NO\n"),
        ("a: \"say \\\"x\\\": y\"\n", "a: 'say \"x\": y'\n"),
        ("a: [\"x, y\", 'z']\n", "a: [\"x, y\", z]\n"),
        ("'a': 1\n\"b c\": 2\n", "a: 1\nb c: 2\n"),
        ("a: 1 # one\n\n\n\nb: 2   #two\n", "a: 1 # one\n\nb: 2 #two\n"),
        (
            "a:\n  # first\n  b: 1\n  # last\n# next\nc: 1\n",
            "a:\n  # first\n  b: 1\n  # last\n# next\nc: 1\n",
        ),
        ("a: # c\n  x\n", "# c\na: x\n"),
        ("a: |\n      x\n        y\n\n      z\nb: 1\n", "a: |\n  x\n    y\n\n  z\nb: 1\n"),
        ("a: >- # c\n    x\n    y\n\n\nb: 1\n", "a: >- # c\n  x\n  y\n\nb: 1\n"),
        ("a: |+\n    x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"),
        ("a: |\nb: |-  # c\n", "a: \"\"\nb: \"\" # c\n"),
        ("a: one\n    two\n\n    three\n", "a: one\n  two\n\n  three\n"),
        ("a: \"one  \n    two\\\n    three\"\n", "a: \"one\n  two\\\n  three\"\n"),
        ("--- # c\na: 1\n", "--- # c\na: 1\n"),
        ("# c\n---\na: 1\n", "# c\n---\na: 1\n"),
        (&wide, &broken),
        (&deep, &opened),
    ];
    for (text, wanted) in cases {
        assert_eq!(formatted(text), wanted, "{text}");
    }
}

/// A text that is a little too long for its key's line stays below it; one that fits goes up.
#[test]
fn a_text_below_its_key() {
    let long = "word ".repeat(23);
    let text = format!("a_key:\n    {}\nb:\n  short\n", long.trim());
    assert_eq!(formatted(&text), format!("a_key:\n  {}\nb: short\n", long.trim()));
}

/// Pieces of a policy's text, from which files are put together.
fn yamlish() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "b",
        "key",
        "ærlig",
        ": ",
        ": ",
        ":\n  ",
        "- ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        " # c",
        "# d\n",
        "'",
        "\"",
        "''",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|\n  ",
        ">\n  ",
        "|-\n  ",
        ">+\n    ",
        "---\n",
        "\\n",
        "\\",
        "1",
        "~",
        "no",
        "k: v",
        "k: [a, b]\n",
        "k: { a: b }\n",
        "\"x: y\"",
        "'#'",
    ]);
    prop::collection::vec(word, 0..30).prop_map(|words| words.concat())
}

/// Well-formed values, written in every way.
fn value(depth: u32) -> BoxedStrategy<String> {
    let scalar = prop::sample::select(vec![
        " plain",
        " 'it''s'",
        " \"a\\tb\"",
        " \"\"",
        " \"x: y\"",
        " 'x # y'",
        " []",
        " {}",
        " [a, 'b', \"c, d\"] # c",
        "",
        " { k: v, l: [m, { n: o }] }",
        " |\n@  x\n@    y\n@\n@  z",
        " >-   # c\n@     x\n@     y",
        " p q\n@  r\n\n@  s",
        " \"a\n@  b \\\n@   c\"",
        " # c",
        " # c\n@   v",
        "\n@  below",
        " {a: 1, # x\n@  # y\n@  b: [1,\n@ 2]}",
        " |+\n@  x\n\n",
        " [\n@ ]",
        " '2026-11-01'",
        " a-rather-long-text-that-fills-the-line-so-that-brackets-are-broken-apart-when-there-are-two",
    ]);
    let leaf = scalar.prop_map(|s| format!("{s}\n")).boxed();
    if depth == 0 {
        return leaf;
    }
    let inner = value(depth - 1);
    let between =
        prop::sample::select(vec!["", "", "", "\n", "\n\n", "@# own\n", "\n@  # deep\n\n", "# left\n"]);
    let entries = prop::collection::vec((between, inner), 1..4);
    let list = entries.clone().prop_map(|items| {
        format!("\n{}", items.iter().map(|(b, i)| format!("{b}@-{}", nest(i, "   "))).collect::<String>())
    });
    let map = entries.prop_map(|values| {
        let entries = values.iter().enumerate().map(|(n, (b, v))| format!("{b}@k{n}:{}", nest(v, "   ")));
        format!("\n{}", entries.collect::<String>())
    });
    prop_oneof![leaf, list, map].boxed()
}

fn nest(text: &str, by: &str) -> String {
    text.replace('@', &format!("@{by}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1000)))]

    #[test]
    fn any_text_that_can_be_read_can_be_formatted(text in yamlish()) {
        if parse(&text).errors().is_empty() {
            formatted(&text);
        }
    }

    #[test]
    fn every_way_of_writing_can_be_formatted(text in value(3)) {
        let text = format!("root:{}", nest(&text, "  ")).replace('@', "");
        if parse(&text).errors().is_empty() {
            formatted(&text);
        }
    }

    /// A policy with spaces, quotes and breaks strewn in: the same policy after formatting, down to the hash.
    #[test]
    fn a_policy_keeps_its_hash(lines in prop::collection::vec((0usize..30, prop::sample::select(vec!["", "\n", "# c\n", "   # c\n"])), 0..8)) {
        let text = SOUND.lines().enumerate().fold(String::new(), |text, (n, line)| {
            let before: String = lines.iter().filter(|(at, _)| *at == n).map(|(_, words)| *words).collect();
            format!("{text}{before}{line}\n")
        });
        let hash = |text: &str| compile(&Source::new("policy.yaml", text)).policy.map(|policy| policy.hash);
        prop_assert_eq!(hash(&text), hash(SOUND));
        prop_assert_eq!(hash(&formatted(&text)), hash(SOUND));
    }
}

#[test]
fn a_laid_over_policy_is_stable() {
    formatted(&laid_over("authority:\n    name: 'Datatilsynet'\n    country:   NO\n"));
}
