//! A legitimate interest that nothing shows to be weighed.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Counts the purposes based on legitimate interest without `balancing`, and points at the first.
    ///
    /// ## Why is this bad?
    /// The interest holds only where it outweighs the person's, and the company must be able to show that it looked. The
    /// weighing is a document with a day; without it an objection cannot be decided.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     interest: Who writes to us wants an answer.
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: legitimate-interest
    ///     interest: Who writes to us wants an answer.
    ///     balancing: lia-answer
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    /// documents:
    ///   lia-answer: { title: Answering weighed, kind: balancing-test, file: documents/lia.pdf, on: 2026-01-01 }
    /// ```
    "A0234", Note, "a legitimate interest that nothing shows to be weighed", law "GDPR Art. 5(2) and 6(1)(f)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let unweighed = |purpose: &&crate::model::Purpose| {
        purpose.basis == Basis::LegitimateInterest && purpose.balancing.is_none()
    };
    let mut all = cx.policy.purposes.iter().filter(unweighed);
    let Some(first) = all.next() else { return };
    let message = match all.count() {
        0 => format!("the interest in `{}` names no weighing", first.name),
        more => format!("the interest in `{}` and in {more} more names no weighing", first.name),
    };
    let at = cx.value(&format!("purposes/{}/basis", first.name));
    told.push(
        LINT.breach(message).at(at).help("add `balancing:` with the name of a document under `documents`"),
    );
}
