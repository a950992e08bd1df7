//! What an editor is answered, in a small policy with the cursor at `‸`.

use super::*;
use crate::diagnostic::Source;
use crate::shape::Space;

const SOUND: &str = include_str!("../../tests/suite/sound.yaml");

/// The policy with one line exchanged, and where `‸` stood.
fn opened(line: &str, with: &str) -> (Opened, usize) {
    let text = SOUND.replacen(line, with, 1);
    assert!(text.contains('‸'), "{line} is not there");
    let at = text.find('‸').unwrap_or(0);
    (Opened::policy(Sources::one(&Source::new("policy.yaml", text.replace('‸', "")))), at)
}

fn labels(line: &str, with: &str) -> Vec<String> {
    let (opened, at) = opened(line, with);
    opened.complete("policy.yaml", at).into_iter().map(|one| one.label).collect()
}

fn hover(line: &str, with: &str) -> String {
    let (opened, at) = opened(line, with);
    opened.hover("policy.yaml", at).map(|hover| hover.markdown).unwrap_or_default()
}

#[test]
fn a_key_says_what_it_means_and_its_law() {
    let basis = hover("    basis: contract", "    ba‸sis: contract");
    assert!(basis.contains("legal basis") && basis.contains("GDPR Art. 6(1)"), "{basis}");
    let contract = hover("    basis: contract", "    basis: con‸tract");
    assert!(contract.contains("Art. 6(1)(b)"), "{contract}");
    let field = hover("uses: [contact.name, contact.email]", "uses: [contact.name, contact.em‸ail]");
    assert!(field.contains("(email): E-mail"), "{field}");
    let country = hover("name: Datatilsynet, country: NO", "name: Datatilsynet, country: N‸O");
    assert!(country.contains("a child consents alone from 13"), "{country}");
}

#[test]
fn keys_are_offered_that_are_not_there_yet() {
    let keys = labels("    basis: contract", "    basis: contract\n    ‸");
    assert!(keys.contains(&"interest".to_owned()) && !keys.contains(&"basis".to_owned()), "{keys:?}");
    let top = labels("automated_decisions: none", "automated_decisions: none\nrec‸");
    assert!(top.contains(&"recipients".to_owned()), "{top:?}");
    let flow = labels("{ gpc: honour, dnt: honour }", "{ gpc: honour, d‸ }");
    assert_eq!(flow, ["dnt"]);
}

#[test]
fn words_and_names_are_offered_as_values() {
    let bases = labels("    basis: contract", "    basis: ‸");
    assert!(bases.contains(&"legitimate-interest".to_owned()), "{bases:?}");
    let fields = labels("uses: [contact.name, contact.email]", "uses: [contact.name, ‸]");
    assert_eq!(fields, ["contact.name", "contact.email"]);
    let broken = labels("uses: [contact.name, contact.email]", "uses: [contact.name, con‸");
    assert_eq!(broken, ["contact.name", "contact.email"]);
}

#[test]
fn what_is_put_in_replaces_the_word_at_the_cursor() {
    let (opened, at) = opened("    basis: contract", "    basis: leg‸");
    let one = opened.complete("policy.yaml", at).into_iter().find(|one| one.label == "legal-obligation");
    let one = one.map(|one| one.replaces.span.of(&opened.sources().text()).to_owned());
    assert_eq!(one.as_deref(), Some("leg"));
}

#[test]
fn a_name_leads_to_its_declaration_and_gets_a_new_one_everywhere() {
    let (opened, at) = opened("uses: [contact.name, contact.email]", "uses: [contact.name, contact.em‸ail]");
    let text = opened.sources().text();
    let place = opened.definition("policy.yaml", at).map(|place| place.span.of(&text).to_owned());
    assert_eq!(place.as_deref(), Some("email"));
    let name = opened.name("policy.yaml", at).expect("a name");
    let edits = opened.rename(&name, "address").unwrap_or_default();
    let changed =
        crate::edited(&text, edits.iter().map(|edit| (edit.place.span, edit.text.as_str())).collect());
    assert!(
        changed.contains("address: { kind: email")
            && changed.contains("uses: [contact.name, contact.address]"),
        "{changed}"
    );
    assert!(crate::compile(&Source::new("policy.yaml", changed)).policy.is_some());
    assert_eq!(opened.rename(&name, "name"), Err(NoName::Taken));
    assert_eq!(opened.rename(&name, "No Name"), Err(NoName::Unfit));
}

#[test]
fn a_category_takes_its_fields_and_its_places_along() {
    let (opened, at) = opened("  contact:\n", "  con‸tact:\n");
    let text = opened.sources().text()
        + "promises:\n  P-1: { says: We know you, kept_by: [data/contact/fields/email] }\n";
    let opened = Opened::policy(Sources::one(&Source::new("policy.yaml", text.clone())));
    let name = opened.name("policy.yaml", at).expect("a name");
    let edits = opened.rename(&name, "people").unwrap_or_default();
    let changed =
        crate::edited(&text, edits.iter().map(|edit| (edit.place.span, edit.text.as_str())).collect());
    assert!(changed.contains("uses: [people.name, people.email]"), "{changed}");
    assert!(changed.contains("kept_by: [data/people/fields/email]"), "{changed}");
    assert!(crate::compile(&Source::new("policy.yaml", changed)).policy.is_some());
}

const MAP: &str = "abide-map: 1
store: shop
tables:
  people:
    purpose: answer
    also_for: [answer]
    person: { email: mail }
    columns: { id: key, name: contact.name, mail: { is: contact.email, mask: gone } }
    erase: { keep: answer, counted_from: day }
";

fn map_renamed(name: &str, new: &str) -> String {
    let map = Opened::map(&Source::new("shop.map.yaml", MAP), None);
    let at = SOUND.find(name).map_or(0, |at| at + 1);
    let (policy, _) = opened("    basis: contract", "    basis: con‸tract");
    let name = policy.name("policy.yaml", at).expect("a name");
    let edits = map.rename(&name, new).unwrap_or_default();
    crate::edited(MAP, edits.iter().map(|edit| (edit.place.span, edit.text.as_str())).collect())
}

#[test]
fn a_new_name_reaches_the_store_maps() {
    let changed = map_renamed("email: { kind", "address");
    assert!(
        changed.contains("{ is: contact.address, mask: gone }") && changed.contains("contact.name"),
        "{changed}"
    );
    let changed = map_renamed("contact:", "people");
    assert!(changed.contains("name: people.name, mail: { is: people.email"), "{changed}");
    let changed = map_renamed("answer:", "reply");
    assert!(
        changed.contains("purpose: reply")
            && changed.contains("also_for: [reply]")
            && changed.contains("keep: reply"),
        "{changed}"
    );
}

#[test]
fn a_name_in_a_map_is_one_of_the_policy() {
    let (policy, _) = opened("    basis: contract", "    basis: con‸tract");
    let map = Opened::map(&Source::new("shop.map.yaml", MAP), Some(policy));
    let email = MAP.find("contact.email").map_or(0, |at| at + 10);
    let name = map.name("shop.map.yaml", email).expect("a name");
    let place = map.declaration(&name).map(|place| place.span.of(SOUND).to_owned());
    assert_eq!(place.as_deref(), Some("email"));
    assert_eq!(map.references(&name).len(), 1);
    let hover = map.hover("shop.map.yaml", email).map(|hover| hover.markdown).unwrap_or_default();
    assert!(hover.contains("(email): E-mail"), "{hover}");
    let labels = |at: &str, more: usize| -> Vec<String> {
        let at = MAP.find(at).map_or(0, |at| at + more);
        map.complete("shop.map.yaml", at).into_iter().map(|one| one.label).collect()
    };
    assert_eq!(labels("purpose: answer", 9), ["answer"]);
    assert_eq!(
        labels("name: contact.name", 6),
        ["contact.name", "contact.email", "key", "not-personal", "other-person"]
    );
    assert_eq!(labels("is: contact.email", 4).len(), 5);
    assert_eq!(map.name("shop.map.yaml", MAP.find(": key").map_or(0, |at| at + 3)), None, "`key` is no name");
}

#[test]
fn places_are_counted_as_editors_count_them() {
    let text = "a: ø🙂b\nc: d\n";
    let lines = Utf16Lines::new(text);
    for (offset, line, column) in [(0, 0, 0), (3, 0, 3), (5, 0, 4), (9, 0, 6), (11, 1, 0), (14, 1, 3)] {
        let at = Utf16 { line, column };
        assert_eq!((lines.position(offset), lines.offset(at)), (at, offset));
    }
    assert_eq!(lines.offset(Utf16 { line: 9, column: 9 }), text.len());
    assert_eq!(lines.offset(Utf16 { line: 1, column: 99 }), 15);
}

#[test]
fn a_yaml_file_of_something_else_is_none_of_ours() {
    for (name, text, ours) in [
        ("/p/policy.yaml", "", true),
        ("/p/shop.map.yml", "", true),
        ("/p/privacy.yaml", "abide: 1\n", true),
        ("/p/new.yaml", "controller:\n  name: Shop\npurposes:\n", true),
        ("/p/docker-compose.yaml", "version: 3\nservices: {}\n", false),
        ("/p/policy/values.yaml", "replicas: 2\n", false),
    ] {
        assert_eq!(is_ours(name, text), ours, "{name}");
    }
}

/// Whether a key stands at the top is told by the first line, or by the tree: they never differ.
#[test]
fn what_a_text_is_shows_at_its_first_line() {
    for text in [
        "abide: 1\n",
        "# a comment\n\nabide: 1",
        "---\nabide: 1",
        "\u{feff}abide: 1",
        "abide-map: 1\r\n",
        "service: x\nabide: 1",
        "abide:\n",
        "abide:1",
        "\"abide\": 1",
        "\"\\x61bide\": 1",
        "x: abide",
        "abide 1",
        "  abide: 1",
        "x: |\n  abide: 1",
        "",
    ] {
        for key in ["abide", "abide-map", "service"] {
            assert_eq!(says(text, key), tree::parse(text).root().get(key).is_some(), "{key} in {text:?}");
        }
    }
}

/// The examples.
fn examples() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let policies = ["connact", "pack-cloud", "sodepac", "wepack", "workpex"];
    policies
        .iter()
        .map(|name| std::fs::read_to_string(folder.join(name).join("policy.yaml")).unwrap())
        .collect()
}

const WRITTEN: [&str; 14] =
    ["", "x", ":", "\n", "  ", "- ", "[", "{", "\"", "|", "# ", ": ", "\n  a: b\n", "\n    "];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]

    /// Where only a declaration is read again, the same is offered as where everything is; and the names that are
    /// looked up are those the check knows.
    #[test]
    fn a_part_offers_what_the_whole_does(
        which in 0..5_usize,
        at in proptest::prelude::any::<proptest::sample::Index>(),
        taken in 0..3_usize,
        written in proptest::sample::select(&WRITTEN[..]),
    ) {
        let mut text = examples().swap_remove(which);
        let place = |text: &str, at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let from = place(&text, at.index(text.len()));
        let until = place(&text, (from + taken).min(text.len()));
        text.replace_range(from..until.max(from), written);
        let opened = Opened::policy(Sources::one(&Source::new("policy.yaml", text.clone())));
        let cursor = from + written.len();
        let near = opened.complete("policy.yaml", cursor);
        let word = complete::word(&text, cursor);
        let whole = opened.offered_in(&text[..word.start], &text[word.end..]);
        let labels = |all: &[Completion]| all.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
        proptest::prop_assert_eq!(labels(&near), labels(&whole), "at {:?}", text.get(from.saturating_sub(60)..cursor));
        for space in [Space::Category, Space::Field, Space::Purpose, Space::Recipient, Space::Agreement, Space::Form] {
            let checked = opened.checked().names.declared().filter(|(known, ..)| *known == space);
            let checked: Vec<String> = checked.map(|(_, name, _)| name.to_owned()).collect();
            proptest::prop_assert_eq!(opened.declared_in(space), checked);
        }
    }
}
