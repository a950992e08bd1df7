//! Every step of the write path fails before and after it took effect; then the database is opened anew.

use std::sync::Arc;

use db::probe::{Stage, When};
use db::{Error, entries, subjects};
use testkit::{Faults, TestDb};

use crate::sample::{self, SERVICE, entry, subject, unit};

/// What is acknowledged is there; what is not is there entirely or not at all; repeated, it is there once.
#[tokio::test]
async fn every_step_may_fail_before_and_after() {
    TestDb::each(async |t| {
        let mut size = 0;
        for (stage, when) in Faults::places() {
            let faults = Arc::new(Faults::new());
            let db = t.faulty(faults.clone()).await;
            let who = subject();
            let key = *ledger::sha256(who.id.as_bytes()).as_bytes();
            let made = unit().once(key).write(subjects::insert(SERVICE, &who)).entry(entry(Some(who.id)));

            faults.fail(stage, when);
            let error = db.submit(made.clone()).await.unwrap_err();
            assert!(matches!(error, Error::Unavailable { .. }), "{stage:?} {when:?}: {error}");
            assert!(faults.is_spent());

            let committed = (stage, when) == (Stage::Commit, When::After);
            let node = t.node().await;
            assert_eq!(sample::verify(&node).await, size + u64::from(committed), "{stage:?} {when:?}");
            assert_eq!(subjects::find(&node, SERVICE, who.id).await.unwrap().is_some(), committed);

            let again = db.submit(made).await.unwrap();
            assert_eq!((again.indexes, again.repeated), (vec![size], committed), "{stage:?} {when:?}");
            size += 1;
            assert_eq!(sample::verify(&node).await, size);
            assert_eq!(entries::list_of(&node, SERVICE, who.id).await.unwrap().len(), 1);
            node.close().await;
            db.close().await;
        }
    })
    .await;
}

/// The batch fails as a whole: no unit in it is told that it was written.
#[tokio::test]
async fn a_fault_fails_every_unit_of_its_batch() {
    TestDb::each(async |t| {
        let faults = Arc::new(Faults::new());
        let db = t.faulty(faults.clone()).await;
        faults.fail_before(Stage::Head);
        let one = || db.submit(unit().entry(entry(None)));
        let all = tokio::join!(one(), one(), one());
        let failed = [all.0, all.1, all.2].into_iter().filter(Result::is_err).count() as u64;
        assert!(failed >= 1);
        assert_eq!(sample::verify(&db).await, 3 - failed);
        db.submit(unit().entry(entry(None))).await.unwrap();
        assert_eq!(sample::verify(&db).await, 4 - failed);
    })
    .await;
}

/// The server drops every connection: the next unit is written, or its failure says so and it is written then.
#[tokio::test]
async fn lost_connections_are_found_again() {
    let Some(t) = TestDb::postgres().await else { return };
    for round in 0..3 {
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() \
            AND pid <> pg_backend_pid()";
        crate::behind::meddle(t.url(), cut).await;
        let made = unit().once([round; 32]).entry(entry(None));
        if let Err(error) = t.db.submit(made.clone()).await {
            assert!(matches!(error, Error::Unavailable { .. } | Error::Statement { .. }), "{error}");
            t.db.submit(made).await.unwrap();
        }
        assert_eq!(sample::verify(&t.db).await, u64::from(round) + 1);
    }
}
