//! What leaves beyond the ordinary: many people's data at once (PC-19), and what authorities demand (SO-19).

use std::sync::Arc;

use duties::accounts::{Role, Staff};
use duties::audit::{self, Mechanisms, State};
use duties::sharing::bulk::{self, Weighed};
use duties::sharing::demand::{self, Draft, Lacks, Named, NotDone};
use duties::sharing::{NotDisclosed, disclose};
use duties::standing::audience::Filter;
use duties::standing::live;
use duties::{accountability, restore, rights};
use gate::Reason;
use policy::LegalGround;
use policy::promises::Keeper;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::restored::{back_up, elsewhere, put_back};
use crate::rights_kit::lead;
use crate::standing::agrees;

const LEGAL: &str = "legal_requests: { grounds: [statute], approvers: 2 }";

/// Wepack, where more than two people count as bulk.
async fn house(db: &TestDb) -> House {
    let bulk = "bulk: { more_than: 2, only: declared-recipients, alert: [email] }";
    House::changed(db, LEGAL, &format!("{LEGAL}\n{bulk}")).await
}

async fn told(house: &House) -> Vec<String> {
    let letters = house.letters().await;
    letters.into_iter().filter(|one| one.subject.starts_with("Refused")).map(|one| one.text).collect()
}

#[tokio::test]
async fn pc_19_what_is_asked_in_pieces_for_a_stranger_is_refused_counted_and_told_once() {
    TestDb::each(async |db| {
        let house = house(&db).await;
        let (service, subject) = (&house.service, agrees(&house).await);
        lead(&house).await;
        let ask = async |to: &str| disclose(service, subject, to, "deliver-orders").await;
        for _ in 0..2 {
            let refused = ask("facebook").await;
            assert!(
                matches!(refused, Err(NotDisclosed::Denied(Reason::RecipientNotDeclared))),
                "{refused:?}"
            );
        }
        assert_eq!((bulk::attempts(service).await.expect("attempts"), told(&house).await), (vec![], vec![]));
        // who is declared gets it, however often, and is no attempt
        for _ in 0..3 {
            ask("postnord").await.expect("declared");
        }
        assert!(bulk::attempts(service).await.expect("attempts").is_empty());
        for _ in 0..2 {
            assert!(ask("facebook").await.is_err());
        }
        let letters = told(&house).await;
        assert_eq!(letters.len(), 1, "once");
        assert!(letters[0].contains("facebook") && letters[0].contains("/console/health"), "{}", letters[0]);
        assert!(!letters[0].contains("Kari"));
        let attempts = bulk::attempts(service).await.expect("attempts");
        assert_eq!((attempts.len(), attempts[0].people, attempts[0].told.is_some()), (1, 4, true));
        // another day counts anew, and after a month it is not shown any more
        house.clock.advance_hours(24);
        assert!(ask("facebook").await.is_err());
        assert_eq!(
            (bulk::attempts(service).await.expect("attempts").len(), told(&house).await.len()),
            (1, 1)
        );
        house.clock.advance_hours(24 * 31);
        assert!(bulk::attempts(service).await.expect("attempts").is_empty());
    })
    .await;
}

#[tokio::test]
async fn pc_19_an_audience_for_a_stranger_counts_by_everybody_it_would_have_named() {
    TestDb::each(async |db| {
        let house = house(&db).await;
        let service = &house.service;
        agrees(&house).await;
        lead(&house).await;
        live::follow(service).await.expect("follows");
        let to = |recipient: &str| Filter {
            purpose: "deliver-orders".to_owned(),
            recipient: Some(recipient.to_owned()),
            ..Filter::default()
        };
        assert_eq!(bulk::people(service, &to("facebook")), 1);
        // what is no name is not kept as it was asked: it might be about a person
        bulk::refused(service, "deliver-orders", "Kari Nordmann", 3).await.expect("counted");
        bulk::refused(service, "deliver-orders", "postnord", 3).await.expect("declared: not counted");
        bulk::refused(service, "deliver-orders", "facebook", 0).await.expect("nobody: not counted");
        let attempts = bulk::attempts(service).await.expect("attempts");
        assert_eq!((attempts.len(), attempts[0].recipient.as_str()), (1, bulk::UNNAMED));
        assert_eq!(told(&house).await.len(), 1);
    })
    .await;
}

async fn look(house: &House, mechanisms: &Mechanisms) -> State {
    audit::look_at(&house.service, mechanisms, Keeper::BulkLimit, "bulk").await.expect("a look")
}

fn says(state: &State) -> &str {
    match state {
        State::Holds(says) | State::Broken(says) | State::Unseen(says) => says.id(),
        State::NotYet => "not yet",
    }
}

#[tokio::test]
async fn pc_19_the_audit_turns_red_where_bulk_gets_through_or_nobody_is_told() {
    TestDb::each(async |db| {
        let mut house = house(&db).await;
        let runs = Mechanisms::default();
        assert_eq!(says(&look(&house, &runs).await), "audit-bulk-nobody");
        lead(&house).await;
        assert!(matches!(look(&house, &runs).await, State::Holds(_)));
        let open = Mechanisms { weigh: |_, _, _, _| Weighed::Declared, ..Mechanisms::default() };
        let silent = Mechanisms { weigh: |_, _, _, _| Weighed::Undeclared, ..Mechanisms::default() };
        let loud = Mechanisms { weigh: |_, _, _, _| Weighed::Bulk, ..Mechanisms::default() };
        let shut = Mechanisms {
            weigh: |policy, purpose, to, people| match bulk::weigh(policy, purpose, to, people) {
                Weighed::Declared => Weighed::Bulk,
                other => other,
            },
            ..Mechanisms::default()
        };
        for broken in [open, silent, loud] {
            assert_eq!(says(&look(&house, &broken).await), "audit-bulk-let-through");
        }
        assert_eq!(says(&look(&house, &shut).await), "audit-bulk-declared");
        // an attempt whose letter was never written
        let (service, at) = (&house.service, house.clock.time());
        let day = u32::try_from(at.as_second() / 86_400).expect("a day");
        let row = db::refused_exports::RefusedExport {
            day,
            recipient: "facebook".to_owned(),
            people: 9,
            at,
            told: None,
        };
        let unit = service.unit().write(db::refused_exports::add("wepack", &row));
        service.submit(unit).await.expect("written");
        assert_eq!(says(&look(&house, &runs).await), "audit-bulk-untold");
        let mut policy = policy::Policy::clone(&house.service.policy);
        policy.bulk.as_mut().expect("a rule").alert = vec![policy::Channel::Sms];
        house.service.policy = Arc::new(policy);
        assert_eq!(says(&look(&house, &runs).await), "audit-bulk-channel");
    })
    .await;
}

/// A member of staff that demands know by their id alone.
fn staff(house: &House, number: u128, role: Role) -> Staff {
    let now = house.clock.time();
    Staff { id: Uuid::from_u128(number), name: format!("Staff {number}"), role, last_auth: now, expires: now }
}

fn police() -> Draft {
    let named = Named {
        authority: "Oslo politidistrikt".to_owned(),
        reference: "2026/4711".to_owned(),
        statute: "Straffeprosessloven § 210".to_owned(),
        fields: vec!["contact.name".to_owned(), "contact.street".to_owned()],
        silent_until: None,
    };
    Draft { ground: LegalGround::Statute, named }
}

/// Asked by the first and approved by two others.
async fn approved(house: &House, subject: Uuid, draft: &Draft) -> Uuid {
    let service = &house.service;
    let id = demand::ask(service, &staff(house, 1, Role::Support), subject, draft).await.expect("asked");
    for number in [2, 3] {
        demand::approve(service, &staff(house, number, Role::PrivacyLead), id).await.expect("approved");
    }
    id
}

#[tokio::test]
async fn so_19_nobody_approves_what_they_asked_for_and_nothing_leaves_before_others_have() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (service, subject) = (&house.service, agrees(&house).await);
        let lead = |number| staff(&house, number, Role::PrivacyLead);
        let id = demand::ask(service, &lead(1), subject, &police()).await.expect("asked");
        let size = house.size().await;
        assert!(matches!(demand::approve(service, &lead(1), id).await, Err(NotDone::OwnEyes)));
        let few = demand::give(service, &lead(1), id).await;
        assert!(matches!(few, Err(NotDone::Lacks(Lacks::Approval))), "{few:?}");
        demand::approve(service, &lead(2), id).await.expect("the second");
        assert!(
            matches!(demand::approve(service, &lead(2), id).await, Err(NotDone::OwnEyes)),
            "nobody twice"
        );
        let few = demand::give(service, &lead(2), id).await;
        assert!(matches!(few, Err(NotDone::Lacks(Lacks::Approval))), "{few:?}");
        let support = staff(&house, 4, Role::Support);
        assert!(matches!(demand::approve(service, &support, id).await, Err(NotDone::Failed(_))), "no lead");
        assert!(demand::show(service, &staff(&house, 5, Role::Developer), id).await.is_err());
        demand::approve(service, &lead(3), id).await.expect("the third");
        assert_eq!(house.size().await, size, "nothing left, nothing is written");
        let given = demand::give(service, &lead(1), id).await.expect("given");
        assert_eq!(given.keys().collect::<Vec<_>>(), ["contact.name", "contact.street"]);
        assert_eq!(given["contact.street"], "Storgata 1");
        let all = db::entries::list_of(&service.db, "wepack", subject).await.expect("entries");
        let last = &all.last().expect("an entry").facts;
        assert_eq!((last.kind.as_str(), last.recipient.as_deref()), ("disclosed", Some(demand::RECIPIENT)));
        assert_eq!(last.categories, ["contact.name", "contact.street"]);
        // once
        assert!(matches!(demand::give(service, &lead(1), id).await, Err(NotDone::Over)));
        assert!(matches!(demand::refuse(service, &lead(2), id).await, Err(NotDone::Over)));
        assert_eq!(demand::unproven(service).await.expect("looked at"), (1, 0));
    })
    .await;
}

/// A backup from before it was given knows it as approved and open; the ledger knows that it was given.
#[tokio::test]
async fn so_19_what_was_given_is_not_given_again_after_an_older_backup_is_put_back() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (service, subject) = (&house.service, agrees(&house).await);
        let id = approved(&house, subject, &police()).await;
        accountability::publish(service).await.expect("published");
        let backup = back_up(&db).await;
        demand::give(service, &staff(&house, 1, Role::Support), id).await.expect("given");
        accountability::publish(service).await.expect("published");
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let again = house.restored(&place).await;
        restore::replay(&again.service).await.expect("replayed").expect("it was behind");
        let twice = demand::give(&again.service, &staff(&again, 1, Role::Support), id).await;
        assert!(matches!(twice, Err(NotDone::Over)), "{twice:?}");
        assert_eq!(demand::unproven(&again.service).await.expect("looked at"), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn so_19_a_demand_names_ground_authority_reference_statute_and_declared_fields() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (service, subject) = (&house.service, agrees(&house).await);
        let by = staff(&house, 1, Role::PrivacyLead);
        let change = |change: fn(&mut Draft)| {
            let mut draft = police();
            change(&mut draft);
            draft
        };
        for (draft, lacks) in [
            (change(|draft| draft.ground = LegalGround::Emergency), Lacks::Ground),
            (change(|draft| draft.named.authority = "  ".to_owned()), Lacks::Authority),
            (change(|draft| draft.named.reference.clear()), Lacks::Reference),
            (change(|draft| draft.named.statute.clear()), Lacks::Statute),
            (change(|draft| draft.named.statute = "x".repeat(301)), Lacks::Statute),
            (change(|draft| draft.named.fields.clear()), Lacks::Fields),
            (change(|draft| draft.named.fields.push("contact.shoe".to_owned())), Lacks::Fields),
            (change(|draft| draft.named.fields.push("account.password".to_owned())), Lacks::Fields),
        ] {
            let refused = demand::ask(service, &by, subject, &draft).await;
            assert!(
                matches!(refused, Err(NotDone::Lacks(found)) if found == lacks),
                "{lacks:?}: {refused:?}"
            );
        }
        assert!(demand::list(service, &by).await.expect("a list").is_empty());
        let id = approved(&house, subject, &police()).await;
        demand::refuse(service, &staff(&house, 3, Role::PrivacyLead), id).await.expect("refused");
        assert!(matches!(demand::give(service, &by, id).await, Err(NotDone::Over)));
    })
    .await;
}

#[tokio::test]
async fn so_19_the_person_sees_it_by_name_once_no_law_forbids_it() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (service, subject) = (&house.service, agrees(&house).await);
        let by = staff(&house, 1, Role::Support);
        let told = async || {
            let held = rights::held(service, subject, "en").await.expect("held");
            held.disclosures.into_iter().map(|one| one.recipient).collect::<Vec<_>>()
        };
        let open = approved(&house, subject, &police()).await;
        demand::give(service, &by, open).await.expect("given");
        assert_eq!(told().await, ["Oslo politidistrikt"]);
        let mut secret = police();
        secret.named.authority = "Kripos".to_owned();
        let until = house.clock.time().to_zoned(jiff::tz::TimeZone::UTC).date().tomorrow().expect("a day");
        secret.named.silent_until = Some(until);
        let silent = approved(&house, subject, &secret).await;
        demand::give(service, &by, silent).await.expect("given");
        assert_eq!(told().await, ["Oslo politidistrikt"], "not while a law forbids it");
        house.clock.advance_hours(48);
        assert_eq!(told().await, ["Kripos", "Oslo politidistrikt"]);
    })
    .await;
}

async fn grounds(house: &House, mechanisms: &Mechanisms) -> State {
    let keeper = Keeper::DisclosureGrounds;
    audit::look_at(&house.service, mechanisms, keeper, "legal_requests").await.expect("a look")
}

#[tokio::test]
async fn so_19_the_audit_turns_red_where_a_demand_gets_through_that_must_not() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let subject = agrees(&house).await;
        assert!(matches!(grounds(&house, &Mechanisms::default()).await, State::Holds(_)));
        let all = Mechanisms { demand: |_, _, _, _| None, ..Mechanisms::default() };
        let none = Mechanisms { demand: |_, _, _, _| Some(Lacks::Ground), ..Mechanisms::default() };
        let bare = Mechanisms {
            demand: |policy, draft, by, others| {
                demand::weigh(policy, draft, by, others).filter(|lacks| *lacks != Lacks::Reference)
            },
            ..Mechanisms::default()
        };
        let own = Mechanisms {
            demand: |policy, draft, _, others| demand::weigh(policy, draft, Uuid::max(), others),
            ..Mechanisms::default()
        };
        for (broken, id) in [
            (all, "audit-demand-bare"),
            (none, "audit-demand-shut"),
            (bare, "audit-demand-bare"),
            (own, "audit-demand-own-eyes"),
        ] {
            assert_eq!(says(&grounds(&house, &broken).await), id);
        }
        let id = approved(&house, subject, &police()).await;
        demand::give(&house.service, &staff(&house, 1, Role::Support), id).await.expect("given");
        assert!(matches!(grounds(&house, &Mechanisms::default()).await, State::Holds(_)));
        // a stricter rule since does not make what was right wrong
        let mut policy = policy::Policy::clone(&house.service.policy);
        policy.legal_requests.as_mut().expect("a rule").approvers = 3;
        house.service.policy = Arc::new(policy);
        assert!(matches!(grounds(&house, &Mechanisms::default()).await, State::Holds(_)));
        // a row that says it was given out, and that nobody approved
        let mut row = db::demands::get(&house.service.db, "wepack", id).await.expect("a demand");
        row.id = house.service.new_id();
        let unit = house.service.unit().write(db::demands::insert("wepack", &row));
        house.service.submit(unit).await.expect("written");
        assert_eq!(says(&grounds(&house, &Mechanisms::default()).await), "audit-demand-unproven");
    })
    .await;
}
