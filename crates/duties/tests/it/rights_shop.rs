//! The Wepack shop with a few people in it, on either engine, behind a connector that fails when told to.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::Date;
use policy::map::StoreMap;
use sqlx::{AssertSqlSafe, Row as _};
use stores::{
    BoxFuture, Connector, ErasePlan, Error, Export, Fence, Finding, Found, Identifier, Outcome, Rehearsal,
    Remaining, Root, Schema,
};
use tempfile::TempDir;
use testkit::{PostgresDatabase, TestClock, TestDb};

use crate::fixture::House;

const SCHEMA: &str = include_str!("../../../../examples/wepack/shop/schema.sql");
const MAP: &str = include_str!("../../../../examples/wepack/shop.map.yaml");

/// Kari (1) with her account, three orders, invoices and a note; Ola (2), whom she brought; Per (3).
const PEOPLE: &str = "
INSERT INTO customers (id, name, email, mobile, street, postcode, city, country, birth_date, gender, company, referred_by, created_at) VALUES
 (1, 'Kari Nordmann', 'Kari.Nordmann@Firma.example', '+4790000001', 'Storgata 1', '0155', 'Oslo', 'NO', '1980-05-17', 'female', 'Firma AS', NULL, '2019-01-01 10:00:00'),
 (2, 'Ola Hansen', 'ola@hansen.example', '+4790000002', 'Fjellveien 7', '5003', 'Bergen', 'NO', '1975-02-03', 'male', NULL, 1, '2020-01-01 10:00:00'),
 (3, 'Per Olsen', 'per@olsen.example', NULL, 'Havnegata 3', '7010', 'Trondheim', 'NO', NULL, NULL, NULL, NULL, '2021-01-01 10:00:00');
INSERT INTO accounts VALUES (1, 'kari80', 'argon2id-of-kari', '2026-10-30 08:00:00'), (2, 'olah', 'argon2id-of-ola', NULL);
INSERT INTO products VALUES (1, 'Box 40 x 30', 1500);
INSERT INTO orders VALUES
 (10, 1, '2019-03-01 09:00:00', '2019-03-04 12:00:00', 'delivered', 'Kari Nordmann', 'Storgata 1', '0155', 'Oslo', '+4790000001', NULL),
 (11, 1, '2026-05-01 09:00:00', '2026-05-04 12:00:00', 'delivered', 'Kari Nordmann', 'Storgata 1', '0155', 'Oslo', '+4790000001', 'Ring the bell at Kari'),
 (12, 1, '2026-06-01 09:00:00', '2026-06-04 12:00:00', 'delivered', 'Anne Venn', 'Vennegata 2', '4006', 'Stavanger', '+4790000009', NULL),
 (13, 2, '2026-06-02 09:00:00', NULL, 'sent', 'Ola Hansen', 'Fjellveien 7', '5003', 'Bergen', '+4790000002', NULL);
INSERT INTO order_lines VALUES (10, 1, 1, 5, 1500), (11, 1, 1, 10, 1500), (12, 1, 1, 20, 1500), (13, 1, 1, 1, 1500);
INSERT INTO invoices VALUES
 (20, 10, 1, '2019-03-02', 'Kari Nordmann', 'Storgata 1, 0155 Oslo', 7500, 1875, 'kari.nordmann@firma.example'),
 (21, 11, 1, '2026-05-02', 'Kari Nordmann', 'Storgata 1, 0155 Oslo', 15000, 3750, 'kari.nordmann@firma.example'),
 (22, 12, 1, '2026-06-02', 'Kari Nordmann', 'Storgata 1, 0155 Oslo', 30000, 7500, 'kari.nordmann@firma.example'),
 (23, 13, 2, '2026-06-03', 'Ola Hansen', 'Fjellveien 7, 5003 Bergen', 1500, 375, 'ola@hansen.example');
INSERT INTO invoice_lines VALUES (20, 1, 1, 'Box 40 x 30', 5, 1500), (21, 1, 1, 'Box 40 x 30', 10, 1500), (22, 1, 1, 'Box 40 x 30', 20, 1500), (23, 1, 1, 'Box 40 x 30', 1, 1500);
INSERT INTO support_notes VALUES
 (30, 1, 11, '2026-05-05 10:00:00', 'Siv in support', 'Kari Nordmann asked when the boxes come back'),
 (31, 2, NULL, '2026-06-05 10:00:00', 'Siv in support', 'Recommended to us by Kari Nordmann');
";

/// The shop.
pub struct Shop {
    database: Database,
    pub connector: Arc<Flaky>,
}

/// A company's database for one test, looked at without connector or map.
pub struct Database {
    pools: Pools,
    url: String,
    _place: Place,
}

enum Pools {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
}

#[expect(dead_code, reason = "held until the test ends")]
enum Place {
    Folder(TempDir),
    Server(PostgresDatabase),
}

/// What makes a connector's call fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fail {
    Find,
    Erase,
    /// It was done, but the answer was lost.
    AfterErase,
    Verify,
}

/// The shop's connector; each failure asked for happens once.
pub struct Flaky {
    inner: Arc<dyn Connector>,
    failures: Mutex<Vec<Fail>>,
    pub erased: Mutex<u32>,
    slow: Mutex<Option<(TestClock, SignedDuration, u32)>>,
}

impl Flaky {
    async fn connected(database: &Database) -> Arc<Self> {
        let inner =
            stores::connect(&map(), database.url(), database.url()).await.expect("the shop is connected");
        Arc::new(Self { inner, failures: Mutex::default(), erased: Mutex::default(), slow: Mutex::default() })
    }

    /// The next erasure takes so many times this long.
    pub fn slow(&self, clock: &TestClock, by: SignedDuration, times: u32) {
        *self.slow.lock().expect("a lock") = Some((clock.clone(), by, times));
    }

    async fn wait(&self) {
        let Some((clock, by, times)) = self.slow.lock().expect("a lock").take() else { return };
        for _ in 0..times {
            clock.advance(by);
            tokio::time::sleep(Duration::from_millis(600)).await;
        }
    }

    pub fn fail(&self, failures: &[Fail]) {
        self.failures.lock().expect("a lock").extend(failures);
    }

    fn fails(&self, what: Fail) -> Result<(), Error> {
        let mut failures = self.failures.lock().expect("a lock");
        let Some(at) = failures.iter().position(|one| *one == what) else { return Ok(()) };
        failures.remove(at);
        Err(Error::Unreachable { store: "shop".to_owned(), what: "connecting".to_owned() })
    }
}

impl Connector for Flaky {
    fn name(&self) -> &str {
        self.inner.name()
    }
    fn discover(&self) -> BoxFuture<'_, Result<Schema, Error>> {
        self.inner.discover()
    }
    fn check<'a>(&'a self, map: &'a StoreMap) -> BoxFuture<'a, Result<Vec<Finding>, Error>> {
        self.inner.check(map)
    }
    fn find<'a>(&'a self, map: &'a StoreMap, by: &'a [Identifier]) -> BoxFuture<'a, Result<Found, Error>> {
        if let Err(error) = self.fails(Fail::Find) {
            return Box::pin(async { Err(error) });
        }
        self.inner.find(map, by)
    }
    fn people<'a>(
        &'a self,
        map: &'a StoreMap,
        after: Option<&'a Root>,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Root>, Error>> {
        self.inner.people(map, after, limit)
    }
    fn export<'a>(&'a self, map: &'a StoreMap, found: &'a Found) -> BoxFuture<'a, Result<Export, Error>> {
        self.inner.export(map, found)
    }
    fn plan_erase<'a>(
        &'a self,
        map: &'a StoreMap,
        found: &'a Found,
        today: Date,
    ) -> BoxFuture<'a, Result<ErasePlan, Error>> {
        self.inner.plan_erase(map, found, today)
    }
    fn rehearse<'a>(&'a self, plan: &'a ErasePlan) -> BoxFuture<'a, Result<Rehearsal, Error>> {
        self.inner.rehearse(plan)
    }
    fn erase<'a>(
        &'a self,
        plan: &'a ErasePlan,
        fence: &'a dyn Fence,
    ) -> BoxFuture<'a, Result<Outcome, Error>> {
        if let Err(error) = self.fails(Fail::Erase) {
            return Box::pin(async { Err(error) });
        }
        *self.erased.lock().expect("a lock") += 1;
        Box::pin(async move {
            self.wait().await;
            let outcome = self.inner.erase(plan, fence).await?;
            self.fails(Fail::AfterErase)?;
            Ok(outcome)
        })
    }
    fn verify<'a>(
        &'a self,
        map: &'a StoreMap,
        plan: &'a ErasePlan,
    ) -> BoxFuture<'a, Result<Remaining, Error>> {
        if let Err(error) = self.fails(Fail::Verify) {
            return Box::pin(async { Err(error) });
        }
        self.inner.verify(map, plan)
    }
}

impl Shop {
    /// Runs a test with the shop on SQLite, then on PostgreSQL.
    pub async fn each(test: impl AsyncFn(Self)) {
        test(Self::sqlite().await).await;
        if let Some(database) = Database::postgres().await {
            test(Self::stocked(database).await).await;
        }
    }

    pub async fn sqlite() -> Self {
        Self::stocked(Database::sqlite().await).await
    }

    /// Abide's own database, fresh, on the engine the shop is on.
    pub async fn abide(&self) -> TestDb {
        match self.database.pools {
            Pools::Sqlite(_) => TestDb::sqlite().await,
            Pools::Postgres(_) => TestDb::postgres().await.expect("where the shop is"),
        }
    }

    pub async fn stocked(database: Database) -> Self {
        database.execute(SCHEMA).await;
        database.execute(PEOPLE).await;
        let connector = Flaky::connected(&database).await;
        Self { database, connector }
    }

    /// Connects a house that was started again, on connections of its own.
    pub async fn open_again(&self, house: &mut House) {
        house.service.maps = vec![Arc::new(map())];
        let connector: Arc<dyn Connector> = Flaky::connected(&self.database).await;
        house.service.stores.insert("shop".to_owned(), connector);
    }

    /// Connects a house to the shop.
    pub fn open(&self, house: &mut House) {
        house.service.maps = vec![Arc::new(map())];
        let connector: Arc<dyn Connector> = self.connector.clone();
        house.service.stores.insert("shop".to_owned(), connector);
    }

    /// Everything as it was at the beginning.
    pub async fn restock(&self) {
        self.execute("UPDATE customers SET referred_by = NULL").await;
        let tables = [
            "support_notes",
            "invoice_lines",
            "invoices",
            "order_lines",
            "orders",
            "accounts",
            "products",
            "customers",
        ];
        for table in tables {
            self.execute(&format!("DELETE FROM {table}")).await;
        }
        self.execute(PEOPLE).await;
    }

    /// Runs SQL in the shop, as its own software would.
    pub async fn execute(&self, sql: &str) {
        self.database.execute(sql).await;
    }

    /// As [`Database::dump`].
    pub async fn dump(&self) -> Vec<String> {
        self.database.dump().await
    }

    /// One column of a query's first row.
    pub async fn one(&self, sql: &str) -> Option<String> {
        self.database.pools.texts(sql).await.into_iter().next().flatten()
    }
}

impl Database {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("company.db");
        std::fs::File::create(&file).expect("a file");
        Self::on_file(folder, &file).await
    }

    /// A copy of a file.
    pub async fn sqlite_copy(of: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("company.db");
        std::fs::write(&file, std::fs::read(of).expect("the sample")).expect("a copy");
        Self::on_file(folder, &file).await
    }

    async fn on_file(folder: TempDir, file: &Path) -> Self {
        let url = format!("sqlite://{}", file.display());
        let pool = sqlx::SqlitePool::connect(&url).await.expect("it opens");
        Self { pools: Pools::Sqlite(pool), url, _place: Place::Folder(folder) }
    }

    /// On PostgreSQL, or none where there is no server for tests.
    pub async fn postgres() -> Option<Self> {
        let place = testkit::postgres_database().await?;
        let url = place.url();
        let pool = sqlx::PgPool::connect(&url).await.expect("it opens");
        Some(Self { pools: Pools::Postgres(pool), url, _place: Place::Server(place) })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub async fn execute(&self, sql: &str) {
        self.pools.execute(sql).await;
    }

    /// Every value of every column of every table, as `table.column = value`: knows nothing of any map.
    pub async fn dump(&self) -> Vec<String> {
        let mut all = Vec::new();
        for table in self.pools.tables().await {
            for column in self.pools.columns(&table).await {
                let sql = format!("SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\" ORDER BY 1");
                let values = self.pools.texts(&sql).await;
                all.extend(values.into_iter().flatten().map(|value| format!("{table}.{column} = {value}")));
            }
        }
        all
    }
}

impl Pools {
    async fn execute(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(pool) => drop(sqlx::raw_sql(sql).execute(pool).await.expect("it runs")),
            Self::Postgres(pool) => drop(sqlx::raw_sql(sql).execute(pool).await.expect("it runs")),
        }
    }

    /// The first column as text; what is no text (a picture) is left out.
    async fn texts(&self, sql: &str) -> Vec<Option<String>> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(pool) => {
                let rows = sqlx::query(sql).fetch_all(pool).await.expect("it reads");
                rows.iter().map(|row| row.try_get(0).unwrap_or(None)).collect()
            }
            Self::Postgres(pool) => {
                let rows = sqlx::query(sql).fetch_all(pool).await.expect("it reads");
                rows.iter().map(|row| row.try_get(0).unwrap_or(None)).collect()
            }
        }
    }

    async fn tables(&self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
            }
            Self::Postgres(_) => {
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1"
            }
        };
        self.texts(sql).await.into_iter().flatten().collect()
    }

    async fn columns(&self, table: &str) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => format!("SELECT name FROM pragma_table_info('{table}')"),
            Self::Postgres(_) => format!(
                "SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'"
            ),
        };
        self.texts(&sql).await.into_iter().flatten().collect()
    }
}

fn map() -> StoreMap {
    let text = include_str!("../../../../examples/wepack/policy.yaml").to_owned();
    let policy = policy::compile(&policy::Source { name: "policy.yaml".to_owned(), text })
        .policy
        .expect("it compiles");
    let source = policy::Source { name: "shop.map.yaml".to_owned(), text: MAP.to_owned() };
    let compiled = policy::map::compile_map(&source, &policy);
    let told: Vec<&String> = compiled.diagnostics.iter().map(|one| &one.message).collect();
    compiled.map.clone().unwrap_or_else(|| panic!("the map compiles: {told:?}"))
}
