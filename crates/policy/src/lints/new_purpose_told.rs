//! A new purpose for old data that is only told.

use super::context::{Context, Told};
use crate::model::NewPurposes;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports `new_purposes: notice`: data collected before would serve a new purpose once people were told.
    ///
    /// ## Why is this bad?
    /// People gave their data for what they were told then. Another purpose needs their consent, unless it is compatible
    /// with the first, and that must be weighed and said.
    ///
    /// ## Example
    /// ```yaml
    /// changes: { minor: [site], significant: [site, email], rights_affecting: { by: [site, email], ahead: 30 days }, new_purposes: notice }
    /// ```
    /// ## Instead
    /// ```yaml
    /// changes: { minor: [site], significant: [site, email], rights_affecting: { by: [site, email], ahead: 30 days }, new_purposes: consent }
    /// ```
    "A0320", Warning, "a new purpose for old data that is only told", law "GDPR Art. 5(1)(b) and 6(4)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.changes.new_purposes == NewPurposes::Notice {
        let message = "data collected before would serve a new purpose without consent";
        let help = "write `consent`, or `compatible` and say at the purpose what it is compatible with";
        told.push(LINT.breach(message).at(cx.value("changes/new_purposes")).help(help));
    }
}
