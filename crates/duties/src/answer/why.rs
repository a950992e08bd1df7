//! "Why do you have this?" (CN-05): the purposes that use a field, each with basis, period and recipients, in words.

use policy::{Anchor, Policy, Purpose, Then};
use texts::{Texts, texts};

use super::Why;

/// Each purpose that uses the field, in the policy's order.
pub fn why_field(policy: &Policy, field: &str, lang: &str) -> Vec<Why> {
    policy.purposes_of(field).map(|purpose| why_purpose(policy, purpose, lang)).collect()
}

/// One purpose in words.
pub fn why_purpose(policy: &Policy, purpose: &Purpose, lang: &str) -> Why {
    let texts = texts(lang);
    let because = purpose.law.as_ref().or(purpose.interest.as_ref());
    Why {
        purpose: purpose.name.clone(),
        title: purpose.why.get(lang).to_owned(),
        basis: purpose.basis.as_str().to_owned(),
        basis_title: basis(purpose, texts),
        because: because.map(|text| text.get(lang).to_owned()).filter(|text| !text.is_empty()),
        keep: keep(purpose, texts),
        recipients: purpose.shares_with.iter().map(|name| recipient(policy, name)).collect(),
    }
}

/// The recipient's name for people; what the policy does not declare keeps its own.
pub fn recipient(policy: &Policy, name: &str) -> String {
    policy.recipient(name).map_or_else(|| name.to_owned(), |known| known.title.clone())
}

fn basis(purpose: &Purpose, texts: &Texts) -> String {
    let name = texts.say(&format!("answer-basis-{}", purpose.basis.as_str()));
    let article = article(purpose.basis.article(), texts);
    texts.with("answer-basis", &[("basis", name.into()), ("article", article.into())])
}

/// "GDPR Art. 6(1)(b)"; in Norwegian "personvernforordningen art. 6 nr. 1 bokstav b".
pub(super) fn article(provision: &str, texts: &Texts) -> String {
    let mut parts = provision.trim_start_matches("Art. ").split(['(', ')']).filter(|part| !part.is_empty());
    let number = parts.next().unwrap_or_default();
    let said = [
        ("article", number.into()),
        ("paragraph", parts.next().unwrap_or_default().into()),
        ("letter", parts.next().unwrap_or_default().into()),
    ];
    let id = match provision.matches('(').count() {
        0 => "answer-article",
        1 => "answer-article-paragraph",
        _ => "answer-article-letter",
    };
    texts.with(id, &said)
}

/// "6 months from the day it was delivered, then it is deleted".
fn keep(purpose: &Purpose, texts: &Texts) -> String {
    let from = match &purpose.keep.from {
        Anchor::Collection => texts.say("answer-from-collection"),
        Anchor::LastContact => texts.say("answer-from-last-contact"),
        Anchor::ContractEnd => texts.say("answer-from-contract-end"),
        Anchor::FiscalYearEnd => texts.say("answer-from-fiscal-year-end"),
        Anchor::ConsentEnd => texts.say("answer-from-consent-end"),
        Anchor::Event(event) => texts.with("answer-from-event", &[("event", event.replace('-', " ").into())]),
    };
    let then = match purpose.keep.then {
        Then::Delete => texts.say("answer-then-delete"),
        Then::Anonymise => texts.say("answer-then-anonymise"),
        Then::Isolate => texts.say("answer-then-isolate"),
    };
    let length = texts.duration(purpose.keep.length.span());
    texts.with("answer-keep", &[("length", length.into()), ("from", from.into()), ("then", then.into())])
}
