//! What the tree promises of any text: nothing lost, no panic, the same meaning as another YAML reader.

use super::*;
use proptest::prelude::*;
use serde_json::Value;

fn value(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Mapping(entries) => {
            Value::Object(entries.iter().map(|e| (e.key.text.to_string(), value(&e.value))).collect())
        }
        NodeKind::Sequence(items) => items.iter().map(value).collect(),
        NodeKind::Scalar(scalar) => Value::String(scalar.text.to_string()),
        NodeKind::Missing => Value::Null,
        NodeKind::Broken => Value::String("⟦broken⟧".into()),
    }
}

thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts the bytes a parse looks at.
pub(super) fn step(bytes: usize) {
    STEPS.with(|steps| steps.set(steps.get() + bytes));
}

fn steps(text: &str) -> usize {
    STEPS.with(|steps| steps.set(0));
    let _ = parse(text);
    STEPS.with(std::cell::Cell::get)
}

/// Counted, not timed: twice the text is twice the work, also where everything is wrong.
#[test]
fn work_grows_with_the_text_and_no_faster() {
    let worst = [
        "key: value\n",
        "- ",
        "[",
        "]",
        "{",
        "a: ",
        "\"",
        "'",
        "\n",
        "a\n",
        " a\n",
        "  - \"x\n",
        "k: \"x\n  y\n",
        "# c\n",
        "k: |\n  t\n\n",
        "k: a\n  b\n",
        ":",
        "?",
        "&a ",
        "*a\n",
        "\t",
        "k: [a,\n",
        "  x: y\n a: b\n",
        ", ",
        "k: {a: [\n",
    ];
    for piece in worst {
        let (small, large) = (piece.repeat(2_000), piece.repeat(8_000));
        let (few, many) = (steps(&small), steps(&large));
        assert!(many <= few * 5, "{piece:?}: {few} steps become {many} for four times the text");
        assert!(few <= small.len() * 60, "{piece:?}: {few} steps for {} bytes", small.len());
    }
}

fn codes(text: &str) -> Vec<&'static str> {
    parse(text).errors().iter().map(|e| e.code.0).collect()
}

/// Checks the pieces and gives the meaning.
fn read(text: &str) -> Value {
    let tree = parse(text);
    assert_eq!(tree.print(), text);
    assert_eq!(tree.errors(), [], "{text}");
    value(tree.root())
}

#[test]
fn reads_every_form_of_the_subset() {
    let text = "---\n# a policy\nabide: 1\nempty:\nlist:\n- a\n- b: c\n  d: 'it''s'\n-\n  - x\n\nflow: { a: [1, \"t\\u00e6\"], b: {} } # end\nlong: one\n  two\n\n  three\nliteral: |\n  a\n    b\n\n  c\n\nfolded: >-\n  a\n  b\n\n  c\n   d\n  e\nquoted: \"a\n  b\\\n  c\"\n";
    let expected = serde_json::json!({
        "abide": "1", "empty": null,
        "list": ["a", {"b": "c", "d": "it's"}, ["x"]],
        "flow": {"a": ["1", "tæ"], "b": {}},
        "long": "one two\nthree",
        "literal": "a\n  b\n\nc\n",
        "folded": "a b\nc\n d\ne",
        "quoted": "a bc",
    });
    assert_eq!(read(text), expected);
}

/// A `#` begins a comment after a space or at the beginning of a line, and nowhere else.
#[test]
fn a_sign_inside_a_word_is_no_comment() {
    assert_eq!(read("a'#'"), serde_json::json!("a'#'"));
    assert_eq!(read("a: b#c #d"), serde_json::json!({ "a": "b#c" }));
    assert_eq!(read("\u{feff}# c\na: 1"), serde_json::json!({ "a": "1" }));
}

#[test]
fn spans_are_exact_even_after_wide_characters() {
    let tree = parse("navn: ærlig\nliste: [é, \"ü\"] # x\n");
    let list = tree.root().get("liste").unwrap();
    assert_eq!(list.span.of(tree.text()), "[é, \"ü\"]");
    assert_eq!(list.items().unwrap()[1].span.of(tree.text()), "\"ü\"");
    assert_eq!(tree.root().get("navn").unwrap().span.of(tree.text()), "ærlig");
}

#[test]
fn every_fault_is_told_and_the_rest_is_read() {
    let text = "a: 1\n\tb: 2\nc: \"open\nd: [1, 2\ne: &x 1\nf: \"\\q\"\ng: b: c\nh: {a 1}\njunk\ni: 1\n   j: 2\nk: last\n...\nl: 1\n";
    let tree = parse(text);
    assert_eq!(tree.print(), text);
    assert_eq!(tree.root().get("k").and_then(Node::scalar).map(|s| s.text.as_str()), Some("last"));
    let mut found = codes(text);
    found.sort_unstable();
    found.dedup();
    for code in ["A0001", "A0002", "A0003", "A0004", "A0005", "A0006", "A0007", "A0010", "A0011", "A0012"] {
        assert!(found.contains(&code), "{code} is missing in {found:?}");
    }
}

#[test]
fn depth_is_bounded_in_every_direction() {
    for text in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(50_000)] {
        let tree = parse(&text);
        assert_eq!(tree.print(), text);
        assert!(tree.errors().iter().any(|e| e.code.0 == "A0008"));
    }
    let stairs: String = (0..2_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert_eq!(parse(&stairs).print(), stairs);
}

#[test]
fn a_binary_file_gets_few_errors() {
    let text = "\u{1}\u{2}".repeat(10_000);
    assert!(parse(&text).errors().len() <= 101);
}

/// The meaning another reader finds: everything as text, `null` where nothing stands.
fn other(text: &str) -> Option<Value> {
    serde_saphyr::from_str::<Value>(text).ok()
}

/// Ours with the other reader's notion of numbers, truth and null applied to unquoted text.
fn typed(node: &Node, theirs: &Value) -> Value {
    match (&node.kind, theirs) {
        (NodeKind::Scalar(s), Value::Number(_) | Value::Bool(_) | Value::Null) if s.style == Style::Plain => {
            theirs.clone()
        }
        (NodeKind::Sequence(items), Value::Array(others)) if items.len() == others.len() => {
            items.iter().zip(others).map(|(item, other)| typed(item, other)).collect()
        }
        (NodeKind::Mapping(entries), Value::Object(others)) => entries
            .iter()
            .map(|e| {
                (
                    e.key.text.to_string(),
                    typed(&e.value, others.get(e.key.text.as_str()).unwrap_or(&Value::Null)),
                )
            })
            .collect(),
        _ => value(node),
    }
}

/// Pieces of YAML from which texts are put together: near enough to the language to get deep into it.
fn yamlish() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a", "b", "key", "ærlig", ":", ": ", "- ", "-", "\n", "\n", "\n  ", "\n    ", "\n\n", "\r\n", "\t",
        " ", "  ", "#", " # c", "'", "\"", "''", "[", "]", "{", "}", ",", ", ", "|\n", ">\n", "|-\n", ">+\n",
        "&x ", "*x", "!t ", "?", "? ", "---", "...", "\\n", "\\", "\\u00e6", "%", "@", "1", "~", "\u{0}",
        "\u{feff}", "é",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

/// Well-formed texts of the subset.
fn proper(depth: u32) -> BoxedStrategy<String> {
    let scalar = prop::sample::select(vec![
        "plain",
        "two words",
        "'it''s'",
        "\"a\\tb\"",
        "\"\"",
        "æ ø å",
        "a#b",
        "http://x.example/a",
        "-1x",
        "\"x: y\"",
        "[]",
        "{}",
        "[a, 'b', \"c\"]",
        "{ k: v, l: [m] }",
        "|\n@  x\n@    y\n@\n@  z",
        ">-\n@  x\n@  y\n@\n@  z",
        "p q\n@  r",
        "\"a\n@  b\"",
        "",
    ]);
    let leaf = scalar.prop_map(|s| format!(" {s}\n")).boxed();
    if depth == 0 {
        return leaf;
    }
    let inner = proper(depth - 1);
    let list = prop::collection::vec(inner.clone(), 1..4).prop_map(|items| {
        format!("\n{}", items.iter().map(|i| format!("@- {}", nest(i, "  "))).collect::<String>())
    });
    let map = prop::collection::vec(inner, 1..4).prop_map(|values| {
        let entries = values.iter().enumerate().map(|(n, v)| format!("@k{n}:{}", nest(v, "  ")));
        format!("\n{}", entries.collect::<String>())
    });
    prop_oneof![leaf, list, map].boxed()
}

fn nest(text: &str, by: &str) -> String {
    text.replace('@', &format!("@{by}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1500)))]

    #[test]
    fn prints_what_it_read(text in any::<String>()) {
        prop_assert_eq!(parse(&text).print(), text);
    }

    #[test]
    fn prints_what_it_read_of_almost_yaml(text in yamlish()) {
        let tree = parse(&text);
        prop_assert_eq!(tree.print(), text.clone());
        for error in tree.errors() {
            let span = error.span.unwrap();
            prop_assert!(text.get(span.range()).is_some(), "{:?} is no text", span);
        }
    }

    #[test]
    fn agrees_with_another_reader_on_almost_yaml(text in yamlish()) {
        let tree = parse(&text);
        if tree.errors().is_empty() && let Some(theirs) = other(&text) {
            prop_assert_eq!(typed(tree.root(), &theirs), theirs, "{:?}", text);
        }
    }

    #[test]
    fn agrees_with_another_reader_on_proper_texts(text in proper(3)) {
        let text = format!("root:{text}").replace('@', "");
        let tree = parse(&text);
        prop_assert_eq!(tree.errors(), &[], "{}", &text);
        let theirs = other(&text);
        prop_assert!(theirs.is_some(), "the other reader refuses {:?}", text);
        let theirs = theirs.unwrap();
        prop_assert_eq!(typed(tree.root(), &theirs), theirs, "{}", text);
    }
}
