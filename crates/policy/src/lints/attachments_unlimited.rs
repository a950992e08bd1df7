//! Attachments of any size and kind.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a form that takes attachments and limits neither their size nor their kinds.
    ///
    /// ## Why is this bad?
    /// What people attach holds more than was asked for: whole passports, other people, programs. A limit keeps it to
    /// what the purpose needs.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required, contact.email: required }, attachments: {} }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required, contact.email: required }, attachments: { at_most: 10 MB, kinds: [pdf] } }
    /// ```
    "A0508", Note, "attachments of any size and kind", law "GDPR Art. 5(1)(c) and 32(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        if form
            .attachments
            .as_ref()
            .is_some_and(|attachments| attachments.at_most.is_none() && attachments.kinds.is_empty())
        {
            let at = cx.key(&format!("forms/{}/attachments", form.name));
            let message = format!("`{}` takes attachments of any size and kind", form.name);
            told.push(LINT.breach(message).at(at).help("add `at_most:` and `kinds:`"));
        }
    }
}
