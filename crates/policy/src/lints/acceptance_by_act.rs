//! An act that is taken for acceptance.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports words of acceptance by which buying, using or going on is the acceptance.
    ///
    /// ## Why is this bad?
    /// Who buys wants the goods. That they have read and agreed to a policy, the terms and every use besides is said by
    /// nobody but the seller; and one act cannot say yes to several things.
    ///
    /// ## Example
    /// ```yaml
    /// forms:
    ///   contact: { title: Order, purpose: answer, asks: { contact.email: required }, accepts: [privacy-policy], wording: "By buying I confirm that I have read the policy and agree to it." }
    /// ```
    /// ## Instead
    /// ```yaml
    /// forms:
    ///   contact: { title: Order, purpose: answer, asks: { contact.email: required }, accepts: [privacy-policy], wording: "I have read the privacy policy." }
    /// ```
    "A0349", Warning, "an act that is taken for acceptance", law "GDPR Art. 7(2) and 4(11)"
}

/// How a sentence begins that takes an act for a yes.
const ACTS: &[&str] = &[
    "by buying",
    "by using",
    "by ordering",
    "by continuing",
    "by registering",
    "by signing up",
    "by visiting",
    "by accessing",
    "by browsing",
    "using the website means",
    "using the service means",
    "use of the website means",
    "continued use",
    "ved å kjøpe",
    "ved å bruke",
    "ved å bestille",
    "ved å fortsette",
    "ved bruk av",
    "ved kjøp",
    "en achetant",
    "en utilisant",
    "en poursuivant",
    "en continuant",
    "en commandant",
    "l’utilisation du site vaut",
];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let forms = cx.policy.forms.iter().map(|form| (format!("forms/{}/wording", form.name), &form.wording));
    let sign_in =
        cx.policy.acceptance.iter().map(|acceptance| ("acceptance/wording".to_owned(), &acceptance.wording));
    for (path, wording) in forms.chain(sign_in) {
        for (language, words) in wording.iter() {
            let lower = words.to_lowercase();
            let Some(act) = ACTS.iter().find(|act| lower.contains(**act)) else { continue };
            let found = LINT
                .breach(format!("“{act}” takes an act for an acceptance"))
                .at(cx.value(&format!("{path}/{language}")));
            told.push(found.help("let people tick a box: “I have read the privacy policy and accept it.”"));
        }
    }
}
