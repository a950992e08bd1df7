//! Problems drawn for a terminal: the source line with the place underlined, then help and law.
//!
//! **Contract.** What is drawn depends on the lines around a problem only: a problem in a large file costs no more
//! than one in a small file.

use super::lines::Numbered;
use super::{Diagnostic, Lines, Places, Severity, Source, Span};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// Places of one file that lie no more lines apart are drawn together.
const TOGETHER: usize = 200;

/// Draws every problem, a blank line between two; with ANSI colours if `color`.
pub fn render_terminal(places: &(impl Places + ?Sized), diagnostics: &[Diagnostic], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut numbered = Numbered::new(places);
    let drawn: Vec<String> = diagnostics.iter().map(|d| draw(&renderer, &mut numbered, d)).collect();
    if drawn.is_empty() { String::new() } else { drawn.join("\n\n") + "\n" }
}

fn draw<'a, P: Places + ?Sized>(
    renderer: &Renderer,
    numbered: &mut Numbered<'a, P>,
    d: &'a Diagnostic,
) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(d.message.as_str()).id(d.code.0);
    let mut elements: Vec<Element<'_>> = excerpts(numbered, d).into_iter().map(Excerpt::draw).collect();
    if let Some(law) = &d.law {
        elements.push(Level::NOTE.with_name("law").message(law.as_str()).into());
    }
    if let Some(reason) = &d.reason {
        elements.push(Level::NOTE.with_name("reason").message(reason.as_str()).into());
    }
    if let Some(help) = &d.help {
        elements.push(Level::HELP.message(help.as_str()).into());
    }
    renderer.render(&[Group::with_title(title).elements(elements)])
}

/// A place to underline, counted from the beginning of its file, with the word beside it.
struct Mark<'a> {
    span: Span,
    word: Option<&'a str>,
}

/// Lines of one file with their marks.
struct Excerpt<'a> {
    source: &'a Source,
    first: usize,
    last: usize,
    bytes: Range<usize>,
    marks: Vec<Mark<'a>>,
}

/// What of the files is drawn: the problem's own place first, and with it what lies near.
fn excerpts<'a, P: Places + ?Sized>(numbered: &mut Numbered<'a, P>, d: &'a Diagnostic) -> Vec<Excerpt<'a>> {
    let Some(span) = d.span else { return Vec::new() };
    let labels = d.labels.iter().map(|(span, word)| (*span, Some(word.as_str())));
    let mut excerpts: Vec<Excerpt<'a>> = Vec::new();
    for (span, word) in std::iter::once((span, None)).chain(labels) {
        let (source, span, lines) = numbered.lines(span);
        let (from, to) = lines.ends(span);
        let mark = Mark { span, word };
        match excerpts.iter_mut().find(|excerpt| excerpt.is_near(source, from.line, to.line)) {
            Some(excerpt) => excerpt.widen(lines, from.line, to.line, mark),
            None => {
                let bytes = lines.stretch(from.line, to.line);
                excerpts.push(Excerpt { source, first: from.line, last: to.line, bytes, marks: vec![mark] });
            }
        }
    }
    excerpts
}

impl<'a> Excerpt<'a> {
    fn is_near(&self, source: &Source, from: usize, to: usize) -> bool {
        std::ptr::eq(self.source, source) && from < self.last + TOGETHER && to + TOGETHER > self.first
    }

    fn widen(&mut self, lines: &Lines<'_>, from: usize, to: usize, mark: Mark<'a>) {
        self.first = self.first.min(from);
        self.last = self.last.max(to);
        self.bytes = lines.stretch(self.first, self.last);
        self.marks.push(mark);
    }

    fn draw(self) -> Element<'a> {
        let text = self.source.text.get(self.bytes.clone()).unwrap_or_default();
        let mut snippet =
            Snippet::source(text).path(self.source.name.as_str()).line_start(self.first).fold(true);
        for mark in &self.marks {
            snippet = snippet.annotation(self.annotation(mark, text.len()));
        }
        snippet.into()
    }

    fn annotation(&self, mark: &Mark<'a>, end: usize) -> Annotation<'a> {
        let inside = |at: usize| at.saturating_sub(self.bytes.start).min(end);
        let range = inside(mark.span.start)..inside(mark.span.end);
        match mark.word {
            None => AnnotationKind::Primary.span(range),
            Some(word) => AnnotationKind::Context.span(range).label(word),
        }
    }
}
