//! A card number that is kept in full.

use super::context::{Context, Told};
use crate::model::{KeptAs, Kind};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a payment card or bank account that is kept in full where encryption at rest is not promised. What is
    /// not kept beyond the moment it is used for is left alone.
    ///
    /// ## Why is this bad?
    /// A full number is money. It is cut to its last digits as soon as it has served, or encrypted where it lies.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       card: { kind: card, title: Payment card }
    /// purposes:
    ///   answer:
    ///     why: Take your payment
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.card]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       card: { kind: card, title: Payment card, kept_as: last-four }
    /// purposes:
    ///   answer:
    ///     why: Take your payment
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.card]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0603", Warning, "a card number that is kept in full", law "GDPR Art. 32(1)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.security.encrypted_at_rest {
        return;
    }
    let kept: HashSet<&String> = cx
        .policy
        .purposes
        .iter()
        .filter(|purpose| {
            purpose.keep.length.amount > 0 || !cx.has(&format!("purposes/{}/keep", purpose.name))
        })
        .flat_map(|purpose| &purpose.uses)
        .collect();
    for category in &cx.policy.data {
        for field in
            category.fields.iter().filter(|field| matches!(field.kind, Kind::Card | Kind::BankAccount))
        {
            if field.kept_as == KeptAs::Full && kept.contains(&format!("{}.{}", category.name, field.name)) {
                let at = cx.key(&format!("data/{}/fields/{}", category.name, field.name));
                let message =
                    format!("`{}` is kept in full, and nothing says that it is encrypted", field.name);
                told.push(
                    LINT.breach(message).at(at).help(
                        "add `kept_as: last-four`, or promise `encrypted_at_rest: yes` under `security`",
                    ),
                );
            }
        }
    }
}
