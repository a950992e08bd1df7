//! Northwind end to end: nobody in it has an e-mail address; staff verify a number, run the request and hand the
//! answer over. The connectors' own tests go row by row; here the whole request is looked at.

use std::sync::Arc;

use duties::accountability::ViewPurpose;
use duties::accounts::Staff;
use duties::answer::Outcome;
use duties::rights::{self, NewByStaff, Proven, RequestKind, RequestState};
use policy::map::{IdentifierKind, StoreMap};
use policy::{Policy, Source};
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{lead, text_in, unzip};
use crate::rights_shop::Database;

const POLICY: &str = include_str!("../../../../examples/northwind/policy.yaml");
const SQLITE: &str = include_str!("../../../../examples/northwind/sqlite.map.yaml");
const POSTGRES: &str = include_str!("../../../../examples/northwind/postgres.map.yaml");

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), text: text.to_owned() }
}

/// A house with Northwind's policy, on a day when ALFKI's last orders are still kept.
async fn northwind(abide: &TestDb, store: &Database, map: &str, today: &str) -> (House, Staff) {
    let mut house = House::new(abide).await;
    let staff = lead(&house).await;
    let policy: Policy = policy::compile(&source("policy.yaml", POLICY)).policy.expect("the policy compiles");
    let map: StoreMap =
        policy::map::compile_map(&source("map.yaml", map), &policy).map.expect("the map compiles");
    let connector = stores::connect(&map, store.url(), store.url()).await.expect("connected");
    house.service.policy = Arc::new(policy);
    house.service.maps = vec![Arc::new(map)];
    house.service.stores.insert("northwind".to_owned(), connector);
    house.clock.set(today.parse().expect("a time"));
    (house, staff)
}

/// Each sample store, with Abide on each of its own engines.
async fn each(test: impl AsyncFn(House, Staff, Database)) {
    let Some(samples) = testkit::samples() else { return };
    TestDb::each(async |abide| {
        let store = Database::sqlite_copy(&samples.join("northwind/northwind.sqlite")).await;
        let (house, staff) = northwind(&abide, &store, SQLITE, "2020-06-01T09:00:00Z").await;
        test(house, staff, store).await;
    })
    .await;
    let script = samples.join("northwind/northwind_postgres.sql");
    let script = std::fs::read_to_string(script).expect("the sample's script is in ABIDE_SAMPLES");
    TestDb::each(async |abide| {
        let Some(store) = Database::postgres().await else { return };
        store.execute(&script).await;
        let (house, staff) = northwind(&abide, &store, POSTGRES, "1999-06-01T09:00:00Z").await;
        test(house, staff, store).await;
    })
    .await;
}

async fn ask(house: &House, staff: &Staff, kind: RequestKind, of: &str, value: &str) -> Uuid {
    let number = Proven { kind: IdentifierKind::Number, of: of.to_owned(), value: value.to_owned() };
    let new =
        NewByStaff { kind, identifiers: vec![number], detail: "By letter".to_owned(), lang: "en".to_owned() };
    rights::open_by_staff(&house.service, staff, new).await.expect("it opens").request.id
}

#[tokio::test]
async fn alfki_asks_by_letter_gets_the_answer_and_is_erased_but_for_the_books() {
    each(async |house, staff, store| {
        let service = &house.service;
        let id = ask(&house, &staff, RequestKind::Access, "customer-number", "ALFKI").await;
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        let answer =
            rights::staff_answer(service, &staff, id, ViewPurpose::AnswerRequest).await.expect("the answer");
        let json = text_in(&answer.bytes, "answer.json");
        for needed in ["Maria Anders", "Obere Str. 57", "030-0074321", "10643", "11011"] {
            assert!(json.contains(needed), "{needed}");
        }
        for others in ["Suyama", "Peacock", "Vins et alcools"] {
            assert!(!json.contains(others), "{others} is somebody else's");
        }
        let id = ask(&house, &staff, RequestKind::Erasure, "customer-number", "ALFKI").await;
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        let plan = rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        assert!(
            plan.rows.iter().any(|row| row.outcome == Outcome::Kept && row.counted == Some(row.rows)),
            "{:?}",
            plan.rows
        );
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        let left = store
            .dump()
            .await
            .into_iter()
            .filter(|line| line.contains("Maria Anders") || line.contains("030-0074321"));
        assert_eq!(left.collect::<Vec<_>>(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn employee_5_is_answered_and_erased_across_self_references() {
    each(async |house, staff, store| {
        let service = &house.service;
        let id = ask(&house, &staff, RequestKind::Access, "employee-number", "5").await;
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        let answer =
            rights::staff_answer(service, &staff, id, ViewPurpose::AnswerRequest).await.expect("the answer");
        let json = text_in(&answer.bytes, "answer.json");
        assert!(
            json.contains("Buchanan") && json.contains("point at you"),
            "the others' rows are told of, not shown"
        );
        let (_, paper) =
            unzip(&answer.bytes).into_iter().find(|(name, _)| name == "answer.pdf").expect("a PDF");
        assert!(paper.len() < 200_000, "the picture's bytes are not printed: {}", paper.len());
        let id = ask(&house, &staff, RequestKind::Erasure, "employee-number", "5").await;
        rights::plan(service, &staff, id, "en").await.expect("a plan");
        rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
        assert_eq!(rights::run(service, &staff, id).await.expect("runs"), RequestState::Done);
        assert!(
            !store.dump().await.iter().any(|line| line.contains("Buchanan")),
            "nobody names them any more"
        );
    })
    .await;
}
