//! A text that is missing in a language.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a text for people that does not stand in every language the policy declares.
    ///
    /// ## Why is this bad?
    /// Who reads the policy in Norwegian and finds a paragraph in English was not told in a form they understand.
    ///
    /// ## Example
    /// ```yaml
    /// languages: { reference: en, also: [nb] }
    /// statements:
    ///   your-part: { title: { en: Your part, nb: Ditt ansvar }, text: Keep your password to yourself. }
    /// ```
    /// ## Instead
    /// ```yaml
    /// statements:
    ///   your-part: { title: Your part, text: { en: Keep your password to yourself. } }
    /// ```
    "A0207", Warning, "a text that is missing in a language", law "GDPR Art. 12(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let reference = cx.policy.languages.reference.as_str();
    for (at, languages) in &cx.checked.texts {
        let has = |language: &str| match languages.as_slice() {
            [] => language == reference,
            some => some.iter().any(|known| known == language),
        };
        let missing: Vec<&str> = cx.policy.languages.all().filter(|language| !has(language)).collect();
        if !missing.is_empty() {
            let words = crate::shape::one_of(missing.iter().copied()).replace(" or ", " and ");
            let all: Vec<String> =
                cx.policy.languages.all().map(|language| format!("{language}: …")).collect();
            let help = format!("write it in each language: `{{ {} }}`", all.join(", "));
            told.push(LINT.breach(format!("this text is missing in {words}")).at(*at).help(help));
        }
    }
}
