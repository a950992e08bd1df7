//! A cookie that outlives its purpose.

use super::context::{Context, Told};
use crate::model::{Anchor, Lasts};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a cookie that lasts longer than what it collects is kept for its own purpose.
    ///
    /// ## Why is this bad?
    /// People are told two times for one thing. What recognises a browser after its data is gone has no purpose left.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: collection }
    /// cookies:
    ///   seen: { purpose: answer, lasts: 1 year, necessary: yes }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: collection }
    /// cookies:
    ///   seen: { purpose: answer, lasts: 6 months, necessary: yes }
    /// ```
    "A0420", Warning, "a cookie that outlives its purpose", law "GDPR Art. 5(1)(e) and 13(2)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for cookie in &cx.policy.cookies {
        let (Lasts::For(lasts), Some(purpose)) = (cookie.lasts, cx.purpose(&cookie.purpose)) else {
            continue;
        };
        let kept = &purpose.keep;
        let declared = cx.has(&format!("purposes/{}/keep", purpose.name));
        if declared
            && kept.from == Anchor::Collection
            && lasts.roughly_days() > kept.length.roughly_days() + 3.0
        {
            let at = cx.value(&format!("cookies/{}/lasts", cookie.name));
            let period = cx.value(&format!("purposes/{}/keep", purpose.name));
            let message =
                format!("`{}` lasts longer than `{}` keeps what it collects", cookie.name, purpose.name);
            told.push(
                LINT.breach(message).at(at).label(period, "kept so long").help("let both end together"),
            );
        }
    }
}
