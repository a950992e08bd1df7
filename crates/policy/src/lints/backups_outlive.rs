//! Backups that outlive every request.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports backups in which what was erased lives on for more than half a year.
    ///
    /// ## Why is this bad?
    /// Who asks for erasure is told that it is done within a month. A copy that can come back for longer than that
    /// needs a reason, and a year of it has none.
    ///
    /// ## Example
    /// ```yaml
    /// security: { backups_gone_after: 400 days }
    /// ```
    /// ## Instead
    /// ```yaml
    /// security: { backups_gone_after: 90 days }
    /// ```
    "A0605", Warning, "backups in which the erased lives on", law "GDPR Art. 17(1) and 5(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.security.backups_gone_after_days.is_some_and(|days| days > 184) {
        let found = LINT.breach("what was erased could come back from a backup for more than half a year");
        told.push(
            found
                .at(cx.value("security/backups_gone_after"))
                .help("let backups die sooner, such as after `30 days`"),
        );
    }
}
