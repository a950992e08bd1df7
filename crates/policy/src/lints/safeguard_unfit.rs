//! A safeguard that does not fit the country.

use super::context::{Context, Told};
use crate::model::{Recipient, Safeguard};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `safeguard: dpf` outside the United States, and `safeguard: adequacy` for a country without a general
    /// adequacy decision in force on the policy's day.
    ///
    /// ## Why is this bad?
    /// A safeguard that does not exist protects nobody, and the transfer is unlawful.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   signer: { name: Signer Inc., role: processor, country: IN, safeguard: dpf, agreement: a/signer.pdf, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   signer: { name: Signer Inc., role: processor, country: IN, safeguard: scc, agreement: a/signer.pdf, gets: [contact.name] }
    /// ```
    "A0304", Error, "a safeguard that does not fit the country", law "GDPR Art. 45"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in &cx.policy.recipients {
        if let Some(reason) = unfit(cx, recipient) {
            let at = cx.value(&format!("recipients/{}/safeguard", recipient.name));
            told.push(LINT.breach(reason).at(at).help("use `scc` or `bcr`, with what was agreed"));
        }
    }
}

fn unfit(cx: &Context<'_>, recipient: &Recipient) -> Option<String> {
    let places = || std::iter::once(recipient.country.as_str()).chain(recipient.stored_in.as_deref());
    let on = cx.on;
    match recipient.safeguard? {
        Safeguard::Dpf if !places().any(|country| country == "US") => {
            Some("the Data Privacy Framework covers the United States only".to_owned())
        }
        Safeguard::Adequacy => places()
            .find(|country| {
                !crate::law::is_eea(country, on)
                    && crate::law::adequacy(country, on).is_none_or(|decision| decision.only.is_some())
            })
            .map(|country| format!("no general adequacy decision covers `{country}`")),
        _ => None,
    }
}
