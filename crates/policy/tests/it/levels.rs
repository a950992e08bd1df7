//! How much a finding matters is said in the file, with a reason; what changes nothing is told.

use super::suite::{SOUND, laid_over};
use policy::map::{CompiledMap, compile_map, uncovered};
use policy::{Compiled, Severity, Source, Sources, compile, compile_all};

const LONG: &str = "purposes:\n  answer:\n    why: Answer your enquiry\n    basis: contract\n    uses: [contact.name, contact.email]\n    keep: { for: 12 years, from: last-contact }\n  other:\n    why: Keep an archive\n    basis: contract\n    uses: [contact.name]\n    keep: { for: 13 years, from: last-contact }\n";

fn compiled(levels: &str) -> Compiled {
    compile(&Source::new("policy.yaml", laid_over(&format!("{LONG}{levels}"))))
}

fn told(compiled: &Compiled) -> Vec<(&'static str, Severity)> {
    compiled.diagnostics.iter().map(|d| (d.code.0, d.severity)).collect()
}

#[test]
fn a_warning_becomes_what_the_file_says_with_its_reason() {
    let plain = compiled("");
    assert_eq!(told(&plain), [("A0505", Severity::Warning), ("A0505", Severity::Warning)]);
    let noted = compiled("lints:\n  A0505: { level: note, because: A law asks for it }\n");
    assert_eq!(told(&noted), [("A0505", Severity::Note), ("A0505", Severity::Note)]);
    assert_eq!(noted.diagnostics[0].reason.as_deref(), Some("A law asks for it"));
    assert!(noted.policy.is_some());
    let raised = compiled("lints:\n  A0505: { level: error, because: Never here }\n");
    assert!(raised.policy.is_none(), "an error does not compile");
}

#[test]
fn what_is_allowed_is_kept_with_its_reason_and_only_at_its_place() {
    let allowed =
        compiled("lints:\n  A0505: { level: allow, because: A law asks for it, at: [purposes/other] }\n");
    assert_eq!(told(&allowed), [("A0505", Severity::Warning)]);
    assert_eq!(allowed.allowed.len(), 1);
    assert_eq!(allowed.allowed[0].reason.as_deref(), Some("A law asks for it"));
    let nearest = compiled(
        "lints:\n  A0505:\n    - { level: allow, because: Here, at: [purposes/other] }\n    - { level: note, because: Else }\n",
    );
    assert_eq!(told(&nearest), [("A0505", Severity::Note)]);
    assert_eq!(nearest.allowed[0].reason.as_deref(), Some("Here"));
}

#[test]
fn what_changes_nothing_is_told_and_taken_out() {
    let idle =
        "lints:\n  A0505: { level: note, because: Long ago }\n  A0741: { level: allow, because: Long ago }\n";
    let source = Source::new("policy.yaml", laid_over(&format!("{LONG}{idle}")));
    let found = compile(&source);
    assert_eq!(found.diagnostics.iter().filter(|d| d.code.0 == "A0113").count(), 1);
    let sources = Sources::one(&source);
    let fixed = policy::fixed(&sources, &found.diagnostics);
    assert_eq!(fixed[0].text, source.text.replace("  A0741: { level: allow, because: Long ago }\n", ""));
    let place =
        compiled("lints:\n  A0505: { level: note, because: Once, at: [purposes/other, languages] }\n");
    assert_eq!(place.diagnostics.iter().filter(|d| d.message.contains("languages")).count(), 1);
}

#[test]
fn an_error_stays_one_and_an_unknown_code_is_told() {
    let over = "rights: { answer: { within: 3 months }, withdraw: [privacy-centre] }\nlints:\n  A0307: { level: note, because: We are slow }\n  A0107: { level: allow, because: Names }\n  Z1: { level: allow, because: What }\n";
    let found = compile(&Source::new("policy.yaml", laid_over(over)));
    let codes: Vec<&str> = found.diagnostics.iter().map(|d| d.code.0).collect();
    for code in ["A0307", "A0114", "A0112"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
    assert_eq!(codes.iter().filter(|code| **code == "A0112").count(), 2);
    assert!(found.policy.is_none() && found.allowed.is_empty());
}

/// A map whose only fault is a warning: a column with more than its purpose uses.
const MAP: &str = "abide-map: 1
store: shop
tables:
  people:
    purpose: answer
    person: { email: mail }
    columns: { id: key, mail: contact.email, birthday: extra.born }
    erase: delete
";

fn policy() -> policy::Policy {
    let data = "data:\n  contact:\n    title: Contact\n    fields:\n      name: { kind: name, title: Name }\n      email: { kind: email, title: E-mail }\n  extra:\n    title: Extra\n    fields:\n      born: { kind: birth-date, title: Date of birth }\n";
    compile(&Source::new("policy.yaml", laid_over(data))).policy.expect("it compiles")
}

fn mapped(levels: &str) -> CompiledMap {
    compile_map(&Source::new("shop.map.yaml", format!("{MAP}{levels}")), &policy())
}

fn map_told(compiled: &CompiledMap) -> Vec<(&'static str, Severity)> {
    compiled.diagnostics.iter().map(|d| (d.code.0, d.severity)).collect()
}

#[test]
fn a_map_says_how_much_its_own_findings_matter() {
    assert_eq!(map_told(&mapped("")), [("A0808", Severity::Warning)]);
    let noted = mapped("lints: { A0808: { level: note, because: The carrier asks } }\n");
    assert_eq!(map_told(&noted), [("A0808", Severity::Note)]);
    assert_eq!(noted.diagnostics[0].reason.as_deref(), Some("The carrier asks"));
    let allowed = mapped(
        "lints: { A0808: { level: allow, because: The carrier asks, at: [tables/people/columns/birthday] } }\n",
    );
    assert!(allowed.map.is_some() && map_told(&allowed).is_empty(), "{:?}", allowed.diagnostics);
    assert_eq!(allowed.allowed[0].reason.as_deref(), Some("The carrier asks"));
    let elsewhere =
        mapped("lints: { A0808: { level: allow, because: Mail, at: [tables/people/columns/mail] } }\n");
    assert_eq!(map_told(&elsewhere).len(), 2, "told, and the level is idle: {:?}", elsewhere.diagnostics);
    let raised = mapped("lints: { A0808: { level: error, because: Never here } }\n");
    assert!(raised.map.is_none(), "an error does not compile");
}

#[test]
fn a_level_stands_in_the_file_in_which_its_finding_stands() {
    let idle = mapped("lints:\n  A0805: { level: note, because: Once }\n");
    assert!(map_told(&idle).contains(&("A0113", Severity::Warning)), "{:?}", idle.diagnostics);
    let policys = mapped("lints: { A0505: { level: note, because: Archive } }\n");
    let of_all = mapped("lints: { A0814: { level: note, because: Archive } }\n");
    for wrong in [policys, of_all] {
        assert!(map_told(&wrong).contains(&("A0112", Severity::Error)), "{:?}", wrong.diagnostics);
    }
    let maps = compiled("lints: { A0808: { level: note, because: Carrier } }\n");
    assert!(told(&maps).contains(&("A0112", Severity::Error)));
    let weaker = mapped("lints: { A0801: { level: note, because: Soon } }\n");
    assert!(map_told(&weaker).iter().all(|(code, _)| *code != "A0114"), "nothing of it is told");
}

#[test]
fn what_all_maps_lack_has_its_level_in_the_policy() {
    let look = |levels: &str| {
        let sources = Sources::one(&Source::new("policy.yaml", format!("{SOUND}{levels}")));
        let compiled = compile_all(&sources);
        assert!(
            compiled.diagnostics.iter().all(|d| d.code.0 != "A0113"),
            "not idle before the maps are known"
        );
        uncovered(&sources, &compiled.policy.expect("it compiles"), &[])
    };
    assert_eq!(look("").told.iter().map(|d| d.code.0).collect::<Vec<_>>(), ["A0814"]);
    let allowed = look("lints: { A0814: { level: allow, because: On paper, at: [data/contact] } }\n");
    assert!(allowed.told.is_empty(), "{:?}", allowed.told);
    assert_eq!(allowed.allowed[0].reason.as_deref(), Some("On paper"));
    let raised = look("lints: { A0814: { level: error, because: All is mapped } }\n");
    assert_eq!(raised.told[0].severity, Severity::Error);
    let idle = look("lints: { A0815: { level: note, because: Once } }\n");
    assert!(idle.told.iter().any(|d| d.code.0 == "A0113"), "{:?}", idle.told);
}

#[test]
fn what_a_database_tells_has_its_level_in_its_map() {
    let map = mapped(
        "lints:\n  A0857:\n    - { level: allow, because: Small, at: [tables/people/columns/mail] }\n    - { level: note, because: Slow is fine, at: [tables/people] }\n  A0859: { level: note, because: Rare }\n",
    );
    assert_eq!(map_told(&map), [("A0808", Severity::Warning)], "idle only once the database was looked at");
    let level = |code: &str, table: Option<&str>, column: Option<&str>| {
        map.live.level(code, table, column).map(|(_, severity, because)| (severity, because.to_owned()))
    };
    assert_eq!(level("A0857", Some("people"), Some("mail")), Some((None, "Small".to_owned())));
    assert_eq!(
        level("A0857", Some("people"), Some("id")),
        Some((Some(Severity::Note), "Slow is fine".to_owned()))
    );
    assert_eq!(level("A0857", Some("orders"), None), None);
    assert_eq!(level("A0859", None, None), Some((Some(Severity::Note), "Rare".to_owned())));
    assert_eq!(map.live.idle(&[0, 1]).iter().map(|d| d.code.0).collect::<Vec<_>>(), ["A0113"]);
}
