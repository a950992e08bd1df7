//! Index keys are replaced while the service runs: whoever was found is found, whatever the thief had is worth nothing.

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

        // another node that has not read the new key writes and looks with the former one
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
