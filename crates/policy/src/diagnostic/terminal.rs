//! Problems drawn for a terminal: the source line with the place underlined, then help and law.

use super::{Diagnostic, Severity, Source, Span};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

/// Draws every problem, a blank line between two; with ANSI colours if `color`.
pub fn render_terminal(source: &Source, diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let drawn: Vec<String> = diagnostics.iter().map(|d| draw(&renderer, source, d)).collect();
    if drawn.is_empty() { String::new() } else { drawn.join("\n\n") + "\n" }
}

fn draw(renderer: &Renderer, source: &Source, d: &Diagnostic) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(d.message.as_str()).id(d.code.0);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(span) = d.span {
        elements.push(snippet(source, span, d).into());
    }
    if let Some(law) = &d.law {
        elements.push(Level::NOTE.with_name("law").message(law.as_str()).into());
    }
    if let Some(help) = &d.help {
        elements.push(Level::HELP.message(help.as_str()).into());
    }
    renderer.render(&[Group::with_title(title).elements(elements)])
}

fn snippet<'a>(
    source: &'a Source,
    span: Span,
    d: &'a Diagnostic,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut snippet = Snippet::source(source.text.as_str())
        .path(source.name.as_str())
        .fold(true)
        .annotation(AnnotationKind::Primary.span(inside(source, span)));
    for (place, word) in &d.labels {
        let mark = AnnotationKind::Context.span(inside(source, *place)).label(word.as_str());
        snippet = snippet.annotation(mark);
    }
    snippet
}

fn inside(source: &Source, span: Span) -> std::ops::Range<usize> {
    let end = source.text.len();
    span.start.min(end)..span.end.min(end)
}
