//! Northwind as a company's real database: customer ALFKI and employee 5, who have no e-mail address and are found
//! by numbers that staff verified; row by row.

use std::sync::Arc;

use jiff::civil::{Date, date};
use policy::map::StoreMap;
use serde_json::json;
use stores::{Connector, Export, Identifier, TableRows, witness};

use crate::database::Database;
use crate::erase::held;
use crate::shop::{map, policy, read};

struct Northwind {
    database: Database,
    map: StoreMap,
    store: Arc<dyn Connector>,
    /// A day on which ALFKI's last orders are still kept.
    today: Date,
}

impl Northwind {
    async fn on(database: Database, today: Date) -> Self {
        let map =
            map(&policy("northwind/policy.yaml"), &read(&format!("northwind/{}.map.yaml", database.engine)));
        let store = stores::connect(&map, &database.url, &database.url).await.unwrap();
        Self { database, map, store, today }
    }

    /// The PostgreSQL table or column of a name, in this engine's spelling.
    fn name(&self, postgres: &str) -> String {
        if self.database.engine == "postgres" {
            return postgres.to_owned();
        }
        if postgres == "order_details" {
            return "Order Details".to_owned();
        }
        let word = |part: &str| match part {
            "id" => "ID".to_owned(),
            _ => part[..1].to_uppercase() + &part[1..],
        };
        postgres.split('_').map(word).collect()
    }

    fn table<'a>(&self, export: &'a Export, name: &str) -> &'a TableRows {
        export.tables.iter().find(|table| table.table == self.name(name)).unwrap()
    }

    fn value(&self, table: &TableRows, row: usize, column: &str) -> serde_json::Value {
        let at = table.columns.iter().position(|known| known.name == self.name(column)).unwrap();
        table.rows[row][at].clone()
    }
}

async fn each(test: impl AsyncFn(Northwind)) {
    let Some(samples) = testkit::samples() else { return };
    let sqlite = Database::sqlite().await;
    std::fs::copy(samples.join("northwind/northwind.sqlite"), sqlite.url.trim_start_matches("sqlite://"))
        .unwrap();
    test(Northwind::on(sqlite, date(2020, 6, 1)).await).await;
    if let Some(postgres) = Database::postgres().await {
        postgres
            .run(&std::fs::read_to_string(samples.join("northwind/northwind_postgres.sql")).unwrap())
            .await;
        test(Northwind::on(postgres, date(1999, 6, 1)).await).await;
    }
}

fn alfki() -> [Identifier; 1] {
    [Identifier::number("customer-number", "ALFKI")]
}

fn buchanan() -> [Identifier; 1] {
    [Identifier::number("employee-number", "5")]
}

#[tokio::test]
async fn the_maps_fit() {
    each(async |nw: Northwind| {
        let findings = nw.store.check(&nw.map).await.unwrap();
        let errors: Vec<_> = findings.iter().filter(|f| f.severity == stores::Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
        assert!(
            findings.iter().any(|finding| finding.code == "A0857"),
            "orders have no index on the customer"
        );
    })
    .await;
}

#[tokio::test]
async fn access_of_alfki_row_by_row() {
    each(async |nw: Northwind| {
        let found = nw.store.find(&nw.map, &alfki()).await.unwrap();
        assert_eq!(found.matches[0].name.as_deref(), Some("Maria Anders"));
        let export = nw.store.export(&nw.map, &found).await.unwrap();
        assert_eq!(export.tables.len(), 3, "customer, orders and their lines; no employee");
        let customer = nw.table(&export, "customers");
        assert_eq!(nw.value(customer, 0, "phone"), json!("030-0074321"));
        let orders = nw.table(&export, "orders");
        let keys: Vec<String> = orders.keys.iter().map(ToString::to_string).collect();
        assert_eq!(keys, ["10643", "10692", "10702", "10835", "10952", "11011"]);
        assert_eq!(nw.value(orders, 0, "ship_address"), json!("Obere Str. 57"));
        for row in 1..6 {
            assert_eq!(nw.value(orders, row, "ship_name"), json!(null), "five orders went to another name");
            assert_eq!(nw.value(orders, row, "ship_address"), json!(null));
        }
        let withheld = |column: &str| {
            orders.withheld.iter().find(|w| w.column == nw.name(column)).map(|withheld| withheld.rows)
        };
        assert_eq!(withheld("ship_name"), Some(5));
        assert_eq!(withheld("employee_id"), Some(6), "who handled an order is that employee's");
        assert_eq!(nw.table(&export, "order_details").rows.len(), 12);
        assert_eq!(nw.value(nw.table(&export, "order_details"), 0, "quantity"), json!(15));
    })
    .await;
}

/// The 34 orders that went to another name than the customer's, over all customers (the SQLite file spells
/// apostrophes differently and has 86).
#[tokio::test]
async fn orders_to_another_name_are_withheld() {
    each(async |nw: Northwind| {
        let customers = nw
            .database
            .rows(&format!("SELECT {} FROM {}", nw.name("customer_id"), nw.name("customers")))
            .await;
        let mut withheld = 0;
        for number in customers {
            let found =
                nw.store.find(&nw.map, &[Identifier::number("customer-number", number)]).await.unwrap();
            let export = nw.store.export(&nw.map, &found).await.unwrap();
            let orders = export.tables.iter().find(|table| table.table == nw.name("orders"));
            let rows =
                orders.and_then(|orders| orders.withheld.iter().find(|w| w.column == nw.name("ship_name")));
            withheld += rows.map_or(0, |withheld| withheld.rows);
        }
        assert_eq!(withheld, if nw.database.engine == "postgres" { 34 } else { 86 });
    })
    .await;
}

#[tokio::test]
async fn erasure_of_alfki_row_by_row() {
    each(async |nw: Northwind| {
        let found = nw.store.find(&nw.map, &alfki()).await.unwrap();
        let plan = nw.store.plan_erase(&nw.map, &found, nw.today).await.unwrap();
        assert!(!plan.blocked(), "{:?}", plan.findings);
        assert_eq!(plan.counts(), (1, 0, 18), "the customer goes; six orders and twelve lines are kept");
        let rehearsal = nw.store.rehearse(&plan).await.unwrap();
        assert!(rehearsal.findings.is_empty(), "{:?}", rehearsal.findings);
        let outcome = nw.store.erase(&plan, &held).await.unwrap();
        assert_eq!(outcome, rehearsal.outcome);
        let (orders, order_id) = (nw.name("orders"), nw.name("order_id"));
        let rows = nw
            .database
            .rows(&format!(
                "SELECT CAST({order_id} AS TEXT), {}, {}, {}, CAST({} AS TEXT) FROM {orders} WHERE {order_id} IN (10643, 10692) ORDER BY 1",
                nw.name("customer_id"), nw.name("ship_name"), nw.name("ship_city"), nw.name("employee_id")
            ))
            .await;
        assert_eq!(rows, ["10643|-|-|-|6", "10692|-|-|-|4"], "the employee's reference is the employee's");
        assert_eq!(nw.database.count(&orders).await, 830);
        assert!(nw.store.verify(&nw.map, &plan).await.unwrap().is_zero());
        let texts = ["Maria Anders", "Obere Str. 57", "030-0074321", "Futterkiste", "ALFKI"];
        assert_eq!(witness::search(&nw.database.url, &texts).await.unwrap(), []);

        let later = nw.store.find(&nw.map, &[Identifier::number("customer-number", "BLONP")]).await.unwrap();
        let plan = nw.store.plan_erase(&nw.map, &later, date(2030, 1, 1)).await.unwrap();
        nw.store.erase(&plan, &held).await.unwrap();
        assert_eq!(nw.database.count(&orders).await, 819, "past its time an order goes with its lines");
        assert!(nw.store.verify(&nw.map, &plan).await.unwrap().is_zero());
    })
    .await;
}

#[tokio::test]
async fn access_of_employee_5_row_by_row() {
    each(async |nw: Northwind| {
        let found = nw.store.find(&nw.map, &buchanan()).await.unwrap();
        assert_eq!(found.matches[0].name.as_deref(), Some("Steven Buchanan"));
        let export = nw.store.export(&nw.map, &found).await.unwrap();
        let row = nw.table(&export, "employees");
        assert_eq!(row.rows.len(), 1, "those who report to him are not his data");
        assert!(nw.value(row, 0, "notes").as_str().unwrap().starts_with("Steven Buchanan graduated"));
        assert_eq!(row.flagged[0].column, nw.name("notes"));
        assert!(
            row.withheld.iter().any(|w| w.column == nw.name("reports_to")),
            "his manager is another person"
        );
        assert_eq!(nw.table(&export, "employee_territories").rows.len(), 7);
        assert_eq!(export.tables.len(), 2, "customers' orders are not his to read");
        let mentioned: Vec<(String, u64)> =
            export.mentioned.iter().map(|m| (m.table.clone(), m.rows)).collect();
        assert_eq!(mentioned, [(nw.name("orders"), 42), (nw.name("employees"), 3)]);
    })
    .await;
}

#[tokio::test]
async fn erasure_of_employee_5_row_by_row() {
    each(async |nw: Northwind| {
        let found = nw.store.find(&nw.map, &buchanan()).await.unwrap();
        let plan = nw.store.plan_erase(&nw.map, &found, nw.today).await.unwrap();
        assert_eq!(plan.counts(), (8, 0, 0), "the employee and seven territories");
        let rehearsal = nw.store.rehearse(&plan).await.unwrap();
        assert!(rehearsal.findings.is_empty(), "{:?}", rehearsal.findings);
        nw.store.erase(&plan, &held).await.unwrap();
        let unlinked: Vec<(String, usize)> =
            plan.tables.iter().map(|table| (table.table.clone(), table.unlinked.len())).collect();
        assert!(unlinked.contains(&(nw.name("orders"), 42)) && unlinked.contains(&(nw.name("employees"), 3)));
        let (employees, id, boss) = (nw.name("employees"), nw.name("employee_id"), nw.name("reports_to"));
        let sql = format!("SELECT CAST({id} AS TEXT), CAST({boss} AS TEXT) FROM {employees} ORDER BY 1");
        assert_eq!(nw.database.rows(&sql).await, ["1|2", "2|-", "3|2", "4|2", "6|-", "7|-", "8|2", "9|-"]);
        assert_eq!(nw.database.count(&nw.name("orders")).await, 830);
        assert!(nw.store.verify(&nw.map, &plan).await.unwrap().is_zero());
        assert_eq!(witness::search(&nw.database.url, &["Buchanan"]).await.unwrap(), []);
    })
    .await;
}
