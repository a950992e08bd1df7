//! What must hold of any bytes: the fuzzer (`fuzz/`) and the cases it once found (`tests/regressions/`) share this.

use policy::map::compile_map;
use policy::tree::{self, NodeKind, PieceKind};
use policy::{
    Diagnostic, Places, Policy, Refusal, Source, Sources, compile_all, fmt, render_terminal, to_json,
};
use std::sync::LazyLock;

/// Nothing of a text is lost, and what is told of it stands on it.
pub fn parse(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let tree = tree::parse(text);
    assert_eq!(tree.print(), text, "the tree lost something");
    for error in tree.errors() {
        let span = error.span.unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "{error:?} stands on no text");
        assert!(error.help.is_some(), "{error:?} does not say what to do");
    }
}

/// A policy comes out without errors only, and comes back from its archive; everything told can be drawn.
pub fn compile(bytes: &[u8]) -> Vec<&'static str> {
    // an included file is the same bytes again, or a small one
    let read = |path: &str| match path {
        "a.yaml" => Ok(bytes.to_vec()),
        "b.yaml" => Ok(b"statements:\n  one: { title: One, text: Fine }\n".to_vec()),
        _ => Err(Refusal::Missing),
    };
    let sources = Sources::gather("policy.yaml", bytes, read);
    let compiled = compile_all(&sources);
    let errors = compiled.diagnostics.iter().any(|d| d.severity == policy::Severity::Error);
    assert_eq!(compiled.policy.is_none(), errors, "a policy and errors, or neither");
    drawn(&sources, &compiled.diagnostics);
    if let Some(policy) = &compiled.policy {
        let again = Policy::from_canonical(&policy.canonical).expect("the archive is read");
        assert_eq!(again.hash, policy.hash, "the archive gives another policy");
    }
    compiled.diagnostics.iter().map(|d| d.code.0).collect()
}

/// The same of a store map.
pub fn map(bytes: &[u8]) -> Vec<&'static str> {
    static POLICY: LazyLock<Policy> = LazyLock::new(|| {
        let sound = Source::new("policy.yaml", include_str!("../suite/sound.yaml"));
        policy::compile(&sound).policy.expect("the sound policy compiles")
    });
    let (source, told) = policy::sources::text("shop.map.yaml", bytes);
    if !told.is_empty() {
        return Vec::new();
    }
    let compiled = compile_map(&source, &POLICY);
    drawn(&source, &compiled.diagnostics);
    compiled.diagnostics.iter().map(|d| d.code.0).collect()
}

fn drawn(places: &impl Places, told: &[Diagnostic]) {
    for one in told {
        let span = one.span.unwrap_or_default();
        let (source, inside) = places.place(span);
        assert!(source.text.get(inside.range()).is_some(), "{one:?} stands on no text");
    }
    let few = told.get(..told.len().min(20)).unwrap_or_default();
    let _ = render_terminal(places, few, true);
    let _ = to_json(places, few);
}

/// Formatting changes the look only, is done once, and refuses what cannot be read.
pub fn format(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let before = tree::parse(text);
    let once = match fmt::format(text) {
        Ok(once) => once,
        Err(told) => {
            assert!(!before.errors().is_empty(), "refused without a fault of writing: {told:?}");
            return;
        }
    };
    let after = tree::parse(&once);
    assert_eq!(fmt::format(&once).as_deref(), Ok(once.as_str()), "not stable");
    assert_eq!(meaning(&before.root().kind), meaning(&after.root().kind), "another meaning");
    assert_eq!(comments(&before), comments(&after), "another comment");
}

/// What a value means, in one line.
pub fn meaning(kind: &NodeKind) -> String {
    match kind {
        NodeKind::Mapping(entries) => {
            entries.iter().map(|e| format!("<{:?}:{}>", e.key.text, meaning(&e.value.kind))).collect()
        }
        NodeKind::Sequence(items) => items.iter().map(|item| format!("[{}]", meaning(&item.kind))).collect(),
        NodeKind::Scalar(scalar) => format!("{:?}", scalar.text),
        NodeKind::Missing => "-".into(),
        NodeKind::Broken => "broken".into(),
    }
}

/// Every comment by another way than the formatter's: what follows `#` on the lines of the pieces that are no text.
pub fn comments(tree: &tree::Tree) -> Vec<String> {
    let mut found = Vec::new();
    for piece in tree.pieces() {
        let words = piece.span.of(tree.text());
        let line = words.lines().next().unwrap_or_default();
        match piece.kind {
            PieceKind::Comment => found.push(words.trim_end_matches([' ', '\t']).to_owned()),
            PieceKind::Scalar if words.starts_with(['|', '>']) => {
                let comment = line.split_once('#').map(|(_, words)| words.trim_end_matches([' ', '\t']));
                found.extend(comment.map(|words| format!("#{words}")));
            }
            _ => {}
        }
    }
    found
}
