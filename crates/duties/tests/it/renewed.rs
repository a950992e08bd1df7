//! An erasure reaches the backups of the keys: after the promised days a copy of the key database opens nothing.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use db::KeyDb;
use db::keys::{insert_service, insert_subject};
use duties::receipts::{self, Reader};
use duties::{Error, Keys, jobs};
use testkit::{SeededEntropy, TestDb};
use uuid::Uuid;
use vault::{KeySource, Vault};

use crate::ended::{erased, ola};
use crate::fixture::{BASE, House};

/// Copies every key of the house, as a backup does.
async fn copy(house: &House, from: &KeyDb, to: &KeyDb) {
    for service in from.services().await.expect("services") {
        let own = from.list_service(&service).await.expect("keys");
        to.write(own.iter().map(|key| insert_service(&service, key))).await.expect("copied");
        for epoch in house.source.list().expect("days") {
            let keys = from.subjects_under(&service, epoch.0, 1000).await.expect("keys");
            to.write(keys.iter().map(|key| insert_subject(&service, key))).await.expect("copied");
        }
    }
}

/// The house's keys from another key database and the key folder as it is now.
async fn keys_of(house: &House, db: &KeyDb) -> Arc<Keys> {
    let vault = Vault::new(Box::new(house.source.clone()));
    Keys::open(vault, db.clone(), "wepack", BASE, house.clock.time(), &SeededEntropy::new(99))
        .await
        .expect("they are listed")
}

async fn opens(keys: &Keys, subject: Uuid) -> bool {
    match keys.subject(subject).await {
        Ok(_) => true,
        Err(Error::Erased) => false,
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn pc_17_a_backup_of_the_keys_from_before_an_erasure_is_dead_after_the_promised_days() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kept = ola(&house).await;
        let backup = TestDb::sqlite().await;
        let gone = house.contact().await.subject;
        copy(&house, &db.keys, &backup.keys).await;
        erased(&house).await;
        for day in 0..30 {
            jobs::tidy(&house.service).await.expect("tidied");
            let old = keys_of(&house, &backup.keys).await;
            assert!(opens(&old, kept.subject).await, "day {day}: a backup is good for as long as promised");
            house.clock.advance_days(1);
        }
        jobs::tidy(&house.service).await.expect("tidied");
        house.clock.advance_days(1);
        jobs::tidy(&house.service).await.expect("tidied");
        let old = keys_of(&house, &backup.keys).await;
        assert!(!opens(&old, gone).await && !opens(&old, kept.subject).await);
        assert!(old.service_data().is_err() && old.signing().is_err(), "nothing of the service either");
        // survivors open, in the running service and in one started again
        let again = house.again(&db, db.node().await, 5).await;
        for service in [&house.service, &again] {
            assert!(opens(&service.keys, kept.subject).await && !opens(&service.keys, gone).await);
            service.keys.signing().expect("it still signs");
            service.keys.server_data().expect("staff still get in");
            receipts::get(service, kept.receipt, Reader::Person(kept.subject)).await.expect("its receipt");
        }
        assert_eq!(house.source.list().expect("days").len(), 31, "today and the thirty before");
    })
    .await;
}

#[tokio::test]
async fn stopped_at_any_point_it_goes_on_and_loses_nobody() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let mut people = Vec::new();
        for _ in 0..3 {
            let id = Uuid::from_u128(people.len() as u128 + 1);
            let entropy = SeededEntropy::new(20 + people.len() as u64);
            house.service.keys.create_subject(id, house.clock.time(), &entropy).await.expect("keys");
            people.push(id);
        }
        house.clock.advance_days(40);
        let (now, entropy) = (house.clock.time(), SeededEntropy::new(3));
        for polls in 1.. {
            let mut left = polls;
            let mut round = pin!(house.service.keys.renew(now, 30, &entropy));
            let ended = poll_fn(|context| {
                if left == 0 {
                    return Poll::Ready(None);
                }
                left -= 1;
                round.as_mut().poll(context).map(Some)
            })
            .await;
            for subject in &people {
                assert!(opens(&house.service.keys, *subject).await, "after {polls} polls");
            }
            if let Some(ended) = ended {
                ended.expect("it ends");
                break;
            }
        }
        assert_eq!(house.source.list().expect("days").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_day_that_still_wraps_anothers_keys_stays_and_a_clock_set_back_destroys_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = house.contact().await.subject;
        let first = house.clock.time();
        house.clock.advance_days(40);
        // another service on this server, which is not running
        let seeded = SeededEntropy::new(4);
        let other = Keys::open(
            Vault::new(Box::new(house.source.clone())),
            db.keys.clone(),
            "other",
            BASE,
            first,
            &seeded,
        );
        let other = other.await.expect("opens");
        let theirs = Uuid::from_u128(7);
        other.create_subject(theirs, first, &SeededEntropy::new(5)).await.expect("a subject");
        let entropy = Arc::new(SeededEntropy::new(6));
        let done = house.service.keys.renew(house.clock.time(), 30, entropy.as_ref()).await.expect("done");
        assert_eq!(done.destroyed, 1);
        assert!(opens(&other, theirs).await && opens(&house.service.keys, subject).await);
        let done = house.service.keys.renew(first, 30, entropy.as_ref()).await.expect("done");
        assert_eq!((done.rewrapped, done.destroyed), (0, 0));
        // a row that does not open keeps its day, and is told
        let mut damaged = db::keys::SubjectKeyRow {
            subject: theirs,
            kind: "data".to_owned(),
            version: 2,
            epoch: house.source.list().expect("days")[0].0,
            wrapped: vec![1; 60],
            created_at: first,
        };
        db.keys.write([insert_subject("other", &damaged)]).await.expect("written");
        house.clock.advance_days(40);
        let told = house.service.keys.renew(house.clock.time(), 30, entropy.as_ref()).await;
        assert!(matches!(told, Err(Error::Damaged(_))), "{told:?}");
        let kept = house.source.list().expect("days");
        damaged.version = 1;
        assert!(kept.contains(&vault::Epoch(damaged.epoch)) && opens(&house.service.keys, subject).await);
    })
    .await;
}
