//! A recipient without a name and without a kind of work.

use super::context::{Context, Told};
use crate::model::Recipient;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient that is named by a word for many, such as `partners` or `service providers`, and of which
    /// nothing says what it does.
    ///
    /// ## Why is this bad?
    /// The law asks for recipients or categories of recipients. A category says what its members do; a word for
    /// everybody says nothing.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   others: { name: Our service providers, role: controller, country: NO, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   others: { name: Our service providers, what: Carry your parcels, role: controller, country: NO, gets: [contact.name] }
    /// ```
    "A0242", Warning, "a recipient without a name and without a kind of work", law "GDPR Art. 13(1)(e) and 14(1)(e)"
}

/// Words for many: whoever is named so is not named.
const MANY: &[&str] = &[
    "partners",
    "providers",
    "suppliers",
    "vendors",
    "contractors",
    "sub-contractors",
    "subcontractors",
    "affiliates",
    "processors",
    "sub-processors",
    "third parties",
    "group entities",
    "group companies",
    "service provider",
    "a mailing provider",
    "reputable",
    "others",
    "prestataires",
    "partenaires",
    "fournisseurs",
    "sous-traitants",
    "tiers",
    "leverandører",
    "samarbeidspartnere",
    "underleverandører",
    "databehandlere",
    "tredjeparter",
];

/// Whether a name is a word for many. What stands for people everywhere is described by its role.
pub(super) fn is_many(recipient: &Recipient) -> bool {
    let name = recipient.title_in("en").to_lowercase();
    !recipient.role.is_everywhere() && super::wording::named(&name, MANY).is_some()
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in
        cx.policy.recipients.iter().filter(|recipient| recipient.what.is_none() && is_many(recipient))
    {
        let at = cx.value(&format!("recipients/{}/name", recipient.name));
        let message = format!("`{}` could be anybody, doing anything", recipient.title);
        told.push(
            LINT.breach(message).at(at).help("name each, or add `what:` with the kind of work they do"),
        );
    }
}
