//! What people do, shown to others unless they stop it.

use super::context::{Context, Told};
use crate::model::{Basis, Kind, Visibility};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a purpose that shares activity or location with other users or the public and does not rest on consent.
    /// What `exchange` declares, with those left out who objected or marked by the person, and what only the person's own
    /// organisation sees, is left alone.
    ///
    /// ## Why is this bad?
    /// By default personal data is not made accessible to an indefinite number of people. Who must find out how to stop
    /// it has lost what they did until then.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       pages: { kind: activity, title: Pages you view }
    /// purposes:
    ///   answer:
    ///     why: Show to others what you view
    ///     basis: contract
    ///     uses: [contact.name, contact.email, contact.pages]
    ///     shares_with: [users]
    ///     keep: { for: 6 months, from: last-contact }
    /// recipients:
    ///   users: { name: Other users, role: other-users, gets: [contact.pages] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    ///       pages: { kind: activity, title: Pages you view }
    /// purposes:
    ///   answer:
    ///     why: Show to others what you view
    ///     basis: consent
    ///     uses: [contact.name, contact.email, contact.pages]
    ///     shares_with: [users]
    ///     keep: { for: 6 months, from: last-contact }
    /// recipients:
    ///   users: { name: Other users, role: other-users, gets: [contact.pages] }
    /// ```
    "A0321", Warning, "what people do, shown to others unless they stop it", law "GDPR Art. 25(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let exchange = &cx.policy.exchange;
    let declared =
        exchange.views.as_ref().filter(|views| views.objectors_absent).map(|views| views.purpose.as_str());
    let public = exchange.public_records.as_ref().map(|records| records.purpose.as_str());
    let recipients = cx.policy.recipients.iter().filter(|recipient| recipient.role.is_everywhere());
    let shown = |path: &&String| {
        cx.field(path).is_some_and(|field| {
            matches!(field.kind, Kind::Activity | Kind::Location)
                && field.visible_to != Visibility::Organisation
        })
    };
    for recipient in recipients {
        let gets: HashSet<&String> = recipient.gets.iter().filter(shown).collect();
        let unasked = |purpose: &&crate::model::Purpose| {
            purpose.basis != Basis::Consent
                && ![declared, public].contains(&Some(purpose.name.as_str()))
                && purpose.shares_with.contains(&recipient.name)
                && purpose.uses.iter().any(|path| gets.contains(path))
        };
        for purpose in cx.policy.purposes.iter().filter(|_| !gets.is_empty()).filter(unasked) {
            let list = format!("purposes/{}/shares_with", purpose.name);
            let at = cx.item(&list, &purpose.shares_with, &recipient.name);
            let message = format!(
                "`{}` shows others what a person does, unless they find out how to stop it",
                purpose.name
            );
            told.push(LINT.breach(message).at(at).help("let it rest on consent, or show less"));
        }
    }
}
