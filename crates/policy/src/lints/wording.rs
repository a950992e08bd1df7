//! The texts that people read, for the lints that look at words.

use super::context::Context;
use crate::model::Text;

/// Every longer text with its place.
pub(super) fn texts<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = (String, &'a Text)> {
    let policy = cx.policy;
    let statements = policy.statements.iter().map(|s| (format!("statements/{}/text", s.name), &s.text));
    let purposes = policy.purposes.iter().flat_map(|purpose| {
        let path = |key: &str| format!("purposes/{}/{key}", purpose.name);
        let more = [("interest", purpose.interest.as_ref()), ("consequence", purpose.consequence.as_ref())];
        let more = more.into_iter().filter_map(move |(key, text)| Some((path(key), text?)));
        std::iter::once((format!("purposes/{}/why", purpose.name), &purpose.why)).chain(more)
    });
    let forms = policy.forms.iter().map(|form| (format!("forms/{}/intro", form.name), &form.intro));
    let attested =
        policy.attestations.iter().map(|one| (format!("attestations/{}/promise", one.name), &one.promise));
    let decisions = policy.automated_decisions.iter().map(|text| ("automated_decisions".to_owned(), text));
    statements.chain(purposes).chain(forms).chain(attested).chain(decisions)
}

/// Whether words stand in a text and are no part of a longer word.
pub(super) fn stands_in(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let after = text.get(at + words.len()..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}
