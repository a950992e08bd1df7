//! Runs of a document as spans of text, noted in the structure.

use document::{Inline, safe_href};

use crate::fonts::Face;
use crate::style::{ACCENT, INK, Style};
use crate::text::{Marks, Span};
use crate::tree::{NodeId, Role, Tree};

/// The spans of a run of inlines under a node.
pub(crate) fn spans(tree: &mut Tree, parent: NodeId, inlines: &[Inline], style: Style) -> Vec<Span> {
    inlines.iter().map(|inline| span(tree, parent, inline, style)).collect()
}

/// A span of plain words under a node.
pub(crate) fn words(tree: &mut Tree, parent: NodeId, text: &str, style: Style) -> Span {
    let marks = Marks { slot: Some(tree.slot(parent)), ..Marks::default() };
    Span { text: text.replace(['\n', '\r'], " "), style, marks }
}

/// A span of decoration, which no screen reader reads.
pub(crate) fn decoration(text: &str, style: Style) -> Span {
    Span { text: text.to_owned(), style, marks: Marks::default() }
}

fn span(tree: &mut Tree, parent: NodeId, inline: &Inline, style: Style) -> Span {
    let mut under = |role: Role, text: &str, style: Style| {
        let node = tree.node(parent, role);
        words(tree, node, text, style)
    };
    match inline {
        Inline::Text(text) => words(tree, parent, text, style),
        // A day stays on one line.
        Inline::Date { text, .. } => words(tree, parent, &text.replace(' ', "\u{a0}"), style),
        Inline::Strong(text) => under(Role::Strong, text, style.with_face(Face::Bold)),
        Inline::Emphasis(text) => under(Role::Emphasis, text, style.with_face(Face::Italic)),
        Inline::Code(text) => {
            let mono = Style { size: style.size * 0.84, ..style.with_face(Face::Mono) };
            under(Role::Code, text, mono)
        }
        Inline::Assumed(text) => {
            let mut span = words(tree, parent, &format!("[{text}]"), style.in_color(INK));
            span.marks.tint = true;
            span
        }
        Inline::LineBreak => {
            let mut span = words(tree, parent, "", style);
            span.text = "\n".to_owned();
            span
        }
        Inline::Link { text, href } => match target(href) {
            None => words(tree, parent, text, style),
            Some(href) => {
                let mut span = under(Role::Link(href.to_owned()), text, style.in_color(ACCENT));
                span.marks.link = Some(href.to_owned());
                span
            }
        },
    }
}

/// Where a link on paper can lead: to an address with a scheme, or to a place in the same document.
fn target(href: &str) -> Option<&str> {
    let lower = href.to_ascii_lowercase();
    let far = ["https:", "http:", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    safe_href(href).filter(|href| far || href.starts_with('#'))
}
