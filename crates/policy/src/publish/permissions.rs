//! What the mobile application asks of the device (WX-17).

use super::paper::{Paper, Words};
use crate::model::Permission;
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    if paper.policy.permissions.is_empty() {
        return;
    }
    paper.section("document-permissions", "permissions");
    paper.tell("document-permissions-intro");
    let rows = paper.policy.permissions.iter().map(|permission| row(paper, permission)).collect();
    let heads =
        ["document-head-permission", "document-head-reason", "document-head-for", "document-head-with-whom"];
    paper.table(paper.say("document-permissions"), &heads, rows);
}

fn row(paper: &Paper<'_>, permission: &Permission) -> Vec<Words> {
    let name = paper.say(&format!("document-permission-{}", permission.kind.as_str()));
    let known = permission.shares_with.iter().filter_map(|name| paper.policy.recipient(name));
    let with = paper.recipient_names(known);
    vec![
        vec![Inline::Strong(name)],
        vec![Inline::Text(permission.why.get(paper.lang).to_owned())],
        paper.purpose_links(std::slice::from_ref(&permission.purpose)),
        with,
    ]
}
