//! Two periods for one thing.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports an acceptance whose evidence is kept for one time at `acceptance` and for another at `evidence`, and
    /// data locked away for less than backups live.
    ///
    /// ## Why is this bad?
    /// Two periods for one thing are one promise too many: one of them is broken.
    ///
    /// ## Example
    /// ```yaml
    /// acceptance: { at: [sign-in], of: [privacy-policy], wording: I have read it., kept: 3 years }
    /// evidence: { acceptance: 5 years }
    /// ```
    /// ## Instead
    /// ```yaml
    /// acceptance: { at: [sign-in], of: [privacy-policy], wording: I have read it., kept: 3 years }
    /// evidence: { acceptance: 3 years }
    /// ```
    "A0421", Warning, "two periods for one thing", law "GDPR Art. 5(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let kept = cx.policy.acceptance.as_ref().and_then(|acceptance| acceptance.kept);
    if let (Some(one), Some(other)) = (kept, cx.policy.evidence.acceptance)
        && (one.roughly_days() - other.roughly_days()).abs() > 1.0
    {
        let found =
            LINT.breach("the evidence of an acceptance has two periods").at(cx.value("evidence/acceptance"));
        told.push(
            found
                .label(cx.value("acceptance/kept"), "the other")
                .help("write the same in both, or one of them only"),
        );
    }
    let Some(backups) = cx.policy.security.backups_gone_after_days else { return };
    for purpose in &cx.policy.purposes {
        let short = |length: &crate::model::Length| length.roughly_days() + 1.0 < f64::from(backups);
        if purpose.keep.isolated_for.as_ref().is_some_and(short) {
            let at = cx.value(&format!("purposes/{}/keep/isolated_for", purpose.name));
            let message = format!("`{}` would be gone before the backups are", purpose.name);
            let found = LINT
                .breach(message)
                .at(at)
                .label(cx.value("security/backups_gone_after"), "backups live so long");
            told.push(found.help("let both end together"));
        }
    }
}
