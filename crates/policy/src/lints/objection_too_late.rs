//! An objection that is decided too late.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports an objection decided later than the law's month, or a complaint answered later.
    ///
    /// ## Why is this bad?
    /// An objection is a request like any other: what was done on it is told within a month.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], objection: { decided_within: 2 months } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], objection: { decided_within: 1 month } }
    /// ```
    "A0327", Error, "an objection that is decided too late", law "GDPR Art. 12(3) and 21(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(within) = cx.policy.rights.objection.decided_within else { return };
    let allowed = match crate::law::clock("answer", cx.on) {
        Some(crate::law::Clock::Months(months)) => f64::from(months) * 30.5 + 0.6,
        Some(crate::law::Clock::Days(days)) => f64::from(days),
        _ => 31.0,
    };
    if within.roughly_days() > allowed {
        let at = cx.value("rights/objection/decided_within");
        told.push(
            LINT.breach("an objection would be decided later than the law allows")
                .at(at)
                .help("write `1 month`, or less")
                .fix("decide it within a month", cx.scalar("rights/objection/decided_within"), "1 month"),
        );
    }
}
