//! A person whom others entered, and who is not told.

use super::context::{Context, Told};
use crate::model::{EnteredBy, Form};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a form in which others than the person enter data, and which does not say within how long the person is
    /// told, or allows more than a month. What customers entrust is theirs to tell.
    ///
    /// ## Why is this bad?
    /// Who is entered by a colleague, a partner or the staff knows nothing of it, and can object to nothing. They must
    /// be told within a month at the latest, with the source.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   entry:
    ///     title: Enter a contact of a company
    ///     purpose: answer
    ///     entered_by: staff
    ///     asks: { contact.name: required, contact.email: required }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   entry:
    ///     title: Enter a contact of a company
    ///     purpose: answer
    ///     entered_by: staff
    ///     tells_person_within: 1 month
    ///     asks: { contact.name: required, contact.email: required }
    /// ```
    "A0231", Warning, "a person whom others entered, and who is not told", law "GDPR Art. 14(3)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in cx.policy.forms.iter().filter(|form| by_others(cx, form)) {
        let path = format!("forms/{}", form.name);
        match form.tells_person_within {
            Some(within) if within.roughly_days() <= 31.0 => {}
            Some(_) => {
                let at = cx.value(&format!("{path}/tells_person_within"));
                let message = format!("who is entered in `{}` is told later than within a month", form.name);
                told.push(LINT.breach(message).at(at).help("write `1 month`, or less"));
            }
            None => {
                let at = cx.value(&format!("{path}/entered_by"));
                let message = format!("nothing says when somebody entered in `{}` is told of it", form.name);
                told.push(LINT.breach(message).at(at).help("add `tells_person_within: 1 month`, or less"));
            }
        }
    }
}

fn by_others(cx: &Context<'_>, form: &Form) -> bool {
    let instructed = cx.purpose(&form.purpose).is_some_and(|purpose| purpose.instructed_by_customer);
    matches!(form.entered_by, EnteredBy::Staff | EnteredBy::Partner | EnteredBy::Import) && !instructed
}
