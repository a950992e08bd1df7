//! Constraints that break careless erasers: circles of references, references that may not be null, UNIQUE, CHECK,
//! NOT NULL, narrow columns, awkward types and names.

use policy::map::StoreMap;
use stores::{Connector, Identifier};

use crate::database::Database;
use crate::erase::{TODAY, held};
use crate::shop::{map, policy};

const POLICY: &str = "northwind/policy.yaml";

async fn store(database: &Database, schema: &str, text: &str) -> (StoreMap, std::sync::Arc<dyn Connector>) {
    database.run(schema).await;
    let map = map(&policy(POLICY), &policy::Source::new("trap.map.yaml", text));
    let store = stores::connect(&map, &database.url, &database.url).await.unwrap();
    (map, store)
}

async fn both(test: impl AsyncFn(Database)) {
    test(Database::sqlite().await).await;
    if let Some(database) = Database::postgres().await {
        test(database).await;
    }
}

/// Lesson of masks that broke UNIQUE and NOT NULL columns.
#[tokio::test]
async fn masks_respect_every_constraint() {
    both(async |database: Database| {
        let (map, store) = store(
            &database,
            "CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(40) NOT NULL UNIQUE, code VARCHAR(8) NOT NULL UNIQUE, \
              grade VARCHAR(5) NOT NULL CHECK (grade IN ('gold', 'plain')), age INTEGER NOT NULL CHECK (age >= 18 AND age < 120), \
              born DATE NOT NULL, badge SMALLINT NOT NULL UNIQUE, note VARCHAR(6) NOT NULL, extra VARCHAR(20)); \
             INSERT INTO people VALUES (1, 'ada@x.example', 'A1', 'plain', 40, '1985-01-01', 7, 'vip', 'x'), \
              (2, 'bob@x.example', 'B2', 'gold', 50, '1975-01-01', 8, 'ok', 'y');",
            "abide-map: 1\nstore: traps\ntables:\n  people:\n    purpose: employ\n    person: { email: email, numbers: { n: id } }\n    columns:\n      id: key\n      email: contact.phone\n      code: contact.name\n      grade: contact.title\n      age: employment.hired\n      born: employment.birth_date\n      badge: contact.phone\n      note: contact.title\n      extra: contact.title\n    erase: anonymise\n",
        )
        .await;
        for email in ["ada@x.example", "bob@x.example"] {
            let found = store.find(&map, &[Identifier::email(email)]).await.unwrap();
            let plan = store.plan_erase(&map, &found, TODAY).await.unwrap();
            let rehearsal = store.rehearse(&plan).await.unwrap();
            assert!(rehearsal.findings.is_empty(), "{:?}", rehearsal.findings);
            store.erase(&plan, &held).await.unwrap();
            let left = store.verify(&map, &plan).await.unwrap();
            assert!(left.is_zero(), "{left:?}");
        }
        let rows = database.rows("SELECT grade, CAST(age AS TEXT), CAST(born AS TEXT), note, extra FROM people ORDER BY id").await;
        assert_eq!(rows.len(), 2);
        for row in rows {
            assert!(row.ends_with("1900-01-01|[erase|-") && (row.starts_with("gold|18|") || row.starts_with("plain|18|")), "{row}");
        }
        let seen = stores::witness::search(&database.url, &["ada@", "bob@", "A1", "1985"]).await.unwrap();
        assert_eq!(seen, []);
    })
    .await;
}

/// Lesson of "removes all associated data" that failed on foreign keys: two tables refer to each other.
#[tokio::test]
async fn a_circle_of_references_is_undone_in_order() {
    both(async |database: Database| {
        let schema = "CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(40), favourite INTEGER, boss INTEGER REFERENCES people (id)); \
             CREATE TABLE addresses (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES people (id), line VARCHAR(40), parent INTEGER REFERENCES addresses (id)); ";
        let circle = match database.engine {
            "sqlite" => "DROP TABLE people; CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(40), favourite INTEGER REFERENCES addresses (id), boss INTEGER REFERENCES people (id));",
            _ => "ALTER TABLE people ADD FOREIGN KEY (favourite) REFERENCES addresses (id);",
        };
        let rows = "INSERT INTO people VALUES (1, 'a@x.example', NULL, 1), (2, 'b@x.example', NULL, 1); \
             INSERT INTO addresses VALUES (5, 1, 'one', NULL), (6, 1, 'two', 5), (7, 2, 'three', 6); \
             UPDATE people SET favourite = 6;";
        let (map, store) = store(
            &database,
            &format!("{schema}{circle}{rows}"),
            "abide-map: 1\nstore: traps\ntables:\n  people:\n    purpose: employ\n    person: { email: email }\n    refers_to: { boss: people, favourite: addresses }\n    columns: { id: key, email: contact.phone, favourite: key, boss: other-person }\n    erase: delete\n  addresses:\n    purpose: employ\n    belongs_to: { owner: people }\n    refers_to: { parent: addresses }\n    columns: { id: key, owner: key, line: contact.address, parent: key }\n    erase: delete\n",
        )
        .await;
        let found = store.find(&map, &[Identifier::email("a@x.example")]).await.unwrap();
        let plan = store.plan_erase(&map, &found, TODAY).await.unwrap();
        let rehearsal = store.rehearse(&plan).await.unwrap();
        assert!(rehearsal.findings.is_empty(), "{:?}", rehearsal.findings);
        store.erase(&plan, &held).await.unwrap();
        assert!(store.verify(&map, &plan).await.unwrap().is_zero());
        assert_eq!(database.rows("SELECT CAST(id AS TEXT), CAST(favourite AS TEXT), CAST(boss AS TEXT) FROM people").await, ["2|-|-"]);
        assert_eq!(database.rows("SELECT CAST(id AS TEXT), CAST(parent AS TEXT) FROM addresses").await, ["7|-"]);
    })
    .await;
}

/// A kept row that must point at its person keeps that person's row, but nobody is in it any more. A cascade in the
/// database takes nothing along.
#[tokio::test]
async fn a_row_that_is_needed_stays_without_the_person() {
    both(async |database: Database| {
        let (map, store) = store(
            &database,
            "CREATE TABLE people (id INTEGER PRIMARY KEY, email VARCHAR(40) NOT NULL, name VARCHAR(40)); \
             CREATE TABLE \"the bills\" (\"bill no\" VARCHAR(10) PRIMARY KEY, owner INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE, day DATE, sum NUMERIC(10,2), email VARCHAR(40)); \
             INSERT INTO people VALUES (1, 'a@x.example', 'Ann Other'), (2, 'b@x.example', 'Ben Other'); \
             INSERT INTO \"the bills\" VALUES ('X-1', 1, '2025-06-01', 10.50, 'a@x.example'), ('X-2', 1, '2010-06-01', 9.25, 'a@x.example'), ('X-3', 1, NULL, 1.00, NULL);",
            "abide-map: 1\nstore: traps\ntables:\n  people:\n    purpose: trade\n    person: { email: email, name: [name] }\n    columns: { id: key, email: contact.email, name: contact.name }\n    erase: delete\n  the bills:\n    purpose: trade\n    belongs_to: { owner: people }\n    columns: { bill no: key, owner: key, day: sale.date, sum: sale.amount, email: contact.email }\n    erase: { keep: bookkeeping, counted_from: day }\n",
        )
        .await;
        let found = store.find(&map, &[Identifier::email("a@x.example")]).await.unwrap();
        let plan = store.plan_erase(&map, &found, TODAY).await.unwrap();
        assert!(plan.findings.iter().any(|finding| finding.code == "A0870"), "{:?}", plan.findings);
        assert!(plan.findings.iter().any(|finding| finding.code == "A0873"), "no date: kept, and said");
        store.erase(&plan, &held).await.unwrap();
        let left = store.verify(&map, &plan).await.unwrap();
        assert!(left.is_zero(), "{left:?}");
        let people = database.rows("SELECT CAST(id AS TEXT), email, name FROM people ORDER BY id").await;
        assert_eq!(people, ["1|erased@erased.invalid|-", "2|b@x.example|Ben Other"]);
        let bills = database.rows("SELECT \"bill no\", CAST(sum AS TEXT), email FROM \"the bills\" ORDER BY 1").await;
        assert_eq!(bills.len(), 2, "{bills:?}");
        assert!(bills[0].starts_with("X-1|10.5") && bills[0].ends_with("|-"));
    })
    .await;
}

/// Every type comes out as it is.
#[tokio::test]
async fn types_are_exported_faithfully() {
    let Some(database) = Database::postgres().await else { return };
    let (map, store) = store(
        &database,
        "CREATE TYPE mood AS ENUM ('sad', 'glad'); \
         CREATE TABLE people (id UUID PRIMARY KEY, email TEXT, money NUMERIC(20,8), on_day DATE, at TIMESTAMPTZ, bytes BYTEA, tags TEXT[], doc JSONB, mood mood, yes BOOLEAN, big BIGINT, far REAL, wait INTERVAL); \
         INSERT INTO people VALUES ('018f0000-0000-7000-8000-000000000001', 'a@x.example', 12345678901.00000001, '2024-02-29', '2024-02-29 12:00:00+02', '\\x00ff10', '{a,\"b,c\"}', '{\"k\": [1, null]}', 'glad', true, 9007199254740993, 1.5, '1 day 02:00');",
        "abide-map: 1\nstore: traps\ntables:\n  people:\n    purpose: trade\n    person: { email: email }\n    columns: { id: key, email: contact.email, money: sale.amount, on_day: sale.date, at: sale.date, bytes: sale.lines, tags: sale.lines, doc: sale.lines, mood: sale.lines, yes: sale.lines, big: sale.lines, far: sale.lines, wait: sale.lines }\n    erase: anonymise\n",
    )
    .await;
    let found = store.find(&map, &[Identifier::email("A@x.example")]).await.unwrap();
    let export = store.export(&map, &found).await.unwrap();
    let row = serde_json::Value::Array(export.tables[0].rows[0].clone());
    assert_eq!(
        row,
        serde_json::json!(["018f0000-0000-7000-8000-000000000001", "a@x.example", "12345678901.00000001", "2024-02-29", "2024-02-29 10:00:00+00", "AP8Q", "{a,\"b,c\"}", {"k": [1, null]}, "glad", true, 9007199254740993_i64, 1.5, "P1DT2H"])
    );
    let plan = store.plan_erase(&map, &found, TODAY).await.unwrap();
    store.erase(&plan, &held).await.unwrap();
    assert!(store.verify(&map, &plan).await.unwrap().is_zero());
}
