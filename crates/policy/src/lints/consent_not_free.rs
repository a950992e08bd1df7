//! A consent that is ticked, or required.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a consent in a form that is ticked beforehand or required to send the form.
    ///
    /// ## Why is this bad?
    /// Consent is a free and clear act. A ticked box is no act (CJEU C-673/17, Planet49), and a required one is not
    /// free. What was collected so may not be used.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   news: { why: Send you news, basis: consent, uses: [contact.name, contact.email], duty: voluntary, consequence: None., keep: { for: 0 days, from: consent-end } }
    /// forms:
    ///   news:
    ///     title: News
    ///     purpose: news
    ///     asks: { contact.email: required }
    ///     consents: { news: { wording: "Yes, send me news", ticked: yes } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   news: { why: Send you news, basis: consent, uses: [contact.name, contact.email], duty: voluntary, consequence: None., keep: { for: 0 days, from: consent-end } }
    /// forms:
    ///   news:
    ///     title: News
    ///     purpose: news
    ///     asks: { contact.email: required }
    ///     consents: { news: { wording: "Yes, send me news" } }
    /// ```
    "A0309", Error, "a consent that is ticked, or required", law "GDPR Art. 4(11), 7(2) and 7(4)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        for consent in &form.consents {
            for (key, what) in [("ticked", "ticked beforehand"), ("required", "required")] {
                let path = format!("forms/{}/consents/{}/{key}", form.name, consent.purpose);
                if cx.is_yes(&path) {
                    let message = format!("the consent to `{}` is {what}, so it is none", consent.purpose);
                    told.push(LINT.breach(message).at(cx.value(&path)).help(format!("remove `{key}`")).fix(
                        "leave the box to the person",
                        cx.scalar(&path),
                        "no",
                    ));
                }
            }
        }
    }
}
