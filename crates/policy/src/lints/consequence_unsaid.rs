//! Nothing is said of what follows if data is not given.

use super::context::{Context, Told};
use crate::model::EnteredBy;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose for which a form collects data and which has no `duty`, or no `consequence`.
    ///
    /// ## Why is this bad?
    /// Who fills in a form must be told whether they have to, and what follows if they do not.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required } }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required } }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without your name we cannot answer.
    /// ```
    "A0208", Warning, "nothing is said of what follows if data is not given", law "GDPR Art. 13(2)(e)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in cx.policy.forms.iter().filter(|form| form.entered_by == EnteredBy::Person) {
        let Some(purpose) = cx.purpose(&form.purpose) else { continue };
        let key = match (purpose.duty, &purpose.consequence) {
            (None, _) => "duty",
            (_, None) => "consequence",
            _ => continue,
        };
        let message =
            format!("the form `{}` collects for `{}`, which has no `{key}`", form.name, purpose.name);
        let at = cx.key(&format!("purposes/{}", purpose.name));
        let form = cx.value(&format!("forms/{}/purpose", form.name));
        let help = "add `duty: voluntary`, `contract` or `law`, and a `consequence`";
        told.push(LINT.breach(message).at(at).label(form, "collected here").help(help));
    }
}
