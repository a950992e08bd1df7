//! What is wrong, where, under which law, and what to do: the one form in which every part of the language speaks.
//!
//! A message is a lower-case fragment, quotes what the author wrote in `backticks`, and never names a Rust type.

mod json;
mod lines;
mod terminal;

pub use json::to_json;
pub(crate) use lines::{Found, Numbered};
pub use lines::{Lines, Position};
pub use terminal::render_terminal;

use std::fmt;
use std::ops::Range;

/// A text to compile and the name under which messages speak of it (usually its path).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name shown in messages.
    pub name: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// A source of this name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Source { name: name.into(), text: text.into() }
    }
}

/// Texts in which spans have a place: one [`Source`], or the several files of a policy.
pub trait Places {
    /// The file a span stands in, and the span counted from that file's beginning.
    fn place(&self, span: Span) -> (&Source, Span);

    /// The file that was named, where what concerns no place is told.
    fn first(&self) -> &Source {
        self.place(Span::default()).0
    }
}

impl Places for Source {
    fn place(&self, span: Span) -> (&Source, Span) {
        (self, span)
    }
}

/// A stretch of a source, in bytes; `start <= end`, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// Its bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The smallest stretch that covers both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same stretch, `by` bytes further on.
    #[must_use]
    pub fn moved(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it covers.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// A stable code such as `A0107`: `explain` tells its whole story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It does not compile.
    Error,
    /// A law or a promise is at risk.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A change of the text that mends a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a command: "write `yes`".
    pub title: String,
    /// What is replaced by what.
    pub edits: Vec<(Span, String)>,
    /// Whether it may be made without asking.
    pub safe: bool,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// Where; `None` when it concerns the text as a whole.
    pub span: Option<Span>,
    /// Other places that explain it, each with a word.
    pub labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The provision that asks for it.
    pub law: Option<String>,
    /// What mends it, where that is known.
    pub fix: Option<Fix>,
    /// Why it matters here more or less than elsewhere, where the file says so.
    pub reason: Option<String>,
    /// The key or name it says is nowhere: if that stands in a part that could not be read, this is no news.
    pub absent: Option<String>,
}

impl Diagnostic {
    /// A problem of this code and severity.
    pub fn new(code: Code, severity: Severity, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity,
            message: message.into(),
            span: None,
            labels: Vec::new(),
            help: None,
            law: None,
            fix: None,
            reason: None,
            absent: None,
        }
    }

    /// An error of this code.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message)
    }

    /// The same, at this place.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same, pointing also at another place.
    #[must_use]
    pub fn label(mut self, span: Span, word: impl Into<String>) -> Self {
        self.labels.push((span, word.into()));
        self
    }

    /// The same, with what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with a change that is safe to make without asking: it says what the law, or Abide, says anyway.
    #[must_use]
    pub fn fix(self, title: impl Into<String>, at: Span, text: impl Into<String>) -> Self {
        self.mended(Fix { title: title.into(), edits: vec![(at, text.into())], safe: true })
    }

    /// The same, with a change that is probably meant: offered, never made without asking.
    #[must_use]
    pub fn maybe(self, title: impl Into<String>, at: Span, text: impl Into<String>) -> Self {
        self.mended(Fix { title: title.into(), edits: vec![(at, text.into())], safe: false })
    }

    /// The same, with what mends it.
    #[must_use]
    pub fn mended(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// The same, with the key or name that it says is nowhere.
    #[must_use]
    pub fn absent(mut self, name: impl Into<String>) -> Self {
        self.absent = Some(name.into());
        self
    }

    /// The same, `by` bytes further on.
    #[must_use]
    pub fn moved(mut self, by: usize) -> Self {
        self.span = self.span.map(|span| span.moved(by));
        for (place, _) in &mut self.labels {
            *place = place.moved(by);
        }
        for (place, _) in self.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            *place = place.moved(by);
        }
        self
    }

    /// The same, with the provision that asks for it.
    #[must_use]
    pub fn law(mut self, law: impl Into<String>) -> Self {
        self.law = Some(law.into());
        self
    }
}

/// Orders problems as a reader meets them: by place, then severity, then code.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let place = |d: &Diagnostic| d.span.map_or(0, |s| s.start);
        place(a).cmp(&place(b)).then(a.severity.cmp(&b.severity)).then(a.code.cmp(&b.code))
    });
}
