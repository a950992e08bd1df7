//! "Why do you have this?" (CN-05): one purpose in words, the same words as in the published policy.

use policy::{Anchor, Policy, Purpose, Then};
use texts::{Texts, texts};

use super::Why;

/// Each of these purposes that uses the field, in the policy's order.
pub fn why_field(policy: &Policy, field: &str, purposes: &[String], lang: &str) -> Vec<Why> {
    let ours = |purpose: &&Purpose| purposes.contains(&purpose.name);
    policy.purposes_of(field).filter(ours).map(|purpose| why_purpose(policy, purpose, lang)).collect()
}

/// One purpose in words.
pub fn why_purpose(policy: &Policy, purpose: &Purpose, lang: &str) -> Why {
    let texts = texts(lang);
    let because = purpose.law.as_ref().or(purpose.interest.as_ref());
    Why {
        purpose: purpose.name.clone(),
        title: purpose.why.get(lang).to_owned(),
        basis: purpose.basis.as_str().to_owned(),
        basis_title: texts.say(&format!("document-basis-{}", purpose.basis.as_str())),
        because: because.map(|text| text.get(lang).to_owned()).filter(|text| !text.is_empty()),
        keep: keep(purpose, texts),
        recipients: purpose.shares_with.iter().map(|name| recipient(policy, name)).collect(),
    }
}

/// The recipient's name for people; what the policy does not declare keeps its own.
pub fn recipient(policy: &Policy, name: &str) -> String {
    policy.recipient(name).map_or_else(|| name.to_owned(), |known| known.title.clone())
}

/// "6 months from the day of delivery".
fn keep(purpose: &Purpose, texts: &Texts) -> String {
    let (anchor, event) = match &purpose.keep.from {
        Anchor::Collection => ("collection", String::new()),
        Anchor::LastContact => ("last-contact", String::new()),
        Anchor::ContractEnd => ("contract-end", String::new()),
        Anchor::FiscalYearEnd => ("fiscal-year-end", String::new()),
        Anchor::ConsentEnd => ("consent-end", String::new()),
        Anchor::Event(name) => ("event", event(name, texts)),
    };
    let start = texts.with(&format!("document-from-{anchor}"), &[("event", event.into())]);
    let text = if purpose.keep.length.amount == 0 {
        texts.with("document-keep-until", &[("start", start.into())])
    } else {
        let length = texts.duration(purpose.keep.length.span());
        texts.with("document-keep-for", &[("length", length.into()), ("start", start.into())])
    };
    match purpose.keep.then {
        Then::Delete => text,
        then => format!("{text}. {}", texts.say(&format!("document-then-{}", then.as_str()))),
    }
}

/// A named event in words; one without a message of its own is shown by its name.
fn event(name: &str, texts: &Texts) -> String {
    let id = format!("document-event-{name}");
    if texts.has(&id) { texts.say(&id) } else { name.replace('-', " ") }
}
