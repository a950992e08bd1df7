//! What stands in the parts of a text that could not be understood: saying that it is missing would be no news.

use super::{Entry, Node, NodeKind, Piece, PieceKind, Tree};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::HashSet;

/// The keys in broken parts, and the entries that have such a part.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lost {
    keys: HashSet<String>,
    damaged: HashSet<Span>,
}

impl Lost {
    /// Adds what another file lost, which begins at `start`.
    pub(crate) fn add(&mut self, other: Lost, start: usize) {
        self.keys.extend(other.keys);
        self.damaged.extend(other.damaged.into_iter().map(|key| key.moved(start)));
    }

    /// Whether this key, or the last part of this name, stands in a broken part.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.keys.contains(name.rsplit('.').next().unwrap_or(name))
    }

    /// Whether keys were lost somewhere in the entry whose key stands here.
    pub(crate) fn in_entry(&self, key: Span) -> bool {
        !self.keys.is_empty() && self.damaged.contains(&key)
    }
}

impl Tree {
    /// What was lost to faults; nothing where there is none.
    pub(crate) fn lost(&self) -> Lost {
        if self.errors.is_empty() {
            return Lost::default();
        }
        let mut kept = HashSet::new();
        keep(&self.root, &mut kept);
        let mut lost = Lost::default();
        for (n, piece) in self.pieces.iter().enumerate() {
            match piece.kind {
                PieceKind::Scalar if kept.contains(&piece.span.start) => {}
                PieceKind::Scalar | PieceKind::Broken => {
                    let text = piece.span.of(&self.text);
                    lost.keys.extend(keys_in(text));
                    // A key whose colon is missing begins the line that was left out.
                    let first = text.split([' ', ':', '\t']).next().unwrap_or_default();
                    lost.keys.extend((piece.kind == PieceKind::Broken).then(|| bare(first)));
                    // `email title:` in brackets: a comma is missing before the key.
                    let last = text.rsplit(' ').next().unwrap_or(text);
                    lost.keys
                        .extend(self.has_mark(n).then(|| [bare(text), bare(last)]).into_iter().flatten());
                }
                _ => {}
            }
        }
        for error in &self.errors {
            damage(&self.root, error.span.unwrap_or_default().start, &mut lost.damaged);
        }
        lost
    }

    /// Whether a `:` follows this piece.
    fn has_mark(&self, piece: usize) -> bool {
        let mut after = self.pieces.iter().skip(piece + 1).skip_while(|piece| piece.kind == PieceKind::Space);
        let is_colon = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Mark | PieceKind::Broken) && piece.span.of(&self.text) == ":"
        };
        after.next().is_some_and(is_colon)
    }

    /// The topmost value and what could not be understood.
    pub(crate) fn into_parts(self) -> (Node, Vec<Diagnostic>) {
        (self.root, self.errors)
    }
}

/// Where the keys of the tree stand.
fn keep(node: &Node, kept: &mut HashSet<usize>) {
    match &node.kind {
        NodeKind::Mapping(entries) => {
            for entry in entries {
                kept.insert(entry.key.span.start);
                keep(&entry.value, kept);
            }
        }
        NodeKind::Sequence(items) => items.iter().for_each(|item| keep(item, kept)),
        _ => {}
    }
}

/// What looks like a key in text that was not understood.
fn keys_in(text: &str) -> impl Iterator<Item = String> {
    let ends = text.match_indices(':').map(|(at, _)| at).filter(|at| {
        text.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
    });
    ends.filter_map(|at| {
        let before = text.get(..at)?.trim_end_matches([' ', '\t']);
        let key = before.rsplit(['\n', '{', '[', ',']).next()?;
        Some(bare(key)).filter(|key| !key.is_empty())
    })
}

fn bare(key: &str) -> String {
    key.trim().trim_start_matches("- ").trim_matches(['"', '\'']).to_owned()
}

/// The entries around a place: from a key to the next one beside it.
fn damage(node: &Node, at: usize, damaged: &mut HashSet<Span>) {
    match &node.kind {
        NodeKind::Mapping(entries) => {
            let after = entries.partition_point(|entry| entry.key.span.start <= at);
            if let Some(Entry { key, value }) = after.checked_sub(1).and_then(|before| entries.get(before)) {
                damaged.insert(key.span);
                damage(value, at, damaged);
            }
        }
        NodeKind::Sequence(items) => {
            let after = items.partition_point(|item| item.span.start <= at);
            if let Some(item) = after.checked_sub(1).and_then(|before| items.get(before)) {
                damage(item, at, damaged);
            }
        }
        _ => {}
    }
}
