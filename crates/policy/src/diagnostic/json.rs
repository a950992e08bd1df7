//! Problems as JSON, for editors and CI.

use super::lines::Numbered;
use super::{Diagnostic, Fix, Places, Span};
use serde_json::{Value, json};

/// All problems as a JSON array; each names its file, lines and columns count from 1, columns in characters.
pub fn to_json(places: &(impl Places + ?Sized), diagnostics: &[Diagnostic]) -> Value {
    let mut numbered = Numbered::new(places);
    diagnostics.iter().map(|d| one(&mut numbered, d)).collect()
}

fn one(numbered: &mut Numbered<'_, impl Places + ?Sized>, d: &Diagnostic) -> Value {
    let labels: Vec<Value> = d.labels.iter().map(|(span, word)| label(numbered, *span, word)).collect();
    let mut value = json!({
        "file": numbered.at(d.span.unwrap_or_default()).file,
        "code": d.code.0,
        "severity": d.severity.as_str(),
        "message": d.message,
        "help": d.help,
        "law": d.law,
        "reason": d.reason,
        "fix": d.fix.as_ref().map(|fix| fixed(numbered, fix)),
        "labels": labels,
    });
    if let (Some(span), Some(object)) = (d.span, value.as_object_mut()) {
        object.extend(place(numbered, span));
    }
    value
}

/// A change: each edit replaces a stretch by a text.
fn fixed(numbered: &mut Numbered<'_, impl Places + ?Sized>, fix: &Fix) -> Value {
    let edits: Vec<Value> = fix
        .edits
        .iter()
        .map(|(span, text)| {
            let mut value = json!({ "file": numbered.at(*span).file, "text": text });
            if let Some(object) = value.as_object_mut() {
                object.extend(place(numbered, *span));
            }
            value
        })
        .collect();
    json!({ "title": fix.title, "safe": fix.safe, "edits": edits })
}

fn label(numbered: &mut Numbered<'_, impl Places + ?Sized>, span: Span, word: &str) -> Value {
    let mut value = json!({ "message": word, "file": numbered.at(span).file });
    if let Some(object) = value.as_object_mut() {
        object.extend(place(numbered, span));
    }
    value
}

fn place(numbered: &mut Numbered<'_, impl Places + ?Sized>, span: Span) -> [(String, Value); 4] {
    let at = numbered.at(span);
    [
        ("line".into(), at.from.line.into()),
        ("column".into(), at.from.column.into()),
        ("endLine".into(), at.to.line.into()),
        ("endColumn".into(), at.to.column.into()),
    ]
}
