//! Nothing is said of how changes are told.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes that the policy does not say how its changes are told.
    ///
    /// ## Why is this bad?
    /// A new purpose must be told before it begins. Without a promise about changes no version after this one can
    /// be published fairly.
    ///
    /// ## Example
    /// ```yaml
    /// changes:
    /// ```
    /// ## Instead
    /// ```yaml
    /// changes:
    ///   minor: [site]
    ///   significant: [site, email]
    ///   rights_affecting: { by: [site, email], ahead: 30 days }
    /// ```
    "A0213", Note, "nothing is said of how changes are told", law "GDPR Art. 13(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.has("controller") && !cx.has("changes") {
        let message = "the policy does not say how its changes are told";
        let help = "add `changes:` with `minor`, `significant` and `rights_affecting`";
        told.push(LINT.breach(message).at(cx.key("controller")).help(help));
    }
}
