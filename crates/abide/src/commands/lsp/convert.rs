//! From the language's own terms to those of the protocol.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use lsp_types::{
    CodeDescription, CompletionItem, CompletionItemKind, CompletionTextEdit, Diagnostic,
    DiagnosticRelatedInformation, DiagnosticSeverity, Documentation, Location, MarkupContent, MarkupKind,
    NumberOrString, Position, Range, TextEdit, Url, WorkspaceEdit,
};
use policy::editor::{Completion, Edit, Place, Utf16, Utf16Lines, What};
use policy::{Places, Severity, Span};

/// The stretch of a text.
pub fn range(text: &str, span: Span) -> Range {
    range_in(&Utf16Lines::new(text), span)
}

fn range_in(lines: &Utf16Lines<'_>, span: Span) -> Range {
    let place = |offset: usize| {
        let Utf16 { line, column } = lines.position(offset);
        Position { line, character: column }
    };
    Range { start: place(span.start), end: place(span.end) }
}

/// How many problems of one file are told; nobody reads more of them at once, and every answer would wait behind them.
pub const MOST: usize = 500;

/// The problems of each file with its address: all of them, or the gravest [`MOST`] and how many more there are.
pub fn diagnostics(places: &dyn Places, told: &[policy::Diagnostic]) -> BTreeMap<Url, Vec<Diagnostic>> {
    let mut by_file: BTreeMap<&str, Vec<&policy::Diagnostic>> = BTreeMap::new();
    for d in told {
        by_file.entry(&places.place(d.span.unwrap_or_default()).0.name).or_default().push(d);
    }
    let mut all = BTreeMap::new();
    for (file, mut told) in by_file {
        told.sort_by_key(|d| d.severity);
        let more = told.len().saturating_sub(MOST);
        told.truncate(MOST);
        if let Ok(url) = Url::from_file_path(Path::new(file)) {
            let mut found = converted(places, &told);
            found.extend((more > 0).then(|| and_more(more)));
            all.insert(url, found);
        }
    }
    all
}

fn and_more(count: usize) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some("abide".to_owned()),
        message: format!("and {count} more problems in this file: `abide check` tells them all"),
        ..Diagnostic::default()
    }
}

fn converted(places: &dyn Places, told: &[&policy::Diagnostic]) -> Vec<Diagnostic> {
    let mut lines: HashMap<&str, Utf16Lines<'_>> = HashMap::new();
    let mut at = |span: Span| {
        let (source, span) = places.place(span);
        let lines = lines.entry(source.name.as_str()).or_insert_with(|| Utf16Lines::new(&source.text));
        Some(Location {
            uri: Url::from_file_path(Path::new(&source.name)).ok()?,
            range: range_in(lines, span),
        })
    };
    let one = |d: &&policy::Diagnostic| {
        let range = at(d.span.unwrap_or_default())?.range;
        let related = d.labels.iter().filter_map(|(span, message)| {
            Some(DiagnosticRelatedInformation { location: at(*span)?, message: message.clone() })
        });
        let related: Vec<_> = related.collect();
        let severity = match d.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Note => DiagnosticSeverity::INFORMATION,
        };
        Some(Diagnostic {
            range,
            severity: Some(severity),
            code: Some(NumberOrString::String(d.code.0.to_owned())),
            code_description: None::<CodeDescription>,
            source: Some("abide".to_owned()),
            message: message(d),
            related_information: (!related.is_empty()).then_some(related),
            ..Diagnostic::default()
        })
    };
    told.iter().filter_map(one).collect()
}

fn message(d: &policy::Diagnostic) -> String {
    let more = [("help", &d.help), ("law", &d.law), ("reason", &d.reason)];
    let more = more.into_iter().filter_map(|(name, text)| Some(format!("\n{name}: {}", text.as_ref()?)));
    std::iter::once(d.message.clone()).chain(more).collect()
}

/// Markdown as the protocol has it.
pub fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

/// What can be written, in the lines it is written in.
pub fn completion(lines: &Utf16Lines<'_>, one: Completion) -> CompletionItem {
    let kind = match one.what {
        What::Key => CompletionItemKind::PROPERTY,
        What::Word => CompletionItemKind::ENUM_MEMBER,
        What::Name => CompletionItemKind::REFERENCE,
    };
    let edit = TextEdit { range: range_in(lines, one.replaces.span), new_text: one.insert };
    CompletionItem {
        kind: Some(kind),
        detail: (!one.detail.is_empty()).then_some(one.detail),
        documentation: (!one.markdown.is_empty())
            .then(|| Documentation::MarkupContent(markdown(one.markdown))),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        // Keys in the order of the language, what is needed first.
        ..CompletionItem::new_simple(one.label, String::new())
    }
}

/// The texts of files by their names.
type Texts<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A place, where its text is known.
pub fn location(texts: Texts<'_>, place: &Place) -> Option<Location> {
    locations(texts, &[place]).pop().flatten()
}

/// Places, where their texts are known; the lines of each text are counted once.
pub fn locations(texts: Texts<'_>, places: &[&Place]) -> Vec<Option<Location>> {
    let files: BTreeSet<&str> = places.iter().map(|place| place.file.as_str()).collect();
    let texts: Vec<(&str, String)> =
        files.into_iter().filter_map(|file| Some((file, texts(file)?))).collect();
    let lines = texts.iter().filter_map(|(file, text)| {
        Some((*file, (Url::from_file_path(Path::new(file)).ok()?, Utf16Lines::new(text))))
    });
    let lines: HashMap<&str, (Url, Utf16Lines<'_>)> = lines.collect();
    let one = |place: &&Place| {
        let (uri, lines) = lines.get(place.file.as_str())?;
        Some(Location { uri: uri.clone(), range: range_in(lines, place.span) })
    };
    places.iter().map(one).collect()
}

/// Changes, by file.
pub fn changes(texts: Texts<'_>, edits: &[Edit]) -> WorkspaceEdit {
    let places: Vec<&Place> = edits.iter().map(|edit| &edit.place).collect();
    let mut by_file: HashMap<Url, Vec<TextEdit>> = HashMap::new();
    for (edit, location) in edits.iter().zip(locations(texts, &places)) {
        if let Some(Location { uri, range }) = location {
            by_file.entry(uri).or_default().push(TextEdit { range, new_text: edit.text.clone() });
        }
    }
    WorkspaceEdit { changes: Some(by_file), ..WorkspaceEdit::default() }
}
