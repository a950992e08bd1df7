//! The places of everything that is not published but assumed.

use crate::shape::plain;
use crate::tree::Node;

/// The places of all values written `{ assumed: … }`, sorted.
pub(super) fn places(root: &Node) -> Vec<String> {
    let mut found = Vec::new();
    collect(root, &mut Vec::new(), &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

// INVARIANT: the reader refuses more than 48 levels, so that this ends.
fn collect(node: &Node, path: &mut Vec<String>, found: &mut Vec<String>) {
    if plain(node).1 {
        found.push(path.join("/"));
        return;
    }
    for entry in node.entries().unwrap_or_default() {
        path.push(entry.key.text.clone());
        collect(&entry.value, path, found);
        path.pop();
    }
    for (n, item) in node.items().unwrap_or_default().iter().enumerate() {
        path.push(n.to_string());
        collect(item, path, found);
        path.pop();
    }
}
