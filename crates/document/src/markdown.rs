//! A document as Markdown: CommonMark with tables. Text is escaped, so that no word becomes markup. The only HTML is
//! a new line within a table's cell and the name of a place that a link of the document leads to.

use std::collections::BTreeSet;

use crate::escape::anchor;
use crate::model::numbered;
use crate::{Block, Document, Inline, safe_href};

/// A new line within a table's cell.
const CELL_BREAK: &str = "<br>";

impl Document {
    /// The document as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut parts = vec![format!("# {}", line(&self.title))];
        parts.extend(self.subtitle.iter().map(|subtitle| format!("*{}*", line(subtitle))));
        if !self.meta.is_empty() {
            let colon = self.colon();
            let entry =
                |(name, value): &(String, String)| format!("- **{}**{colon} {}", line(name), line(value));
            parts.push(self.meta.iter().map(entry).collect::<Vec<_>>().join("\n"));
        }
        let goals = self.goals();
        parts.extend(self.blocks_with_captions_said().map(|(part, said)| match part {
            Block::Table { head, rows, .. } if said => table(None, head, rows),
            _ => block(part, &goals, self.colon()),
        }));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }

    /// The colon after a term, as the language sets it: French leaves a narrow space before it.
    fn colon(&self) -> &'static str {
        if self.lang.starts_with("fr") { "\u{202f}:" } else { ":" }
    }

    /// The places that links of the document lead to: only these need a name that Markdown keeps.
    fn goals(&self) -> BTreeSet<String> {
        let mut goals = BTreeSet::new();
        for block in &self.blocks {
            block.each(&mut |inline| {
                if let Inline::Link { href, .. } = inline
                    && let Some(goal) = href.strip_prefix('#')
                {
                    goals.insert(goal.to_owned());
                }
            });
        }
        goals
    }
}

fn block(block: &Block, goals: &BTreeSet<String>, colon: &str) -> String {
    match block {
        Block::Heading { level, number, text, anchor: name } => {
            let marks = "#".repeat(usize::from((*level).clamp(2, 6)));
            let goal = goals.contains(name).then(|| format!("<a id=\"{}\"></a>\n\n", anchor(name)));
            format!("{}{marks} {}", goal.unwrap_or_default(), line(&numbered(number.as_deref(), text)))
        }
        Block::Paragraph(text) => inlines(text, "\\\n"),
        Block::List { ordered, items } => list(*ordered, items),
        Block::Table { caption, head, rows } => table(Some(caption), head, rows),
        Block::Definitions(terms) => terms
            .iter()
            .map(|(term, text)| format!("- **{}**{colon} {}", line(term), inlines(text, "\\\n  ")))
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Notice { title, text, .. } => {
            format!("> **{}**\n>\n> {}", line(title), inlines(text, "\\\n> "))
        }
        Block::PageBreak => "---".to_owned(),
    }
}

fn list(ordered: bool, items: &[Vec<Inline>]) -> String {
    let entry = |(index, item): (usize, &Vec<Inline>)| {
        let mark = if ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
        let indented = format!("\\\n{}", " ".repeat(mark.len()));
        format!("{mark}{}", inlines(item, &indented))
    };
    items.iter().enumerate().map(entry).collect::<Vec<_>>().join("\n")
}

/// A table under its caption, unless that has been said.
fn table(caption: Option<&str>, head: &[String], rows: &[Vec<Vec<Inline>>]) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> =
        caption.into_iter().flat_map(|caption| [format!("**{}**", line(caption)), String::new()]).collect();
    lines.push(row(head.iter().map(|name| line(name)).collect()));
    lines.push(row(head.iter().map(|_| "---".to_owned()).collect()));
    for cells in rows {
        let cell = |index: usize| cells.get(index).map_or_else(String::new, |cell| inlines(cell, CELL_BREAK));
        lines.push(row((0..head.len()).map(cell).collect()));
    }
    lines.join("\n")
}

fn inlines(text: &[Inline], line_break: &str) -> String {
    text.iter().map(|part| inline(part, line_break)).collect()
}

fn inline(inline: &Inline, line_break: &str) -> String {
    match inline {
        Inline::Text(text) | Inline::Date { text, .. } => line(text),
        Inline::Strong(text) => marked("**", text),
        Inline::Emphasis(text) => marked("*", text),
        Inline::Assumed(text) => format!("\\[{}\\]", line(text)),
        Inline::Code(text) => code(text, line_break == CELL_BREAK),
        Inline::LineBreak => line_break.to_owned(),
        Inline::Link { text, href } => safe_href(href).map_or_else(
            || line(text),
            |href| {
                format!(
                    "[{}]({})",
                    line(text),
                    href.replace('(', "%28").replace(')', "%29").replace('|', "%7C")
                )
            },
        ),
    }
}

/// Words between marks; the marks must stand at the words, so spaces go outside.
fn marked(mark: &str, text: &str) -> String {
    let words = text.trim();
    if words.is_empty() {
        return line(text);
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{mark}{}{mark}{after}", line(words))
}

/// A code span, fenced by one more backtick than it holds. In a table's cell a bar is escaped: it would end it.
fn code(text: &str, in_cell: bool) -> String {
    let text = text.replace(['\n', '\r'], " ").replace('|', if in_cell { "\\|" } else { "|" });
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text on one line with every character escaped that CommonMark or its tables could read as markup.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '#' | '|' | '~' => out.extend(['\\', c]),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    leading(&out)
}

/// At the start of a line `-`, `+`, `=` and `1.` begin lists or headings; escaped they are just signs.
fn leading(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest = text.get(digits..).unwrap_or_default();
    if digits == 0 && text.starts_with(['-', '+', '=']) {
        return format!("\\{text}");
    }
    if digits > 0 && (rest.starts_with(". ") || rest.starts_with(") ") || rest == "." || rest == ")") {
        return format!("{}\\{rest}", text.get(..digits).unwrap_or_default());
    }
    text.to_owned()
}
