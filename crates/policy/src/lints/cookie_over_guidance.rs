//! A cookie that outlives what its authority recommends.

use super::context::{Context, Told};
use crate::model::Lasts;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a cookie that needs consent and lasts longer than the guidance of the controller's authority.
    ///
    /// ## Why is this bad?
    /// A consent wears out. Some authorities say for how long a browser may be recognised on one: the French one says
    /// 13 months. It is guidance, hence a note.
    ///
    /// ## Example
    /// ```yaml
    /// controller: { name: Shop SAS, country: FR, address: "1 rue, Lille", email: privacy@shop.example }
    /// cookies:
    ///   seen: { purpose: statistics, lasts: 2 years }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///   statistics:
    ///     why: Count visits
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 25 months, from: collection }
    /// ```
    /// ## Instead
    /// ```yaml
    /// controller: { name: Shop SAS, country: FR, address: "1 rue, Lille", email: privacy@shop.example }
    /// cookies:
    ///   seen: { purpose: statistics, lasts: 13 months }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///   statistics:
    ///     why: Count visits
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 25 months, from: collection }
    /// ```
    "A0326", Note, "a cookie that outlives what its authority recommends", law "ePrivacy Directive Art. 5(3) and GDPR Art. 5(1)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let Some(guidance) = crate::law::guidance(&cx.policy.controller.country, "tracker", cx.on) else {
        return;
    };
    for cookie in cx.policy.cookies.iter().filter(|cookie| !cookie.necessary) {
        let Lasts::For(length) = cookie.lasts else { continue };
        if length.roughly_days() > f64::from(guidance.months) * 30.5 + 1.0 {
            let message = format!("`{}` lasts longer than {} months", cookie.name, guidance.months);
            let found = LINT.breach(message).at(cx.value(&format!("cookies/{}/lasts", cookie.name)));
            told.push(
                found.help(format!(
                    "have it set for {} months or less ({})",
                    guidance.months, guidance.source
                )),
            );
        }
    }
}
