//! No minimum age is said.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes that the policy names no minimum age.
    ///
    /// ## Why is this bad?
    /// Below the age of Article 8 a child's consent needs the parents'. A service that is not for children says so;
    /// one that is for everybody writes `0` on purpose.
    ///
    /// ## Example
    /// ```yaml
    /// minimum_age:
    /// ```
    /// ## Instead
    /// ```yaml
    /// minimum_age: 16
    /// ```
    "A0211", Note, "no minimum age is said", law "GDPR Art. 8"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.has("controller") && !cx.has("minimum_age") {
        let age = crate::law::consent_age(&cx.policy.controller.country, cx.on);
        let help =
            format!("add `minimum_age: {age}`, the age of consent in your country, or `0` for no limit");
        told.push(LINT.breach("the policy names no minimum age").at(cx.key("controller")).help(help));
    }
}
