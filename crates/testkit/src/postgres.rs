//! Fresh PostgreSQL databases that are dropped with their value, also when the test fails.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// A server that tests may make databases on: `postgres://user:password@host/postgres`.
const SERVER: &str = "ABIDE_TEST_POSTGRES";

/// A database of its own. Dropped at the end.
#[derive(Debug)]
pub struct PostgresDatabase {
    server: String,
    name: String,
}

/// A fresh database, or none where there is no server for tests (which is said).
pub async fn postgres_database() -> Option<PostgresDatabase> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var(SERVER) else {
        crate::skipped(
            "the PostgreSQL half did not run: set ABIDE_TEST_POSTGRES=postgres://user:password@host/postgres",
        );
        return None;
    };
    let name = format!("abide_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    // Left over from a process that had our number and was killed.
    run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
    run(&server, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).await;
    Some(PostgresDatabase { server, name })
}

impl PostgresDatabase {
    /// Its address.
    #[must_use]
    pub fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').expect("ABIDE_TEST_POSTGRES ends with /postgres");
        format!("{server}/{}", self.name)
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        let (server, drop) =
            (self.server.clone(), format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(run(&server, &drop));
        });
        thread.join().ok();
    }
}

async fn run(server: &str, sql: &str) {
    let mut connection =
        PgConnection::connect(server).await.expect("the server of ABIDE_TEST_POSTGRES answers");
    let done = connection.execute(AssertSqlSafe(sql.to_owned())).await;
    done.expect("the account of ABIDE_TEST_POSTGRES may make databases");
    connection.close().await.ok();
}
