//! A document as HTML: semantic elements, classes for the style sheet, no style and no script of its own.

use crate::escape::{anchor, html, safe_href};
use crate::{Block, Document, Inline};

impl Document {
    /// The document as an `<article>`, to stand in a page. Everything is escaped.
    #[must_use]
    pub fn html_body(&self) -> String {
        self.article("")
    }

    /// The article, with a list of contents after its head.
    fn article(&self, contents: &str) -> String {
        let mut out = format!("<article class=\"document\" lang=\"{}\">\n", html(&self.lang));
        self.header(&mut out);
        out.push_str(contents);
        for (block, said) in self.blocks_with_captions_said() {
            write_block(&mut out, block, said);
        }
        out.push_str("</article>\n");
        out
    }

    /// The document as a whole page. `css_href` is a style sheet's address, `css_inline` the style itself for
    /// a file that stands alone (it must not hold `</style`, which would be dropped). A long document gets a list of
    /// contents; where a page has one of its own, take [`Document::html_body`].
    #[must_use]
    pub fn html_page(&self, css_href: Option<&str>, css_inline: Option<&str>) -> String {
        let contents = self.list_of_contents().map_or_else(String::new, |list| self.navigation(&list));
        let mut head = String::new();
        if let Some(href) = css_href.and_then(safe_href) {
            head.push_str(&format!("<link rel=\"stylesheet\" href=\"{}\">\n", html(href)));
        }
        if let Some(css) = css_inline.filter(|css| !css.to_ascii_lowercase().contains("</style")) {
            head.push_str(&format!("<style>\n{css}\n</style>\n"));
        }
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n{head}</head>\n<body>\n<main class=\"alone prose\">\n{body}</main>\n</body>\n</html>\n",
            lang = html(&self.lang),
            title = html(&self.title),
            body = self.article(&contents),
        )
    }

    fn navigation(&self, list: &[(String, String)]) -> String {
        let entry = |(name, words): &(String, String)| {
            format!("<li><a href=\"#{}\">{}</a></li>\n", anchor(name), html(words))
        };
        let title = html(&texts::texts(&self.lang).say("document-contents"));
        let entries: String = list.iter().map(entry).collect();
        format!(
            "<nav class=\"contents\" aria-label=\"{title}\">\n<h2>{title}</h2>\n<ol>\n{entries}</ol>\n</nav>\n"
        )
    }

    fn header(&self, out: &mut String) {
        out.push_str(&format!("<header>\n<h1>{}</h1>\n", html(&self.title)));
        if let Some(subtitle) = &self.subtitle {
            out.push_str(&format!("<p class=\"subtitle\">{}</p>\n", html(subtitle)));
        }
        if !self.meta.is_empty() {
            out.push_str("<dl class=\"meta\">\n");
            for (name, value) in &self.meta {
                out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", html(name), html(value)));
            }
            out.push_str("</dl>\n");
        }
        out.push_str("</header>\n");
    }
}

fn write_block(out: &mut String, block: &Block, said: bool) {
    match block {
        Block::Heading { level, number, text, anchor: name } => {
            heading(out, *level, number.as_deref(), text, name);
        }
        Block::Paragraph(text) => out.push_str(&format!("<p>{}</p>\n", inlines(text))),
        Block::List { ordered, items } => list(out, if *ordered { "ol" } else { "ul" }, items),
        Block::Table { caption, head, rows } => table(out, (caption, said), head, rows),
        Block::Definitions(terms) => definitions(out, terms),
        Block::Notice { kind, title, text } => out.push_str(&format!(
            "<aside class=\"notice notice-{}\" role=\"note\"><p class=\"notice-title\">{}</p><p>{}</p></aside>\n",
            kind.as_str(),
            html(title),
            inlines(text)
        )),
        Block::PageBreak => out.push_str("<hr class=\"page-break\">\n"),
    }
}

fn heading(out: &mut String, level: u8, number: Option<&str>, text: &str, name: &str) {
    let level = level.clamp(2, 6);
    let id = if name.is_empty() { anchor(text) } else { anchor(name) };
    let number = number.map_or_else(String::new, |n| format!("<span class=\"number\">{}</span> ", html(n)));
    out.push_str(&format!("<h{level} id=\"{id}\">{number}{}</h{level}>\n", html(text)));
}

fn list(out: &mut String, element: &str, items: &[Vec<Inline>]) {
    out.push_str(&format!("<{element}>\n"));
    for item in items {
        out.push_str(&format!("<li>{}</li>\n", inlines(item)));
    }
    out.push_str(&format!("</{element}>\n"));
}

/// A table; each cell carries its column's name, so that a narrow screen can show rows as cards.
/// A caption that the heading above has said names the table for a screen reader only.
fn table(out: &mut String, (caption, said): (&str, bool), head: &[String], rows: &[Vec<Vec<Inline>>]) {
    if head.len() > COLUMNS {
        return records(out, (caption, said), head, rows);
    }
    let class = if said { " class=\"said\"" } else { "" };
    let caption = html(caption);
    out.push_str(&format!("<div class=\"table\"><table>\n<caption{class}>{caption}</caption>\n<thead><tr>"));
    for name in head {
        out.push_str(&format!("<th scope=\"col\">{}</th>", html(name)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>");
        for (index, name) in head.iter().enumerate() {
            let cell = row.get(index).map_or_else(String::new, |cell| inlines(cell));
            // What a row is about heads its card, and needs no label there.
            if index == 0 {
                out.push_str(&format!("<th scope=\"row\">{cell}</th>"));
            } else {
                out.push_str(&format!("<td data-label=\"{}\">{cell}</td>", html(name)));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// So many columns have room on a page.
const COLUMNS: usize = 6;

/// A table that no page has room for: each row becomes a list of name and value, as on paper.
fn records(out: &mut String, (caption, said): (&str, bool), head: &[String], rows: &[Vec<Vec<Inline>>]) {
    if !said {
        out.push_str(&format!("<p><strong>{}</strong></p>\n", html(caption)));
    }
    for row in rows {
        let pairs: Vec<(String, Vec<Inline>)> = head.iter().cloned().zip(row.iter().cloned()).collect();
        definitions(out, &pairs);
        out.push_str("<hr>\n");
    }
}

fn definitions(out: &mut String, terms: &[(String, Vec<Inline>)]) {
    out.push_str("<dl>\n");
    for (term, text) in terms {
        out.push_str(&format!("<div><dt>{}</dt><dd>{}</dd></div>\n", html(term), inlines(text)));
    }
    out.push_str("</dl>\n");
}

/// Runs of words as HTML, to stand in an element of a page. Everything is escaped.
#[must_use]
pub fn inlines(text: &[Inline]) -> String {
    text.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(text) => html(text),
        Inline::Strong(text) => format!("<strong>{}</strong>", html(text)),
        Inline::Emphasis(text) => format!("<em>{}</em>", html(text)),
        Inline::Code(text) => format!("<code>{}</code>", html(text)),
        Inline::Assumed(text) => format!("<mark class=\"assumed\">{}</mark>", html(text)),
        Inline::Date { text, day } => format!("<time datetime=\"{}\">{}</time>", html(day), html(text)),
        Inline::LineBreak => "<br>".to_owned(),
        Inline::Link { text, href } => safe_href(href)
            .map_or_else(|| html(text), |href| format!("<a href=\"{}\">{}</a>", html(href), html(text))),
    }
}
