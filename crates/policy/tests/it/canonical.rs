//! The canonical form: what compiles comes back from its archive with the same hash.

use super::suite::laid_over;
use policy::{Policy, Source, compile};
use proptest::prelude::*;
use std::fmt::Write;

/// Texts with everything that JSON must escape or must not.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ]{1,12}",
        "[æøåéß€😀אب漢\u{2028}\"\\\\/<>&'\u{7f}\u{a0}]{1,8}",
        any::<String>().prop_map(|text| text.chars().filter(|c| !c.is_control()).collect()),
    ]
    .prop_filter("a text, and no variable", |text: &String| !text.trim().is_empty() && !text.contains('$'))
}

fn quoted(text: &str) -> String {
    // JSON's escapes are among those of the language
    let json = serde_json::to_string(text).unwrap();
    json.chars()
        .map(|c| {
            if "\u{feff}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c)
                || c.is_control()
            {
                format!("\\u{:04x}", u32::from(c))
            } else {
                c.to_string()
            }
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_compiles_comes_back_with_the_same_hash(
        fields in prop::collection::vec((words(), prop::sample::select(vec!["name", "email", "text", "phone", "date", "money"])), 1..6),
        purposes in prop::collection::vec((words(), prop::sample::select(vec!["contract", "vital-interests"]), 1u32..40, prop::sample::select(vec!["days", "months", "years"])), 1..5),
        languages in any::<bool>(),
        statement in words(),
    ) {
        let text = |text: &str| if languages {
            format!("{{ en: {0}, nb: {0} }}", quoted(text))
        } else {
            quoted(text)
        };
        let mut over = String::from(if languages { "languages: { reference: en, also: [nb] }\n" } else { "" });
        writeln!(over, "data:\n  d:\n    title: {}\n    fields:", text("Data")).unwrap();
        for (n, (title, kind)) in fields.iter().enumerate() {
            writeln!(over, "      f{n}: {{ kind: {kind}, title: {} }}", text(title)).unwrap();
        }
        over.push_str("purposes:\n");
        for (n, (why, basis, length, unit)) in purposes.iter().enumerate() {
            let uses: Vec<String> = (0..fields.len()).map(|f| format!("d.f{f}")).collect();
            writeln!(over, "  p{n}:\n    why: {}\n    basis: {basis}\n    uses: [{}]\n    keep: {{ for: {length} {unit}, from: last-contact }}", text(why), uses.join(", ")).unwrap();
        }
        writeln!(over, "statements:\n  s: {{ title: {}, text: {} }}", text("Title"), text(&statement)).unwrap();
        let source = Source::new("policy.yaml", laid_over(&over));
        let compiled = compile(&source);
        let policy = compiled.policy.unwrap_or_else(|| panic!("{}", policy::render_terminal(&source, &compiled.diagnostics, false)));
        let again = Policy::from_canonical(&policy.canonical).unwrap();
        prop_assert_eq!(&again.canonical, &policy.canonical);
        prop_assert_eq!(again.hash, policy.hash);
        prop_assert_eq!(again, policy);
    }
}
