//! Wepack's shop as a store: one customer with as many orders as a test asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::Source;
use sqlx::{AssertSqlSafe, SqlitePool};
use tempfile::TempDir;

use super::Stores;

const SCHEMA: &str = include_str!("../../../../examples/wepack/shop/schema.sql");
const MAP: &str = include_str!("../../../../examples/wepack/shop.map.yaml");
const POLICY: &str = include_str!("../../../../examples/wepack/policy.yaml");

/// Kari, who orders, and Ola, whom she brought.
const PEOPLE: &str = "
INSERT INTO customers (id, name, email, mobile, street, postcode, city, country, created_at) VALUES
 (1, 'Kari Nordmann', 'Kari.Nordmann@Firma.example', '+4790000001', 'Storgata 1', '0155', 'Oslo', 'NO', '2019-01-01 10:00:00'),
 (2, 'Ola Hansen', 'ola@hansen.example', NULL, 'Fjellveien 7', '5003', 'Bergen', 'NO', '2020-01-01 10:00:00');
INSERT INTO accounts VALUES (1, 'kari80', 'argon2id-of-kari', '2026-10-30 08:00:00');
INSERT INTO products VALUES (1, 'Box 40 x 30', 1500);
INSERT INTO support_notes VALUES (30, 1, NULL, '2026-05-05 10:00:00', 'Siv in support', 'Kari asked when the boxes come back');
";

/// The shop, on SQLite, in a folder of its own.
pub struct Shop {
    url: String,
    pool: SqlitePool,
    _folder: TempDir,
}

impl Shop {
    /// The shop, where Kari (1) has this many orders, each with an invoice.
    pub async fn with_orders(orders: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("shop.db");
        std::fs::File::create(&file).expect("a file");
        let url = format!("sqlite://{}", file.display());
        let pool = SqlitePool::connect(&url).await.expect("the shop opens");
        let shop = Self { url, pool, _folder: folder };
        shop.execute(SCHEMA).await;
        shop.execute(PEOPLE).await;
        shop.execute(&(1..=orders).map(order).collect::<String>()).await;
        shop
    }

    /// Its map and its connection.
    pub async fn stores(&self) -> Stores {
        let policy =
            policy::compile(&source("policy.yaml", POLICY)).policy.expect("Wepack's policy compiles");
        let map = policy::map::compile_map(&source("shop.map.yaml", MAP), &policy)
            .map
            .expect("the shop's map compiles");
        let connector = stores::connect(&map, &self.url, &self.url).await.expect("the shop is connected");
        (vec![Arc::new(map)], BTreeMap::from([("shop".to_owned(), connector)]))
    }

    /// How many rows a query finds.
    pub async fn count(&self, from: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {from}");
        sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&self.pool).await.expect("a count")
    }

    async fn execute(&self, sql: &str) {
        sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&self.pool).await.expect("the shop's SQL runs");
    }
}

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), text: text.to_owned() }
}

/// One delivered order with its line, its invoice and the invoice's line.
fn order(id: u32) -> String {
    let (year, month) = (2020 + id % 7, 1 + id % 12);
    let day = format!("{year}-{month:02}-02");
    format!(
        "INSERT INTO orders VALUES ({id}, 1, '{day} 09:00:00', '{day} 12:00:00', 'delivered', 'Kari Nordmann', 'Storgata 1', '0155', 'Oslo', '+4790000001', 'Ring the bell');
         INSERT INTO order_lines VALUES ({id}, 1, 1, 5, 1500);
         INSERT INTO invoices VALUES ({id}, {id}, 1, '{day}', 'Kari Nordmann', 'Storgata 1, 0155 Oslo', 7500, 1875, 'kari.nordmann@firma.example');
         INSERT INTO invoice_lines VALUES ({id}, 1, 1, 'Box 40 x 30', 5, 1500);"
    )
}
