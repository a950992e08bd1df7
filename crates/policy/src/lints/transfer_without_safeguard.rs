//! A transfer out of the European Economic Area without a safeguard.

use super::context::{Context, Told};
use crate::model::Recipient;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient that answers from, or stores in, a country outside the European Economic Area and for which
    /// no safeguard is declared. A country with a general adequacy decision needs none.
    ///
    /// ## Why is this bad?
    /// Outside, data loses the protection of the law unless something stands in for it. For the United States only
    /// importers certified under the Data Privacy Framework are adequate; others need standard clauses.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   signer: { name: Signer Inc., role: processor, country: US, agreement: a/signer.pdf, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   signer: { name: Signer Inc., role: processor, country: US, safeguard: scc, agreement: a/signer.pdf, gets: [contact.name] }
    /// ```
    "A0303", Error, "a transfer without a safeguard", law "GDPR Art. 44 to 49"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in cx.policy.recipients.iter().filter(|recipient| recipient.safeguard.is_none()) {
        let Some((key, country)) = third_country(cx, recipient) else { continue };
        let help = match crate::law::adequacy(country, cx.on).and_then(|decision| decision.only) {
            Some("dpf") => {
                "add `safeguard: dpf` if it is certified under the Data Privacy Framework, else `scc`"
            }
            _ => "add `safeguard: scc`, or `bcr`, with what was agreed",
        };
        let message = format!("`{}` gets data in `{country}` without a safeguard", recipient.name);
        let at = cx.value(&format!("recipients/{}/{key}", recipient.name));
        told.push(LINT.breach(message).at(at).help(help));
    }
}

/// The key and the country that put a recipient outside, if any.
fn third_country<'a>(cx: &Context<'_>, recipient: &'a Recipient) -> Option<(&'static str, &'a str)> {
    let outside = |country: &&str| {
        let on = cx.on;
        let adequate = crate::law::adequacy(country, on).is_some_and(|decision| decision.only.is_none());
        country.len() == 2 && !crate::law::is_eea(country, on) && !adequate
    };
    let country = Some(recipient.country.as_str()).filter(outside).map(|country| ("country", country));
    country.or_else(|| recipient.stored_in.as_deref().filter(outside).map(|country| ("stored_in", country)))
}
