//! Marketing mail to people who never gave their address.

use super::context::{Context, Told};
use crate::model::{Basis, Channel, Messages, Origin, Purpose};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose that sends marketing by e-mail or text message on a legitimate interest to people whose data
    /// came from others.
    ///
    /// ## Why is this bad?
    /// Beside its basis, marketing by e-mail needs the person's yes, or an address that they gave themselves when they
    /// bought. Whom others entered, invited or sold has given neither.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Send you our news
    ///     basis: legitimate-interest
    ///     interest: We want people to know what we make.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    ///     from: [person, partners]
    ///     messages: marketing
    ///     channels: [email]
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Send you our news
    ///     basis: legitimate-interest
    ///     interest: We want people to know what we make.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    ///     from: [person]
    ///     messages: marketing
    ///     channels: [email]
    /// ```
    "A0331", Warning, "marketing mail to people who never gave their address", law "ePrivacy Directive Art. 13(1) and 13(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|purpose| mails_on_interest(purpose)) {
        let others =
            purpose.sources.iter().position(|source| !matches!(source, Origin::Person | Origin::Use));
        let Some(nth) = others else { continue };
        let at = cx.value(&format!("purposes/{}/from/{nth}", purpose.name));
        let message = format!("`{}` sends marketing to people who did not give their address", purpose.name);
        let basis = cx.value(&format!("purposes/{}/basis", purpose.name));
        let help = "write `from: [person]`, or rest it on consent, or leave e-mail and text messages out of `channels`";
        told.push(LINT.breach(message).at(at).label(basis, "its basis").help(help));
    }
}

fn mails_on_interest(purpose: &Purpose) -> bool {
    let by_mail = |channel: &Channel| matches!(channel, Channel::Email | Channel::Sms);
    purpose.basis == Basis::LegitimateInterest
        && purpose.messages == Some(Messages::Marketing)
        && (purpose.channels.is_empty() || purpose.channels.iter().any(by_mail))
}
