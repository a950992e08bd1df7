//! Every look of the audit notices when what it looks at is broken: a mechanism is put out of order, and the promise
//! that rests on it turns red.

use std::sync::Arc;

use document::Document;
use duties::audit::{self, Mechanisms, State, Verdict};
use duties::rights::{self, RequestKind};
use duties::{accountability, collect};
use gate::{Decision, Reason, Rules};
use jiff::SignedDuration;
use ledger::Kind;
use policy::Policy;
use policy::promises::Keeper;
use testkit::TestDb;

use crate::ended::erased;
use crate::fixture::House;
use crate::rights_kit::{kari, lead};

/// What a look finds with these mechanisms.
async fn with(house: &House, mechanisms: &Mechanisms, keeper: Keeper, place: &str) -> State {
    audit::look_at(&house.service, mechanisms, keeper, place).await.expect("a look")
}

/// What a look finds with those that run.
async fn now(house: &House, keeper: Keeper, place: &str) -> State {
    with(house, &Mechanisms::default(), keeper, place).await
}

/// Holds as it runs, breaks with the mechanism out of order.
async fn notices(house: &House, broken: &Mechanisms, keeper: Keeper, place: &str) {
    let found = now(house, keeper, place).await;
    assert!(matches!(found, State::Holds(_)), "{keeper:?} at {place}: {found:?}");
    let found = with(house, broken, keeper, place).await;
    assert!(matches!(found, State::Broken(_)), "{keeper:?} at {place}: {found:?}");
}

fn says(state: &State) -> &str {
    match state {
        State::Holds(says) | State::Broken(says) | State::Unseen(says) => says.id(),
        State::NotYet => "not yet",
    }
}

fn decided(rules: &Rules, allow: bool) -> Decision {
    let reason = if allow { Reason::Contract } else { Reason::SubjectUnknown };
    Decision { allow, reason, policy: rules.policy }
}

fn change(house: &mut House, change: impl FnOnce(&mut Policy)) {
    let mut policy = Policy::clone(&house.service.policy);
    change(&mut policy);
    house.service.policy = Arc::new(policy);
}

#[tokio::test]
async fn a_gate_that_allows_everything_or_nothing_turns_its_promises_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let open = Mechanisms { decide: |rules, _, _| decided(rules, true), ..Mechanisms::default() };
        for (keeper, place) in [
            (Keeper::PurposeLimit, "purposes"),
            (Keeper::PurposeLimit, "purposes/deliver-orders"),
            (Keeper::LaterPurpose, "changes/new_purposes"),
            (Keeper::ConsentNeeded, "purposes/campaigns"),
            (Keeper::ConsentNeeded, "forms/order/consents"),
            (Keeper::Withdrawal, "rights/withdraw"),
            (Keeper::ObjectionStops, "purposes/run-website"),
            (Keeper::MarketingObjection, "purposes/campaigns"),
            (Keeper::Restriction, "rights/restriction"),
            (Keeper::RecipientLimit, "recipients"),
            (Keeper::RecipientLimit, "recipients/posten"),
        ] {
            notices(&house, &open, keeper, place).await;
        }
        let shut = Mechanisms { decide: |rules, _, _| decided(rules, false), ..Mechanisms::default() };
        for (keeper, place) in [
            (Keeper::PurposeLimit, "purposes"),
            (Keeper::ConsentNeeded, "purposes/campaigns"),
            (Keeper::ObjectionStops, "purposes/run-website"),
            (Keeper::RecipientLimit, "recipients/posten"),
        ] {
            notices(&house, &shut, keeper, place).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_that_takes_anything_or_ticks_for_people_turns_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let lenient = Mechanisms { problems: |_, _, _| Vec::new(), ..Mechanisms::default() };
        notices(&house, &lenient, Keeper::DeclaredDataOnly, "data").await;
        notices(&house, &lenient, Keeper::AcceptanceNeeded, "forms/contact/accepts").await;
        notices(&house, &lenient, Keeper::AcceptanceNeeded, "agreements/service-agreement").await;
        let ticking = Mechanisms {
            view: |service, form, lang| {
                let mut view = collect::view(service, form, lang)?;
                view.boxes.iter_mut().for_each(|one| one.ticked = true);
                Ok(view)
            },
            ..Mechanisms::default()
        };
        notices(&house, &ticking, Keeper::ConsentUnticked, "forms/order/consents").await;
        notices(&house, &ticking, Keeper::AcceptanceNeeded, "forms/contact/accepts").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_leaves_something_out_turns_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let silent = Mechanisms {
            document: |policy, lang| Document { blocks: Vec::new(), ..policy::document(policy, lang) },
            ..Mechanisms::default()
        };
        for place in
            ["statements/your-part", "purposes/deliver-orders/consequence", "attestations/procedures"]
        {
            notices(&house, &silent, Keeper::Shown, place).await;
        }
    })
    .await;
}

#[tokio::test]
async fn roles_that_see_too_much_and_passwords_that_can_be_read_turn_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let all = Mechanisms { sees: |_| true, ..Mechanisms::default() };
        notices(&house, &all, Keeper::StaffViews, "staff").await;
        let none = Mechanisms { sees: |_| false, ..Mechanisms::default() };
        notices(&house, &none, Keeper::StaffViews, "staff").await;
        let plain = Mechanisms { hash: |password, _| Some(password.to_owned()), ..Mechanisms::default() };
        notices(&house, &plain, Keeper::Passwords, "security/passwords").await;
    })
    .await;
}

#[tokio::test]
async fn so_21_sc_a_transfer_without_a_safeguard_and_a_special_field_turn_red() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        assert_eq!(
            says(&now(&house, Keeper::TransferSafeguard, "recipients").await),
            "audit-transfer-safeguard"
        );
        assert_eq!(
            says(&now(&house, Keeper::SpecialRefused, "special_categories").await),
            "audit-special-refused"
        );
        change(&mut house, |policy| {
            policy.recipients.iter_mut().for_each(|one| one.safeguard = None);
            policy.data[0].fields[0].kind = policy::Kind::Health;
        });
        assert_eq!(
            says(&now(&house, Keeper::TransferSafeguard, "recipients").await),
            "audit-transfer-unsafe"
        );
        assert_eq!(
            says(&now(&house, Keeper::SpecialRefused, "special_categories").await),
            "audit-special-declared"
        );
    })
    .await;
}

#[tokio::test]
async fn we_12_requests_past_their_day_turn_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        rights::open(&house.service, subject, RequestKind::Access, "", "en").await.expect("opens");
        assert_eq!(says(&now(&house, Keeper::AnswerClock, "rights/answer").await), "audit-answer-clock");
        assert_eq!(says(&now(&house, Keeper::ReplyClock, "rights/first_reply").await), "audit-reply-clock");
        house.clock.advance(SignedDuration::from_hours(24 * 40));
        assert_eq!(says(&now(&house, Keeper::AnswerClock, "rights/answer").await), "audit-requests-late");
        assert_eq!(says(&now(&house, Keeper::ReplyClock, "rights/first_reply").await), "audit-replies-late");
    })
    .await;
}

#[tokio::test]
async fn an_erasure_shown_as_done_without_its_proof_turns_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        assert_eq!(says(&now(&house, Keeper::Erasure, "rights").await), "audit-erasure-none");
        assert_eq!(says(&now(&house, Keeper::AccessAnswer, "rights").await), "audit-access-none");
        let subject = erased(&house).await;
        assert_eq!(says(&now(&house, Keeper::Erasure, "rights").await), "audit-erasure");
        let name = house.service.name.as_str();
        let all = db::requests::list_of(&house.service.db, name, subject).await.expect("requests");
        let mut step = db::steps::list(&house.service.db, name, all[0].id).await.expect("steps").remove(0);
        (step.id, step.position, step.state) = (house.service.new_id(), 99, db::steps::WAITING.to_owned());
        house
            .service
            .submit(house.service.unit().write(db::steps::insert(name, &step)))
            .await
            .expect("written");
        assert_eq!(says(&now(&house, Keeper::Erasure, "rights").await), "audit-done-unproven");
    })
    .await;
}

#[tokio::test]
async fn wx_13_an_access_shown_as_done_with_an_open_step_turns_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let service = &house.service;
        let opened = rights::open(service, subject, RequestKind::Access, "", "en").await.expect("opens");
        rights::plan(service, &staff, opened.request.id, "en").await.expect("a plan");
        rights::run(service, &staff, opened.request.id).await.expect("it runs");
        assert_eq!(says(&now(&house, Keeper::AccessAnswer, "rights").await), "audit-access");
        let name = service.name.as_str();
        let mut step = db::steps::list(&service.db, name, opened.request.id).await.expect("steps").remove(0);
        (step.id, step.position, step.state) = (service.new_id(), 99, db::steps::FAILED.to_owned());
        service.submit(service.unit().write(db::steps::insert(name, &step))).await.expect("written");
        assert_eq!(says(&now(&house, Keeper::AccessAnswer, "rights").await), "audit-done-unproven");
    })
    .await;
}

#[tokio::test]
async fn a_legal_basis_is_looked_for_in_its_own_words() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let silent = Mechanisms {
            document: |policy, lang| Document { blocks: Vec::new(), ..policy::document(policy, lang) },
            ..Mechanisms::default()
        };
        notices(&house, &silent, Keeper::Shown, "purposes/bookkeeping/basis").await;
    })
    .await;
}

#[tokio::test]
async fn so_29_a_version_that_was_changed_in_the_archive_turns_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        assert_eq!(says(&now(&house, Keeper::Archive, "changes/archive").await), "audit-archive");
        let name = house.service.name.as_str();
        let all = db::policies::list(&house.service.db, name).await.expect("versions");
        let mut row = all.into_iter().next().expect("a version");
        (row.hash, row.version, row.entry) = ([9; 32], "2030-01-01".to_owned(), None);
        house
            .service
            .submit(house.service.unit().write(db::policies::insert(name, &row)))
            .await
            .expect("written");
        assert_eq!(says(&now(&house, Keeper::Archive, "changes/archive").await), "audit-version-changed");
    })
    .await;
}

#[tokio::test]
async fn pc_25_a_record_without_its_purpose_turns_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        assert_eq!(says(&now(&house, Keeper::FormEvidence, "forms/contact").await), "audit-form-ready");
        house.contact().await;
        assert_eq!(says(&now(&house, Keeper::FormEvidence, "forms/contact").await), "audit-form-waits");
        accountability::publish(&house.service).await.expect("published");
        assert_eq!(says(&now(&house, Keeper::FormEvidence, "forms/contact").await), "audit-form-proven");
        let service = &house.service;
        let facts = duties::entries::facts(service, Kind::RecordCollected, None, duties::entries::ABIDE);
        let key = service.keys.service_evidence().expect("the key");
        let entry = duties::entries::entry(service, &key, facts, None).expect("an entry");
        service.submit(service.unit().entry(entry)).await.expect("written");
        assert_eq!(says(&now(&house, Keeper::FormEvidence, "forms").await), "audit-record-bare");
    })
    .await;
}

#[tokio::test]
async fn pc_17_keys_that_outlive_the_backups_and_people_remembered_too_long_turn_red() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        erased(&house).await;
        assert_eq!(says(&now(&house, Keeper::KeysDie, "security").await), "audit-keys-die");
        assert_eq!(says(&now(&house, Keeper::EvidencePeriods, "evidence").await), "audit-evidence");
        house.clock.advance(SignedDuration::from_hours(24 * 365 * 5));
        assert_eq!(says(&now(&house, Keeper::KeysDie, "security").await), "audit-keys-old");
        assert_eq!(says(&now(&house, Keeper::EvidencePeriods, "evidence").await), "audit-evidence-old");
    })
    .await;
}

#[tokio::test]
async fn pc_24_pages_reached_without_encryption_turn_red() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        change(&mut house, |policy| policy.security.tls_bits = None);
        assert_eq!(says(&now(&house, Keeper::Transport, "security").await), "audit-transport-https");
        house.service.base_url = "http://privacy.wepack.example".to_owned();
        assert_eq!(says(&now(&house, Keeper::Transport, "security").await), "audit-transport-plain");
    })
    .await;
}

#[tokio::test]
async fn we_21_what_nobody_confirms_turns_red_and_red_again_after_its_interval() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (place, lead) = ("attestations/physical-security", lead(&house).await);
        assert_eq!(says(&now(&house, Keeper::Attested, place).await), "audit-never-attested");
        audit::attest(&house.service, &lead, "physical-security", "doors and logs").await.expect("confirmed");
        assert_eq!(says(&now(&house, Keeper::Attested, place).await), "audit-attested");
        assert!(audit::attest(&house.service, &lead, "no-such", "").await.is_err());
        house.clock.advance(SignedDuration::from_hours(24 * 400));
        assert_eq!(says(&now(&house, Keeper::Attested, place).await), "audit-attestation-old");
    })
    .await;
}

#[tokio::test]
async fn what_nothing_keeps_yet_is_said_and_decides_the_verdict() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let found = audit::audit(&house.service).await.expect("an audit");
        let cookies =
            found.iter().find(|one| one.promise.kept.iter().any(|kept| kept.by == Keeper::CookieRegister));
        assert_eq!(cookies.expect("cookies are declared").verdict(), Verdict::NotYet);
        assert!(found.iter().all(|one| !one.looks.is_empty()), "every promise rests on something");
        for one in &found {
            for lang in ["en", "nb"] {
                assert!(!one.promise.says.get(lang).contains('⟦'), "{}", one.promise.id);
            }
        }
    })
    .await;
}
