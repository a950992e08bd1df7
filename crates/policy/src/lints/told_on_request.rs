//! What the law wants told to everybody, told to those who ask.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports what `general/on_request` tells only to those who ask, but for the copy of a safeguard.
    ///
    /// ## Why is this bad?
    /// Basis, duty, recipients, period, source and interest must be told when data is collected. Who has to ask for
    /// them first was not informed, and cannot know what there is to ask.
    ///
    /// ## Example
    /// ```yaml
    /// general: { on_request: [basis] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// general: { on_request: [safeguards] }
    /// ```
    "A0235", Warning, "what must be told, told only to those who ask", law "GDPR Art. 13(1), 13(2) and 14"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (what, at) in cx.written("general/on_request") {
        if what != "safeguards" {
            let found = LINT.breach(format!("`{what}` is told only to those who ask for it")).at(at);
            told.push(found.help("say it in the policy: declare it where it belongs, and remove it here"));
        }
    }
}
