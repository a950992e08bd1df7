//! Nothing is said of decisions without a human.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes that the policy does not say whether decisions about people are made without a human.
    ///
    /// ## Why is this bad?
    /// People must be told of such decisions, with their logic and consequences; saying that there are none costs
    /// one line and is a promise the console then keeps.
    ///
    /// ## Example
    /// ```yaml
    /// automated_decisions:
    /// ```
    /// ## Instead
    /// ```yaml
    /// automated_decisions: none
    /// ```
    "A0210", Note, "nothing is said of decisions without a human", law "GDPR Art. 13(2)(f) and 22"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.has("controller") && !cx.has("automated_decisions") {
        let message = "the policy does not say whether decisions are made without a human";
        let help = "add `automated_decisions: none`, or a text that explains them";
        told.push(LINT.breach(message).at(cx.key("controller")).help(help));
    }
}
