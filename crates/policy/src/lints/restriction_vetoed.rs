//! A restriction that an administrator could stop.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a right to restriction that depends on an administrator.
    ///
    /// ## Why is this bad?
    /// The right is the person's own. An employer or an administrator who could stop it would decide about a dispute that
    /// is often with them; nothing in the law gives them that.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], restriction: { veto: administrator } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], restriction: { veto: none } }
    /// ```
    "A0342", Error, "a restriction that somebody can veto", law "GDPR Art. 18(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if cx.policy.rights.restriction.vetoed {
        let at = cx.value("rights/restriction/veto");
        let message = "an administrator could stop a person's restriction";
        told.push(LINT.breach(message).at(at).help("write `veto: none`; Abide never lets one stop it").fix(
            "take the veto away",
            cx.scalar("rights/restriction/veto"),
            "none",
        ));
    }
}
