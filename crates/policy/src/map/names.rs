//! The names of the policy that a map uses, as they stand in its text.

use super::lower::entries;
use crate::diagnostic::Span;
use crate::shape::Space;
use crate::tree::Node;

/// Every name, with its space and where it stands; the words that are no names are left out.
pub(crate) fn names(root: &Node) -> Vec<(Space, &str, Span)> {
    entries(root.get("tables"))
        .iter()
        .flat_map(|table| purposes(&table.value).chain(fields(&table.value)))
        .collect()
}

fn purposes(table: &Node) -> impl Iterator<Item = (Space, &str, Span)> {
    let further = table.get("also_for").and_then(Node::items).unwrap_or_default();
    let ground = table.get("erase").and_then(|erase| erase.get("keep"));
    let all = table.get("purpose").into_iter().chain(further).chain(ground);
    all.filter_map(|node| node.scalar()).map(|scalar| (Space::Purpose, scalar.text.as_str(), scalar.span))
}

fn fields(table: &Node) -> impl Iterator<Item = (Space, &str, Span)> {
    let columns = entries(table.get("columns")).iter();
    let said =
        columns.filter_map(|column| column.value.scalar().or_else(|| column.value.get("is")?.scalar()));
    // A field has a category before it; `key`, `not-personal` and `other-person` have none.
    let fields = said.filter(|scalar| scalar.text.contains('.'));
    fields.map(|scalar| (Space::Field, scalar.text.as_str(), scalar.span))
}
