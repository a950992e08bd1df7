//! A cookie that lives longer than declared.

use super::context::{Context, Told};
use super::cookie_misspelt::KNOWN;
use crate::model::Lasts;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a known cookie declared to last shorter than its maker sets it for, and any cookie over 25 months.
    ///
    /// ## Why is this bad?
    /// People consent to the time they are told. 25 months is the longest that supervisory authorities accept for
    /// what is measured with cookies.
    ///
    /// ## Example
    /// ```yaml
    /// cookies:
    ///   __utma: { purpose: answer, lasts: session, necessary: yes }
    /// ```
    /// ## Instead
    /// ```yaml
    /// cookies:
    ///   __utma: { purpose: answer, lasts: 2 years, necessary: yes }
    /// ```
    "A0407", Warning, "a cookie that lives longer than declared", law "GDPR Art. 5(1)(e) and 13(2)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for cookie in &cx.policy.cookies {
        let at = cx.value(&format!("cookies/{}/lasts", cookie.name));
        let days = match cookie.lasts {
            Lasts::Session => 0.0,
            Lasts::For(length) => length.roughly_days(),
        };
        let known = KNOWN.iter().find(|(name, _)| *name == cookie.name).map_or(0, |(_, days)| *days);
        // Half a month of slack: 3 months and 90 days, 6 months and 180 days are the same promise.
        if days + 15.0 < f64::from(known) {
            let message = format!("`{}` is set for about {known} days, longer than declared", cookie.name);
            told.push(
                LINT.breach(message).at(at).help("declare the time it is set for, or have it set for less"),
            );
        } else if days > 25.0 * 30.5 {
            let message = format!("`{}` lasts longer than 25 months", cookie.name);
            told.push(LINT.breach(message).at(at).help("have it set for 25 months or less"));
        }
    }
}
