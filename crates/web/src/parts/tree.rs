//! A request's plan as a tree: the store, its tables under it, what becomes of each.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Pill;

/// One node and what hangs under it.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/node.html")]
pub struct Node {
    /// What it is.
    pub text: String,
    /// How it stands.
    pub pill: Option<Pill>,
    /// What hangs under it.
    pub children: Vec<Node>,
}

/// A tree with its name.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/tree.html")]
pub struct Tree {
    /// What screen readers call it.
    pub label: String,
    /// The outermost nodes.
    pub roots: Vec<Node>,
}

impl HtmlSafe for Node {}
impl HtmlSafe for Tree {}
