//! Going on after a change, taken for a consent.

use super::context::{Context, Told};
use crate::model::ContinuedUse;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `continued_use: consent`: whoever goes on using the service after a change is said to have consented.
    ///
    /// ## Why is this bad?
    /// Going on with what one was doing is no clear act. What was told and that people went on can be recorded (WX-25,
    /// CN-15); a consent it is not, and what rests on it is unlawful.
    ///
    /// ## Example
    /// ```yaml
    /// changes:
    ///   minor: [site]
    ///   significant: [site, email]
    ///   rights_affecting: { by: [site, email], ahead: 30 days }
    ///   continued_use: consent
    /// ```
    /// ## Instead
    /// ```yaml
    /// changes:
    ///   minor: [site]
    ///   significant: [site, email]
    ///   rights_affecting: { by: [site, email], ahead: 30 days }
    ///   continued_use: notice
    /// ```
    "A0333", Error, "going on after a change, taken for a consent", law "GDPR Art. 4(11) and recital 32"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.changes.continued_use == ContinuedUse::Consent {
        let message = "going on using the service after a change is taken for a consent";
        let at = cx.value("changes/continued_use");
        told.push(
            LINT.breach(message)
                .at(at)
                .help("write `continued_use: notice`, and ask where consent is needed")
                .fix("take it for a notice", cx.scalar("changes/continued_use"), "notice"),
        );
    }
}
