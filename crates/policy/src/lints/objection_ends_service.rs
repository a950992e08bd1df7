//! An objection that may end the service.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a text by which some objections may end the service, without saying which.
    ///
    /// ## Why is this bad?
    /// Marketing can always be stopped, without a price. What the service cannot do without is said purpose by purpose:
    /// `duty: contract` with its `consequence`.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], objection: { may_end_service: yes } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], objection: { may_end_service: no } }
    /// ```
    "A0348", Error, "an objection that may end the service", law "GDPR Art. 21(1) to 21(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let path = "rights/objection/may_end_service";
    if cx.is_yes(path) {
        let found = LINT.breach("which objections would end the service is not said").at(cx.value(path));
        told.push(
            found.help(
                "remove it; say at each purpose with `duty` and `consequence` what it cannot do without",
            ),
        );
    }
}
