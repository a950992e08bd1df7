//! Lists and mappings in brackets, on one line.

use super::scalar::{Place, key, short};
use super::{Printer, WIDTH};
use crate::tree::{Node, NodeKind};

impl Printer<'_> {
    /// A value in brackets as one line that begins in `column`, if it is written so and fits.
    pub(super) fn brackets(&self, node: &Node, column: usize) -> Option<String> {
        if !self.is_flow(node) || self.comments.inside(node.span) {
            return None;
        }
        let mut line = Line { words: String::new(), room: WIDTH.checked_sub(column)? };
        self.flow(node, Place::FlowItem, &mut line)?;
        Some(line.words)
    }

    fn flow(&self, node: &Node, place: Place, line: &mut Line) -> Option<()> {
        match &node.kind {
            NodeKind::Sequence(items) => {
                line.push("[")?;
                for (n, item) in items.iter().enumerate() {
                    line.push(if n > 0 { ", " } else { "" })?;
                    self.flow(item, Place::FlowItem, line)?;
                }
                line.push("]")
            }
            NodeKind::Mapping(entries) if entries.is_empty() => line.push("{}"),
            NodeKind::Mapping(entries) => {
                line.push("{ ")?;
                for (n, entry) in entries.iter().enumerate() {
                    line.push(if n > 0 { ", " } else { "" })?;
                    line.push(&key(&entry.key, Place::FlowKey))?;
                    line.push(if entry.value.kind == NodeKind::Missing { ":" } else { ": " })?;
                    self.flow(&entry.value, Place::FlowValue, line)?;
                }
                line.push(" }")
            }
            NodeKind::Scalar(scalar) => line.push(&short(scalar, self.text, place)?),
            NodeKind::Missing | NodeKind::Broken => Some(()),
        }
    }
}

/// A line with the room left on it.
struct Line {
    words: String,
    room: usize,
}

impl Line {
    /// Adds words, if they fit.
    fn push(&mut self, words: &str) -> Option<()> {
        self.room = self.room.checked_sub(words.chars().count())?;
        self.words.push_str(words);
        Some(())
    }
}
