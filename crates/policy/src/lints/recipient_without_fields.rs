//! A recipient of whom nothing says what it gets.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient without `gets`.
    ///
    /// ## Why is this bad?
    /// Only what is listed ever leaves. A recipient that lists nothing gets nothing, and people cannot see what it
    /// would get.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO, gets: [contact.name] }
    /// ```
    "A0215", Warning, "a recipient of whom nothing says what it gets", law "GDPR Art. 5(1)(c) and 13(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in cx.policy.recipients.iter().filter(|recipient| recipient.gets.is_empty()) {
        let message = format!("nothing says what `{}` gets", recipient.name);
        let at = cx.key(&format!("recipients/{}/gets", recipient.name));
        told.push(LINT.breach(message).at(at).help("add `gets:` with the fields it needs"));
    }
}
