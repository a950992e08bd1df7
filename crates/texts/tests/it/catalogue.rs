//! The catalogues say the same things, with the same variables, in every language.

use std::collections::{BTreeMap, BTreeSet};

use texts::catalogue::{LANGUAGES, files};
use texts::texts;

/// The messages of a file: id → its variables. Read from the text, so that a faulty file shows as such.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if !line.starts_with([' ', '\t', '}']) {
            let name = line.split('=').next().unwrap().trim().to_owned();
            assert!(!found.contains_key(&name), "the message {name} stands twice in one file");
            id.clone_from(&name);
            found.insert(name, BTreeSet::new());
        }
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            found.get_mut(&id).unwrap().insert(part[..end.unwrap_or(part.len())].to_owned());
        }
    }
    found
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    for (area, english) in files("en") {
        let english = messages(english);
        for lang in LANGUAGES {
            let (_, other) = files(lang).iter().find(|(name, _)| name == area).unwrap();
            let other = messages(other);
            let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
            let extra: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
            assert!(missing.is_empty(), "{lang}/{area}.ftl lacks {missing:?}");
            assert!(extra.is_empty(), "en/{area}.ftl lacks {extra:?}, which {lang} has");
            for (id, variables) in &english {
                assert_eq!(Some(variables), other.get(id), "{lang}/{area}.ftl: the variables of {id}");
            }
        }
    }
}

#[test]
fn every_file_parses_whole_and_no_message_stands_in_two_files() {
    for lang in LANGUAGES {
        let mut seen = BTreeMap::new();
        for (area, text) in files(lang) {
            if let Err((_, faults)) = fluent_bundle::FluentResource::try_new((*text).to_owned()) {
                panic!("{lang}/{area}.ftl: {faults:?}");
            }
            for id in messages(text).into_keys() {
                assert!(texts(lang).has(&id), "{lang}/{area}.ftl: {id} has no value");
                let before = seen.insert(id.clone(), *area);
                assert_eq!(before, None, "{lang}: {id} also stands in {area}.ftl");
            }
        }
    }
}

#[test]
fn no_message_refers_to_another_that_is_missing() {
    for lang in LANGUAGES {
        for (area, text) in files(lang) {
            for (id, variables) in messages(text) {
                let args: Vec<_> = variables.iter().map(|name| (name.as_str(), 2.into())).collect();
                let said = texts(lang).with(&id, &args);
                let odd = said.contains('⟦') || said.contains("{$") || said.contains("{-") || said.is_empty();
                assert!(!odd, "{lang}/{area}.ftl: {id} reads {said:?}");
            }
        }
    }
}

#[test]
fn an_unknown_message_shows_its_id_and_an_unknown_language_reads_english() {
    assert_eq!(texts("en").say("no-such-message"), "⟦no-such-message⟧");
    assert_eq!(texts("").say("yes"), "Yes");
    assert_eq!(texts("tlh-XX").lang(), "en");
    for tag in ["nb", "nb-NO", "no", "nn", "NB_no"] {
        assert_eq!(texts(tag).say("yes"), "Ja", "{tag}");
    }
}

#[test]
fn a_missing_or_superfluous_variable_does_no_harm() {
    assert!(texts("en").say("rights-place-read").contains("entries found"));
    assert_eq!(texts("en").with("yes", &[("what", "x".into())]), "Yes");
}

#[test]
fn sentences_with_a_number_have_their_plural_and_its_grouping() {
    let place = |lang: &str, count: i64| {
        texts(lang).with("rights-place-read", &[("place", "Wepack".into()), ("count", count.into())])
    };
    assert_eq!(place("en", 0), "Wepack: searched, nothing found.");
    assert_eq!(place("en", 1), "Wepack: searched, 1 entry found.");
    assert_eq!(place("en", 12_345), "Wepack: searched, 12,345 entries found.");
    assert!(place("nb", 12_345).contains("12\u{a0}345"), "{}", place("nb", 12_345));
    assert_ne!(place("nb", 1), place("nb", 0).replace('0', "1"));
    assert_eq!(place("fr", 0), "Wepack\u{202f}: recherche faite, rien trouvé.");
    assert_eq!(place("fr", 1), "Wepack\u{202f}: recherche faite, 1 entrée trouvée.");
    for (count, written) in [(12_345, "12\u{202f}345"), (1_000_000, "1\u{202f}000\u{202f}000")] {
        let said = place("fr", count);
        assert!(said.ends_with(&format!("{written} entrées trouvées.")), "{said}");
    }
}

#[test]
fn french_counts_nought_as_one() {
    let rows = |count: i64| texts("fr").with("console-plan-rows", &[("count", count.into())]);
    assert_eq!([rows(0), rows(1), rows(2)], ["0 entrée", "1 entrée", "2 entrées"]);
}

/// A narrow space that does not break stands before `; : ! ? »` and after `«`; apostrophes are curved; people are
/// addressed as “vous”.
#[test]
fn french_is_set_as_french_is() {
    for (area, text) in files("fr") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (_, said) = line.split_once('=').unwrap_or(("", line));
            for wrong in [" ;", " :", " !", " ?", " »", "« ", "'", "...", "“", "”"] {
                let code = said.contains("://") || said.contains(" ->");
                assert!(code || !said.contains(wrong), "fr/{area}.ftl: {wrong:?} in {said}");
            }
            for mark in [';', '?', '!', '»'] {
                for (at, _) in said.match_indices(mark) {
                    assert!(said[..at].ends_with('\u{202f}'), "fr/{area}.ftl: {mark} in {said}");
                }
            }
            let tu = [" tu ", " ton ", " tes ", " toi "].iter().any(|word| said.contains(word));
            assert!(!tu, "fr/{area}.ftl: {said}");
        }
    }
}

#[test]
fn what_is_put_in_stays_as_it_is() {
    let odd = "<b>\u{202e}{ $count } ⟦x⟧";
    let said = texts("en").with("rights-place-read", &[("place", odd.into()), ("count", 2.into())]);
    assert_eq!(said, format!("{odd}: searched, 2 entries found."));
}
