//! Data from somebody who is not named.

use super::context::{Context, Told};
use crate::model::Origin;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose whose data comes from partners, public sources or social media, and which does not say from
    /// whom.
    ///
    /// ## Why is this bad?
    /// Who did not give their data themselves can check it, or object to it, only where they know who gave it and
    /// whether everybody can see it there.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     from: [person, partners]
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     from: [person, partners]
    ///     source: The organisers of fairs at which you left your card
    /// ```
    "A0238", Warning, "data from a source that is not named", law "GDPR Art. 14(2)(f)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.source.is_none()) {
        let elsewhere =
            |from: &Origin| matches!(from, Origin::Partners | Origin::Public | Origin::SocialMedia);
        let Some(nth) = purpose.sources.iter().position(elsewhere) else { continue };
        let at = cx.value(&format!("purposes/{}/from/{nth}", purpose.name));
        let message = format!("nothing says who gives the data that `{}` uses", purpose.name);
        told.push(
            LINT.breach(message)
                .at(at)
                .help("add `source:` with who it is, and whether everybody can see it there"),
        );
    }
}
