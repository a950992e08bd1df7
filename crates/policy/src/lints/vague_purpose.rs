//! A purpose that could be anything.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a `why` or an `interest` with words such as "other purposes", "and more", "may also" or "as we see fit".
    ///
    /// ## Why is this bad?
    /// A purpose must be specified and explicit. Whoever reads it must know what happens and what does not.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry and other purposes
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    /// ```
    "A0701", Warning, "a purpose that could be anything", law "GDPR Art. 5(1)(b)"
}

const VAGUE: &[&str] = &[
    "other purposes",
    "various purposes",
    "purposes such as",
    "and more",
    "et cetera",
    "etc.",
    "may also",
    "as we see fit",
    "business purposes",
    "andre formål",
    "ulike formål",
    "blant annet",
    "med mer",
    "osv.",
    "m.m.",
];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in &cx.policy.purposes {
        let texts = [("why", Some(&purpose.why)), ("interest", purpose.interest.as_ref())];
        for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
            for (language, words) in text.iter() {
                let lower = words.to_lowercase();
                let Some(vague) = VAGUE.iter().find(|vague| lower.contains(**vague)) else { continue };
                let path = format!("purposes/{}/{key}/{language}", purpose.name);
                let message = format!("“{vague}” leaves open what `{}` is", purpose.name);
                told.push(
                    LINT.breach(message)
                        .at(cx.value(&path))
                        .help("say what is done, and declare the rest as purposes of its own"),
                );
            }
        }
    }
}
