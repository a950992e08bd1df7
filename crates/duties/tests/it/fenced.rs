//! Who slept through their lease publishes nothing over whoever has it by now.

use std::sync::Arc;

use duties::{Service, accountability};
use jiff::SignedDuration;
use ledger::Checkpoint;
use testkit::TestDb;

use crate::fixture::House;
use crate::unsteady::Unsteady;

async fn write(service: &Service) {
    let facts = duties::entries::facts(service, ledger::Kind::Attested, None, duties::entries::ABIDE);
    let key = service.keys.service_evidence().expect("the key");
    let entry = duties::entries::entry(service, &key, facts, None).expect("an entry");
    service.submit(service.unit().entry(entry)).await.expect("written");
}

/// The size of what is published.
fn published(house: &House) -> u64 {
    let note = String::from_utf8(house.published.file("checkpoint").expect("a checkpoint")).expect("text");
    Checkpoint::verify(&note, &house.service.keys.verifier().expect("the key")).expect("signed").size
}

#[tokio::test]
async fn so_13_a_node_whose_lease_lapsed_puts_no_older_checkpoint_over_a_newer_one() {
    for slept_at in ["replay/", "tile/"] {
        TestDb::each(async |db| {
            let mut house = House::new(&db).await;
            let other = Arc::new(house.again(&db, db.node().await, 31).await);
            accountability::publish(&house.service).await.expect("published");
            house.entry().await;
            let folder = Unsteady::over(&house.published);
            let (node, clock) = (Arc::clone(&other), house.clock.clone());
            folder.meanwhile(slept_at, async move {
                clock.advance(SignedDuration::from_secs(45));
                write(&node).await;
                let state = accountability::publish(&node).await.expect("the other node publishes");
                assert_eq!(state.published, state.size, "the lease had lapsed");
            });
            house.service.published = Some(folder);
            let state = accountability::publish(&house.service).await.expect("left to the other");
            let size = house.size().await;
            assert_eq!((state.published, published(&house)), (size, size), "asleep at {slept_at}");
            accountability::check(&house.service).await.expect("it continues what is published");
        })
        .await;
    }
}

#[tokio::test]
async fn long_work_holds_its_lease_as_long_as_it_takes() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let other = Arc::new(house.again(&db, db.node().await, 32).await);
        accountability::publish(&house.service).await.expect("published");
        house.entry().await;
        // two files, each slower than half the lease: together longer than it
        let folder = Unsteady::over(&house.published);
        let (node, clock, inner) = (Arc::clone(&other), house.clock.clone(), Arc::clone(&folder));
        folder.meanwhile("tile/", async move {
            clock.advance(SignedDuration::from_secs(25));
            let later = clock.clone();
            inner.meanwhile("replay/", async move {
                later.advance(SignedDuration::from_secs(25));
                write(&node).await;
                let before = accountability::checkpoint(&node).await.expect("a state").published;
                let state = accountability::publish(&node).await.expect("asked");
                assert_eq!(state.published, before, "it is left to who is at it");
            });
        });
        house.service.published = Some(folder);
        let size = house.size().await;
        let state = accountability::publish(&house.service).await.expect("published");
        assert_eq!((state.published, published(&house)), (size, size), "what it began with");
    })
    .await;
}
