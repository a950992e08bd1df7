//! "Why do you have this?" (CN-05): one purpose in words, the same words as in the published policy.

use policy::{Policy, Purpose, Wording};

use super::Why;

/// Each of these purposes that uses the field, in the policy's order.
pub fn why_field(policy: &Policy, field: &str, purposes: &[String], lang: &str) -> Vec<Why> {
    let ours = |purpose: &&Purpose| purposes.contains(&purpose.name);
    policy.purposes_of(field).filter(ours).map(|purpose| why_purpose(policy, purpose, lang)).collect()
}

/// One purpose in words.
pub fn why_purpose(policy: &Policy, purpose: &Purpose, lang: &str) -> Why {
    let said = Wording::new(policy, lang);
    let because = purpose.law.as_ref().or(purpose.interest.as_ref());
    Why {
        purpose: purpose.name.clone(),
        title: purpose.why.get(lang).to_owned(),
        basis: purpose.basis.as_str().to_owned(),
        basis_title: said.basis(purpose.basis),
        because: because.map(|text| text.get(lang).to_owned()).filter(|text| !text.is_empty()),
        keep: said.keep(&purpose.keep),
        recipients: purpose.shares_with.iter().map(|name| recipient_in(policy, name, lang)).collect(),
    }
}

fn recipient_in(policy: &Policy, name: &str, lang: &str) -> String {
    policy.recipient(name).map_or_else(|| name.to_owned(), |known| known.title_in(lang).to_owned())
}

/// The recipient's name for people; what the policy does not declare keeps its own.
pub fn recipient(policy: &Policy, name: &str) -> String {
    policy.recipient(name).map_or_else(|| name.to_owned(), |known| known.title.clone())
}
