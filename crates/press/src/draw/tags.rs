//! The structure in krilla's words.

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use crate::tree::{Child, Filled, NodeId, Role, Tree};

/// Builds the tag tree; nodes without content are left out.
pub(super) fn build(tree: &Tree, filled: &Filled, lang: &str) -> TagTree {
    let mut tags = TagTree::new().with_lang(Some(lang.to_owned()));
    for node in children(tree, Tree::ROOT, filled) {
        tags.push(node);
    }
    tags
}

fn children(tree: &Tree, id: NodeId, filled: &Filled) -> Vec<Node> {
    let mut out = Vec::new();
    for child in tree.get(id).map_or(&[][..], |(_, children)| children) {
        match child {
            Child::Slot(slot) => out.extend(filled.get(*slot).iter().map(|piece| Node::from(*piece))),
            Child::Node(id) => out.extend(group(tree, *id, filled).map(Node::from)),
        }
    }
    out
}

fn group(tree: &Tree, id: NodeId, filled: &Filled) -> Option<TagGroup> {
    let (role, _) = tree.get(id)?;
    let inside = children(tree, id, filled);
    (!inside.is_empty()).then(|| TagGroup::with_children(kind(role), inside))
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Document => Tag::Part.into(),
        Role::Heading(level, title) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List { ordered: true } => Tag::L(ListNumbering::Decimal).into(),
        Role::List { ordered: false } => Tag::L(ListNumbering::Disc).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::Head => Tag::THead.into(),
        Role::Rows => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Link(_) => Tag::Link.into(),
        Role::Strong => Tag::Strong.into(),
        Role::Emphasis => Tag::Em.into(),
        Role::Code => Tag::Code.into(),
        Role::Note => Tag::Div.into(),
    }
}
