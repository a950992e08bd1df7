//! Recipients that are told by their kind only.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes recipients that are named by the kind of their work and not by their names.
    ///
    /// ## Why is this bad?
    /// A category is allowed, names are better: an answer to a request for access must name the actual recipients
    /// (C-154/21), and who knows them can name them here.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   others: { name: Our service providers, what: Carry your parcels, role: controller, country: NO, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   posten: { name: Posten, what: Carry your parcels, role: controller, country: NO, gets: [contact.name] }
    /// ```
    "A0243", Note, "recipients that are told by their kind only", law "GDPR Art. 13(1)(e) and 15(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in cx.policy.recipients.iter().filter(|recipient| recipient.what.is_some()) {
        let path = format!("recipients/{}/name", recipient.name);
        if super::recipient_unnamed::is_many(recipient) && !cx.is_assumed(&path) {
            let message = format!("who `{}` are is not said", recipient.title);
            told.push(
                LINT.breach(message)
                    .at(cx.value(&path))
                    .help("declare each by its name, as a recipient of its own"),
            );
        }
    }
}
