//! A breach told to the authority later than the law allows.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a promise to tell the authority of a breach later than within 72 hours.
    ///
    /// ## Why is this bad?
    /// 72 hours from becoming aware is the law's longest. They run through nights and weekends.
    ///
    /// ## Example
    /// ```yaml
    /// breach: { tell_authority_within: 5 days, tell_people_by: [email] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// breach: { tell_authority_within: 72 hours, tell_people_by: [email] }
    /// ```
    "A0308", Error, "a breach told too late", law "GDPR Art. 33(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let within = cx.policy.breach.tell_authority_within;
    if within.hours().is_none_or(|hours| hours > 72) {
        let at = cx.value("breach/tell_authority_within");
        told.push(
            LINT.breach("the authority would be told later than the law allows")
                .at(at)
                .help("write `72 hours`, or less")
                .fix(
                    "tell the authority within 72 hours",
                    cx.scalar("breach/tell_authority_within"),
                    "72 hours",
                ),
        );
    }
}
