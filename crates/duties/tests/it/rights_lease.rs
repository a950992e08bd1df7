//! The lease of a step: held as long as the work takes, and a fence once it is lost.

use std::sync::Arc;

use db::{Engine, Unit, steps};
use duties::accounts::Staff;
use duties::jobs;
use duties::rights::{self, Error, RequestKind, RequestState};
use jiff::SignedDuration;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{kari, lead};
use crate::rights_shop::Shop;

async fn rehearsed(house: &House) -> (Uuid, Staff) {
    let (subject, staff) = (kari(house).await, lead(house).await);
    let service = &house.service;
    let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
    rights::plan(service, &staff, id, "en").await.expect("a plan");
    rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
    (id, staff)
}

async fn names_kari(shop: &Shop) -> bool {
    shop.dump().await.iter().any(|line| line.starts_with("customers") && line.contains("Kari"))
}

#[tokio::test]
async fn an_erasure_that_takes_longer_than_a_lease_is_carried_out_once() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (id, staff) = rehearsed(&house).await;
        // four minutes in all; a lease lasts two
        shop.connector.slow(&house.clock, SignedDuration::from_secs(60), 4);
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
        assert!(!names_kari(&shop).await);
        assert_eq!(*shop.connector.erased.lock().expect("a lock"), 1);
        let steps = steps::list(&house.service.db, "wepack", id).await.expect("steps");
        assert!(steps.iter().all(|step| step.attempts == 1 && step.lease_until.is_none()));
    })
    .await;
}

#[tokio::test]
async fn a_lease_that_is_lost_still_keeps_the_store_from_committing() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (id, staff) = rehearsed(&house).await;
        shop.connector.slow(&house.clock, SignedDuration::from_secs(1), 2);
        let service = &house.service;
        let another = async {
            while *shop.connector.erased.lock().expect("a lock") == 0 {
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
            let all = steps::list(&service.db, "wepack", id).await.expect("steps");
            let step = all.into_iter().find(|step| step.target == "shop").expect("the shop's step");
            // as a node whose clock says that the lease is over
            let late = house.clock.time().checked_add(SignedDuration::from_mins(10)).expect("a time");
            let until = late.checked_add(SignedDuration::from_mins(2)).expect("a time");
            let take = steps::lease("wepack", &step, "another", until, late);
            service.db.submit(Unit::new("wepack", late).write(take)).await.expect("taken over");
        };
        let (state, ()) = tokio::join!(rights::run(service, &staff, id), another);
        assert_ne!(state.expect("it says where it stands"), RequestState::Done);
        assert!(names_kari(&shop).await, "rolled back");
        house.clock.advance(SignedDuration::from_mins(13));
        rights::tick(service).await.expect("a tick takes it up");
        let row = rights::row(service, id, "en").await.expect("a row");
        assert_eq!(row.summary.state, RequestState::Done);
        assert!(!names_kari(&shop).await);
    })
    .await;
}

#[tokio::test]
async fn what_a_killed_server_held_goes_on_at_once_on_the_embedded_database_we_13() {
    TestDb::each(async |db| {
        let shop = Shop::sqlite().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (id, staff) = rehearsed(&house).await;
        let service = &house.service;
        // killed right before the shop erases, with two minutes of the lease to go
        let watch = Arc::new(|point: &'static str| point == "store-erase:before");
        let killed = rights::watched(watch, rights::run(service, &staff, id)).await;
        assert!(matches!(killed, Err(Error::Stopped(_))), "{killed:?}");
        rights::tick(service).await.expect("a tick");
        assert!(names_kari(&shop).await, "held by the one that was killed");
        let all = steps::list(&service.db, "wepack", id).await.expect("steps");
        let held = all.into_iter().find(|step| step.target == "shop").expect("the shop's step");
        let Some(alone) = service.db.serve_alone().expect("nobody serves it") else {
            // several nodes share PostgreSQL: nobody knows who is dead before the lease ends
            return assert_eq!(service.db.engine(), Engine::Postgres);
        };
        jobs::take_up(service, &alone).await.expect("taken up");
        let late =
            service.db.submit(Unit::new("wepack", service.now()).write(steps::update("wepack", &held)));
        assert!(late.await.is_err_and(|error| error.is_conflict()), "the dead one's epoch is over");
        rights::tick(service).await.expect("a tick takes it up, without any waiting");
        let row = rights::row(service, id, "en").await.expect("a row");
        assert_eq!(row.summary.state, RequestState::Done);
        assert!(!names_kari(&shop).await);
        assert_eq!(*shop.connector.erased.lock().expect("a lock"), 1);
    })
    .await;
}
