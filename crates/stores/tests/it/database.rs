//! A fresh database of either engine, filled by a script, and raw access to it that knows no map.

use sqlx::{Connection as _, Executor as _, Row as _};

/// A database of its own for one test.
pub struct Database {
    pub url: String,
    pub engine: &'static str,
    _folder: Option<tempfile::TempDir>,
    _server: Option<testkit::PostgresDatabase>,
}

impl Database {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.sqlite");
        std::fs::File::create(&file).unwrap();
        Self {
            url: format!("sqlite://{}", file.display()),
            engine: "sqlite",
            _folder: Some(folder),
            _server: None,
        }
    }

    /// `None`, said aloud, where no server is given.
    pub async fn postgres() -> Option<Self> {
        let server = testkit::postgres_database().await?;
        Some(Self { url: server.url(), engine: "postgres", _folder: None, _server: Some(server) })
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
