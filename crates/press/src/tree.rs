//! The document's structure for screen readers, as an arena: nodes and, in them, slots for the pieces of content.
//! A slot is taken while laying out, in reading order, and filled while drawing.

use krilla::tagging::Identifier;

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Heading(u8, String),
    Paragraph,
    List { ordered: bool },
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Link(String),
    Strong,
    Emphasis,
    Code,
    Note,
}

/// A node's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// A slot's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot(usize);

/// What a node holds, in reading order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Child {
    Node(NodeId),
    Slot(Slot),
}

/// The structure.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<(Role, Vec<Child>)>,
    slots: usize,
}

/// What drawing put into the slots.
pub(crate) struct Filled(Vec<Vec<Identifier>>);

impl Tree {
    /// The root of every tree.
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        Self { nodes: vec![(Role::Document, Vec::new())], slots: 0 }
    }

    /// A new node under another.
    pub(crate) fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push((role, Vec::new()));
        self.child(parent, Child::Node(id));
        id
    }

    /// A place for content in a node.
    pub(crate) fn slot(&mut self, parent: NodeId) -> Slot {
        let slot = Slot(self.slots);
        self.slots += 1;
        self.child(parent, Child::Slot(slot));
        slot
    }

    fn child(&mut self, parent: NodeId, child: Child) {
        if let Some((_, children)) = self.nodes.get_mut(parent.0) {
            children.push(child);
        }
    }

    /// A node's role and content.
    pub(crate) fn get(&self, id: NodeId) -> Option<(&Role, &[Child])> {
        self.nodes.get(id.0).map(|(role, children)| (role, children.as_slice()))
    }

    /// Empty slots, to be filled.
    pub(crate) fn empty_slots(&self) -> Filled {
        Filled(vec![Vec::new(); self.slots])
    }
}

impl Filled {
    /// Puts a piece of content into a slot.
    pub(crate) fn put(&mut self, slot: Slot, content: Identifier) {
        if let Some(pieces) = self.0.get_mut(slot.0) {
            pieces.push(content);
        }
    }

    /// What a slot holds.
    pub(crate) fn get(&self, slot: Slot) -> &[Identifier] {
        self.0.get(slot.0).map_or(&[], Vec::as_slice)
    }
}
