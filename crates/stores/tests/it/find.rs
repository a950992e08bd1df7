//! Finding and exporting.

use serde_json::json;
use stores::{Error, Identifier, WithheldWhy};

use crate::shop::{Shop, each};

/// Lesson of mixed-case guest addresses that export and erasure missed.
#[tokio::test]
async fn an_address_is_found_whatever_its_case() {
    each(async |shop: Shop| {
        let found =
            shop.store.find(&shop.map, &[Identifier::email("anna.odegard@MAIL.example ")]).await.unwrap();
        assert_eq!(found.matches.len(), 1);
        let one = &found.matches[0];
        assert_eq!((one.table.as_str(), one.key.to_string().as_str()), ("customers", "1"));
        assert_eq!(one.name.as_deref(), Some("Anna Ødegård"));
        assert!(one.chosen && !found.needs_choice() && !one.by[0].exact);
    })
    .await;
}

/// Lesson of "verify your own address, type another's number": only what was proved is looked for.
#[tokio::test]
async fn nothing_else_drives_the_search() {
    each(async |shop: Shop| {
        for unknown in ["nobody@mail.example", "anna.odegard@mail", "%", "' OR 1=1 --", ""] {
            assert!(shop.store.find(&shop.map, &[Identifier::email(unknown)]).await.unwrap().is_empty());
        }
        let number = |value: &str| [Identifier::number("customer-number", value)];
        assert_eq!(shop.store.find(&shop.map, &number("2")).await.unwrap().matches.len(), 1);
        assert!(shop.store.find(&shop.map, &number("2 OR 1=1")).await.unwrap().is_empty());
        assert!(shop.store.find(&shop.map, &number("99999999999999999999")).await.unwrap().is_empty());
        let other = [Identifier::number("employee-number", "1")];
        assert!(shop.store.find(&shop.map, &other).await.unwrap().is_empty());
        let phone = [Identifier::phone("+47 900 11 222")];
        assert_eq!(shop.store.find(&shop.map, &phone).await.unwrap().matches[0].key.to_string(), "1");
    })
    .await;
}

/// Lesson of identities matched by OR: a shared mailbox is for staff to decide, never merged.
#[tokio::test]
async fn a_shared_mailbox_needs_a_choice() {
    each(async |shop: Shop| {
        shop.database.run("UPDATE customers SET email = 'BO@berg.example' WHERE id = 3").await;
        let mut found = shop.store.find(&shop.map, &[Identifier::email("bo@berg.example")]).await.unwrap();
        assert!(found.needs_choice());
        assert!(matches!(shop.store.export(&shop.map, &found).await, Err(Error::ChoiceNeeded { .. })));
        let row = (
            "customers".to_owned(),
            found.matches.iter().find(|m| m.key.to_string() == "2").unwrap().key.clone(),
        );
        found.choose(&[row]).unwrap();
        let export = shop.store.export(&shop.map, &found).await.unwrap();
        assert_eq!(export.tables[0].rows.len(), 1);
        let plan = shop.store.plan_erase(&shop.map, &found, jiff::civil::date(2026, 11, 21)).await.unwrap();
        assert_eq!(plan.others.len(), 1);
        assert!(
            !plan.values.contains(&"bo@berg.example".to_owned()),
            "an address two people share names neither"
        );
    })
    .await;
}

/// Lesson of exports that leaked other people.
#[tokio::test]
async fn an_export_is_the_persons_rows_and_nobody_elses() {
    each(async |shop: Shop| {
        let found =
            shop.store.find(&shop.map, &[Identifier::email("anna.odegard@mail.example")]).await.unwrap();
        let export = shop.store.export(&shop.map, &found).await.unwrap();
        let table = |name: &str| export.tables.iter().find(|table| table.table == name).unwrap();
        let keys = |name: &str| table(name).keys.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(keys("customers"), ["1"]);
        assert_eq!(keys("orders"), ["10", "11", "12"]);
        assert_eq!(keys("order_lines"), ["10, 1", "11, 1", "11, 2", "12, 1"]);
        assert_eq!(keys("invoices"), ["100", "110", "120"]);
        assert_eq!(keys("support_notes"), ["1000", "1001"], "a note about Bo that names her order is Bo's");
        let value = |name: &str, row: usize, column: &str| {
            let at = table(name).columns.iter().position(|known| known.name == column).unwrap();
            table(name).rows[row][at].clone()
        };
        assert_eq!(value("customers", 0, "birth_date"), json!("1980-05-17"));
        assert_eq!(value("customers", 0, "id"), json!(1));
        assert_eq!(value("orders", 0, "ship_street"), json!("Storgata 1"));
        assert_eq!(value("orders", 2, "ship_name"), json!(null), "the present went to somebody else");
        assert_eq!(value("orders", 2, "mobile"), json!(null));
        let text = serde_json::to_string(&export).unwrap();
        for secret in ["argon2id$secret", "Gunn Moe", "Fjellveien", "Kari Nordmann", "bo@berg"] {
            assert!(!text.contains(secret), "{secret} was handed out");
        }
        let password = &table("accounts").withheld[0];
        assert_eq!(
            (password.column.as_str(), password.why, password.rows),
            ("password_hash", WithheldWhy::Secret, 1)
        );
        assert!(table("orders").withheld.iter().any(|w| w.column == "ship_name" && w.rows == 1));
        assert_eq!(
            (table("support_notes").flagged[0].column.as_str(), table("support_notes").flagged[0].rows),
            ("text", 2)
        );
        assert_eq!((export.mentioned[0].column.as_str(), export.mentioned[0].rows), ("referred_by", 1));
        let field = table("invoices").columns.iter().find(|c| c.name == "name").unwrap().field.clone();
        assert_eq!(field.as_deref(), Some("invoice.name"));
    })
    .await;
}
