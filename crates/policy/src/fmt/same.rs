//! Whether two trees mean the same and keep the same comments.

use crate::tree::{Node, NodeKind, PieceKind, Scalar, Style, Tree};

/// Whether nothing but the layout differs.
pub(super) fn same(one: &Tree, other: &Tree) -> bool {
    other.errors().is_empty() && nodes(one.root(), other.root()) && comments(one).eq(comments(other))
}

fn nodes(one: &Node, other: &Node) -> bool {
    match (&one.kind, &other.kind) {
        (NodeKind::Mapping(a), NodeKind::Mapping(b)) => {
            let same = |(a, b): (&crate::tree::Entry, &crate::tree::Entry)| {
                a.key.text == b.key.text && nodes(&a.value, &b.value)
            };
            a.len() == b.len() && a.iter().zip(b).all(same)
        }
        (NodeKind::Sequence(a), NodeKind::Sequence(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| nodes(a, b))
        }
        (NodeKind::Scalar(a), NodeKind::Scalar(b)) => a.text == b.text && nothing(a) == nothing(b),
        (a, b) => a == b,
    }
}

/// Unquoted, these words read as nothing.
fn nothing(scalar: &Scalar) -> bool {
    scalar.style == Style::Plain && matches!(scalar.text.as_str(), "" | "~" | "null")
}

/// Every comment, also those after `|` and `>`.
fn comments(tree: &Tree) -> impl Iterator<Item = &str> {
    tree.pieces().iter().filter_map(|piece| {
        let text = piece.span.of(tree.text());
        let comment = match piece.kind {
            PieceKind::Comment => text,
            PieceKind::Scalar if text.starts_with(['|', '>']) => {
                let header = text.split('\n').next().unwrap_or_default();
                header.get(header.find('#')?..)?
            }
            _ => return None,
        };
        Some(comment.trim_end_matches([' ', '\t', '\r']))
    })
}
