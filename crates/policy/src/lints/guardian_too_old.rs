//! A guardian for people who need none.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a guardian who approves from an age that is not below the minimum age.
    ///
    /// ## Why is this bad?
    /// A guardian approves for somebody who is too young to use the service alone. From the minimum age on nobody needs
    /// one, and below it nobody would get one.
    ///
    /// ## Example
    /// ```yaml
    /// minimum_age: { years: 16, guardian: { from: 16, approves_by: email } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// minimum_age: { years: 16, guardian: { from: 13, approves_by: email } }
    /// ```
    "A0415", Error, "a guardian for people who need none", law "GDPR Art. 8(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(age) = &cx.policy.age else { return };
    if age.guardian.is_some_and(|guardian| guardian.from >= age.years) {
        let message = format!("who is {} years old needs no guardian", age.years);
        let at = cx.value("minimum_age/guardian/from");
        told.push(LINT.breach(message).at(at).help("write a lower age than `years`"));
    }
}
