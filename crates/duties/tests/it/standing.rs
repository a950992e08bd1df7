//! What may be done now: consents given, waiting and taken back, objections, restrictions, and what was so before.

use duties::collect::Submission;
use duties::rights::{self, RequestKind};
use duties::{collect, standing};
use gate::Reason;
use jiff::Timestamp;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::{House, order};
use crate::rights_kit::{KARI, kari, kinds_of, signed_in};

/// What the gate says of a purpose at a moment.
async fn reason(house: &House, subject: Uuid, purpose: &str, at: Timestamp) -> Reason {
    standing::decide(&house.service, subject, purpose, at).await.expect("a decision").reason
}

pub async fn agrees(house: &House) -> Uuid {
    let subject = kari(house).await;
    let form = order(&house.service, &["accept", "consent:campaigns"]);
    let form = Submission { signed_in: Some(subject), ..form };
    collect::submit(&house.service, "order", form).await.expect("stored");
    subject
}

async fn asks(house: &House, subject: Uuid, kind: RequestKind) {
    house.clock.advance_hours(1);
    rights::open(&house.service, subject, kind, "Please", "en").await.expect("opens");
}

#[tokio::test]
async fn we_19_so_13_a_consent_taken_back_stops_the_next_use_and_not_what_was_before() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let before = house.clock.time();
        assert_eq!(reason(&house, subject, "campaigns", before).await, Reason::Consent);
        house.clock.advance_hours(1);
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        let now = house.clock.time();
        assert_eq!(reason(&house, subject, "campaigns", now).await, Reason::ConsentWithdrawn);
        assert_eq!(reason(&house, subject, "campaigns", before).await, Reason::Consent);
        let size = house.size().await;
        standing::withdraw(&house.service, subject, "campaigns").await.expect("once more");
        assert_eq!(house.size().await, size, "a second press writes nothing");
        let uses = standing::uses(&house.service, subject, "en").await.expect("the uses");
        let campaigns = uses.iter().find(|one| one.purpose == "campaigns").expect("campaigns");
        assert!(
            !campaigns.can_withdraw && campaigns.says.contains("took your consent back"),
            "{campaigns:?}"
        );
        assert!(uses.iter().all(|one| !one.says.contains('⟦')), "{uses:?}");
    })
    .await;
}

#[tokio::test]
async fn a_request_to_take_back_works_at_once_in_the_same_unit() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        asks(&house, subject, RequestKind::Withdrawal).await;
        let kinds = kinds_of(&house, subject).await;
        assert_eq!(kinds[kinds.len() - 2..], [Kind::RequestOpened, Kind::ConsentWithdrawn]);
        assert_eq!(reason(&house, subject, "campaigns", house.clock.time()).await, Reason::ConsentWithdrawn);
    })
    .await;
}

#[tokio::test]
async fn so_14_an_objection_stops_interests_and_marketing_but_no_contract_and_no_legal_duty() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let before = house.clock.time();
        assert_eq!(reason(&house, subject, "answer-enquiries", before).await, Reason::LegitimateInterest);
        asks(&house, subject, RequestKind::Objection).await;
        let now = house.clock.time();
        let after = [
            ("answer-enquiries", Reason::Objected),
            ("campaigns", Reason::MarketingObjected),
            ("deliver-orders", Reason::Contract),
            ("bookkeeping", Reason::LegalObligation),
        ];
        for (purpose, wanted) in after {
            assert_eq!(reason(&house, subject, purpose, now).await, wanted, "{purpose}");
        }
        assert_eq!(reason(&house, subject, "answer-enquiries", before).await, Reason::LegitimateInterest);
    })
    .await;
}

#[tokio::test]
async fn a_restriction_leaves_only_what_was_consented_to() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        asks(&house, subject, RequestKind::Restriction).await;
        let now = house.clock.time();
        assert_eq!(reason(&house, subject, "deliver-orders", now).await, Reason::Restricted);
        assert_eq!(reason(&house, subject, "campaigns", now).await, Reason::Consent);
        let open = rights::list_for(&house.service, subject, "en").await.expect("the requests");
        house.clock.advance_hours(1);
        rights::withdraw_for(&house.service, subject, open[0].id).await.expect("taken back");
        let now = house.clock.time();
        assert_eq!(reason(&house, subject, "deliver-orders", now).await, Reason::Contract);
    })
    .await;
}

#[tokio::test]
async fn cn_16_a_purpose_not_stated_at_the_form_and_a_stranger_are_denied() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let now = house.clock.time();
        assert_eq!(reason(&house, subject, "deliver-orders", now).await, Reason::NotStatedAtCollection);
        assert_eq!(reason(&house, Uuid::nil(), "deliver-orders", now).await, Reason::SubjectUnknown);
    })
    .await;
}

#[tokio::test]
async fn a_consent_typed_with_somebodys_address_counts_once_they_say_so() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let form = order(&house.service, &["accept", "consent:campaigns"]);
        let collected = collect::submit(&house.service, "order", form).await.expect("stored");
        let subject = collected.subject;
        assert!(
            !kinds_of(&house, subject).await.contains(&Kind::ConsentGiven),
            "anybody can type an address"
        );
        assert_eq!(reason(&house, subject, "campaigns", house.clock.time()).await, Reason::NoConsent);
        let letters = house.letters().await;
        assert!(letters[0].text.contains("Det gjelder når du selv bekrefter det"), "{}", letters[0].text);
        assert_eq!(signed_in(&house, KARI).await, subject);
        assert_eq!(
            reason(&house, subject, "campaigns", house.clock.time()).await,
            Reason::NoConsent,
            "who opens a link to see what was sent in their name has agreed to nothing"
        );
        let waiting = standing::waiting(&house.service, subject, "en").await.expect("what waits");
        assert_eq!(waiting.len(), 1);
        assert!(!waiting[0].wording.is_empty() && waiting[0].purpose == "campaigns", "{waiting:?}");
        standing::settle(&house.service, subject, "campaigns", true).await.expect("yes");
        assert_eq!(kinds_of(&house, subject).await.last(), Some(&Kind::ConsentGiven));
        assert_eq!(reason(&house, subject, "campaigns", house.clock.time()).await, Reason::Consent);
        let size = house.size().await;
        standing::settle(&house.service, subject, "campaigns", false).await.expect("nothing waits any more");
        assert_eq!(house.size().await, size);
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        assert_eq!(signed_in(&house, KARI).await, subject);
        assert_eq!(
            reason(&house, subject, "campaigns", house.clock.time()).await,
            Reason::ConsentWithdrawn,
            "signing in again does not bring it back"
        );
    })
    .await;
}

#[tokio::test]
async fn a_consent_a_stranger_types_for_a_verified_address_waits_for_its_person() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let stranger = signed_in(&house, "ola@firma.example").await;
        for signed_in in [None, Some(stranger)] {
            let form = Submission { signed_in, ..order(&house.service, &["accept", "consent:campaigns"]) };
            let stored = collect::submit(&house.service, "order", form).await.expect("stored");
            assert_eq!(stored.subject, subject);
            assert!(!kinds_of(&house, subject).await.contains(&Kind::ConsentGiven), "{signed_in:?}");
        }
        standing::settle(&house.service, subject, "campaigns", false).await.expect("no");
        let now = house.clock.time();
        assert_eq!(reason(&house, subject, "campaigns", now).await, Reason::ConsentRefused);
        assert!(standing::waiting(&house.service, subject, "en").await.expect("what waits").is_empty());
    })
    .await;
}

#[tokio::test]
async fn we_17_each_text_that_is_accepted_can_be_read_first() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        for form in ["contact", "order"] {
            let view = collect::view(&house.service, form, "en").expect("the form");
            let accepts = &house.service.policy.form(form).expect("declared").accepts;
            let acceptance = view.boxes.iter().find(|one| one.required).expect("the box");
            assert_eq!(acceptance.read.len(), accepts.len(), "{form}: {:?}", acceptance.read);
        }
    })
    .await;
}
