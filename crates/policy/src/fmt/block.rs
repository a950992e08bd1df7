//! Mappings and lists, a line or more for each entry.

use super::scalar::{Place, key};
use super::{Printer, WIDTH};
use crate::diagnostic::Span;
use crate::tree::{Entry, Node, NodeKind, PieceKind, Scalar};

/// Where a value is written.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// How far the lines of its key or dash are indented.
    pub(super) indent: usize,
    /// Where its first line begins if it stays on the line of its key or dash.
    pub(super) column: usize,
    /// What it is the value of.
    pub(super) place: Place,
    /// The column of the key or dash in the text; -1 for the whole file.
    parent: isize,
}

impl Printer<'_> {
    /// Writes the topmost value.
    pub(super) fn value_of_root(&mut self, root: &Node) {
        let at = At { indent: 0, column: 0, place: Place::Item, parent: -1 };
        match &root.kind {
            NodeKind::Missing | NodeKind::Broken => {}
            _ if self.is_inline(root, at) => {
                self.leading(root.span.start, 0);
                self.fresh(root.span.start, 0);
                self.inline(root, at);
            }
            _ => self.collection(root, 0, -1, false),
        }
    }

    /// Whether a value begins on the line of its key: a text, nothing, or brackets that fit.
    fn is_inline(&self, node: &Node, at: At) -> bool {
        match &node.kind {
            NodeKind::Mapping(entries) if entries.is_empty() => true,
            NodeKind::Sequence(items) if items.is_empty() => true,
            NodeKind::Mapping(_) | NodeKind::Sequence(_) => self.brackets(node, at.column).is_some(),
            NodeKind::Scalar(_) | NodeKind::Missing | NodeKind::Broken => true,
        }
    }

    /// Writes a value that begins on the line of its key.
    fn inline(&mut self, node: &Node, at: At) {
        match &node.kind {
            NodeKind::Missing | NodeKind::Broken => self.last = node.span.end,
            NodeKind::Scalar(scalar) => self.scalar(scalar, at),
            NodeKind::Mapping(_) | NodeKind::Sequence(_) => {
                let words = self.brackets(node, at.column).unwrap_or_else(|| self.empty(node).to_owned());
                self.space();
                self.write(&words, node.span.end);
                if self.comments.inside(node.span) {
                    self.last = node.span.start;
                    self.leading(node.span.end, at.indent);
                    self.last = self.last.max(node.span.end);
                }
            }
        }
    }

    fn empty(&self, node: &Node) -> &'static str {
        if self.text.get(node.span.start..).is_some_and(|rest| rest.starts_with('{')) { "{}" } else { "[]" }
    }

    /// A space after `key:` or `-`; none where a line begins.
    pub(super) fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(['\n', ' ']) {
            self.out.push(' ');
        }
    }

    /// Writes a mapping or a list; its first entry goes on the line if it is `begun`.
    fn collection(&mut self, node: &Node, indent: usize, parent: isize, begun: bool) {
        match &node.kind {
            NodeKind::Mapping(entries) => {
                for (n, entry) in entries.iter().enumerate() {
                    self.entry(entry, indent, begun && n == 0);
                }
            }
            NodeKind::Sequence(items) => {
                for (n, item) in items.iter().enumerate() {
                    self.item(node, item, indent, begun && n == 0);
                }
            }
            NodeKind::Scalar(_) | NodeKind::Missing | NodeKind::Broken => {}
        }
        if self.is_flow(node) {
            self.leading(node.span.end, indent);
            self.last = self.last.max(node.span.end);
        } else {
            self.tail(node, indent, parent);
        }
    }

    /// Comments after the last entry that are indented like it.
    fn tail(&mut self, node: &Node, indent: usize, parent: isize) {
        let column = self.column(node.span.start);
        let limit = self.next_content(node.span.end);
        while let Some(comment) = self.comments.peek().filter(|comment| comment.span.start < limit) {
            let own = comment.alone.map(usize::cast_signed);
            let belongs = own.is_some_and(|own| own >= column && own > parent);
            if !belongs && !self.is_beside(comment.span.start) {
                break;
            }
            self.leading(comment.span.start + 1, indent);
        }
    }

    fn next_content(&self, at: usize) -> usize {
        let pieces = self.tree.pieces();
        let first = pieces.partition_point(|piece| piece.span.start < at);
        let trivia = |kind| matches!(kind, PieceKind::Space | PieceKind::Break | PieceKind::Comment);
        let next = pieces.iter().skip(first).find(|piece| !trivia(piece.kind));
        next.map_or(usize::MAX, |piece| piece.span.start)
    }

    fn column(&self, at: usize) -> isize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().len().cast_signed()
    }

    pub(super) fn is_flow(&self, node: &Node) -> bool {
        self.text.get(node.span.start..).is_some_and(|rest| rest.starts_with(['[', '{']))
    }

    fn at_value(&self, name: &Scalar, indent: usize) -> At {
        let column = indent + key(name, Place::Key).chars().count() + 2;
        At { indent, column, place: Place::Value, parent: self.column(name.span.start) }
    }

    /// Up to where comments are written before the line on which this value begins after a dash.
    fn lead(&self, node: &Node, at: At) -> usize {
        if self.is_inline(node, at) {
            return node.span.start;
        }
        match &node.kind {
            NodeKind::Mapping(entries) => {
                entries.first().map_or(node.span.start, |entry| self.lead_entry(entry, at.indent + 2))
            }
            NodeKind::Sequence(items) => {
                items.first().map_or(node.span.start, |item| self.lead(item, at_item(at.indent + 2, 0)))
            }
            _ => node.span.start,
        }
    }

    fn lead_entry(&self, entry: &Entry, indent: usize) -> usize {
        let inline = self.is_inline(&entry.value, self.at_value(&entry.key, indent));
        if inline { entry.value.span.start } else { entry.key.span.start }
    }

    fn entry(&mut self, entry: &Entry, indent: usize, begun: bool) {
        if begun {
            self.space();
        } else {
            let until = self.lead_entry(entry, indent);
            self.leading(until, indent);
            self.fresh(entry.key.span.start, indent);
        }
        let at = self.at_value(&entry.key, indent);
        self.write(&key(&entry.key, Place::Key), entry.key.span.end);
        self.write(":", entry.key.span.end);
        if self.is_inline(&entry.value, at) {
            self.inline(&entry.value, at);
        } else {
            self.collection(&entry.value, indent + 2, at.parent, false);
        }
    }

    fn item(&mut self, list: &Node, item: &Node, indent: usize, begun: bool) {
        let dash = if self.is_flow(list) { item.span } else { self.dash(item) };
        let at = at_item(indent, self.column(dash.start));
        if begun {
            self.space();
        } else {
            self.leading(self.lead(item, at), indent);
            self.fresh(dash.start, indent);
        }
        self.write("-", if self.is_flow(list) { item.span.start } else { dash.end });
        if self.is_inline(item, at) {
            self.inline(item, at);
        } else {
            self.collection(item, indent + 2, at.parent, true);
        }
    }

    /// The `-` of an item of a block.
    fn dash(&self, item: &Node) -> Span {
        let pieces = self.tree.pieces();
        let after = pieces.partition_point(|piece| piece.span.start < item.span.start);
        let before = pieces.get(..after).unwrap_or_default();
        before.iter().rev().find(|piece| piece.kind == PieceKind::Mark).map_or(item.span, |piece| piece.span)
    }

    /// Whether words of this length fit on the line after `column`.
    pub(super) fn fits(column: usize, words: &str) -> bool {
        column + words.chars().count() <= WIDTH
    }
}

fn at_item(indent: usize, parent: isize) -> At {
    At { indent, column: indent + 2, place: Place::Item, parent }
}
