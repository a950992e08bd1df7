//! Requests answered later than the law allows.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a promise to answer requests later than within one month.
    ///
    /// ## Why is this bad?
    /// One month is the law's longest; only for complex requests it can be extended, case by case and with reasons.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 3 months }, withdraw: [privacy-centre] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre] }
    /// ```
    "A0307", Error, "requests answered too late", law "GDPR Art. 12(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let within = cx.policy.rights.answer.within;
    // A month has at least 28 days, so that a promise in days is safe up to then.
    let late = within.months().map_or(within.roughly_days() > 28.0, |months| months > 1);
    if late {
        let at = cx.value("rights/answer/within");
        let message = "requests would be answered later than the law allows";
        told.push(LINT.breach(message).at(at).help("write `1 month`, or at most `28 days`").fix(
            "answer within a month",
            cx.scalar("rights/answer/within"),
            "1 month",
        ));
    }
}
