//! A change that takes rights away and is not told ahead.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports changes that affect people's rights and are told only when they take effect.
    ///
    /// ## Why is this bad?
    /// Who hears of a change on the day it holds can neither object nor leave before it. The authorities ask for notice
    /// well ahead (WP 260, paragraph 30).
    ///
    /// ## Example
    /// ```yaml
    /// changes: { minor: [site], significant: [site, email], rights_affecting: [site, email] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// changes: { minor: [site], significant: [site, email], rights_affecting: { by: [site, email], ahead: 30 days } }
    /// ```
    "A0233", Warning, "a change that takes rights away and is not told ahead", law "GDPR Art. 5(1)(a) and 13(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.has("changes/rights_affecting") && !cx.has("changes/rights_affecting/ahead") {
        let message = "changes that affect rights are told only when they take effect";
        let help = "write `rights_affecting: { by: [site, email], ahead: 30 days }`";
        told.push(LINT.breach(message).at(cx.value("changes/rights_affecting")).help(help));
    }
}
