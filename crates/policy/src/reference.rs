//! The reference of the language, written from the same table that checks it (`docs/policy-language.md`).

use crate::shape::{Key, KeyType, Need, Shape, Type};
use std::fmt::Write;

/// Every key of a policy with its type and meaning, in Markdown.
pub fn reference() -> String {
    let mut shapes: Vec<&'static Shape> = Vec::new();
    collect(&crate::keys::POLICY, &mut shapes);
    let mut out = String::new();
    for shape in shapes {
        section(shape, &mut out);
    }
    out
}

fn collect(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    if shapes.iter().any(|known| std::ptr::eq(*known, shape)) {
        return;
    }
    shapes.push(shape);
    for key in shape.keys {
        inside(&key.value, shapes);
    }
}

fn inside(kind: &Type, shapes: &mut Vec<&'static Shape>) {
    match kind {
        Type::Record(shape) => collect(shape, shapes),
        Type::List(inner) | Type::Map(_, inner) => inside(inner, shapes),
        Type::Either(one, other) => {
            inside(one, shapes);
            inside(other, shapes);
        }
        _ => {}
    }
}

fn section(shape: &Shape, out: &mut String) {
    let name: String =
        shape.name.chars().take(1).flat_map(char::to_uppercase).chain(shape.name.chars().skip(1)).collect();
    // INVARIANT: writing to a string cannot fail.
    let _ = write!(
        out,
        "### {name}\n\n{}\n\n| key | value | needed | default | meaning | law |\n|---|---|---|---|---|---|\n",
        shape.doc
    );
    for key in shape.keys {
        let need = match key.need {
            Need::Required => "yes",
            Need::Lint => "lint",
            Need::Optional => "",
        };
        let (default, law) = (key.default.unwrap_or_default(), key.law.unwrap_or_default());
        let _ = writeln!(
            out,
            "| `{}` | {} | {need} | {default} | {} | {law} |",
            key.name,
            kind(&key.value),
            key.doc
        );
    }
    let _ = write!(out, "\n```yaml\n{}```\n\n", examples(shape));
    for key in shape.keys {
        words(key, out);
    }
}

/// How each key is written, one a line.
fn examples(shape: &Shape) -> String {
    shape.keys.iter().map(|key| format!("{}\n", key.example)).collect()
}

fn kind(kind_of: &Type) -> String {
    match kind_of {
        Type::Record(shape) => link(shape),
        Type::List(inner) => format!("list of: {}", kind(inner)),
        Type::Map(KeyType::Refers(space), inner) => format!("by {}: {}", space.one(), kind(inner)),
        Type::Map(KeyType::Words(_), inner) => format!("by one of the words below: {}", kind(inner)),
        Type::Map(_, inner) => format!("by name: {}", kind(inner)),
        Type::Either(one, other) => format!("{}, or {}", kind(one), kind(other)),
        Type::Words(words) if words.len() > 4 => "one of the words below".into(),
        other => other.expected().replace('|', "\\|"),
    }
}

fn link(shape: &Shape) -> String {
    format!("[{}](#{})", shape.name, shape.name.to_lowercase().replace(' ', "-"))
}

/// The words of a key whose value is one of a closed set.
fn words(key: &Key, out: &mut String) {
    let mut inner = &key.value;
    while let Type::List(item) = inner {
        inner = item;
    }
    let pair = match inner {
        Type::Map(KeyType::Words(words), _) => words,
        Type::Either(Type::Words(words), _) | Type::Words(words) => words,
        _ => return,
    };
    let _ = writeln!(out, "Words of `{}`:\n", key.name);
    for (word, meaning) in *pair {
        let _ = writeln!(out, "- `{word}`: {}", meaning.trim().trim_end_matches('.'));
    }
    out.push('\n');
}
