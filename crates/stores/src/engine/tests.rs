//! Opened for reading, a connection refuses to write, even as an account that may do anything.

use super::Pool;
use crate::Error;

async fn writes(url: &str, role: &'static str, sql: &str) -> Result<u64, Error> {
    let mut session = Pool::open("shop", role, url).await?.begin().await?;
    let done = session.run("people", sql.to_owned(), Vec::new()).await;
    if done.is_ok() {
        session.commit().await?;
    }
    done
}

async fn reading_refuses_to_write(url: &str) {
    writes(url, "erase", "CREATE TABLE people (name TEXT)").await.unwrap();
    for sql in ["INSERT INTO people VALUES ('Anna')", "UPDATE people SET name = ''", "DELETE FROM people"] {
        let refused = writes(url, "read", sql).await;
        assert!(matches!(refused, Err(Error::Forbidden { role: "read", .. })), "{sql}: {refused:?}");
        writes(url, "erase", sql).await.unwrap();
    }
}

#[tokio::test]
async fn reading_refuses_to_write_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.sqlite");
    std::fs::File::create(&file).unwrap();
    reading_refuses_to_write(&format!("sqlite://{}", file.display())).await;
}

#[tokio::test]
async fn reading_refuses_to_write_on_postgres() {
    let Some(server) = testkit::postgres_database().await else { return };
    reading_refuses_to_write(&server.url()).await;
}
