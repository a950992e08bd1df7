//! Erasing Anna on 21 November 2026: what goes, what the books keep, what others' rows say of her afterwards.

use jiff::civil::{Date, date};
use stores::{ErasePlan, Identifier, KeptCount, Outcome, TableOutcome, witness};

use crate::shop::{Shop, each, shop_map_not_personal};

pub const TODAY: Date = date(2026, 11, 21);

pub async fn plan(shop: &Shop) -> ErasePlan {
    let found = shop.store.find(&shop.map, &[Identifier::email("anna.odegard@mail.example")]).await.unwrap();
    shop.store.plan_erase(&shop.map, &found, TODAY).await.unwrap()
}

pub async fn held() -> bool {
    true
}

fn table<'a>(outcome: &'a Outcome, name: &str) -> &'a TableOutcome {
    outcome.tables.iter().find(|table| table.table == name).unwrap()
}

/// WE-13: the books keep exactly what the law needs for as long as it needs it; the rest goes now. Lesson of one
/// old invoice that exempted a person for ever: the hold is on the record.
#[tokio::test]
async fn we_13_the_books_keep_what_the_law_needs_and_the_rest_goes() {
    each(async |shop: Shop| {
        let plan = plan(&shop).await;
        assert!(!plan.blocked(), "{:?}", plan.findings);
        let rehearsal = shop.store.rehearse(&plan).await.unwrap();
        assert!(rehearsal.findings.is_empty(), "{:?}", rehearsal.findings);
        assert_eq!(shop.database.count("customers").await, 3, "a rehearsal changes nothing");
        let outcome = shop.store.erase(&plan, &held).await.unwrap();
        assert_eq!(outcome, rehearsal.outcome);

        let invoices = table(&outcome, "invoices");
        let until = |year: i16| Some(date(year, 12, 31));
        let kept = |until, rows| KeptCount { ground: "bookkeeping".into(), until, rows };
        assert_eq!(invoices.deleted, 1, "the invoice of 2019 is past its time");
        assert_eq!(invoices.kept, [kept(until(2029), 1), kept(until(2031), 1)]);
        assert_eq!(invoices.blanked, ["email"]);
        assert_eq!(table(&outcome, "customers").deleted, 1);
        assert_eq!(table(&outcome, "customers").unlinked, 1, "Bo was referred by her");
        assert_eq!(table(&outcome, "support_notes").deleted, 2);
        assert_eq!(table(&outcome, "support_notes").redacted, 1);

        let rows = |sql: &'static str| shop.database.rows(sql);
        assert_eq!(rows("SELECT CAST(id AS TEXT), CAST(referred_by AS TEXT) FROM customers ORDER BY id").await, ["2|-", "3|3"]);
        assert_eq!(rows("SELECT username FROM accounts").await, ["bo"]);
        assert_eq!(
            rows("SELECT CAST(id AS TEXT), CAST(customer_id AS TEXT), CAST(ordered_at AS TEXT), status, ship_name, ship_street, ship_postcode, ship_city, mobile, note FROM orders ORDER BY id").await,
            [
                "11|-|2024-05-01 09:00:00|delivered|[erased]|[erased]|[erased]|[erased]|-|-",
                "12|-|2025-12-20 09:00:00|delivered|[erased]|[erased]|[erased]|[erased]|-|-",
                "20|2|2025-01-15 09:00:00|open|Bo Berg|Bryggen 2|5003|Bergen|-|Ask [erased], she has the key",
            ]
        );
        assert_eq!(rows("SELECT CAST(order_id AS TEXT), CAST(quantity AS TEXT) FROM order_lines ORDER BY order_id, line").await, ["11|1", "11|3", "12|1", "20|5"]);
        assert_eq!(
            rows("SELECT CAST(id AS TEXT), CAST(customer_id AS TEXT), name, address, email FROM invoices ORDER BY id").await,
            [
                "110|-|Anna Ødegård|Storgata 1, 0155 Oslo|-",
                "120|-|Anna Ødegård|Storgata 1, 0155 Oslo|-",
                "200|2|Bo Berg|Bryggen 2, 5003 Bergen|bo@berg.example",
            ]
        );
        assert_eq!(
            rows("SELECT CAST(id AS TEXT), text FROM support_notes ORDER BY id").await,
            [
                "2000|Bo says [erased] ([erased]) will pick it up. Not Joanna Ødegårdsen.",
                "2001|Bo asked about an order that is not his.",
            ]
        );
        let remaining = shop.store.verify(&shop.map, &plan).await.unwrap();
        assert!(remaining.is_zero(), "{remaining:?}");
        let found = shop.store.find(&shop.map, &plan.identifiers).await.unwrap();
        assert!(found.is_empty());
    })
    .await;
}

/// Once every period is over, nothing is left but the rows of others.
#[tokio::test]
async fn after_the_period_the_kept_rows_go_too() {
    each(async |shop: Shop| {
        let found = shop.store.find(&shop.map, &[Identifier::number("customer-number", "1")]).await.unwrap();
        let plan = shop.store.plan_erase(&shop.map, &found, date(2032, 1, 1)).await.unwrap();
        assert!(plan.tables.iter().all(|table| table.kept.is_empty()));
        shop.store.erase(&plan, &held).await.unwrap();
        assert_eq!(shop.database.count("orders").await, 1);
        assert_eq!(shop.database.count("invoices").await, 1);
        assert!(shop.store.verify(&shop.map, &plan).await.unwrap().is_zero());
        // Taking order 11 away emptied the reference in Bo's own note.
        assert_eq!(
            shop.database.rows("SELECT CAST(order_id AS TEXT) FROM support_notes WHERE id = 2001").await,
            ["-"]
        );
    })
    .await;
}

/// The plan survives being written down, and doing it twice does nothing the second time.
#[tokio::test]
async fn the_second_run_does_nothing_and_says_the_same() {
    each(async |shop: Shop| {
        let written = serde_json::to_string(&plan(&shop).await).unwrap();
        let plan: ErasePlan = serde_json::from_str(&written).unwrap();
        let first = shop.store.erase(&plan, &held).await.unwrap();
        let dump = shop.database.rows("SELECT CAST(id AS TEXT), name, email FROM invoices ORDER BY id").await;
        let again = stores::connect(&shop.map, &shop.database.url, &shop.database.url).await.unwrap();
        assert_eq!(again.erase(&plan, &held).await.unwrap(), first);
        assert_eq!(
            shop.database.rows("SELECT CAST(id AS TEXT), name, email FROM invoices ORDER BY id").await,
            dump
        );
    })
    .await;
}

/// The witness knows no map: a column the map calls not personal is where the person stays.
#[tokio::test]
async fn a_column_taken_out_of_the_map_turns_the_witness_red() {
    each(async |mut shop: Shop| {
        shop.map = shop_map_not_personal("orders", "mobile");
        let plan = plan(&shop).await;
        shop.store.erase(&plan, &held).await.unwrap();
        let seen = witness::search(&shop.database.url, &["+47 900 11 222"]).await.unwrap();
        assert_eq!(
            seen.iter().map(|seen| (seen.table.as_str(), seen.column.as_str())).collect::<Vec<_>>(),
            [("orders", "mobile")]
        );
    })
    .await;
    each(async |shop: Shop| {
        let plan = plan(&shop).await;
        shop.store.erase(&plan, &held).await.unwrap();
        let texts =
            ["+47 900 11 222", "odegard@mail", "argon2id$secret", "1980-05-17", "Gunn Moe", "Fjellveien"];
        assert_eq!(witness::search(&shop.database.url, &texts).await.unwrap(), []);
        let named = witness::search(&shop.database.url, &["Storgata 1"]).await.unwrap();
        assert_eq!(named.len(), 1, "on the invoices only: {named:?}");
    })
    .await;
}

/// Lesson of an eraser that logs "complete" and deleted nothing: looking again finds what came or stayed.
#[tokio::test]
async fn what_comes_after_the_plan_is_found_by_looking_again() {
    each(async |shop: Shop| {
        let plan = plan(&shop).await;
        let before = shop.store.verify(&shop.map, &plan).await.unwrap();
        assert!(before.rows() > 10, "{before:?}");
        shop.store.erase(&plan, &held).await.unwrap();
        shop.database
            .run("INSERT INTO customers (id, name, email, country, created_at) VALUES (9, 'Anna Ødegård', 'anna.odegard@mail.example', 'NO', '2026-11-22 00:00:00'); \
                  INSERT INTO support_notes VALUES (3000, 2, NULL, '2026-11-22 00:00:00', 'Ola', 'Call +47 900 11 222 back'); \
                  UPDATE invoices SET email = 'anna.odegard@mail.example' WHERE id = 110;")
            .await;
        let left = shop.store.verify(&shop.map, &plan).await.unwrap();
        let places: Vec<_> = left.left.iter().map(|left| (left.table.as_str(), left.column.as_deref())).collect();
        assert_eq!(places, [("customers", None), ("invoices", Some("email")), ("support_notes", Some("text"))], "{left:?}");
    })
    .await;
}

/// A name that others bear too is not masked in others' text without somebody deciding.
#[tokio::test]
async fn a_common_name_is_left_to_staff() {
    each(async |shop: Shop| {
        shop.database.run("UPDATE customers SET name = 'Anna Ødegård' WHERE id = 3").await;
        let plan = plan(&shop).await;
        assert!(!plan.values.contains(&"Anna Ødegård".to_owned()));
        let note = plan.mentions.iter().find(|mention| mention.table == "support_notes").unwrap();
        assert!(note.certain, "the note also holds her number");
        shop.store.erase(&plan, &held).await.unwrap();
        let text = shop.database.rows("SELECT text FROM support_notes WHERE id = 2000").await;
        assert_eq!(text, ["Bo says anna ødegård ([erased]) will pick it up. Not Joanna Ødegårdsen."]);
        assert!(shop.store.verify(&shop.map, &plan).await.unwrap().is_zero());
    })
    .await;
    each(async |shop: Shop| {
        let shared = "UPDATE customers SET name = 'Anna Ødegård' WHERE id = 3; UPDATE support_notes SET text = 'Anna Ødegård called.' WHERE id = 2000;";
        shop.database.run(shared).await;
        let mut plan = plan(&shop).await;
        let note = plan.mentions.iter().find(|mention| mention.table == "support_notes").unwrap();
        assert!(!note.certain);
        plan.mask_uncertain();
        shop.store.erase(&plan, &held).await.unwrap();
        assert_eq!(shop.database.rows("SELECT text FROM support_notes WHERE id = 2000").await, ["[erased] called."]);
    })
    .await;
}
