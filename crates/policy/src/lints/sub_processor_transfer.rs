//! A sub-processor in a third country without a safeguard.

use super::context::{Context, Told};
use crate::law;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a sub-processor in a country outside the European Economic Area without a decision on its adequacy, of a
    /// recipient whose safeguard does not reach there, or that names none.
    ///
    /// ## Why is this bad?
    /// A transfer stays a transfer when another carries it on. The safeguard agreed with the recipient must reach those
    /// it uses.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   host: { name: Host, role: processor, country: DE, agreement: a/host.pdf, gets: [contact.name], sub_processors: { cloud: { name: Cloud Inc., country: US } } }
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], shares_with: [host], keep: { for: 1 year, from: last-contact } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   host: { name: Host, role: processor, country: DE, safeguard: scc, agreement: a/host.pdf, gets: [contact.name], sub_processors: { cloud: { name: Cloud Inc., country: US } } }
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], shares_with: [host], keep: { for: 1 year, from: last-contact } }
    /// ```
    "A0316", Warning, "a sub-processor in a third country without a safeguard", law "GDPR Art. 28(4) and 44"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in &cx.policy.recipients {
        let lawful = |country: &str| law::ground(country, recipient.safeguard, cx.on).is_lawful();
        let known = recipient.sub_processors.iter().filter(|below| below.country.len() == 2);
        for below in known.filter(|below| !lawful(&below.country)) {
            let at =
                cx.value(&format!("recipients/{}/sub_processors/{}/country", recipient.name, below.name));
            let message =
                format!("`{}` passes data on to `{}` without a safeguard", recipient.name, below.country);
            told.push(
                LINT.breach(message).at(at).help(
                    "add a `safeguard:` to the recipient that reaches this country, with what was agreed",
                ),
            );
        }
    }
}
