//! A cookie that needs consent and does not ask.

use super::context::{Context, Told};
use crate::model::Basis;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a cookie that is not necessary and whose purpose does not rest on consent.
    ///
    /// ## Why is this bad?
    /// Storing anything in somebody's browser needs consent unless the service they asked for cannot work without it.
    /// Neither a contract nor a legitimate interest replaces it.
    ///
    /// ## Example
    /// ```yaml
    /// cookies:
    ///   visitor: { purpose: answer, lasts: 1 year }
    /// ```
    /// ## Instead
    /// ```yaml
    /// cookies:
    ///   visitor: { purpose: answer, lasts: session, necessary: yes }
    /// ```
    "A0311", Error, "a cookie that does not ask", law "ePrivacy Directive Art. 5(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for cookie in cx.policy.cookies.iter().filter(|cookie| !cookie.necessary) {
        let Some(purpose) = cx.purpose(&cookie.purpose) else { continue };
        if purpose.basis != Basis::Consent {
            let at = cx.value(&format!("cookies/{}/purpose", cookie.name));
            let message = format!(
                "the cookie `{}` needs consent, and `{}` does not ask for it",
                cookie.name, purpose.name
            );
            let basis = cx.value(&format!("purposes/{}/basis", purpose.name));
            let found = LINT.breach(message).at(at).label(basis, "its basis");
            told.push(
                found.help(
                    "give it a purpose that rests on consent, or write `necessary: yes` if that is true",
                ),
            );
        }
    }
}
