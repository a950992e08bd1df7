//! Marketing mail that does not say who sends it.

use super::context::{Context, Told};
use crate::model::{Channel, Messages};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose that sends marketing by e-mail in a policy without `mail`.
    ///
    /// ## Why is this bad?
    /// A message to advertise must say who sends it and give an address at which people can have it stopped; in many
    /// countries a postal address. Abide sends none without.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer: { why: Send you news, basis: consent, uses: [contact.name, contact.email], keep: { for: 0 days, from: consent-end }, messages: marketing }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer: { why: Send you news, basis: consent, uses: [contact.name, contact.email], keep: { for: 0 days, from: consent-end }, messages: marketing }
    /// mail: { sender: Shop AS, postal_address: "Gata 1, Oslo, Norway" }
    /// ```
    "A0220", Warning, "marketing mail that does not say who sends it", law "ePrivacy Directive Art. 13(4)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.mail.is_some() {
        return;
    }
    let marketing = cx.policy.purposes.iter().find(|purpose| {
        purpose.messages == Some(Messages::Marketing) && purpose.channels.contains(&Channel::Email)
    });
    if let Some(purpose) = marketing {
        let at = cx.value(&format!("purposes/{}/messages", purpose.name));
        let message = format!("`{}` sends mail to advertise, and nothing says who sends it", purpose.name);
        told.push(LINT.breach(message).at(at).help("add `mail:` with `sender` and `postal_address`"));
    }
}
