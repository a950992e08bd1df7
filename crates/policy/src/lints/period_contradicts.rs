//! A period that contradicts its own bounds.

use super::context::{Context, Told};
use crate::model::Length;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a period shorter than its `at_least`, longer than its `at_most`, or with the two the wrong way round.
    ///
    /// ## Why is this bad?
    /// The sweep acts on the period. One that a law forbids would delete too early or too late.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], keep: { for: 3 years, at_most: 25 months, from: collection } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer: { why: Answer you, basis: contract, uses: [contact.name, contact.email], keep: { for: 2 years, at_most: 25 months, from: collection } }
    /// ```
    "A0408", Error, "a period that contradicts its own bounds", law "GDPR Art. 5(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let longer = |a: Option<Length>, b: Option<Length>| match (a, b) {
        (Some(a), Some(b)) => a.roughly_days() > b.roughly_days() + 1.0,
        _ => false,
    };
    for purpose in &cx.policy.purposes {
        let (keep, path) = (&purpose.keep, format!("purposes/{}/keep", purpose.name));
        let period = cx.has(&format!("{path}/for")).then_some(keep.length);
        let wrong = [
            (longer(keep.at_least, period), "for", "shorter than `at_least`"),
            (longer(period, keep.at_most), "for", "longer than `at_most`"),
            (longer(keep.at_least, keep.at_most), "at_least", "`at_least` is longer than `at_most`"),
        ];
        for (_, key, reason) in wrong.into_iter().filter(|(wrong, ..)| *wrong) {
            let message = format!("the period of `{}` contradicts itself: {reason}", purpose.name);
            let at = cx.value(&format!("{path}/{key}"));
            told.push(LINT.breach(message).at(at).help("correct one of the two"));
        }
    }
}
