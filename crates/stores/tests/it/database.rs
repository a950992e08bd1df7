//! A fresh database of either engine, filled by a script, and raw access to it that knows no map.

use sqlx::{Connection as _, Executor as _, Row as _};

/// A database of its own for one test.
pub struct Database {
    pub url: String,
    pub engine: &'static str,
    _folder: Option<tempfile::TempDir>,
    drop: Option<(String, String)>,
}

static NUMBER: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

impl Database {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.sqlite");
        std::fs::File::create(&file).unwrap();
        Self { url: format!("sqlite://{}", file.display()), engine: "sqlite", _folder: Some(folder), drop: None }
    }

    /// `None`, said aloud, where no server is given.
    pub async fn postgres() -> Option<Self> {
        let Ok(server) = std::env::var("ABIDE_TEST_POSTGRES") else {
            assert!(std::env::var("CI").as_deref() != Ok("true"), "CI must set ABIDE_TEST_POSTGRES");
            eprintln!("skipped on PostgreSQL: ABIDE_TEST_POSTGRES is not set");
            return None;
        };
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let name = format!("abide_stores_{}_{number}", std::process::id());
        let mut admin = sqlx::PgConnection::connect(&server).await.unwrap();
        let sql = format!("DROP DATABASE IF EXISTS {name}");
        admin.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        let (base, _) = server.rsplit_once('/').unwrap();
        Some(Self { url: format!("{base}/{name}"), engine: "postgres", _folder: None, drop: Some((server, name)) })
    }

    /// Runs a script of several statements.
    pub async fn run(&self, sql: &str) {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        if self.engine == "sqlite" {
            let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
            connection.execute(sqlx::raw_sql(sql)).await.unwrap();
            connection.close().await.unwrap();
        } else {
            let mut connection = sqlx::PgConnection::connect(&self.url).await.unwrap();
            connection.execute(sqlx::raw_sql(sql)).await.unwrap();
            connection.close().await.unwrap();
        }
    }

    /// The rows of a query whose columns are all text, joined by `|`; null is `-`.
    pub async fn rows(&self, sql: &str) -> Vec<String> {
        let sql = sqlx::AssertSqlSafe(sql.to_owned());
        let join = |parts: Vec<Option<String>>| {
            parts.into_iter().map(|part| part.unwrap_or("-".into())).collect::<Vec<_>>().join("|")
        };
        if self.engine == "sqlite" {
            let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| join((0..row.len()).map(|at| row.get(at)).collect())).collect()
        } else {
            let mut connection = sqlx::PgConnection::connect(&self.url).await.unwrap();
            let rows = sqlx::query(sql).fetch_all(&mut connection).await.unwrap();
            rows.iter().map(|row| join((0..row.len()).map(|at| row.get(at)).collect())).collect()
        }
    }

    /// One number.
    pub async fn count(&self, what: &str) -> i64 {
        self.rows(&format!("SELECT CAST(count(*) AS TEXT) FROM {what}")).await[0].parse().unwrap()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, name)) = self.drop.take() {
            // A thread of its own: a test's runtime cannot be blocked on from within.
            let _ = std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(async {
                    let Ok(mut admin) = sqlx::PgConnection::connect(&server).await else { return };
                    let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                    let _ = admin.execute(sqlx::AssertSqlSafe(sql)).await;
                });
            })
            .join();
        }
    }
}
