//! Abide's own databases for one test, on each engine.

use std::sync::Arc;

use db::probe::Probe;
use db::{Db, KeyDb};
use tempfile::TempDir;

use crate::{PostgresDatabase, postgres_database};

/// A fresh main database and a fresh key database on one engine.
pub struct TestDb {
    /// The main database, opened.
    pub db: Db,
    /// The key database, opened.
    pub keys: KeyDb,
    url: String,
    keys_url: String,
    // Dropped after the handles.
    _place: Place,
}

/// What ends with the test; held for nothing else.
#[expect(dead_code, reason = "held until the test ends")]
enum Place {
    Folder(TempDir),
    Server(PostgresDatabase, PostgresDatabase),
}

impl TestDb {
    /// Runs a test on SQLite, then on PostgreSQL.
    pub async fn each(test: impl AsyncFn(Self)) {
        test(Self::sqlite().await).await;
        if let Some(postgres) = Self::postgres().await {
            test(postgres).await;
        }
    }

    /// On SQLite, in a folder of its own.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name| format!("sqlite://{}", folder.path().join(name).display());
        let (url, keys_url) = (at("abide.db"), at("keys.db"));
        Self::open(url, keys_url, Place::Folder(folder)).await
    }

    /// On PostgreSQL, or none where there is no server for tests.
    pub async fn postgres() -> Option<Self> {
        let (main, keys) = (postgres_database().await?, postgres_database().await?);
        Some(Self::open(main.url(), keys.url(), Place::Server(main, keys)).await)
    }

    async fn open(url: String, keys_url: String, place: Place) -> Self {
        let db = Db::open(&url).await.expect("a fresh database opens");
        let keys = Db::open_keys(&keys_url).await.expect("a fresh key database opens");
        Self { db, keys, url, keys_url, _place: place }
    }

    /// The address of the main database.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The address of the key database.
    #[must_use]
    pub fn keys_url(&self) -> &str {
        &self.keys_url
    }

    /// Another handle to the main database: another node, or the same one started again.
    pub async fn node(&self) -> Db {
        Db::open(&self.url).await.expect("the database opens again")
    }

    /// Another handle to the key database.
    pub async fn keys_node(&self) -> KeyDb {
        Db::open_keys(&self.keys_url).await.expect("the key database opens again")
    }

    /// Another handle with faults in its write path.
    pub async fn faulty(&self, faults: Arc<dyn Probe>) -> Db {
        Db::open_with(&self.url, Some(faults)).await.expect("the database opens again")
    }
}
