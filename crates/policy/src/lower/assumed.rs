//! The places of everything that is not published but assumed.

use crate::shape::plain;
use crate::tree::Node;
use std::borrow::Cow;

/// The places of all values written `{ assumed: … }`, sorted.
pub(super) fn places(root: &Node) -> Vec<String> {
    let mut found = Vec::new();
    collect(root, &mut Vec::new(), &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

// INVARIANT: the reader refuses more than 48 levels, so that this ends.
fn collect<'t>(node: &'t Node, path: &mut Vec<Cow<'t, str>>, found: &mut Vec<String>) {
    if plain(node).1 {
        found.push(path.join("/"));
        return;
    }
    let deeper = |node: &&Node| node.entries().is_some() || node.items().is_some();
    for entry in node.entries().unwrap_or_default() {
        if let Some(value) = Some(&entry.value).filter(deeper) {
            path.push(Cow::Borrowed(&entry.key.text));
            collect(value, path, found);
            path.pop();
        }
    }
    for (n, item) in node.items().unwrap_or_default().iter().enumerate() {
        if let Some(item) = Some(item).filter(deeper) {
            path.push(Cow::Owned(n.to_string()));
            collect(item, path, found);
            path.pop();
        }
    }
}
