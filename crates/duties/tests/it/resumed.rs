//! A replay that is stopped anywhere, again and again, ends as one that was not.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use duties::rights::{self, RequestKind};
use duties::{Error, accountability, restore};
use jiff::SignedDuration;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::restored::{back_up, elsewhere, erase, ola, put_back, said};
use crate::rights_kit::{kari, kinds_of};

/// Polls something so often and then lets it go, as a process that ends does; what it came to, where it came to an end.
pub async fn killed_after<T>(polls: usize, what: impl Future<Output = T>) -> Option<T> {
    let (mut left, mut what) = (polls, pin!(what));
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        what.as_mut().poll(context).map(Some)
    })
    .await
}

/// What must be the same however often it was stopped.
async fn outcome(house: &House, kari: Uuid, ola: Uuid) -> (serde_json::Value, Vec<Vec<Kind>>, Vec<bool>) {
    let service = &house.service;
    let last = house.size().await - 1;
    let mut closed = Vec::new();
    for subject in [kari, ola] {
        assert!(matches!(service.keys.data(subject).await, Err(Error::Erased)));
        let requests = db::requests::list_of(&service.db, "wepack", subject).await.expect("requests");
        closed.extend(requests.iter().map(|request| request.closed_at.is_some()));
    }
    (said(house, last).await, vec![kinds_of(house, kari).await, kinds_of(house, ola).await], closed)
}

#[tokio::test]
async fn stopped_anywhere_a_replay_goes_on_and_ends_alike() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (kari, ola) = (kari(&house).await, ola(&house).await);
        // in the backup it is open; it is closed since
        rights::open(&house.service, kari, RequestKind::Erasure, "", "en").await.expect("opens");
        accountability::publish(&house.service).await.expect("published");
        let backup = back_up(&db).await;
        // since: Kari is erased and her requests are closed; Ola's erasure had begun, and no more than that
        erase(&house, kari).await;
        let stone = accountability::Tombstone { scope: "everything".to_owned(), subject: ola, rows: vec![] };
        accountability::publish_tombstone(&house.service, &stone).await.expect("published");
        // more than one unit's entries come after
        for _ in 0..300 {
            house.entry().await;
        }
        accountability::publish(&house.service).await.expect("published");
        let size = house.size().await;

        let whole = elsewhere(&db).await;
        put_back(&backup, &whole).await;
        let at_once = house.restored(&whole).await;
        // published only by the other: both would go on from the same checkpoint
        let published = duties::published::Memory::default();
        for path in house.published.paths() {
            duties::Published::put(&published, &path, &house.published.file(&path).expect("a file"))
                .await
                .expect("copied");
        }
        let mut at_once = at_once;
        at_once.service.published = Some(std::sync::Arc::new(published));
        let done = restore::replay(&at_once.service).await.expect("replayed").expect("it was behind");
        assert_eq!((done.to, done.erased), (size, 2), "{done:?}");
        let expected = outcome(&at_once, kari, ola).await;
        assert_eq!(
            expected.1[1].iter().filter(|kind| **kind == Kind::SubjectErased).count(),
            1,
            "Ola is told of"
        );
        assert!(!expected.2.is_empty() && expected.2.iter().all(|closed| *closed), "{:?}", expected.2);

        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let mut stops = 0;
        for polls in (1..).step_by(5) {
            let again = house.restored(&place).await;
            let ended = killed_after(polls, restore::replay(&again.service)).await;
            if again.size().await < size {
                let error = accountability::check(&again.service).await.expect_err("still behind");
                assert!(matches!(error, Error::Behind { .. }), "{error}");
            } else {
                assert!(matches!(again.service.keys.data(kari).await, Err(Error::Erased)), "{polls}");
            }
            // the lease of a process that died ends by itself, soon
            house.clock.advance(SignedDuration::from_secs(121));
            stops += 1;
            if let Some(ended) = ended {
                ended.expect("it ends");
                assert_eq!(again.size().await, size + 2, "Ola's erasure and one entry of the restore");
                accountability::check(&again.service).await.expect("up to date");
                assert_eq!(outcome(&again, kari, ola).await, expected, "after {stops} stops");
                assert_eq!(restore::replay(&again.service).await.expect("asked again"), None);
                assert!(
                    place.dump().await["job"].iter().all(|row| !row.contains("replay")),
                    "no plan is left"
                );
                break;
            }
        }
        assert!(stops > 4, "stopped {} times only", stops - 1);
    })
    .await;
}

#[tokio::test]
async fn a_tombstone_that_an_older_version_published_is_read_still() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        accountability::publish(&house.service).await.expect("published");
        let backup = back_up(&db).await;
        let stone = accountability::Tombstone { scope: "everything".to_owned(), subject: kari, rows: vec![] };
        let id = accountability::publish_tombstone(&house.service, &stone).await.expect("published");
        house.entry().await;
        accountability::publish(&house.service).await.expect("published");
        // before there was a word for how identifiers are hashed
        let path = format!("tombstone/{id}.json");
        let mut json: serde_json::Value =
            serde_json::from_slice(&house.published.file(&path).expect("a stone")).expect("JSON");
        json.as_object_mut().expect("an object").remove("hashed").expect("it is there today");
        let older = serde_json::to_vec(&json).expect("JSON");
        duties::Published::put(house.published.as_ref(), &path, &older).await.expect("put");
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let again = house.restored(&place).await;
        let done = restore::replay(&again.service).await.expect("replayed").expect("it was behind");
        assert_eq!(done.erased, 1);
        assert!(matches!(again.service.keys.data(kari).await, Err(Error::Erased)));
    })
    .await;
}
