//! A clock that counts office hours nobody has declared.

use super::context::{Context, Told};
use crate::model::Counted;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a clock that counts office hours where none are declared, and office hours that close before they open.
    ///
    /// ## Why is this bad?
    /// The clock would never move, and the promise could not be kept or broken (WE-12).
    ///
    /// ## Example
    /// ```yaml
    /// rights:
    ///   answer: { within: 1 month }
    ///   first_reply: { within: 1 hour, counted_in: office-hours }
    /// ```
    /// ## Instead
    /// ```yaml
    /// office_hours: { zone: Europe/Oslo, days: mon-fri, from: "08:00", to: "16:00", holidays: NO }
    /// rights:
    ///   answer: { within: 1 month }
    ///   first_reply: { within: 1 hour, counted_in: office-hours }
    /// ```
    "A0405", Error, "a clock without office hours", law "GDPR Art. 5(1)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let rights = &cx.policy.rights;
    let clocks = [("answer", Some(rights.answer)), ("first_reply", rights.first_reply)];
    for (key, clock) in clocks {
        if clock.is_some_and(|clock| clock.counted_in == Counted::OfficeHours)
            && cx.policy.office_hours.is_none()
        {
            let at = cx.value(&format!("rights/{key}/counted_in"));
            let help = "add `office_hours:` with `zone`, `days`, `from` and `to`";
            told.push(LINT.breach("office hours are counted here and declared nowhere").at(at).help(help));
        }
    }
    if cx.policy.office_hours.as_ref().is_some_and(|hours| hours.to <= hours.from) {
        let at = cx.value("office_hours/to");
        told.push(
            LINT.breach("the office closes before it opens").at(at).help("let `to` be later than `from`"),
        );
    }
}
