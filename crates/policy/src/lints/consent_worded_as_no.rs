//! A box that is ticked to say no.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports the words of a consent that ask people to tick a box in order to refuse.
    ///
    /// ## Why is this bad?
    /// A consent is a yes. A box for “I do not want” makes silence a yes, and confuses who reads fast.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required, contact.email: required }, consents: { news: { wording: "I do not want news by e-mail." } } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// forms:
    ///   contact: { title: Contact us, purpose: answer, asks: { contact.name: required, contact.email: required }, consents: { news: { wording: "Yes, send me news by e-mail." } } }
    /// ```
    "A0707", Warning, "a box that is ticked to say no", law "GDPR Art. 4(11) and 7(2)"
}

const REFUSALS: &[&str] = &[
    "do not want",
    "don't want",
    "don’t want",
    "do not wish",
    "opt out",
    "opt-out",
    "i refuse",
    "no, ",
    "please do not",
    "ønsker ikke",
    "vil ikke",
    "reserverer meg",
    "nei, ",
    "ne souhaite pas",
    "ne veux pas",
    "je refuse",
    "m’oppose",
    "non, ",
];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for form in &cx.policy.forms {
        for consent in &form.consents {
            for (language, words) in consent.wording.iter() {
                let lower = words.to_lowercase();
                let Some(no) = REFUSALS.iter().find(|no| lower.contains(**no)) else { continue };
                let path = format!("forms/{}/consents/{}/wording/{language}", form.name, consent.purpose);
                let found = LINT
                    .breach(format!("“{}” asks for a no", no.trim_end_matches([',', ' '])))
                    .at(cx.value(&path));
                told.push(found.help("ask for a yes: “Yes, send me news.”"));
            }
        }
    }
}
