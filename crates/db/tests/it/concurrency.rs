//! Many writers, several nodes.

use std::collections::BTreeSet;

use db::{Db, subjects, tokens};
use testkit::TestDb;
use tokio::task::JoinSet;

use crate::sample::{self, SERVICE, at, entry, token, unit};

const WRITERS: u64 = 8;
const EACH: u64 = 25;

async fn write_from(nodes: &[Db]) -> BTreeSet<u64> {
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let db = nodes[writer as usize % nodes.len()].clone();
        writers.spawn(async move {
            let mut indexes = vec![];
            for _ in 0..EACH {
                let done =
                    db.submit(unit().entry(entry(Some(sample::id()))).entry(sample::bare_entry())).await;
                indexes.extend(done.unwrap().indexes);
            }
            indexes
        });
    }
    let indexes = writers.join_all().await.concat();
    assert_eq!(indexes.len() as u64, 2 * WRITERS * EACH);
    indexes.into_iter().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_nodes_give_every_index_once_and_leave_no_gap() {
    TestDb::each(async |t| {
        let nodes = [t.db.clone(), t.node().await, t.node().await, t.node().await];
        let indexes = write_from(&nodes).await;
        assert_eq!(indexes, (0..2 * WRITERS * EACH).collect());
        assert_eq!(sample::verify(&t.db).await, 2 * WRITERS * EACH);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_use_a_token_at_once_one_succeeds() {
    TestDb::each(async |t| {
        t.db.submit(unit().write(tokens::insert(SERVICE, &token(1)))).await.unwrap();
        let nodes = [t.db.clone(), t.node().await];
        let mut users = JoinSet::new();
        for user in 0..12 {
            let db = nodes[user % 2].clone();
            users.spawn(
                async move { db.submit(unit().write(tokens::use_once(SERVICE, &[1; 32], at(3)))).await },
            );
        }
        let used = users.join_all().await;
        assert_eq!(used.iter().filter(|used| used.is_ok()).count(), 1);
        assert!(used.iter().filter_map(|used| used.as_ref().err()).all(db::Error::is_conflict));
    })
    .await;
}

/// Two services in opposite order from two nodes: nobody waits for the other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn services_do_not_block_each_other() {
    TestDb::each(async |t| {
        let nodes = [t.db.clone(), t.node().await];
        let mut writers = JoinSet::new();
        for writer in 0..40_usize {
            let db = nodes[writer % 2].clone();
            let service = ["a", "b"][(writer / 2) % 2];
            writers.spawn(async move { db.submit(db::Unit::new(service, at(0)).entry(entry(None))).await });
        }
        writers.join_all().await.into_iter().for_each(|done| drop(done.unwrap()));
        let sizes = (
            db::entries::head(&t.db, "a").await.unwrap().size,
            db::entries::head(&t.db, "b").await.unwrap().size,
        );
        assert_eq!(sizes, (20, 20));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_carries_out_what_waits() {
    TestDb::each(async |t| {
        let db = t.node().await;
        let mut writers = JoinSet::new();
        for _ in 0..20 {
            let db = db.clone();
            writers.spawn(async move { db.submit(unit().entry(entry(None))).await });
        }
        tokio::task::yield_now().await;
        db.close().await;
        let done = writers.join_all().await;
        let written = done.iter().filter(|done| done.is_ok()).count() as u64;
        assert!(done.into_iter().filter_map(Result::err).all(|error| matches!(error, db::Error::Closed)));
        assert_eq!(sample::verify(&t.db).await, written);
        assert!(matches!(db.submit(unit()).await, Err(db::Error::Closed)));
    })
    .await;
}

/// The writer takes what waits into one batch: here an erasure, and consents behind it.
#[tokio::test]
async fn whoever_is_erased_in_a_batch_is_gone_for_the_units_behind_it() {
    TestDb::each(async |t| {
        let (gone, stays) = (sample::subject(), sample::subject());
        let people = unit().write(subjects::insert(SERVICE, &gone)).write(subjects::insert(SERVICE, &stays));
        t.db.submit(people).await.unwrap();
        let consent = |who| unit().write(subjects::hold(SERVICE, who)).entry(entry(Some(who)));
        let erasure = unit().write(subjects::erase(SERVICE, gone.id, at(1))).entry(entry(Some(gone.id)));
        let (erased, late, other) =
            tokio::join!(t.db.submit(erasure), t.db.submit(consent(gone.id)), t.db.submit(consent(stays.id)));
        assert_eq!(erased.unwrap().indexes, [0]);
        assert!(late.unwrap_err().is_conflict(), "recorded for somebody who was erased before");
        assert_eq!(other.unwrap().indexes, [1]);
        assert_eq!(sample::verify(&t.db).await, 2);
    })
    .await;
}

/// What was decided from somebody's entries is written only where there are no more: not in the ledger, and not in the same
/// batch, whose entries are written after all of its units.
#[tokio::test]
async fn a_unit_decided_from_somebodys_entries_fails_where_there_are_more_by_then() {
    TestDb::each(async |t| {
        let (one, other) = (sample::subject(), sample::subject());
        let people = unit().write(subjects::insert(SERVICE, &one)).write(subjects::insert(SERVICE, &other));
        t.db.submit(people.entry(entry(Some(one.id)))).await.unwrap();
        let says = |who| unit().write(subjects::hold(SERVICE, who)).entry(entry(Some(who)));
        let decided = |from| says(one.id).unchanged(one.id, from);
        // others' entries do not matter, and neither do those before
        t.db.submit(says(other.id)).await.unwrap();
        assert_eq!(t.db.submit(decided(1)).await.unwrap().indexes, [2]);
        assert!(t.db.submit(decided(1)).await.unwrap_err().is_conflict(), "its own is one more");
        assert!(t.db.submit(decided(2)).await.unwrap_err().is_conflict());
        // in one batch, in this order; twice with a unit in between that is written without a savepoint
        let (first, word, late, others) = tokio::join!(
            t.db.submit(decided(3)),
            t.db.submit(says(one.id)),
            t.db.submit(decided(4)),
            t.db.submit(says(other.id))
        );
        assert_eq!((first.unwrap().indexes, word.unwrap().indexes), (vec![3], vec![4]));
        assert!(late.unwrap_err().is_conflict(), "the word before it in the batch");
        assert_eq!(others.unwrap().indexes, [5]);
        // repeated under its key it is answered as before, whatever was written since
        let once = decided(5).once([7; 32]);
        assert!(!t.db.submit(once.clone()).await.unwrap().repeated);
        assert!(t.db.submit(once).await.unwrap().repeated);
        assert_eq!(sample::verify(&t.db).await, 7);
    })
    .await;
}

/// Person by person, each one's in order, a page at a time that may end within somebody's.
#[tokio::test]
async fn everybodys_entries_are_read_person_by_person() {
    TestDb::each(async |t| {
        let mut who: Vec<_> = (0..4).map(|_| sample::id()).collect();
        for at in 0..20 {
            t.db.submit(unit().entry(entry(Some(who[at % 4]))).entry(entry(None))).await.unwrap();
        }
        let read = async |limit| {
            let (mut all, mut from) = (vec![], (uuid::Uuid::nil(), 0));
            loop {
                let page = db::entries::list_by_subject(&t.db, SERVICE, from, limit).await.unwrap();
                let Some(last) = page.last() else { return all };
                from = (last.facts.subject.unwrap(), last.index + 1);
                all.extend(page.into_iter().map(|entry| (entry.facts.subject.unwrap(), entry.index)));
            }
        };
        assert_eq!(read(7).await, [], "the index is filled behind");
        t.db.index(SERVICE).await.unwrap();
        // facts that were deleted leave a gap
        t.db.submit(unit().write(db::entries::delete_facts(SERVICE, 0))).await.unwrap();
        who.sort();
        let mut expected = vec![];
        for id in who {
            let of = db::entries::list_of(&t.db, SERVICE, id).await.unwrap();
            expected.extend(of.into_iter().map(|entry| (id, entry.index)));
        }
        assert_eq!(expected.len(), 19);
        for limit in [1, 3, 7, 100] {
            assert_eq!(read(limit).await, expected, "{limit}");
        }
    })
    .await;
}
