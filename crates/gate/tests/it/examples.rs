//! Each rule by an example of Wepack's.

use gate::{Event, Exception, Exemption, Fact, Question, Reason, Standing, decide};
use policy::Anchor;

use crate::fixtures::{CONTACT_FORM, ORDER, RULES, WEPACK, ask, collected, fact};

fn reason(facts: &[Fact], question: &Question<'_>) -> Reason {
    let decision = decide(&RULES, &Standing::fold(facts), question);
    assert_eq!(decision.allow, decision.reason.allows());
    assert_eq!(decision.policy, WEPACK.hash);
    decision.reason
}

/// Wrote through the contact form, and ordered.
fn customer() -> Vec<Fact> {
    vec![
        fact("2026-11-02", collected(CONTACT_FORM, "answer-enquiries", &["contact.name", "contact.email"])),
        fact(
            "2026-11-03",
            collected(ORDER, "deliver-orders", &["contact.name", "contact.street", "contact.email"]),
        ),
    ]
}

fn with(event: Event) -> Vec<Fact> {
    [customer(), vec![fact("2026-11-04", event)]].concat()
}

#[test]
fn nothing_known_or_not_declared_is_denied() {
    assert_eq!(reason(&[], &ask("deliver-orders", "2026-11-05")), Reason::SubjectUnknown);
    assert_eq!(reason(&customer(), &ask("train-models", "2026-11-05")), Reason::PurposeNotDeclared);
}

#[test]
fn we_03_a_forms_data_serves_that_forms_purpose_only() {
    let of = |record, purpose| Question { record: Some(record), ..ask(purpose, "2026-11-05") };
    let facts = customer();
    assert_eq!(reason(&facts, &of(CONTACT_FORM, "answer-enquiries")), Reason::LegitimateInterest);
    assert_eq!(reason(&facts, &of(CONTACT_FORM, "deliver-orders")), Reason::NotStatedAtCollection);
    assert_eq!(reason(&facts, &of(ORDER, "deliver-orders")), Reason::Contract);
    assert_eq!(reason(&facts, &of([9; 16], "deliver-orders")), Reason::NotStatedAtCollection);
}

#[test]
fn cn_16_a_purpose_that_is_new_needs_consent() {
    let campaigns = ask("campaigns", "2026-11-05");
    assert_eq!(reason(&customer(), &campaigns), Reason::NotStatedAtCollection);
    let consented = with(Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: None });
    assert_eq!(reason(&consented, &campaigns), Reason::Consent);
}

#[test]
fn a_law_may_command_what_was_not_stated() {
    assert_eq!(reason(&customer(), &ask("bookkeeping", "2026-11-05")), Reason::LegalObligation);
}

#[test]
fn we_04_a_carrier_gets_only_declared_fields() {
    let to = |recipient, category| Question {
        recipient: Some(recipient),
        category: Some(category),
        ..ask("deliver-orders", "2026-11-05")
    };
    let facts = customer();
    assert_eq!(reason(&facts, &to("postnord", "contact.street")), Reason::Contract);
    let more = [facts.clone(), vec![fact("2026-11-03", collected(ORDER, "deliver-orders", &["order.note"]))]]
        .concat();
    assert_eq!(reason(&more, &to("postnord", "order.note")), Reason::FieldNotForRecipient);
    assert_eq!(reason(&facts, &to("facebook", "contact.street")), Reason::RecipientNotDeclared);
    assert_eq!(reason(&facts, &to("nobody", "contact.street")), Reason::RecipientNotDeclared);
    assert_eq!(reason(&facts, &to("postnord", "contact")), Reason::FieldNotForRecipient);
    let refused = with(Event::OptedOut { recipient: "postnord".to_owned() });
    assert_eq!(reason(&refused, &to("postnord", "contact.street")), Reason::RecipientOptedOut);
}

#[test]
fn only_declared_data_serves_a_purpose() {
    let question = Question { category: Some("contact.name"), ..ask("bookkeeping", "2026-11-05") };
    assert_eq!(reason(&customer(), &question), Reason::FieldNotDeclared);
    let whole = |category| Question { category: Some(category), ..ask("bookkeeping", "2026-11-05") };
    assert_eq!(reason(&customer(), &whole("invoice")), Reason::LegalObligation);
    assert_eq!(reason(&customer(), &whole("contact")), Reason::FieldNotDeclared);
    assert_eq!(reason(&customer(), &whole("invoic")), Reason::FieldNotDeclared);
}

#[test]
fn consent_lives_and_ends() {
    let purpose = || "campaigns".to_owned();
    let given = fact(
        "2026-11-04",
        Event::ConsentGiven { purpose: purpose(), expires: Some(crate::fixtures::day("2027-11-04")) },
    );
    let now = ask("campaigns", "2026-11-10");
    let after = |event| [customer(), vec![given.clone(), fact("2026-11-06", event)]].concat();
    assert_eq!(reason(&[customer(), vec![given.clone()]].concat(), &now), Reason::Consent);
    let stated = collected(CONTACT_FORM, "campaigns", &["contact.email"]);
    assert_eq!(reason(&after(stated.clone()), &ask("campaigns", "2027-11-04")), Reason::ConsentExpired);
    let stated_and = |event| [after(stated.clone()), vec![fact("2026-11-07", event)]].concat();
    assert_eq!(
        reason(&stated_and(Event::ConsentWithdrawn { purpose: purpose() }), &now),
        Reason::ConsentWithdrawn
    );
    assert_eq!(
        reason(&stated_and(Event::ConsentRefused { purpose: purpose() }), &now),
        Reason::ConsentRefused
    );
    assert_eq!(
        reason(&stated_and(Event::ConsentExpired { purpose: purpose() }), &now),
        Reason::ConsentExpired
    );
    assert_eq!(reason(&[fact("2026-11-07", stated)], &now), Reason::NoConsent);
    // Not stated for the data at hand, but asked for, and withdrawn: denied for what the person said.
    assert_eq!(
        reason(&after(Event::ConsentWithdrawn { purpose: purpose() }), &now),
        Reason::ConsentWithdrawn
    );
}

#[test]
fn an_objection_stands_until_taken_back_or_outweighed_and_against_marketing_always() {
    let enquiries = ask("answer-enquiries", "2026-11-10");
    let purpose = || Some("answer-enquiries".to_owned());
    let objected = with(Event::Objected { purpose: purpose() });
    assert_eq!(reason(&objected, &enquiries), Reason::Objected);
    let then = |event| [objected.clone(), vec![fact("2026-11-06", event)]].concat();
    assert_eq!(
        reason(&then(Event::ObjectionWithdrawn { purpose: purpose() }), &enquiries),
        Reason::LegitimateInterest
    );
    let overridden = Event::ObjectionOverridden { purpose: "answer-enquiries".to_owned() };
    assert_eq!(reason(&then(overridden), &enquiries), Reason::LegitimateInterest);
    // A contract does not yield to an objection.
    let contract = with(Event::Objected { purpose: Some("deliver-orders".to_owned()) });
    assert_eq!(reason(&contract, &ask("deliver-orders", "2026-11-10")), Reason::Contract);
    // Marketing does, whatever the basis and whatever the controller's grounds.
    let marketing = [
        with(Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: None }),
        vec![fact("2026-11-05", Event::Objected { purpose: Some("campaigns".to_owned()) })],
        vec![fact("2026-11-06", Event::ObjectionOverridden { purpose: "campaigns".to_owned() })],
    ];
    assert_eq!(reason(&marketing.concat(), &ask("campaigns", "2026-11-10")), Reason::MarketingObjected);
    let general = [
        with(Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: None }),
        vec![fact("2026-11-05", Event::Objected { purpose: None })],
    ];
    assert_eq!(reason(&general.concat(), &ask("campaigns", "2026-11-10")), Reason::MarketingObjected);
    assert_eq!(reason(&general.concat(), &enquiries), Reason::LegitimateInterest);
}

#[test]
fn a_restriction_stops_all_but_consented_use_and_the_exceptions() {
    let restricted = with(Event::Restricted);
    let orders = ask("deliver-orders", "2026-11-10");
    assert_eq!(reason(&restricted, &orders), Reason::Restricted);
    for exception in [Exception::LegalClaims, Exception::OthersRights, Exception::PublicInterest] {
        let question = Question { exception: Some(exception), ..orders };
        assert_eq!(reason(&restricted, &question), Reason::Contract);
    }
    let consented = [
        restricted.clone(),
        vec![fact("2026-11-05", Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: None })],
    ];
    assert_eq!(reason(&consented.concat(), &ask("campaigns", "2026-11-10")), Reason::Consent);
    let lifted = [restricted, vec![fact("2026-11-05", Event::RestrictionLifted)]];
    assert_eq!(reason(&lifted.concat(), &orders), Reason::Contract);
}

#[test]
fn after_erasure_a_kept_invoice_serves_bookkeeping_and_nothing_else() {
    let erased = with(Event::Erased { kept: vec![("bookkeeping".to_owned(), Exemption::LegalObligation)] });
    assert_eq!(reason(&erased, &ask("bookkeeping", "2026-11-10")), Reason::LegalObligation);
    assert_eq!(reason(&erased, &ask("deliver-orders", "2026-11-10")), Reason::Erased);
    // A second erasure keeps no more than the first; a consent does not undo it.
    let again = [
        erased,
        vec![
            fact(
                "2026-11-05",
                Event::Erased { kept: vec![("deliver-orders".to_owned(), Exemption::Claims)] },
            ),
            fact("2026-11-06", Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: None }),
        ],
    ]
    .concat();
    for purpose in ["bookkeeping", "deliver-orders", "campaigns"] {
        assert_eq!(reason(&again, &ask(purpose, "2026-11-10")), Reason::Erased);
    }
}

#[test]
fn erased_for_one_purpose_leaves_the_others_and_ends_with_a_new_collection() {
    let facts = with(Event::ErasedFor { purpose: "answer-enquiries".to_owned() });
    assert_eq!(reason(&facts, &ask("answer-enquiries", "2026-11-10")), Reason::Erased);
    assert_eq!(reason(&facts, &ask("deliver-orders", "2026-11-10")), Reason::Contract);
    let wrote_again = collected([3; 16], "answer-enquiries", &["contact.email"]);
    let facts = [facts, vec![fact("2026-11-05", wrote_again)]].concat();
    assert_eq!(reason(&facts, &ask("answer-enquiries", "2026-11-10")), Reason::LegitimateInterest);
}

#[test]
fn a_period_counts_from_its_anchor() {
    let orders = |date| ask("deliver-orders", date);
    // Not delivered: six months have not begun.
    assert_eq!(reason(&customer(), &orders("2030-01-01")), Reason::Contract);
    let delivered = with(Event::AnchorMoved { anchor: Anchor::Event("delivered".to_owned()) });
    assert_eq!(reason(&delivered, &orders("2027-05-03")), Reason::Contract);
    assert_eq!(reason(&delivered, &orders("2027-05-04")), Reason::RetentionOver);
    // Five years from the end of the financial year.
    assert_eq!(reason(&customer(), &ask("bookkeeping", "2031-12-31")), Reason::LegalObligation);
    assert_eq!(reason(&customer(), &ask("bookkeeping", "2032-01-01")), Reason::RetentionOver);
    // Twelve months from the last contact, which the enquiry itself is.
    assert_eq!(reason(&customer(), &ask("answer-enquiries", "2027-11-01")), Reason::LegitimateInterest);
    assert_eq!(reason(&customer(), &ask("answer-enquiries", "2027-11-02")), Reason::RetentionOver);
    let touched = with(Event::AnchorMoved { anchor: Anchor::LastContact });
    assert_eq!(reason(&touched, &ask("answer-enquiries", "2027-11-03")), Reason::LegitimateInterest);
}

#[test]
fn reasons_have_their_own_names_and_articles() {
    let names: std::collections::BTreeSet<_> = Reason::ALL.iter().map(|reason| reason.id()).collect();
    assert_eq!(names.len(), Reason::ALL.len());
    assert!(Reason::ALL.iter().all(|reason| reason.article().contains("Art. ")));
    assert_eq!(Reason::ALL.iter().filter(|reason| reason.allows()).count(), 6);
}
