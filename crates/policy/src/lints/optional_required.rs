//! A form that requires what is declared optional.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a form that requires a field declared `optional: yes`.
    ///
    /// ## Why is this bad?
    /// The policy says that the field may stay empty everywhere (WX-02).
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name, optional: yes }
    ///       email: { kind: email, title: E-mail }
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name, optional: yes }
    ///       email: { kind: email, title: E-mail }
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: optional } }
    /// ```
    "A0504", Warning, "a form that requires what is optional", law "GDPR Art. 5(1)(c) and 25(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        let optional = |path: &str| cx.field(path).is_some_and(|field| field.optional);
        for ask in form.asks.iter().filter(|ask| ask.required && optional(&ask.field)) {
            let at = cx.value(&format!("forms/{}/asks/{}", form.name, ask.field));
            let message = format!("`{}` is declared optional and required here", ask.field);
            told.push(
                LINT.breach(message).at(at).help("write `optional`, or remove `optional: yes` at the field"),
            );
        }
    }
}
