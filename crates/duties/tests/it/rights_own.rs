//! Access and erasure of what Abide itself holds: row by row, verified, and nothing left but evidence.

use db::{identifiers, messages, outbox, packages, records, requests, subjects};
use duties::accountability::ViewPurpose;
use duties::answer::{Cell, Held, PlaceState};
use duties::receipts::{self, Reader};
use duties::rights::{self, Error, InboxFilter, RequestKind, RequestState};
use ledger::Kind;
use testkit::TestDb;

use crate::fixture::{House, order, token_in};
use crate::rights_kit::{KARI, kari, kinds_of, lead, opened, text_in, unzip};

fn values(held: &Held, group: &str) -> Vec<(String, String)> {
    let sections = held.groups.iter().filter(|one| one.key == group).flat_map(|one| &one.sections);
    let mut all = Vec::new();
    for section in sections {
        for row in &section.rows {
            for (column, cell) in section.columns.iter().zip(&row.cells) {
                if let Cell::Value(value) = cell {
                    all.push((column.title.clone(), value.clone()));
                }
            }
        }
    }
    all
}

#[tokio::test]
async fn we_11_what_is_held_is_grouped_and_cn_05_every_field_says_why() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        let form = order(&house.service, &["accept", "consent:campaigns"]);
        let form = duties::collect::Submission { signed_in: Some(subject), ..form };
        duties::collect::submit(&house.service, "order", form).await.expect("taken over");
        let held = rights::held(&house.service, subject, "en").await.expect("held");
        let keys: Vec<&str> = held.groups.iter().map(|group| group.key.as_str()).collect();
        assert_eq!(keys, ["contact", "order", "correspondence"]);
        assert!(
            values(&held, "contact")
                .contains(&("E-mail".to_owned(), "Kari.Nordmann@firma.example".to_owned()))
        );
        assert!(values(&held, "order").contains(&("Product".to_owned(), "Box 40 x 30".to_owned())));
        let street = held.groups[0]
            .sections
            .iter()
            .flat_map(|one| &one.columns)
            .find(|one| one.name == "contact.street");
        let why = &street.expect("the street").why[0];
        assert_eq!((why.purpose.as_str(), why.basis.as_str()), ("deliver-orders", "contract"));
        assert!(
            why.basis_title.contains("Art. 6(1)(b)") && !why.keep.contains('⟦') && !why.recipients.is_empty(),
            "{why:?}"
        );
        let agreed: Vec<&str> = held.agreements.iter().map(|one| one.kind.as_str()).collect();
        assert_eq!(agreed.iter().filter(|kind| **kind == "accepted").count(), 2, "{agreed:?}");
        let consent = held.agreements.iter().find(|one| one.kind == "consent-given").expect("the consent");
        assert!(consent.wording.as_deref().is_some_and(|words| words.contains("kampanjer")), "{consent:?}");
        assert_eq!(consent.version.as_deref(), Some("1 November 2026"));
        assert!(held.identifiers.iter().any(|one| one.value == KARI && one.verified_at.is_some()));
        assert_eq!(held.receipts.len(), 2);
        assert!(!held.is_nothing());
    })
    .await;
}

#[tokio::test]
async fn an_access_is_run_to_a_sealed_package_that_expires_and_each_fetch_is_an_entry() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = opened(&house, subject, RequestKind::Access).await;
        assert!(matches!(rights::answer_for(&house.service, subject, id).await, Err(Error::NoAnswer)));
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("it runs"), RequestState::Done);
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("again"), RequestState::Done);
        let rows = packages::list(&house.service.db, "wepack", id).await.expect("packages");
        assert_eq!(rows.len(), 1);
        let download = rights::answer_for(&house.service, subject, id).await.expect("the answer");
        let names: Vec<String> = unzip(&download.bytes).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names[..3], ["README.txt", "answer.pdf", "answer.json"]);
        assert!(names.iter().any(|name| name == "data/contact/form-contact.csv"), "{names:?}");
        let json = text_in(&download.bytes, "answer.json");
        for needed in
            ["Kari.Nordmann@firma.example", "When are the boxes back?", "abide-answer-v1", "Datatilsynet"]
        {
            assert!(json.contains(needed), "{needed}");
        }
        assert!(!json.contains('⟦'), "{json}");
        assert!(kinds_of(&house, subject).await.contains(&Kind::AnswerFetched));
        let letters = house.letters().await;
        assert!(letters.iter().any(|letter| letter.text.contains("is ready")));
        let view = rights::get_for(&house.service, subject, id, "en").await.expect("the request");
        let package = view.package.expect("a package");
        house.clock.set(package.expires_at);
        let late = rights::answer_for(&house.service, subject, id).await;
        assert!(matches!(late, Err(Error::Expired)), "expiry is enforced on read");
        rights::tick(&house.service).await.expect("a tick");
        assert!(
            packages::list(&house.service.db, "wepack", id).await.expect("packages").is_empty(),
            "then deleted"
        );
    })
    .await;
}

#[tokio::test]
async fn an_erasure_needs_a_rehearsed_plan_and_leaves_evidence_only() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let service = &house.service;
        let id = rights::open(service, subject, RequestKind::Erasure, "All of it, please", "en")
            .await
            .expect("opens")
            .request
            .id;
        assert!(matches!(rights::run(service, &staff, id).await, Err(Error::NeedsPlan)));
        let plan = rights::plan(service, &staff, id, "en").await.expect("a plan");
        assert!(plan.rows.iter().any(|row| row.rows == 1) && !plan.remains.is_empty());
        assert!(matches!(rights::run(service, &staff, id).await, Err(Error::NeedsRehearsal)));
        rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        rights::write_for(service, subject, id, "Thank you").await.expect("written");
        assert_eq!(rights::run(service, &staff, id).await.expect("it runs"), RequestState::Done);
        // nothing left but evidence
        assert!(records::list(&service.db, "wepack", subject).await.expect("records").is_empty());
        assert!(identifiers::list(&service.db, "wepack", subject).await.expect("identifiers").is_empty());
        assert!(messages::list(&service.db, "wepack", id).await.expect("messages").is_empty());
        let row = requests::get(&service.db, "wepack", id).await.expect("the request stays");
        assert!(row.sealed.is_none() && row.state == "done");
        assert_eq!(
            subjects::get(&service.db, "wepack", subject).await.expect("the subject").state,
            subjects::ERASED
        );
        assert!(
            matches!(service.keys.data(subject).await, Err(duties::Error::Erased)),
            "the data key is destroyed"
        );
        assert!(service.keys.evidence(subject).await.is_ok(), "the evidence key is not");
        let kinds = kinds_of(&house, subject).await;
        for kind in [Kind::SubjectErased, Kind::RequestAnswered, Kind::RequestClosed] {
            assert_eq!(kinds.iter().filter(|one| **one == kind).count(), 1, "{kind}");
        }
        assert!(house.published.paths().iter().any(|path| path.starts_with("tombstone/")));
        the_last_letter_proves_it(&house).await;
        // the address is gone with the letter
        let waiting = outbox::list(&service.db, "wepack", outbox::WAITING, 100).await.expect("mails");
        assert!(waiting.is_empty());
        let again = rights::open(service, subject, RequestKind::Access, "", "en").await;
        assert!(again.is_err(), "nobody can act for the erased subject");
    })
    .await;
}

/// The last letter says what stays and links to a receipt that opens without an account and verifies offline.
async fn the_last_letter_proves_it(house: &House) {
    let letters = house.letters().await;
    let last = letters.last().expect("the last letter");
    assert_eq!(last.to, KARI);
    assert!(
        last.text.contains("What stays") && !last.text.contains("Nothing about you is held"),
        "{}",
        last.text
    );
    let token = token_in(&last.text, "?view=");
    let receipt_id = token_in(&last.text, "/receipts/").parse().expect("an id");
    duties::accountability::publish(&house.service).await.expect("published");
    let receipt =
        receipts::get(&house.service, receipt_id, Reader::Token(&token)).await.expect("the receipt");
    let trusted = duties::accountability::verifier_key(&house.service).expect("a key");
    ledger::verify(&receipt, Some(&trusted)).expect("it verifies offline");
    let body = vault::open_receipt_body(&receipt).expect("opens").expect("a body");
    let report: duties::answer::Report = serde_json::from_slice(&body).expect("a report");
    assert!(!report.nothing_stays() && report.outcomes.iter().any(|row| row.counted == Some(1)));
}

#[tokio::test]
async fn a_session_of_the_person_ends_with_the_erasure() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.contact().await;
        house.letters().await;
        let cookie = house.person(KARI).await;
        let subject = duties::identity::person(&house.service, &cookie)
            .await
            .expect("a look")
            .expect("signed in")
            .subject;
        let staff = lead(&house).await;
        let id = opened(&house, subject, RequestKind::Erasure).await;
        rights::plan(&house.service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(&house.service, &staff, id, "en").await.expect("rehearsed");
        rights::run(&house.service, &staff, id).await.expect("runs");
        assert!(duties::identity::person(&house.service, &cookie).await.expect("a look").is_none());
    })
    .await;
}

#[tokio::test]
async fn an_erasure_waits_until_the_persons_other_requests_are_answered() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let access = opened(&house, subject, RequestKind::Access).await;
        let id = opened(&house, subject, RequestKind::Erasure).await;
        rights::plan(&house.service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(&house.service, &staff, id, "en").await.expect("rehearsed");
        let view = async || {
            let purpose = ViewPurpose::AnswerRequest;
            rights::staff_get(&house.service, &staff, id, purpose, "en").await.expect("a view")
        };
        let before = view().await;
        let waits: Vec<uuid::Uuid> = before.waiting.requests.iter().map(|one| one.id).collect();
        assert_eq!((waits, before.may.run), (vec![access], false), "it stands with the plan");
        assert!(matches!(rights::run(&house.service, &staff, id).await, Err(Error::OthersOpen)));
        rights::run(&house.service, &staff, access).await.expect("answered");
        let after = view().await;
        assert!(after.waiting.is_nothing() && after.may.run);
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
        // the answer goes with the person
        assert!(packages::list(&house.service.db, "wepack", access).await.expect("packages").is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_staffs_view_is_logged_before_anything_is_shown_and_told_to_the_person() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = opened(&house, subject, RequestKind::Access).await;
        let rows = rights::inbox(&house.service, InboxFilter::Open, "en").await.expect("an inbox");
        assert_eq!(rows.len(), 1);
        let view = rights::staff_get(&house.service, &staff, id, ViewPurpose::AnswerRequest, "en")
            .await
            .expect("a view");
        assert_eq!(view.person.identifiers, [("e-mail address".to_owned(), KARI.to_owned())]);
        assert!(view.may.run && view.may.reply && !view.may.close);
        let held = rights::held(&house.service, subject, "en").await.expect("held");
        assert_eq!(held.views.len(), 1);
        assert_eq!(held.views[0].purpose, "to answer your request");
        assert!(held.places.iter().all(|place| place.state == PlaceState::Read));
    })
    .await;
}

#[tokio::test]
async fn the_inbox_shows_what_is_late_first_and_a_reply_meets_its_clock() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let early = rights::open(&house.service, subject, RequestKind::Question, "First", "en")
            .await
            .expect("opens")
            .request
            .id;
        house.clock.advance_hours(2);
        let later = rights::open(&house.service, subject, RequestKind::Question, "Second", "nb")
            .await
            .expect("opens")
            .request
            .id;
        let urgent = rights::inbox(&house.service, InboxFilter::Urgent, "en").await.expect("an inbox");
        assert_eq!(urgent.iter().map(|row| row.summary.id).collect::<Vec<_>>(), [early]);
        assert_eq!(urgent[0].alerts, ["The first reply is late"]);
        rights::reply(&house.service, &staff, early, "We look into it.").await.expect("a reply");
        rights::close(&house.service, &staff, later, "Because you asked.").await.expect("closed");
        let open = rights::inbox(&house.service, InboxFilter::Open, "en").await.expect("an inbox");
        assert_eq!(open.iter().map(|row| row.summary.id).collect::<Vec<_>>(), [early]);
        let closed = rights::inbox(&house.service, InboxFilter::Closed, "en").await.expect("an inbox");
        assert_eq!(closed[0].summary.state, RequestState::Answered);
        let view = rights::get_for(&house.service, subject, later, "nb").await.expect("the request");
        assert!(view.messages[0].from_staff && view.messages[0].text == "Because you asked.");
        let letters = house.letters().await;
        assert!(letters.iter().any(|letter| letter.text.contains("We look into it.")));
    })
    .await;
}
