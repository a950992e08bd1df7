//! One customer among 100,000: a handful of queries that an index serves, however many rows there are.

use std::time::{Duration, Instant};

use stores::Identifier;

use crate::shop::{Shop, each};

/// Thousands of times what an index needs would still be seen; the goal itself is measured by `xtask bench`.
const AT_MOST: Duration = Duration::from_millis(250);

#[tokio::test]
async fn one_among_a_hundred_thousand_is_found_at_once() {
    each(async |shop: Shop| {
        let numbers = match shop.database.engine {
            "postgres" => "SELECT i FROM generate_series(1000, 101000) i",
            _ => "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 101000) SELECT i FROM n",
        };
        let fill = format!(
            "INSERT INTO customers (id, name, email, country, created_at) SELECT i, 'Customer ' || i, 'Buyer.' || i || '@Shop.Example', 'NO', '2020-01-01 00:00:00' FROM ({numbers}) AS n; \
             INSERT INTO orders (id, customer_id, ordered_at, status, ship_name, ship_street, ship_postcode, ship_city) SELECT i, i, '2024-01-01 00:00:00', 'sent', 'Customer ' || i, 'Street', '0001', 'Oslo' FROM ({numbers}) AS n; \
             INSERT INTO order_lines SELECT i, 1, 1, 1, 100 FROM ({numbers}) AS n; \
             INSERT INTO invoices (id, order_id, customer_id, issued_on, name, address, amount_ore, vat_ore) SELECT i, i, i, '2024-01-01', 'Customer ' || i, 'Street', 100, 20 FROM ({numbers}) AS n; ANALYZE;"
        );
        shop.database.run(&fill).await;
        let mut best = Duration::MAX;
        for number in [5000, 50_000, 99_999] {
            let by = [Identifier::email(format!("buyer.{number}@shop.example"))];
            let start = Instant::now();
            let found = shop.store.find(&shop.map, &by).await.unwrap();
            let export = shop.store.export(&shop.map, &found).await.unwrap();
            best = best.min(start.elapsed());
            let rows: Vec<usize> = export.tables.iter().map(|table| table.rows.len()).collect();
            assert_eq!(rows, [1, 1, 1, 1], "customer, order, line, invoice");
        }
        println!("find and export on {}: {best:?}", shop.database.engine);
        assert!(best < AT_MOST, "{best:?} on {}", shop.database.engine);
    })
    .await;
}
