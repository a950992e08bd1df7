//! The boxes of a form: one for what must be accepted to send it, one for each consent it offers.
//! The wording beside a box is exactly what is kept.

use policy::{Form, Policy, Wording};
use texts::{Texts, texts};

/// The name of the box of acceptance.
pub(super) const ACCEPT: &str = "accept";
/// What the name of a consent's box begins with.
const CONSENT: &str = "consent:";
/// The name by which a form's `accepts` means this policy.
pub(super) const THIS_POLICY: &str = "privacy-policy";

/// A box.
#[derive(Debug, Clone)]
pub(super) struct Tickable {
    /// What is posted when it is ticked.
    pub name: String,
    /// The exact words.
    pub wording: String,
    /// Whether the form cannot be sent without it.
    pub required: bool,
    /// The purpose consented to; `None` for the acceptance.
    pub purpose: Option<String>,
    /// Each text that is accepted and can be read: its name and where.
    pub read: Vec<(String, String)>,
}

/// The boxes of a form, in the order they are shown.
pub(super) fn of(policy: &Policy, form: &Form, lang: &str) -> Vec<Tickable> {
    let (words, said) = (texts(lang), Wording::new(policy, lang));
    let acceptance = (!form.accepts.is_empty()).then(|| Tickable {
        name: ACCEPT.to_owned(),
        wording: said.acceptance(form),
        required: true,
        purpose: None,
        read: form.accepts.iter().filter_map(|name| readable(policy, name, words, lang)).collect(),
    });
    let consents = form.consents.iter().map(|consent| Tickable {
        name: format!("{CONSENT}{}", consent.purpose),
        wording: said.consent(&consent.purpose, consent.wording.get(lang)),
        required: false,
        purpose: Some(consent.purpose.clone()),
        read: Vec::new(),
    });
    acceptance.into_iter().chain(consents).collect()
}

/// What an accepted text is called and where it can be read before it is accepted: this policy here, an agreement at
/// the address the policy declares for it.
fn readable(policy: &Policy, name: &str, words: &Texts, lang: &str) -> Option<(String, String)> {
    if name == THIS_POLICY {
        return Some((words.say("form-read-policy"), "/policy".to_owned()));
    }
    let agreement = policy.agreement(name)?;
    let url = agreement.url.as_ref()?;
    Some((agreement.title.get(lang).to_owned(), url.value.clone()))
}

/// What the box of acceptance accepts, each with its version.
pub(super) fn documents(policy: &Policy, form: &Form) -> Vec<String> {
    let version = |name: &String| {
        policy.agreement(name).map_or_else(|| policy.version.to_string(), |found| found.version.clone())
    };
    form.accepts.iter().map(|name| format!("{name} {}", version(name))).collect()
}
