//! A term that only lawyers and engineers know.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a term of law or engineering in what people read, such as “data controller” or “pseudonymised”, without a
    /// word of explanation in the same text.
    ///
    /// ## Why is this bad?
    /// Who does not know the word has not been told. A few plain words beside it are enough.
    ///
    /// ## Example
    /// ```yaml
    /// statements:
    ///   part: { title: Your part, text: Your data is pseudonymised before it leaves. }
    /// ```
    /// ## Instead
    /// ```yaml
    /// statements:
    ///   part: { title: Your part, text: "Your data is pseudonymised before it leaves: a number stands for your name." }
    /// ```
    "A0706", Note, "a term that is not explained", law "GDPR Art. 12(1)"
}

const TERMS: &[&str] = &[
    "data controller",
    "data processor",
    "data subject",
    "pseudonymised",
    "pseudonymized",
    "pseudonymisation",
    "web beacon",
    "hereinafter",
    "aforementioned",
    "hereby",
    "thereof",
    "metadata",
    "log files",
    "behandlingsansvarlig",
    "databehandler",
    "den registrerte",
    "pseudonymisert",
    "responsable du traitement",
    "sous-traitant ultérieur",
    "personne concernée",
    "pseudonymisées",
    "susmentionné",
    "ci-après",
];

/// What shows that a text explains itself.
const EXPLAINS: &[&str] =
    &[": ", " (", " – ", "that is", "means", "det vil si", "betyr", "c’est-à-dire", "c'est-à-dire"];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (path, text) in super::wording::texts(cx) {
        for (language, words) in text.iter() {
            let lower = words.to_lowercase();
            let Some(term) = super::wording::named(&lower, TERMS) else { continue };
            if EXPLAINS.iter().any(|sign| lower.contains(sign)) {
                continue;
            }
            let found =
                LINT.breach(format!("“{term}” is not explained")).at(cx.value(&format!("{path}/{language}")));
            told.push(found.help("say it in plain words, or add a few that explain it"));
        }
    }
}
