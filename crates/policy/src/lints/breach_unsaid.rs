//! Nothing is said of breaches.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes that the policy does not say what happens after a breach of security.
    ///
    /// ## Why is this bad?
    /// The duty exists anyway. Declared, it has a clock, channels and a person who looks at it.
    ///
    /// ## Example
    /// ```yaml
    /// breach:
    /// ```
    /// ## Instead
    /// ```yaml
    /// breach: { tell_authority_within: 72 hours, tell_people_by: [email] }
    /// ```
    "A0214", Note, "nothing is said of breaches", law "GDPR Art. 33 and 34"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.has("controller") && !cx.has("breach") {
        let message = "the policy does not say what happens after a breach of security";
        let help = "add `breach: { tell_authority_within: 72 hours, tell_people_by: [email] }`";
        told.push(LINT.breach(message).at(cx.key("controller")).help(help));
    }
}
