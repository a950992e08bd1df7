//! Index keys are replaced while the service runs: whoever was found is found, whatever the thief had is worth nothing.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use duties::{jobs, subjects};
use testkit::TestDb;
use vault::IdentifierKind::{Email, Phone};

use crate::fixture::House;
use crate::rights_kit::{KARI, kari};

async fn blinds(house: &House, subject: uuid::Uuid) -> Vec<([u8; 32], u32)> {
    let rows = db::identifiers::list(&house.service.db, "wepack", subject).await.expect("rows");
    rows.into_iter().map(|row| (row.blind.expect("a hash"), row.index_version)).collect()
}

#[tokio::test]
async fn everybody_is_found_before_during_and_after_and_the_former_key_is_gone() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        let before = blinds(&house, kari).await;
        let service = &house.service;
        let done = subjects::rotate_indexes(service, &|_| {}).await.expect("rotated");
        assert_eq!((done.moved, done.done), (before.len() as u64, false), "other nodes may not know it yet");
        let after = blinds(&house, kari).await;
        assert!(after.iter().all(|(_, version)| *version == 2));
        assert!(after.iter().all(|(blind, _)| before.iter().all(|(old, _)| old != blind)));

        let found = subjects::find_verified(service, Email, KARI).await.expect("a look");
        assert_eq!(found, Some(kari));
        let again = house.contact_again().await;
        assert_eq!(again.subject, kari, "the same address is the same person");
        assert_eq!(blinds(&house, kari).await.len(), after.len(), "nothing twice");
        assert_eq!(service.keys.indexes(Phone).expect("keys").len(), 2);

        house.clock.advance_hours(3);
        jobs::tidy(service).await.expect("tidied");
        assert_eq!(service.keys.indexes(Phone).expect("keys").len(), 1, "the former one is destroyed");
        let own = db.keys.list_service("wepack").await.expect("keys");
        assert!(own.iter().filter(|row| row.name.starts_with("index-")).all(|row| row.version == 2));
        let restarted = house.again(&db, db.node().await, 9).await;
        let found = subjects::find_verified(&restarted, Email, KARI).await.expect("a look");
        assert_eq!(found, Some(kari));
        let done = subjects::rotate_indexes(&restarted, &|_| {}).await.expect("and once more");
        assert_eq!(done.moved, before.len() as u64);
        assert!(blinds(&house, kari).await.iter().all(|(_, version)| *version == 3));
    })
    .await;
}

#[tokio::test]
async fn a_node_that_did_not_bring_the_new_key_in_finds_everybody_and_makes_nobody_twice() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        let (other, writer) = (house.restored(&db).await, house.restored(&db).await);
        subjects::rotate_indexes(&house.service, &|_| {}).await.expect("rotated");
        assert_eq!(other.service.keys.indexes(Email).expect("keys").len(), 1, "it was not told");
        let found = subjects::find_verified(&other.service, Email, KARI).await.expect("a look");
        assert_eq!(found, Some(kari), "found by the new hash");
        assert_eq!(writer.service.keys.indexes(Email).expect("keys").len(), 1, "it was not told either");
        assert_eq!(writer.contact_again().await.subject, kari, "and nobody is made twice");
    })
    .await;
}

#[tokio::test]
async fn at_no_moment_of_a_rotation_is_anybody_not_found() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        let service = &house.service;
        for round in 0..2 {
            let mut rotation = pin!(subjects::rotate_indexes(service, &|_| {}));
            // between any two steps of it somebody looks with the keys as they are held then
            loop {
                let ended = poll_fn(|context| Poll::Ready(rotation.as_mut().poll(context))).await;
                let keys = service.keys.indexes(Email).expect("keys");
                let address = vault::normalise(Email, KARI).expect("an address");
                let hashed = blinds(&house, kari).await;
                let found = keys.iter().any(|key| hashed.contains(&(key.index(&address), key.version())));
                assert!(found, "round {round}: her address is hashed with none of {} keys", keys.len());
                match ended {
                    Poll::Ready(done) => break assert_eq!(done.expect("rotated").done, round == 1),
                    Poll::Pending => tokio::task::yield_now().await,
                }
            }
            house.clock.advance_hours(3);
        }
    })
    .await;
}

#[tokio::test]
async fn the_former_key_stays_as_long_as_a_row_is_hashed_with_it() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        let service = &house.service;
        let before = db::identifiers::list(&service.db, "wepack", kari).await.expect("rows");
        subjects::rotate_indexes(service, &|_| {}).await.expect("rotated");
        // a row that cannot be hashed anew: its person's data key is gone, and the row is not yet
        let back = |row: &db::identifiers::Identifier| {
            db::identifiers::reindex("wepack", row.id, 2, &row.blind.expect("a hash"), 1)
        };
        let unit = service.unit().write(back(&before[0]));
        service.submit(unit).await.expect("hashed with the former key again");
        service.keys.destroy_data(kari).await.expect("destroyed");
        house.clock.advance_hours(3);
        jobs::tidy(service).await.expect("tidied");
        let kind = vault::IdentifierKind::parse(&before[0].kind).expect("a kind");
        assert_eq!(service.keys.indexes(kind).expect("keys").len(), 2, "the row is found still");
        let gone = db::identifiers::delete("wepack", before[0].id);
        service.submit(service.unit().write(gone)).await.expect("deleted");
        jobs::tidy(service).await.expect("tidied");
        assert_eq!(service.keys.indexes(kind).expect("keys").len(), 1);
    })
    .await;
}
