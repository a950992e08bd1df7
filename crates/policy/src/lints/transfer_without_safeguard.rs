//! A transfer out of the European Economic Area without a safeguard.

use super::context::{Context, Told};
use crate::law::{self, Ground};
use crate::model::Safeguard;
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
    for recipient in &cx.policy.recipients {
        // a country that is no code is told of where it stands
        let mut places = law::destinations(recipient, cx.on).filter(|place| place.country.len() == 2);
        let Some(place) = places.find(|place| place.ground == Ground::Missing) else { continue };
        let help = if law::ground(place.country, Some(Safeguard::Dpf), cx.on).is_lawful() {
            "add `safeguard: dpf` if it is certified under the Data Privacy Framework, else `scc`"
        } else {
            "add `safeguard: scc`, or `bcr`, with what was agreed"
        };
        let message = format!("`{}` gets data in `{}` without a safeguard", recipient.name, place.country);
        let at = cx.value(&format!("recipients/{}/{}", recipient.name, place.key));
        told.push(LINT.breach(message).at(at).help(help));
    }
}
