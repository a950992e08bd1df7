//! Steps are applied once, never edited, never skipped, and a newer schema is left alone.

use db::{Db, Error};
use testkit::TestDb;

use crate::behind::meddle;

#[tokio::test]
async fn a_newer_schema_is_refused() {
    TestDb::each(async |t| {
        meddle(t.url(), "INSERT INTO schema_step VALUES ('*', 99, '0099_future', 'x', 0)").await;
        let error = Db::open(t.url()).await.unwrap_err();
        assert!(matches!(error, Error::SchemaNewer { known: 8.., found: 99 }), "{error}");
        assert!(error.to_string().contains("run the newer version"));
    })
    .await;
}

#[tokio::test]
async fn an_edited_step_is_refused() {
    TestDb::each(async |t| {
        meddle(t.url(), "UPDATE schema_step SET checksum = 'other' WHERE step = 3").await;
        let error = Db::open(t.url()).await.unwrap_err();
        assert!(error.to_string().contains("step 3 (`0003_people`)"), "{error}");
        meddle(t.keys_url(), "UPDATE schema_step SET checksum = 'other'").await;
        assert!(matches!(Db::open_keys(t.keys_url()).await, Err(Error::MigrationEdited { step: 1, .. })));
    })
    .await;
}

#[tokio::test]
async fn a_step_that_fails_is_rolled_back_named_and_tried_again() {
    TestDb::each(async |t| {
        let undo = "DROP TABLE demand_approval; DROP TABLE demand; DROP TABLE suppression; DROP TABLE refused_export; DROP TABLE examination; ALTER TABLE ledger_head DROP COLUMN stood; DROP TABLE outbox; DROP TABLE lease; DROP TABLE idempotency; DROP INDEX policy_effective; \
            ALTER TABLE policy DROP COLUMN effective_at; DELETE FROM schema_step WHERE step >= 6";
        meddle(t.url(), undo).await;
        let error = Db::open(t.url()).await.unwrap_err();
        assert!(error.to_string().contains("step 6 (`0006_work`) failed and was rolled back"), "{error}");
        meddle(t.url(), "DROP TABLE job").await;
        Db::open(t.url()).await.unwrap().check().await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_together_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = format!("sqlite://{}", folder.path().join("abide.db").display());
    let server = testkit::postgres_database().await;
    for url in [Some(file), server.as_ref().map(testkit::PostgresDatabase::url)].into_iter().flatten() {
        let open = || {
            let url = url.clone();
            tokio::spawn(async move { Db::open(&url).await })
        };
        let nodes = [open(), open(), open(), open()];
        for node in nodes {
            node.await.unwrap().unwrap().check().await.unwrap();
        }
    }
}
