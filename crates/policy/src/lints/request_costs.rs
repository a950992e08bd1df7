//! A request that costs money.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a fee for every request.
    ///
    /// ## Why is this bad?
    /// Access, erasure and all the rest are free. Only for a request that is manifestly unfounded or excessive may a
    /// fee be asked, and the controller has to show that it is.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], fee: always }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, withdraw: [privacy-centre], fee: free }
    /// ```
    "A0351", Error, "a request that costs money", law "GDPR Art. 12(5)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if let Some((_, at)) = cx.written("rights/fee").into_iter().find(|(fee, _)| *fee == "always") {
        let found = LINT.breach("people would pay for their rights").at(at);
        told.push(found.help("write `free`").fix("make requests free", at, "free"));
    }
}
