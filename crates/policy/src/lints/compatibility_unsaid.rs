//! A purpose said to be compatible, and not why.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose with `compatible_with` and without `compatibility`.
    ///
    /// ## Why is this bad?
    /// A new purpose may use old data if it is compatible with the first: by the link between the two, by what people
    /// expect, by what it does to them. Unsaid, nobody has weighed it.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], keep: { for: 1 year, from: last-contact } }
    ///   improve: { why: Improve our answers, basis: contract, compatible_with: [answer], uses: [contact.email], keep: { for: 1 year, from: last-contact } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], keep: { for: 1 year, from: last-contact } }
    ///   improve: { why: Improve our answers, basis: contract, compatible_with: [answer], compatibility: Who writes expects us to learn from it., uses: [contact.email], keep: { for: 1 year, from: last-contact } }
    /// ```
    "A0414", Warning, "a purpose said to be compatible, and not why", law "GDPR Art. 6(4)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let bare = |purpose: &&crate::model::Purpose| {
        !purpose.compatible_with.is_empty() && purpose.compatibility.is_none()
    };
    for purpose in cx.policy.purposes.iter().filter(bare) {
        let at = cx.key(&format!("purposes/{}/compatible_with", purpose.name));
        let message =
            format!("nothing says why `{}` is compatible with what data was collected for", purpose.name);
        told.push(LINT.breach(message).at(at).help("add `compatibility:` with what links the two"));
    }
}
