//! One unit: all of it or nothing, once.

use db::{EntryRef, entries, outbox, records, subjects, tokens};
use testkit::TestDb;

use crate::sample::{self, SERVICE, at, entry, mail, record, subject, token, unit};

#[tokio::test]
async fn a_unit_writes_entries_rows_and_mails_together() {
    TestDb::each(async |t| {
        let who = subject();
        let what = record(who.id, EntryRef::Nth(1));
        let made = unit().write(subjects::insert(SERVICE, &who)).write(records::insert(SERVICE, &what));
        let made = made.entry(entry(Some(who.id))).entry(entry(Some(who.id))).mail(mail());
        let done = t.db.submit(made).await.unwrap();
        assert_eq!((done.indexes, done.repeated), (vec![0, 1], false));

        let kept = records::get(&t.db, SERVICE, what.id).await.unwrap();
        assert_eq!(kept.entry, Some(EntryRef::At(1)), "the row names the index that the writer gave");
        assert_eq!(outbox::due(&t.db, SERVICE, at(0), 10).await.unwrap().len(), 1);
        assert_eq!(sample::verify(&t.db).await, 2);
    })
    .await;
}

#[tokio::test]
async fn facts_and_body_come_back_as_they_were() {
    TestDb::each(async |t| {
        let (full, bare) = (entry(Some(sample::id())), sample::bare_entry());
        t.db.submit(unit().entry(full.clone()).entry(bare.clone())).await.unwrap();
        let read = entries::get(&t.db, SERVICE, 0).await.unwrap();
        assert_eq!((read.facts, read.key_version), (full.facts, 1));
        assert_eq!(Some(entries::body(&t.db, SERVICE, 0).await.unwrap().unwrap().sealed), full.body);
        let (leaf, _) = entries::leaf(&t.db, SERVICE, 1).await.unwrap().unwrap();
        assert_eq!((leaf.facts, leaf.body), (bare.commitment, ledger::sha256(b"")));
        assert_eq!(entries::body(&t.db, SERVICE, 1).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_fails_leaves_nothing_behind() {
    TestDb::each(async |t| {
        t.db.submit(unit().write(tokens::insert(SERVICE, &token(1)))).await.unwrap();
        t.db.submit(unit().write(tokens::use_once(SERVICE, &[1; 32], at(5)))).await.unwrap();

        let who = subject();
        let again = unit()
            .once([4; 32])
            .write(subjects::insert(SERVICE, &who))
            .write(tokens::use_once(SERVICE, &[1; 32], at(6)))
            .entry(entry(Some(who.id)))
            .mail(mail());
        let error = t.db.submit(again.clone()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the token: it has changed meanwhile or exists already; read it again and decide anew"
        );
        assert!(error.is_conflict());
        assert_eq!(subjects::find(&t.db, SERVICE, who.id).await.unwrap(), None);
        assert!(outbox::due(&t.db, SERVICE, at(0), 10).await.unwrap().is_empty());
        assert_eq!(sample::verify(&t.db).await, 0);
        assert!(t.db.submit(again).await.unwrap_err().is_conflict(), "its key was not kept either");
    })
    .await;
}

#[tokio::test]
async fn a_failing_unit_does_not_touch_its_neighbours() {
    TestDb::each(async |t| {
        let good = |who: uuid::Uuid| unit().entry(entry(Some(who)));
        let who = subject();
        t.db.submit(unit().write(subjects::insert(SERVICE, &who))).await.unwrap();
        let twice = good(who.id).write(subjects::insert(SERVICE, &who));
        let orphan = good(who.id).write(records::insert(SERVICE, &record(sample::id(), EntryRef::Nth(0))));
        let (a, b, c, d) = tokio::join!(
            t.db.submit(good(who.id)),
            t.db.submit(twice),
            t.db.submit(orphan),
            t.db.submit(good(who.id))
        );
        assert_eq!((a.unwrap().indexes, d.unwrap().indexes), (vec![0], vec![1]));
        assert!(b.unwrap_err().is_conflict());
        assert!(c.unwrap_err().to_string().contains("refers to a row that is not there"));
        assert_eq!(sample::verify(&t.db).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_repeated_unit_answers_with_the_first_result() {
    TestDb::each(async |t| {
        t.db.submit(unit().entry(entry(None))).await.unwrap();
        let once = unit().once([5; 32]).entry(entry(None)).entry(entry(None)).mail(mail());
        let (first, second) = tokio::join!(t.db.submit(once.clone()), t.db.submit(once.clone()));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert_eq!((first.indexes.as_slice(), first.repeated), ([1, 2].as_slice(), false));
        assert_eq!((second.indexes.as_slice(), second.repeated), ([1, 2].as_slice(), true));
        let other = db::Unit { service: "other".into(), ..once };
        assert_eq!(t.db.submit(other).await.unwrap().indexes, [0, 1], "a key counts within its service");
        assert_eq!(outbox::due(&t.db, SERVICE, at(0), 10).await.unwrap().len(), 1);
        assert_eq!(sample::verify(&t.db).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_row_that_names_an_entry_the_unit_lacks_is_refused() {
    TestDb::each(async |t| {
        let who = subject();
        let wrong = unit().write(subjects::insert(SERVICE, &who));
        let wrong = wrong.write(records::insert(SERVICE, &record(who.id, EntryRef::Nth(0))));
        let error = t.db.submit(wrong).await.unwrap_err();
        assert!(error.to_string().contains("names an entry that its unit does not have"), "{error}");
        assert_eq!(subjects::find(&t.db, SERVICE, who.id).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_was_forgotten_counts_anew() {
    TestDb::each(async |t| {
        let once = unit().once([6; 32]).entry(entry(None));
        t.db.submit(once.clone()).await.unwrap();
        t.db.submit(unit().write(db::idempotency::purge(SERVICE, at(-1)))).await.unwrap();
        assert!(t.db.submit(once.clone()).await.unwrap().repeated);
        t.db.submit(unit().write(db::idempotency::purge(SERVICE, at(0)))).await.unwrap();
        assert_eq!(t.db.submit(once).await.unwrap().indexes, [1]);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_lasts_is_not_forgotten() {
    TestDb::each(async |t| {
        // alone, and among others that are written together
        let lasting = |key: u8| unit().once_for_good([key; 32]).entry(entry(None));
        let other = |key: u8| unit().once([key; 32]).entry(entry(None));
        t.db.submit(lasting(1)).await.unwrap();
        let (one, two) = tokio::join!(t.db.submit(lasting(2)), t.db.submit(other(3)));
        one.and(two).unwrap();
        t.db.submit(unit().write(db::idempotency::purge(SERVICE, jiff::Timestamp::MAX))).await.unwrap();
        assert!(t.db.submit(lasting(1)).await.unwrap().repeated);
        assert!(t.db.submit(lasting(2)).await.unwrap().repeated);
        assert!(!t.db.submit(other(3)).await.unwrap().repeated, "forgotten");
    })
    .await;
}
