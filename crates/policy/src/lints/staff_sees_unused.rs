//! A staff role that may see what none of its purposes uses.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a category of a staff role that none of the role's purposes uses.
    ///
    /// ## Why is this bad?
    /// Staff see what they need for a purpose. The role promises a view that it can never have, or was meant to have
    /// another purpose.
    ///
    /// ## Example
    /// ```yaml
    /// staff:
    ///   support: { title: Support, categories: [contact] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// staff:
    ///   support: { title: Support, purposes: [answer], categories: [contact] }
    /// ```
    "A0410", Warning, "a staff role that may see what none of its purposes uses", law "GDPR Art. 25(2) and 32(4)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for role in &cx.policy.staff {
        let purposes = role.purposes.iter().filter_map(|name| cx.purpose(name));
        let uses = purposes.flat_map(|purpose| purpose.uses.iter().filter_map(|path| path.split_once('.')));
        let used: HashSet<&str> = uses.map(|(category, _)| category).collect();
        let lost = |name: &&String| !used.contains(name.as_str()) && cx.policy.category(name).is_some();
        for category in role.categories.iter().filter(lost) {
            let at = cx.item(&format!("staff/{}/categories", role.name), &role.categories, category);
            let message = format!("no purpose of `{}` uses `{category}`", role.name);
            told.push(LINT.breach(message).at(at).help("remove it, or add the purpose it is needed for"));
        }
    }
}
