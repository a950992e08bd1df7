//! A special category that others see.

use super::context::{Context, Told};
use crate::model::{Ground, Visibility};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a field of a special category that everybody can see, unless the ground is that the person made it
    /// public.
    ///
    /// ## Why is this bad?
    /// What shows health, belief or origin to everybody can never be taken back. By default nobody sees it.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     visible_to: public
    ///     fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail }, faith: { kind: religion, title: Faith } }
    /// purposes:
    ///   answer: { why: Answer you, basis: consent, ground: explicit-consent, uses: [contact.name, contact.email, contact.faith], keep: { for: 0 days, from: consent-end } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     visible_to: public
    ///     fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail }, faith: { kind: religion, title: Faith, visible_to: private } }
    /// purposes:
    ///   answer: { why: Answer you, basis: consent, ground: explicit-consent, uses: [contact.name, contact.email, contact.faith], keep: { for: 0 days, from: consent-end } }
    /// ```
    "A0318", Warning, "a special category that everybody sees", law "GDPR Art. 9 and 25(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for category in &cx.policy.data {
        let shown =
            |field: &&crate::model::Field| field.kind.is_special() && field.visible_to == Visibility::Public;
        for field in category.fields.iter().filter(shown) {
            let name = format!("{}.{}", category.name, field.name);
            let mut purposes = cx.policy.purposes_of(&name);
            if purposes.any(|purpose| purpose.ground == Some(Ground::MadePublic)) {
                continue;
            }
            let at = cx.key(&format!("data/{}/fields/{}/visible_to", category.name, field.name));
            let message = format!("everybody would see `{name}`");
            told.push(LINT.breach(message).at(at).help("write `visible_to: private` at the field"));
        }
    }
}
