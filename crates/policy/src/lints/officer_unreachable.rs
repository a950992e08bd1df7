//! A data protection officer nobody can reach.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports an officer with neither an e-mail address nor a telephone number nor a postal address.
    ///
    /// ## Why is this bad?
    /// The contact of the officer must be told: to people, in the record, and to the authority after a breach.
    ///
    /// ## Example
    /// ```yaml
    /// controller: { name: Shop AS, country: NO, address: Gata 1, email: privacy@shop.example, officer: { name: The officer } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// controller: { name: Shop AS, country: NO, address: Gata 1, email: privacy@shop.example, officer: { name: The officer, email: dpo@shop.example } }
    /// ```
    "A0221", Warning, "a data protection officer nobody can reach", law "GDPR Art. 13(1)(b), 30(1)(a) and 33(3)(b)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(officer) = &cx.policy.controller.data_protection_officer else { return };
    let written_apart = cx.has("controller/officer/name");
    let reachable = officer.email.is_some() || officer.phone.is_some() || officer.address.is_some();
    if written_apart && !reachable {
        let found = LINT
            .breach("nothing says how to reach the data protection officer")
            .at(cx.key("controller/officer"));
        told.push(found.help("add `email:`, `phone:` or `address:`"));
    }
}
