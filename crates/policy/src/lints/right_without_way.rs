//! A right, and no way to use it.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a way to ask by mail, telephone or letter where the controller has no such address.
    ///
    /// ## Why is this bad?
    /// A right that can be asked for only through a channel nobody has published cannot be used.
    ///
    /// ## Example
    /// ```yaml
    /// controller: { name: Shop AS, country: NO, email: privacy@shop.example, address: Gata 1 }
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], ask_by: [phone] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// controller: { name: Shop AS, country: NO, email: privacy@shop.example, address: Gata 1, phone: "+47 22 00 00 00" }
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], ask_by: [phone] }
    /// ```
    "A0239", Warning, "a right with no way to use it", law "GDPR Art. 12(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let controller = &cx.policy.controller;
    for (way, at) in cx.written("rights/ask_by") {
        let key = match way {
            "email" if controller.email.is_none() => "email",
            "phone" | "sms" if controller.phone.is_none() => "phone",
            "post" if controller.address.is_none() => "address",
            _ => continue,
        };
        let message = format!("people are to ask by `{way}`, and the controller has no `{key}`");
        told.push(
            LINT.breach(message).at(at).help(format!("add `{key}:` to `controller`, or remove this way")),
        );
    }
}
