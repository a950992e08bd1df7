//! The Wepack shop with three customers: Anna (everything happens to her), Bo (referred by her, mentions her) and
//! Cato (shares a mailbox with nobody until a test says so).

use std::path::PathBuf;
use std::sync::Arc;

use policy::map::{StoreMap, compile_map};
use policy::{Policy, Source};
use stores::Connector;

use crate::database::Database;

pub struct Shop {
    pub database: Database,
    pub map: StoreMap,
    pub store: Arc<dyn Connector>,
}

pub fn examples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

pub fn read(path: &str) -> Source {
    Source::new(path, std::fs::read_to_string(examples().join(path)).unwrap())
}

pub fn policy(path: &str) -> Policy {
    let source = read(path);
    let compiled = policy::compile(&source);
    let told = policy::render_terminal(&source, &compiled.diagnostics, false);
    compiled.policy.unwrap_or_else(|| panic!("{told}"))
}

pub fn map(policy: &Policy, source: &Source) -> StoreMap {
    let compiled = compile_map(source, policy);
    let told = policy::render_terminal(source, &compiled.diagnostics, false);
    compiled.map.unwrap_or_else(|| panic!("{told}"))
}

/// The shop's map, with parts of its text replaced.
pub fn shop_map(changes: &[(&str, &str)]) -> StoreMap {
    let mut source = read("wepack/shop.map.yaml");
    for (from, to) in changes {
        assert!(source.text.contains(from), "the map has no {from}");
        source.text = source.text.replace(from, to);
    }
    map(&policy("wepack/policy.yaml"), &source)
}

/// The shop's map where one column is said to be about nobody, however the map is laid out.
pub fn shop_map_not_personal(table: &str, column: &str) -> StoreMap {
    let mut source = read("wepack/shop.map.yaml");
    let (mut at, mut changed) = ("", 0);
    let lines = source.text.lines().map(|line| {
        if line.starts_with("  ") && !line.starts_with("   ") {
            at = line.trim().split(':').next().unwrap();
        }
        if at == table && line.trim().starts_with(&format!("{column}:")) {
            changed += 1;
            return format!("      {column}: not-personal\n");
        }
        format!("{line}\n")
    });
    let text = lines.collect();
    assert_eq!(changed, 1, "the map has one {table}.{column}");
    source.text = text;
    map(&policy("wepack/policy.yaml"), &source)
}

impl Shop {
    pub async fn on(database: Database) -> Self {
        let schema = std::fs::read_to_string(examples().join("wepack/shop/schema.sql")).unwrap();
        database.run(&schema).await;
        database.run(ROWS).await;
        let map = shop_map(&[]);
        let store = stores::connect(&map, &database.url, &database.url).await.unwrap();
        Self { database, map, store }
    }
}

/// Runs a test on SQLite and, where there is a server, on PostgreSQL.
pub async fn each(test: impl AsyncFn(Shop)) {
    test(Shop::on(Database::sqlite().await).await).await;
    if let Some(database) = Database::postgres().await {
        test(Shop::on(database).await).await;
    }
}

pub const ROWS: &str = "
INSERT INTO customers (id, name, email, mobile, street, postcode, city, country, birth_date, gender, company, referred_by, created_at) VALUES
 (1, 'Anna Ødegård', 'Anna.Odegard@Mail.Example', '+47 900 11 222', 'Storgata 1', '0155', 'Oslo', 'NO', '1980-05-17', 'female', NULL, NULL, '2019-01-02 10:00:00'),
 (2, 'Bo Berg', 'bo@berg.example', '+47 911 22 333', 'Bryggen 2', '5003', 'Bergen', 'NO', NULL, NULL, 'Berg AS', 1, '2020-02-03 11:00:00'),
 (3, 'Cato Dahl', 'cato@dahl.example', NULL, NULL, NULL, NULL, 'NO', NULL, NULL, NULL, 3, '2021-03-04 12:00:00');
INSERT INTO accounts VALUES (1, 'anna', 'argon2id$secret', '2026-10-01 08:00:00'), (2, 'bo', 'argon2id$other', NULL);
INSERT INTO products VALUES (1, 'Box', 1500), (2, 'Tape', 500);
INSERT INTO orders (id, customer_id, ordered_at, delivered_at, status, ship_name, ship_street, ship_postcode, ship_city, mobile, note) VALUES
 (10, 1, '2019-06-01 09:00:00', '2019-06-04 12:00:00', 'delivered', 'Anna Ødegård', 'Storgata 1', '0155', 'Oslo', '+47 900 11 222', NULL),
 (11, 1, '2024-05-01 09:00:00', '2024-05-03 12:00:00', 'delivered', 'Anna Ødegård', 'Storgata 1', '0155', 'Oslo', '+47 900 11 222', 'Ring Anna Ødegård first'),
 (12, 1, '2025-12-20 09:00:00', '2025-12-23 12:00:00', 'delivered', 'Gunn Moe', 'Fjellveien 9', '9008', 'Tromsø', '+47 955 55 555', 'A present for Gunn'),
 (20, 2, '2025-01-15 09:00:00', NULL, 'open', 'Bo Berg', 'Bryggen 2', '5003', 'Bergen', NULL, 'Ask ANNA.ODEGARD@mail.example, she has the key');
INSERT INTO order_lines VALUES (10, 1, 1, 2, 1500), (11, 1, 1, 1, 1500), (11, 2, 2, 3, 500), (12, 1, 2, 1, 500), (20, 1, 1, 5, 1500);
INSERT INTO invoices VALUES
 (100, 10, 1, '2019-06-02', 'Anna Ødegård', 'Storgata 1, 0155 Oslo', 3000, 600, 'anna.odegard@mail.example'),
 (110, 11, 1, '2024-05-02', 'Anna Ødegård', 'Storgata 1, 0155 Oslo', 3000, 600, 'anna.odegard@mail.example'),
 (120, 12, 1, '2026-01-02', 'Anna Ødegård', 'Storgata 1, 0155 Oslo', 500, 100, 'anna.odegard@mail.example'),
 (200, 20, 2, '2025-01-16', 'Bo Berg', 'Bryggen 2, 5003 Bergen', 7500, 1500, 'bo@berg.example');
INSERT INTO invoice_lines VALUES (100, 1, 1, 'Box', 2, 1500), (110, 1, 1, 'Box', 1, 1500), (110, 2, 2, 'Tape', 3, 500), (120, 1, 2, 'Tape', 1, 500), (200, 1, 1, 'Box', 5, 1500);
INSERT INTO support_notes VALUES
 (1000, 1, NULL, '2024-05-05 10:00:00', 'Kari Nordmann', 'Anna Ødegård called about Bo Berg''s parcel.'),
 (1001, NULL, 11, '2024-05-06 10:00:00', 'Kari Nordmann', 'Driver could not find the door.'),
 (2000, 2, NULL, '2025-01-20 10:00:00', 'Ola Hansen', 'Bo says anna ødegård (+47 900 11 222) will pick it up. Not Joanna Ødegårdsen.'),
 (2001, 2, 11, '2025-01-21 10:00:00', 'Ola Hansen', 'Bo asked about an order that is not his.');
";
