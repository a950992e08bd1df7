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

/// The first of these that stands in a text and is no part of a longer word; each begins with a letter.
pub(super) fn named<'p>(text: &str, phrases: &[&'p str]) -> Option<&'p str> {
    let (mut inside, mut first) = (false, phrases.len());
    for (at, c) in text.char_indices() {
        let within = std::mem::replace(&mut inside, c.is_alphanumeric());
        if within || !inside {
            continue;
        }
        let word = text.get(at..).unwrap_or_default();
        // Most do not even begin with the same letter.
        let begins = |phrase: &str| phrase.bytes().next() == word.bytes().next();
        let stands = |phrase: &&str| {
            let after = if begins(phrase) { word.strip_prefix(*phrase) } else { None };
            after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        };
        first = phrases.iter().take(first).position(stands).unwrap_or(first);
    }
    phrases.get(first).copied()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn words_stand_alone_and_the_first_of_the_list_counts() {
        let known = ["as long as", "as", "år"];
        for (text, wanted) in [
            ("as long as it lasts", Some("as long as")),
            ("it was as it is", Some("as")),
            ("has, last, asåx", None),
            ("as, then as long as", Some("as long as")),
            ("i et år", Some("år")),
            ("årlig, har", None),
            ("", None),
        ] {
            assert_eq!(named(text, &known), wanted, "{text}");
        }
    }
}
