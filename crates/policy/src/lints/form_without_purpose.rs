//! A form without a purpose.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a form that names no purpose.
    ///
    /// ## Why is this bad?
    /// Nobody could say what the data is for, how long it is kept, or refuse another use of it (WE-03).
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, asks: { contact.email: required } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.email: required } }
    /// ```
    "A0503", Error, "a form without a purpose", law "GDPR Art. 5(1)(b) and 13(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in cx.policy.forms.iter().filter(|form| !cx.has(&format!("forms/{}/purpose", form.name))) {
        let at = cx.key(&format!("forms/{}", form.name));
        let message = format!("the form `{}` has no purpose", form.name);
        told.push(LINT.breach(message).at(at).help("add `purpose:` with one of the declared purposes"));
    }
}
