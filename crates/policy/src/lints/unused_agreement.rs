//! An agreement nobody accepts.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports an agreement that no form asks to accept and no purpose belongs to.
    ///
    /// ## Why is this bad?
    /// Terms that nobody ever accepts bind nobody.
    ///
    /// ## Example
    /// ```yaml
    /// agreements:
    ///   terms: { title: Terms of sale, version: "1", covers: Buying from us }
    /// ```
    /// ## Instead
    /// ```yaml
    /// agreements:
    ///   terms: { title: Terms of sale, version: "1", covers: Buying from us }
    /// purposes:
    ///   answer:
    ///     why: Sell to you
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     agreements: [terms]
    /// ```
    "A0403", Warning, "an agreement nobody accepts", law "GDPR Art. 6(1)(b)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let forms = cx.policy.forms.iter().flat_map(|form| form.accepts.iter());
    let purposes = cx.policy.purposes.iter().flat_map(|purpose| purpose.agreements.iter());
    let used: HashSet<&String> = forms.chain(purposes).collect();
    for agreement in cx.policy.agreements.iter().filter(|agreement| !used.contains(&agreement.name)) {
        let at = cx.key(&format!("agreements/{}", agreement.name));
        let message = format!("no form and no purpose asks for `{}`", agreement.name);
        told.push(
            LINT.breach(message)
                .at(at)
                .help("add it to `accepts` of a form or `agreements` of a purpose, or remove it"),
        );
    }
}
