//! A password that is kept readable.

use super::context::{Context, Told};
use crate::model::KeptAs;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a password that is kept in full, or as its last four characters.
    ///
    /// ## Why is this bad?
    /// A password is compared, never read. What is kept readable is stolen readable, and opens the other places where
    /// people use it.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       secret: { kind: password, title: Password, kept_as: full }
    /// purposes:
    ///   answer:
    ///     why: Take your payment
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.secret]
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
    ///       secret: { kind: password, title: Password, kept_as: hashed }
    /// purposes:
    ///   answer:
    ///     why: Take your payment
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.secret]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0604", Error, "a password that is kept readable", law "GDPR Art. 32(1)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for category in &cx.policy.data {
        for field in category.fields.iter().filter(|field| field.kind.is_secret()) {
            if matches!(field.kept_as, KeptAs::Full | KeptAs::LastFour) {
                let at = cx.scalar(&format!("data/{}/fields/{}/kept_as", category.name, field.name));
                let found =
                    LINT.breach(format!("`{}` would be kept so that it can be read", field.name)).at(at);
                told.push(found.help("write `hashed`, or leave it out").fix("keep it hashed", at, "hashed"));
            }
        }
    }
}
