//! Problems as JSON, for editors and CI.

use super::{Diagnostic, Lines, Source, Span};
use serde_json::{Value, json};

/// All problems as a JSON array; lines and columns count from 1, columns in characters.
pub fn to_json(source: &Source, diagnostics: &[Diagnostic]) -> Value {
    let lines = Lines::new(&source.text);
    diagnostics.iter().map(|d| one(source, &lines, d)).collect()
}

fn one(source: &Source, lines: &Lines<'_>, d: &Diagnostic) -> Value {
    let labels: Vec<Value> = d.labels.iter().map(|(span, word)| label(lines, *span, word)).collect();
    let mut value = json!({
        "file": source.name,
        "code": d.code.0,
        "severity": d.severity.as_str(),
        "message": d.message,
        "help": d.help,
        "law": d.law,
        "labels": labels,
    });
    if let (Some(span), Some(object)) = (d.span, value.as_object_mut()) {
        object.extend(place(lines, span));
    }
    value
}

fn label(lines: &Lines<'_>, span: Span, word: &str) -> Value {
    let mut value = json!({ "message": word });
    if let Some(object) = value.as_object_mut() {
        object.extend(place(lines, span));
    }
    value
}

fn place(lines: &Lines<'_>, span: Span) -> [(String, Value); 4] {
    let (from, to) = lines.ends(span);
    [
        ("line".into(), from.line.into()),
        ("column".into(), from.column.into()),
        ("endLine".into(), to.line.into()),
        ("endColumn".into(), to.column.into()),
    ]
}
