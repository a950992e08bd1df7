//! A safeguard that does not fit the country.

use super::context::{Context, Told};
use crate::law::{self, Ground};
use crate::model::{Recipient, Safeguard};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `safeguard: dpf` where data also goes, or only goes, to a country outside the United States that no general
    /// decision covers, and `safeguard: adequacy` for a country without a general adequacy decision in force on the
    /// policy's day.
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
    const ELSEWHERE: &str = "the Data Privacy Framework covers the United States only";
    let places: Vec<_> =
        law::destinations(recipient, cx.on).filter(|place| place.country.len() == 2).collect();
    let beyond =
        places.iter().find(|place| matches!(place.ground, Ground::Unfit(_))).map(|place| place.country);
    match (recipient.safeguard?, beyond) {
        (Safeguard::Adequacy, Some(country)) => {
            Some(format!("no general adequacy decision covers `{country}`"))
        }
        (Safeguard::Dpf, Some("US")) => {
            Some(format!("no decision on the Data Privacy Framework is in force on {}", cx.on))
        }
        (Safeguard::Dpf, Some(country)) => Some(format!("{ELSEWHERE}, not `{country}`")),
        (held @ Safeguard::Dpf, None) if places.iter().all(|place| place.ground != Ground::Held(held)) => {
            Some(ELSEWHERE.to_owned())
        }
        _ => None,
    }
}
