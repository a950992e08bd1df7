//! A right that is promised less than the law gives.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a restriction that does not begin with its request or is lifted without a word, an objection that stops
    /// nothing meanwhile, and an extension longer than two months or told later than within one.
    ///
    /// ## Why is this bad?
    /// The law gives people more, whatever the policy says. Abide keeps the law.
    ///
    /// ## Example
    /// ```yaml
    /// rights: { answer: { within: 1 month }, objection: { stops_meanwhile: no } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// rights: { answer: { within: 1 month }, objection: { stops_meanwhile: yes } }
    /// ```
    "A0319", Error, "a right that is promised less than the law gives", law "GDPR Art. 12(3), 18 and 21"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let rights = &cx.policy.rights;
    let longer = |months: f64, within: crate::model::Length| within.roughly_days() > months * 31.0;
    let late = rights.extension;
    let cut = [
        (
            !rights.restriction.on_opening,
            "restriction/on_opening",
            "a dispute would stop nothing when it is opened",
        ),
        (
            !rights.restriction.tell_before_lifting,
            "restriction/tell_before_lifting",
            "a restriction would be lifted without telling the person",
        ),
        (
            !rights.objection.stops_meanwhile,
            "objection/stops_meanwhile",
            "use would go on while an objection is weighed",
        ),
        (
            late.is_some_and(|late| longer(2.0, late.by)),
            "extension/by",
            "an answer would be put off by more than two months",
        ),
        (
            late.is_some_and(|late| longer(1.0, late.told_within)),
            "extension/told_within",
            "the person would hear too late that an answer is put off",
        ),
    ];
    for (_, key, message) in cut.into_iter().filter(|(cut, ..)| *cut) {
        let at = cx.value(&format!("rights/{key}"));
        let help = if key.starts_with("extension") {
            "write `2 months`, told within `1 month`"
        } else {
            "write `yes`"
        };
        let fixed = match key {
            "extension/by" => "2 months",
            "extension/told_within" => "1 month",
            _ => "yes",
        };
        let scalar = cx.scalar(&format!("rights/{key}"));
        told.push(LINT.breach(message).at(at).help(help).fix("give what the law gives", scalar, fixed));
    }
}
