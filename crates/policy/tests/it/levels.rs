//! How much a finding matters is said in the file, with a reason; what changes nothing is told.

use super::suite::laid_over;
use policy::{Compiled, Severity, Source, compile};

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
    let sources = policy::Sources::one(&source);
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
