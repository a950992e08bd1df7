//! The parts a policy's text is put together from.

use std::fmt::Write as _;

/// Below this width a mapping stands on one line.
const SHORT: usize = 96;

/// A value of the language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    /// A text, quoted where it has to be.
    Text(String),
    /// A word or number of the language, never quoted.
    Word(String),
    /// A value that is not published yet.
    Assumed(Box<Part>),
    /// Several values.
    List(Vec<Part>),
    /// Keys with their values, in order.
    Map(Vec<Entry>),
}

/// A key with its value and what is to be said above it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) value: Part,
    pub(crate) notes: Vec<String>,
}

/// A key with its value.
pub(crate) fn entry(key: &str, value: Part) -> Entry {
    Entry { key: key.to_owned(), value, notes: Vec::new() }
}

/// A text.
pub(crate) fn text(text: impl Into<String>) -> Part {
    Part::Text(text.into())
}

impl Entry {
    /// The same with a question that is still open.
    pub(crate) fn open(mut self, question: &str) -> Entry {
        self.notes.push(format!("open: {question}"));
        self
    }
}

impl Part {
    /// A word or number of the language.
    pub(crate) fn word(word: impl std::fmt::Display) -> Part {
        Part::Word(word.to_string())
    }

    /// Words of the language.
    pub(crate) fn words<I: IntoIterator<Item: std::fmt::Display>>(words: I) -> Part {
        Part::List(words.into_iter().map(Part::word).collect())
    }

    /// The same, not published yet.
    pub(crate) fn assumed(self) -> Part {
        match self {
            Part::Assumed(_) => self,
            part => Part::Assumed(Box::new(part)),
        }
    }

    /// The whole file: a section a key, a blank line between them, in the one layout of the language.
    pub(crate) fn file(self, head: &[String]) -> String {
        let mut out = String::new();
        for line in head {
            comment(&mut out, 0, line);
        }
        let Part::Map(sections) = self else { return out };
        for (at, section) in sections.iter().enumerate() {
            let blocks = matches!(&section.value, Part::Map(_)) || !section.notes.is_empty();
            if (at == 0 && !head.is_empty()) || (at > 0 && blocks) {
                out.push('\n');
            }
            section.write(&mut out, 0);
        }
        crate::fmt::format(&out).unwrap_or(out)
    }

    /// The value on one line.
    fn line(&self) -> String {
        match self {
            Part::Text(text) => quoted(text),
            Part::Word(word) => word.clone(),
            Part::Assumed(part) => format!("{{ assumed: {} }}", part.line()),
            Part::List(parts) => format!("[{}]", parts.iter().map(Part::line).collect::<Vec<_>>().join(", ")),
            Part::Map(entries) => {
                let one = |entry: &Entry| format!("{}: {}", entry.key, entry.value.line());
                format!("{{ {} }}", entries.iter().map(one).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Whether nothing is to be said above any part of it.
    fn is_silent(&self) -> bool {
        match self {
            Part::Map(entries) => {
                entries.iter().all(|entry| entry.notes.is_empty() && entry.value.is_silent())
            }
            _ => true,
        }
    }
}

impl Entry {
    fn write(&self, out: &mut String, indent: usize) {
        for note in &self.notes {
            comment(out, indent, note);
        }
        let _ = write!(out, "{:indent$}{}:", "", self.key);
        match &self.value {
            Part::Map(entries) if !self.stands_on_a_line(indent) => {
                out.push('\n');
                for entry in entries {
                    entry.write(out, indent + 2);
                }
            }
            value => _ = writeln!(out, " {}", value.line()),
        }
    }

    /// A mapping without mappings in it that is short; sections never do.
    fn stands_on_a_line(&self, indent: usize) -> bool {
        let Part::Map(entries) = &self.value else { return true };
        let flat = entries.iter().all(|entry| !matches!(entry.value, Part::Map(_)));
        entries.is_empty()
            || (flat && self.value.is_silent() && indent + self.key.len() + self.value.line().len() < SHORT)
    }
}

/// A remark, over as many lines as it needs.
fn comment(out: &mut String, indent: usize, text: &str) {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.chars().count() + word.chars().count() > SHORT && !line.is_empty() {
            let _ = writeln!(out, "{:indent$}# {line}", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(out, "{:indent$}{}", "", format!("# {line}").trim_end());
}

/// A text between quotes, with the escapes of JSON; the layout drops quotes that are not needed.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('"');
    out
}
