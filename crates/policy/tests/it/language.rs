//! The whole language: what is written in a key arrives in the model, and what is left out has its default.

use super::suite::{laid_over, told};
use policy::{
    Channel, KeptAs, LegalGround, LegalNeed, Policy, Reports, ShownBy, Source, TellPeople, Visibility,
    compile,
};

fn compiled(over: &str) -> Policy {
    let text = laid_over(over);
    let compiled = compile(&Source::new("policy.yaml", text));
    compiled.policy.unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics))
}

#[test]
fn a_place_that_leads_nowhere_is_told_with_the_nearest() {
    let over = "promises:\n  P-1: { says: We forget, kept_by: [purposes/anwser/kep/for] }\n";
    let told = told(&laid_over(over));
    let lost: Vec<_> = told.iter().filter(|d| d.code.0 == "A0111").collect();
    assert_eq!(lost.len(), 1, "{told:#?}");
    assert_eq!(lost[0].help.as_deref(), Some("did you mean `purposes/answer/keep/for`?"));
    assert_eq!(lost[0].labels.len(), 1, "the declaration is shown");
}

#[test]
fn pc_01_an_age_with_everything_said_of_it() {
    let age = compiled("minimum_age: { years: 16, when_found: delete, reports: anyone }\n").age.unwrap();
    assert_eq!((age.years, age.shown_by, age.delete_when_found), (16, ShownBy::Attestation, true));
    assert_eq!((age.reports, age.guardian), (Some(Reports::Anyone), None));
    let plain = compiled("minimum_age: 16\n");
    assert_eq!((plain.minimum_age, plain.age.map(|age| age.delete_when_found)), (Some(16), Some(false)));
    assert_eq!(compiled("minimum_age: 0\n").age, None);
    assert_eq!(compiled("minimum_age: { assumed: 18 }\n").minimum_age, Some(18));
}

#[test]
fn what_is_assumed_is_known_by_its_place() {
    let policy = compiled(
        "minimum_age: { assumed: 18 }\nserves: { assumed: [EEA, GB] }\nmail: { sender: { assumed: Shop AS }, postal_address: Gata 1 }\n",
    );
    assert_eq!(policy.assumed, ["mail/sender", "minimum_age", "serves"]);
    assert!(policy.is_assumed("mail/sender") && !policy.is_assumed("mail/postal_address"));
    assert_eq!(policy.serves, ["EEA", "GB"]);
}

#[test]
fn a_field_is_seen_as_its_category_unless_it_says_otherwise() {
    let policy = compiled(
        "data:\n  contact:\n    title: Contact\n    visible_to: organisation\n    fields:\n      name: { kind: name, title: Name, visible_to: public }\n      email: { kind: email, title: E-mail, kept_as: hashed }\n",
    );
    let field = |path: &str| policy.field(path).cloned().unwrap();
    assert_eq!(field("contact.name").visible_to, Visibility::Public);
    assert_eq!(field("contact.email").visible_to, Visibility::Organisation);
    assert_eq!(
        (field("contact.name").kept_as, field("contact.email").kept_as),
        (KeptAs::Full, KeptAs::Hashed)
    );
}

#[test]
fn so_19_grounds_and_what_each_disclosure_names() {
    let statute = compiled("legal_requests: { grounds: [statute] }\n").legal_requests.unwrap();
    assert!(statute.statute_only);
    assert_eq!((statute.approvers, statute.needs.len()), (2, 3));
    let four =
        "legal_requests: { grounds: [statute, security, protection, emergency], needs: [authority] }\n";
    let four = compiled(four).legal_requests.unwrap();
    assert!(!four.statute_only && four.grounds.contains(&LegalGround::Emergency));
    assert_eq!(four.needs, [LegalNeed::Authority]);
}

#[test]
fn an_officer_is_a_line_or_taken_apart() {
    let with = |officer: &str| {
        compiled(&format!(
            "controller: {{ name: Shop AS, country: NO, address: Gata 1, email: privacy@shop.example, officer: {officer} }}\n"
        ))
        .controller
    };
    let line = with("\"The officer, dpo@shop.example\"");
    assert_eq!(line.officer.unwrap().value, "The officer, dpo@shop.example");
    let apart = with("{ name: The officer, email: dpo@shop.example }");
    assert_eq!(apart.officer.unwrap().value, "The officer, dpo@shop.example");
    assert_eq!(apart.data_protection_officer.unwrap().email.as_deref(), Some("dpo@shop.example"));
}

#[test]
fn what_the_law_gives_is_the_default() {
    let policy = compiled("");
    let rights = &policy.rights;
    assert!(rights.restriction.on_opening && rights.restriction.tell_before_lifting);
    assert!(rights.objection.stops_meanwhile && rights.rectification.reaches_recipients);
    assert_eq!(rights.ask_by, [Channel::PrivacyCentre, Channel::Email]);
    assert_eq!(policy.breach.tell_people, TellPeople::HighRisk);
    assert!(policy.changes.public_archive && !policy.no_sale && policy.exchange.messages.is_none());
}

#[test]
fn an_archived_policy_of_an_earlier_edition_is_still_read() {
    let policy = compiled("");
    let mut old: serde_json::Value = serde_json::from_str(&policy.canonical).unwrap();
    let parts = old.as_object_mut().unwrap();
    for added in
        ["jurisdiction", "serves", "staff", "documents", "exchange", "promises", "assumed", "evidence"]
    {
        assert!(parts.remove(added).is_some(), "{added} stands in the canonical form");
    }
    let again = Policy::from_canonical(&old.to_string()).unwrap();
    let same = Policy { canonical: policy.canonical.clone(), hash: policy.hash, ..again };
    assert_eq!(same, policy, "what an earlier edition did not know has its default");
}
