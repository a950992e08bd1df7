//! After an erasure: Abide's own databases, dumped and searched without knowing what the code meant to delete.

use db::{outbox, requests, steps};
use duties::accounts::Staff;
use duties::rights::{self, RequestKind, RequestState};
use testkit::{Dump, TestDb};
use uuid::Uuid;

use crate::fixture::{House, order};
use crate::rights_kit::{KARI, kari, lead};

/// What Kari typed anywhere, as she typed it and in its one spelling.
const VALUES: [&str; 8] = [
    "Kari Nordmann",
    KARI,
    "22 00 00 01",
    "+4722000001",
    "+4790000001",
    "Storgata 1",
    "When are the boxes back?",
    "All of it, please",
];
/// Where the subject's random id may still stand: that there was somebody, that they asked, what the ledger proves,
/// and the last letter's link to its receipt.
const MAY_NAME: [&str; 5] = ["subject", "request", "ledger_facts", "subject_entry", "token"];

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The tables in whose rows this stands: as text, or as the bytes of a blob.
fn tables_with(dump: &Dump, text: &str, bytes: &[u8]) -> Vec<String> {
    let (text, bytes) = (text.to_lowercase(), hex(bytes));
    let holds = |row: &String| {
        let row = row.to_lowercase();
        row.contains(&text) || row.contains(&bytes)
    };
    dump.iter().filter(|(_, rows)| rows.iter().any(holds)).map(|(table, _)| table.clone()).collect()
}

fn tables_with_value(dump: &Dump, value: &str) -> Vec<String> {
    let mut found = tables_with(dump, value, value.as_bytes());
    found.extend(tables_with(dump, value, value.to_lowercase().as_bytes()));
    found
}

/// Kari with everything Abide can hold of somebody: records, a consent, a session, an answered access, messages.
async fn full(house: &House) -> (Uuid, Staff, Uuid) {
    let (subject, staff) = (kari(house).await, lead(house).await);
    let service = &house.service;
    let form = order(service, &["accept", "consent:campaigns"]);
    duties::collect::submit(service, "order", form).await.expect("taken over");
    let open = async |kind, detail| {
        rights::open(service, subject, kind, detail, "en").await.expect("opens").request.id
    };
    let access = open(RequestKind::Access, "").await;
    rights::write_for(service, subject, access, "Storgata 1, please").await.expect("written");
    rights::run(service, &staff, access).await.expect("answered");
    let id = open(RequestKind::Erasure, "All of it, please").await;
    rights::write_for(service, subject, id, "I am Kari Nordmann").await.expect("written");
    rights::reply(service, &staff, id, "We look into it, Kari Nordmann").await.expect("a reply");
    house.letters().await;
    rights::plan(service, &staff, id, "en").await.expect("a plan");
    rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
    // asked for and not yet delivered: letters wait when the erasure comes
    duties::identity::ask_link(service, KARI, "en").await.expect("asked");
    (subject, staff, id)
}

#[tokio::test]
async fn we_13_nothing_of_the_person_is_left_in_abides_own_databases() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, staff, id) = full(&house).await;
        let before = db.dump().await;
        let named = tables_with(&before, &subject.to_string(), subject.as_bytes());
        for table in ["record", "identifier", "session", "token", "outbox"] {
            assert!(named.iter().any(|one| one == table), "the search must find {table}: {named:?}");
        }
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
        house.letters().await;
        house.service.db.index("wepack").await.expect("indexed");
        nothing_sealed(&house, subject).await;
        nothing_named(&db, subject).await;
    })
    .await;
}

async fn nothing_sealed(house: &House, subject: Uuid) {
    let db = &house.service.db;
    for state in [outbox::WAITING, outbox::SENT, outbox::FAILED] {
        let rows = outbox::list(db, "wepack", state, 100).await.expect("letters");
        assert!(rows.iter().all(|row| row.sealed.is_empty() && row.subject != Some(subject)), "{state}");
    }
    for row in requests::list_of(db, "wepack", subject).await.expect("requests") {
        assert!(row.sealed.is_none() && row.closed_at.is_some(), "{}", row.kind);
        assert!(db::messages::list(db, "wepack", row.id).await.expect("messages").is_empty());
        assert!(db::packages::list(db, "wepack", row.id).await.expect("packages").is_empty());
        let steps = steps::list(db, "wepack", row.id).await.expect("steps");
        assert!(!steps.is_empty() && steps.iter().all(|step| step.sealed.is_none()), "{}", row.kind);
    }
}

async fn nothing_named(db: &TestDb, subject: Uuid) {
    let (main, keys) = (db.dump().await, db.dump_keys().await);
    let named = tables_with(&main, &subject.to_string(), subject.as_bytes());
    assert!(named.iter().all(|table| MAY_NAME.contains(&table.as_str())), "{named:?}");
    let holds = |row: &&String| row.to_lowercase().contains(&hex(subject.as_bytes()));
    let tokens: Vec<&String> = main["token"].iter().filter(holds).collect();
    assert!(tokens.len() == 1 && tokens[0].contains("receipt"), "only the report's: {tokens:?}");
    let held: Vec<&String> = keys["subject_key"].iter().filter(holds).collect();
    assert!(held.len() == 1 && held[0].contains("evidence"), "the data key is gone: {held:?}");
    for value in VALUES {
        let found = [tables_with_value(&main, value), tables_with_value(&keys, value)].concat();
        assert!(found.is_empty(), "`{value}` stands in {found:?}");
    }
}
