//! The two roles of a store, as `docs/store-maps.md` has them made: reading through one that cannot write, erasing
//! through one that can and no more.

use sqlx::{Connection as _, Executor as _, PgConnection};
use stores::{Connector, Error, Severity};

use crate::database::Database;
use crate::erase::{held, plan};
use crate::shop::{Shop, each, examples};

/// Both roles in PostgreSQL, made by the statements of the documentation under names of this run.
struct Roles {
    read: String,
    erase: String,
}

impl Roles {
    fn new() -> Self {
        let id = std::process::id();
        Self { read: format!("abide_read_{id}"), erase: format!("abide_erase_{id}") }
    }

    /// The documentation's SQL, with these names and a password each.
    fn sql(&self) -> String {
        let text = std::fs::read_to_string(examples().join("../docs/store-maps.md")).unwrap();
        let sql = text.split("```sql\n").nth(1).unwrap().split("```").next().unwrap();
        assert!(sql.contains("abide_read LOGIN;") && sql.contains("abide_erase LOGIN;"), "{sql}");
        sql.replace(" LOGIN;", " LOGIN PASSWORD 'of-this-test';")
            .replace("abide_read", &self.read)
            .replace("abide_erase", &self.erase)
    }

    async fn drop(&self, database: &Database) {
        for role in [&self.read, &self.erase] {
            database.run(&format!("DROP OWNED BY {role}; DROP ROLE {role};")).await;
        }
    }
}

/// The same database, as somebody else.
fn url_of(database: &Database, role: &str) -> String {
    let (_, place) = database.url.rsplit_once('@').unwrap();
    format!("postgres://{role}:of-this-test@{place}")
}

/// What a role may not do: the code PostgreSQL answers a statement with.
async fn refused(url: &str, sql: &'static str) -> Option<String> {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let error = connection.execute(sql).await.err()?;
    Some(error.as_database_error().unwrap().code().unwrap().into_owned())
}

/// The statements of the documentation suffice for a whole erasure, and give no more than it needs.
#[tokio::test]
async fn the_granted_roles_suffice_and_the_reader_cannot_write() {
    let Some(database) = Database::postgres().await else { return };
    let mut shop = Shop::on(database).await;
    let roles = Roles::new();
    shop.database.run(&roles.sql()).await;
    let (read, erase) = (url_of(&shop.database, &roles.read), url_of(&shop.database, &roles.erase));

    let forbidden = Some("42501".to_owned());
    assert_eq!(refused(&read, "SELECT 1 FROM customers").await, None);
    for sql in [
        "UPDATE customers SET name = 'x' WHERE id = 1",
        "DELETE FROM support_notes WHERE id = 2001",
        "INSERT INTO products VALUES (9, 'x', 1)",
        "TRUNCATE support_notes",
    ] {
        assert_eq!(refused(&read, sql).await, forbidden, "{sql}");
    }
    for sql in ["INSERT INTO products VALUES (9, 'x', 1)", "TRUNCATE support_notes", "DROP TABLE products"] {
        assert_eq!(refused(&erase, sql).await, forbidden, "{sql}");
    }

    // a reader in the eraser's place is told which role lacks what, and nothing changes
    shop.store = stores::connect(&shop.map, &read, &read).await.unwrap();
    let planned = plan(&shop).await;
    let error = shop.store.erase(&planned, &held).await.unwrap_err();
    assert!(matches!(error, Error::Forbidden { role: "erase", .. }), "{error}");
    assert_eq!(shop.database.count("customers").await, 3);

    shop.store = stores::connect(&shop.map, &read, &erase).await.unwrap();
    let findings = shop.store.check(&shop.map).await.unwrap();
    assert!(findings.iter().all(|found| found.severity != Severity::Error), "{findings:?}");
    let planned = plan(&shop).await;
    let rehearsal = shop.store.rehearse(&planned).await.unwrap();
    assert_eq!(shop.store.erase(&planned, &held).await.unwrap(), rehearsal.outcome);
    assert!(shop.store.verify(&shop.map, &planned).await.unwrap().is_zero());
    assert_eq!(shop.database.count("customers").await, 2);

    shop.store = stores::connect(&shop.map, &shop.database.url, &shop.database.url).await.unwrap();
    roles.drop(&shop.database).await;
}

/// The catalogue as the reading role sees it.
#[tokio::test]
async fn the_catalogue_is_read_the_same_on_both_engines() {
    each(async |shop: Shop| {
        let store: &dyn Connector = shop.store.as_ref();
        assert_eq!(store.name(), "shop");
        let schema = store.discover().await.unwrap();
        let orders = schema.table("orders").unwrap();
        assert_eq!(orders.foreign_keys[0].table, "customers");
        assert_eq!(schema.table("accounts").unwrap().unique, [["username"]]);
        assert_eq!(schema.table("customers").unwrap().column("email").unwrap().length, Some(120));
    })
    .await;
}
