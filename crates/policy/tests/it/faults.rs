//! All problems in one run, in words that help.

use super::suite::{SOUND, laid_over, told};
use policy::{Source, compile, render_terminal, to_json};

/// Ten different faults, from a bracket to a law.
const TEN: &str = r#"abide: 1
service: shop
version: 2026-13-01
controller: { name: Shop AS, country: NO, address: "Gata 1, Oslo", email: privacy@shop.example, fax: 1 }
authority: { name: Datatilsynet, country: NO }
languages: { reference: en }
minimum_age: 13
automated_decisions: none
data:
  contact:
    title: Contact
    fields:
      name: { kind: nmae, title: Name }
      email: { kind: email, title: E-mail }
      email: { kind: email, title: E-mail again }
purposes:
  answer:
    why: Answer your enquiry
    basis: contract
    uses: [contact.name, contact.emial]
    keep: { for: 6 months, from: last-contact
  news:
    why: Send you news
    uses: contact.email
    keep: { for: 1 year, from: collection }
recipients:
  signer: { name: Signer, role: processor, country: US, agreement: a/signer.pdf, gets: [contact.email] }
rights: { answer: { within: 2 months }, withdraw: [privacy-centre] }
"#;

#[test]
fn ten_different_faults_are_ten_errors() {
    let source = Source::new("policy.yaml", TEN);
    let compiled = compile(&source);
    assert!(compiled.policy.is_none());
    let mut codes: Vec<&str> = compiled
        .diagnostics
        .iter()
        .filter(|d| d.severity == policy::Severity::Error)
        .map(|d| d.code.0)
        .collect();
    codes.sort_unstable();
    let all = ["A0005", "A0101", "A0102", "A0104", "A0105", "A0106", "A0107", "A0201", "A0303", "A0307"];
    assert_eq!(codes, all, "{}", render_terminal(&source, &compiled.diagnostics, false));
}

#[test]
fn the_terminal_draws_the_line_with_help_and_law() {
    let text = laid_over("rights: { answer: { within: 3 months }, withdraw: [privacy-centre] }\n");
    let source = Source::new("policy.yaml", text);
    let drawn = render_terminal(&source, &compile(&source).diagnostics, false);
    insta::assert_snapshot!(drawn);
}

#[test]
fn a_slip_is_told_with_the_word_that_was_meant() {
    let text = laid_over(
        "purposes:\n  answer:\n    why: Answer your enquiry\n    bassis: contract\n    uses: [contact.nmae, contact.email]\n    keep: { fro: 6 months, from: last_contact }\n",
    );
    let source = Source::new("policy.yaml", text);
    let drawn = render_terminal(&source, &compile(&source).diagnostics, false);
    insta::assert_snapshot!(drawn);
}

/// What a new user writes, and what is offered instead: each slip alone, with its first words and its help.
const SLIPS: &[(&str, &str, &str)] = &[
    (
        "country: NO, address",
        "country: Norway, address",
        "`Norway` is no country's code | did you mean `NO`?",
    ),
    ("country: NO, address", "country: UK, address", "`UK` is no country's code | did you mean `GB`?"),
    (
        "country: NO, address",
        "country:NO, address",
        "a space is missing after `country:` | write `country: NO`",
    ),
    ("for: 6 months", "for: five years", "`five years` is no length of time | did you mean `5 years`?"),
    ("for: 6 months", "for: 5", "`5` is no length of time | say of what: `5 days`"),
    (
        "for: 6 months",
        "for: as long as needed",
        "is no length of time | write a length of time such as `6 months`. What lasts",
    ),
    (
        "from: last-contact",
        "from: last contact",
        "is no moment a period is counted from | did you mean `last-contact`?",
    ),
    (
        "privacy@shop.example",
        "privacy.shop.example",
        "is no e-mail address | write an e-mail address such as `privacy@",
    ),
    ("reference: en", "reference: English", "`English` is no language's code | did you mean `en`?"),
    ("version: 2026-01-01", "version: 1st January 2026", "is no day | did you mean `2026-01-01`?"),
    (
        "    basis: contract",
        "    legal_basis: contract",
        "`legal_basis` is no key of a purpose | did you mean `basis`?",
    ),
    (
        "    basis: contract",
        "    basis: legitimate interests",
        "has no meaning here | did you mean `legitimate-interest`?",
    ),
    ("    basis: contract", "    basis contract", "a `:` is missing after `basis` | write `basis: …`"),
    (
        "    basis: contract",
        "    basis:contract",
        "a space is missing after `basis:` | write `basis: contract`",
    ),
    (
        "    basis: contract",
        "      basis: contract",
        "this line begins in column 7, those it stands beside in column 5",
    ),
    (
        "    basis: contract",
        "   basis: contract",
        "this line begins in column 4, between those in column 3 and in column 5",
    ),
    ("    basis: contract", "\tbasis: contract", "a tab indents this line | indent with spaces"),
    (
        "why: Answer your enquiry",
        "why: 'We can't wait'",
        "nothing may follow | inside `'…'` write an apostrophe twice",
    ),
    ("why: Answer your enquiry", "why: Answer: at once", "inside unquoted text | put the text in quotes"),
    ("why: Answer your enquiry", "why: \"Answer", "this quote is never closed | close it with `\"`"),
    ("why: Answer your enquiry", "why:", "`why` holds nothing, and needs a text | it is written so: `why:"),
    (
        "uses: [contact.name, contact.email]",
        "uses: [contact.name, email]",
        "no field is called `email` | did you mean `contact.email`?",
    ),
    (
        "uses: [contact.name, contact.email]",
        "uses: { contact: email }",
        "`uses` holds keys with values, and needs a list | it is written so: `uses: [",
    ),
    (
        "uses: [contact.name, contact.email]",
        "uses: [contact.name, contact.email]\n    shares_with: [Mailchimp]",
        "no recipient is called `Mailchimp` | declare it under `recipients` as `mailchimp`",
    ),
    (
        "uses: [contact.name, contact.email]",
        "uses: [contact.name, contact.email]\n    shares_with:\n      - name: Mailchimp",
        "an item of `shares_with` holds keys with values, and needs the name",
    ),
    (
        "keep: { for: 6 months, from: last-contact }",
        "keep: 1 year",
        "`keep` holds a text, and needs keys, each with its value | it is written so: `keep: {",
    ),
    (
        "name: { kind: name, title: Name }",
        "name: { kind: name title: Name }",
        "a `,` is missing before `title`",
    ),
    (
        "name: { kind: name, title: Name }",
        "name: name",
        "`name` holds a text, and needs keys, each with its value | it is written so: `fields: {",
    ),
    (
        "  answer:\n    why",
        "  Answer enquiries:\n    why",
        "cannot be the name of a purpose | use lower-case letters, digits and `-`, beginning with a letter: `answer-enquiries`",
    ),
];

#[test]
fn each_slip_of_a_beginner_is_told_in_words_that_help() {
    let mut wrong = String::new();
    for (right, slip, wanted) in SLIPS {
        assert!(SOUND.contains(right), "{right} is not there");
        let found = told(&SOUND.replacen(right, slip, 1));
        let said =
            |d: &policy::Diagnostic| format!("{} | {}", d.message, d.help.as_deref().unwrap_or_default());
        let parts: Vec<&str> = wanted.split(" | ").collect();
        let errors: Vec<_> = found.iter().filter(|d| d.severity == policy::Severity::Error).collect();
        let hit = errors
            .iter()
            .any(|d| d.message.contains(parts[0]) && parts.get(1).is_none_or(|help| said(d).contains(help)));
        if !hit {
            wrong += &format!("{slip}: {:#?}\n", errors.iter().map(|d| said(d)).collect::<Vec<_>>());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// One slip of writing is told once: what only follows from it is not told.
#[test]
fn one_slip_is_told_once() {
    for (right, slip) in [
        ("    basis: contract", "\tbasis: contract"),
        ("    basis: contract", "   basis: contract"),
        ("    basis: contract", "    basis contract"),
        ("name: { kind: name, title: Name }", "name: { kind: name title: Name }"),
    ] {
        let found = told(&SOUND.replacen(right, slip, 1));
        let errors: Vec<_> = found.iter().filter(|d| d.severity == policy::Severity::Error).collect();
        assert!(errors.len() <= 1, "{slip}: {errors:#?}");
    }
    let list = told(&SOUND.replacen(
        "    fields:\n      name: { kind: name, title: Name }\n      email: { kind: email, title: E-mail }\n",
        "    fields: [name, email]\n",
        1,
    ));
    assert_eq!(list.iter().filter(|d| d.code.0 == "A0104").count(), 1);
    assert!(list.iter().all(|d| d.code.0 != "A0107"), "the names in the list are known: {list:#?}");
}

#[test]
fn json_counts_lines_and_columns_from_one() {
    let text = SOUND.replace("within: 1 month ", "within: 3 months ");
    let source = Source::new("policy.yaml", text);
    let json = to_json(&source, &compile(&source).diagnostics);
    let first = &json[0];
    assert_eq!((first["code"].as_str(), first["line"].as_u64()), (Some("A0307"), Some(23)));
    assert_eq!((first["column"].as_u64(), first["endColumn"].as_u64()), (Some(29), Some(37)));
    assert_eq!(first["file"], "policy.yaml");
    assert!(first["help"].is_string() && first["law"].is_string());
}

#[test]
fn no_message_names_a_type_of_the_program() {
    for d in told(TEN) {
        let words = format!("{} {}", d.message, d.help.unwrap_or_default());
        for type_name in ["String", "Vec<", "Option", "struct", "enum", "NodeKind", "i64", "u16", "None"] {
            assert!(!words.contains(type_name), "{words}");
        }
        let first = d.message.chars().next().unwrap();
        assert!(
            !first.is_uppercase() || d.message.starts_with("Do Not") || d.message.starts_with("Global"),
            "{}",
            d.message
        );
    }
}

#[test]
fn an_empty_file_says_what_to_begin_with() {
    for text in ["", "\n\n", "# only a comment\n"] {
        let found = told(text);
        assert_eq!(found.iter().map(|d| d.code.0).collect::<Vec<_>>()[0], "A0110", "{text:?}");
    }
}

#[test]
fn an_unknown_edition_is_refused() {
    let found = told(&SOUND.replace("abide: 1", "abide: 2"));
    assert_eq!(found.iter().map(|d| d.code.0).collect::<Vec<_>>(), ["A0109"]);
}

#[test]
fn a_key_of_ours_is_never_silently_dropped() {
    for key in ["controler", "cookie", "x", "Purposes"] {
        let found = told(&format!("{SOUND}{key}: 1\n"));
        assert!(found.iter().any(|d| d.code.0 == "A0101"), "{key}: {found:?}");
    }
}

mod any_text {
    use policy::{Source, compile};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// Whatever stands in the file: no panic, and a policy only where there was no error.
        #[test]
        fn compiles_or_complains(text in any::<String>()) {
            let compiled = compile(&Source::new("any", text));
            prop_assert!(compiled.policy.is_none() && !compiled.diagnostics.is_empty());
        }

        /// A sound policy with a stretch of it cut out or doubled: never a panic, spans always on the text.
        #[test]
        fn a_damaged_policy_is_told_of(from in 0usize..1200, length in 0usize..200, double in any::<bool>()) {
            let sound = super::SOUND;
            let (from, to) = (from.min(sound.len()), (from + length).min(sound.len()));
            let text = if double {
                format!("{}{}{}", &sound[..to], &sound[from..to], &sound[to..])
            } else {
                format!("{}{}", &sound[..from], &sound[to..])
            };
            let source = Source::new("damaged", text);
            let compiled = compile(&source);
            for d in &compiled.diagnostics {
                let span = d.span.unwrap_or_default();
                prop_assert!(source.text.get(span.range()).is_some());
            }
            let _ = policy::render_terminal(&source, &compiled.diagnostics, true);
        }
    }
}
