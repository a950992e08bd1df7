//! What leaves beyond the ordinary: many people's data at once (PC-19).

use std::sync::Arc;

use duties::audit::{self, Mechanisms, State};
use duties::sharing::bulk::{self, Weighed};
use duties::sharing::{NotDisclosed, disclose};
use duties::standing::audience::Filter;
use duties::standing::live;
use gate::Reason;
use policy::promises::Keeper;
use testkit::TestDb;

use crate::fixture::House;
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
