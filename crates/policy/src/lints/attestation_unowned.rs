//! A promise that nobody vouches for.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports an attestation without an owner or without an interval.
    ///
    /// ## Why is this bad?
    /// What software cannot do must be confirmed by somebody, again and again; otherwise it is only said.
    ///
    /// ## Example
    /// ```yaml
    /// attestations:
    ///   doors: { promise: Doors are locked. }
    /// ```
    /// ## Instead
    /// ```yaml
    /// attestations:
    ///   doors: { promise: Doors are locked., owner: Head of operations, every: 1 year }
    /// ```
    "A0217", Warning, "a promise that nobody vouches for", law "GDPR Art. 24(1) and 32(1)(d)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for attestation in &cx.policy.attestations {
        let path = format!("attestations/{}", attestation.name);
        let lacks = |key: &&&str| !cx.has(&format!("{path}/{key}"));
        if let Some(key) = ["owner", "every"].iter().find(lacks) {
            let message = format!("the attestation `{}` has no `{key}`", attestation.name);
            told.push(
                LINT.breach(message)
                    .at(cx.key(&path))
                    .help("add `owner:` with a role and `every:` with an interval"),
            );
        }
    }
}
