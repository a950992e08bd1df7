//! A document that should have been reviewed.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a document whose review was due before the day of this policy.
    ///
    /// ## Why is this bad?
    /// A balancing test or an assessment speaks of the day it was written. What the policy does today rests on it only
    /// if somebody has looked whether it is still true.
    ///
    /// ## Example
    /// ```yaml
    /// documents:
    ///   audit: { title: Audit, kind: audit-report, file: documents/audit.pdf, on: 2024-01-01, review: 1 year }
    /// ```
    /// ## Instead
    /// ```yaml
    /// documents:
    ///   audit: { title: Audit, kind: audit-report, file: documents/audit.pdf, on: 2025-06-01, review: 1 year }
    /// ```
    "A0219", Note, "a document that should have been reviewed", law "GDPR Art. 5(2) and 24(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for document in &cx.policy.documents {
        if let Some(due) = document.due().filter(|due| *due < cx.on) {
            let at = cx.value(&format!("documents/{}/on", document.name));
            let message = format!("`{}` was to be reviewed by {due}", document.name);
            told.push(LINT.breach(message).at(at).help("review it, and write the new day"));
        }
    }
}
