//! Everything a database holds, as text: to see that nothing changed, or that a value stands nowhere.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use crate::TestDb;

/// The rows of every table, each as one text, in a stable order.
pub type Dump = BTreeMap<String, Vec<String>>;

impl TestDb {
    /// Everything the main database holds.
    pub async fn dump(&self) -> Dump {
        dump(self.url()).await
    }

    /// Everything the key database holds.
    pub async fn dump_keys(&self) -> Dump {
        dump(self.keys_url()).await
    }
}

async fn dump(url: &str) -> Dump {
    match url.strip_prefix("sqlite://") {
        Some(path) => sqlite(path).await,
        None => postgres(url).await,
    }
}

async fn sqlite(path: &str) -> Dump {
    let pool = SqlitePool::connect(&format!("sqlite://{path}")).await.expect("the database opens");
    let names: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .fetch_all(&pool)
            .await
            .expect("the tables");
    let mut dump = Dump::new();
    for name in names {
        let columns: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(format!("SELECT name FROM pragma_table_info('{name}')")))
                .fetch_all(&pool)
                .await
                .expect("the columns");
        let row = columns
            .iter()
            .map(|column| format!("quote(\"{column}\")"))
            .collect::<Vec<_>>()
            .join(" || '|' || ");
        let rows = sqlx::query_scalar(AssertSqlSafe(format!("SELECT {row} FROM \"{name}\" ORDER BY 1")));
        dump.insert(name, rows.fetch_all(&pool).await.expect("the rows"));
    }
    dump
}

async fn postgres(url: &str) -> Dump {
    let pool = PgPool::connect(url).await.expect("the database opens");
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    )
    .fetch_all(&pool)
    .await
    .expect("the tables");
    let mut dump = Dump::new();
    for name in names {
        let rows = sqlx::query_scalar(AssertSqlSafe(format!("SELECT t::text FROM \"{name}\" t ORDER BY 1")));
        dump.insert(name, rows.fetch_all(&pool).await.expect("the rows"));
    }
    pool.close().await;
    dump
}
