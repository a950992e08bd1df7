//! The process killed at any named point of a run, and started again: the same end, nothing twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use db::packages;
use duties::accounts::Staff;
use duties::rights::{self, Error, POINTS, RequestKind, RequestState, Watch};
use jiff::SignedDuration;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::rights_kit::{kari, kinds_of, lead};
use crate::rights_shop::Shop;

/// Stops the first time this point is reached after `skip` others of the same name.
fn at(point: &'static str, skip: u32) -> (Watch, Arc<AtomicBool>) {
    let (fired, left) = (Arc::new(AtomicBool::new(false)), std::sync::Mutex::new(skip));
    let seen = Arc::clone(&fired);
    let watch = move |name: &'static str| {
        if name != point || seen.load(Ordering::SeqCst) {
            return false;
        }
        let mut left = left.lock().expect("a lock");
        if *left > 0 {
            *left -= 1;
            return false;
        }
        seen.store(true, Ordering::SeqCst);
        true
    };
    (Arc::new(watch), fired)
}

/// Runs until it is done: killed at the point, then started again after the lease ended.
async fn killed_and_started(house: &House, staff: &Staff, id: Uuid, point: &'static str, skip: u32) -> bool {
    let (watch, fired) = at(point, skip);
    let first = rights::watched(watch, rights::run(&house.service, staff, id)).await;
    if !fired.load(Ordering::SeqCst) {
        assert!(matches!(first, Ok(RequestState::Done)), "{point}: {first:?}");
        return false;
    }
    assert!(matches!(first, Err(Error::Stopped(_))), "{point}: {first:?}");
    let state = rights::row(&house.service, id, "en").await.expect("a row").summary.state;
    let ends_here = point == "complete:after";
    assert!(ends_here || state != RequestState::Done, "{point}: never shown as done before it is verified");
    house.clock.advance(SignedDuration::from_mins(3));
    if state == RequestState::Planned || state == RequestState::Open {
        rights::run(&house.service, staff, id).await.expect("the staff press the button again");
    } else {
        rights::tick(&house.service).await.expect("a tick takes it up");
    }
    let state = rights::row(&house.service, id, "en").await.expect("a row").summary.state;
    assert_eq!(state, RequestState::Done, "{point} ({skip})");
    true
}

async fn once(house: &House, subject: Uuid, kinds: &[Kind], what: &str) {
    let all = kinds_of(house, subject).await;
    for kind in kinds {
        assert_eq!(all.iter().filter(|one| *one == kind).count(), 1, "{kind} after {what}");
    }
}

async fn erasure_killed_at(shop: &Shop, point: &'static str, skip: u32) -> bool {
    shop.restock().await;
    let db = TestDb::sqlite().await;
    let mut house = House::new(&db).await;
    shop.open(&mut house);
    let (subject, staff) = (kari(&house).await, lead(&house).await);
    let service = &house.service;
    let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
    rights::plan(service, &staff, id, "en").await.expect("a plan");
    rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
    let fired = killed_and_started(&house, &staff, id, point, skip).await;
    let left: Vec<String> = shop.dump().await.into_iter().filter(|line| line.contains("Kari")).collect();
    assert!(left.iter().all(|line| line.starts_with("invoices.name")), "{point} ({skip}): {left:?}");
    assert!(db::records::list(&service.db, "wepack", subject).await.expect("records").is_empty());
    assert!(matches!(service.keys.data(subject).await, Err(duties::Error::Erased)));
    let kinds = [Kind::RequestStarted, Kind::SubjectErased, Kind::RequestAnswered, Kind::RequestClosed];
    once(&house, subject, &kinds, point).await;
    let letters = house.letters().await;
    let last = letters.iter().filter(|letter| letter.text.contains("looked again")).count();
    assert_eq!(last, 1, "{point} ({skip}): one last letter");
    fired
}

#[tokio::test]
async fn an_erasure_killed_at_every_point_of_every_step_ends_the_same() {
    let shop = Shop::sqlite().await;
    let mut reached = Vec::new();
    for point in POINTS.iter().filter(|point| !point.starts_with("answer")) {
        // a point of each step comes by once for every step: publish, shop, forget, tell
        for skip in 0..4 {
            if erasure_killed_at(&shop, point, skip).await {
                reached.push(*point);
            } else {
                break;
            }
        }
    }
    for point in POINTS.iter().filter(|point| !point.starts_with("answer")) {
        assert!(reached.contains(point), "{point} was never reached");
    }
}

#[tokio::test]
async fn an_access_killed_at_every_point_makes_one_answer() {
    let shop = Shop::sqlite().await;
    for point in [
        "start:before",
        "start:after",
        "lease:before",
        "lease:after",
        "answer:before",
        "answer-paper:before",
        "answer-paper:after",
        "answer:after",
        "complete:before",
        "complete:after",
    ] {
        let db = TestDb::sqlite().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        let id = rights::open(&house.service, subject, RequestKind::Access, "", "en")
            .await
            .expect("opens")
            .request
            .id;
        assert!(killed_and_started(&house, &staff, id, point, 0).await, "{point} was never reached");
        assert_eq!(packages::list(&house.service.db, "wepack", id).await.expect("packages").len(), 1);
        once(&house, subject, &[Kind::RequestAnswered, Kind::RequestClosed], point).await;
        let letters = house.letters().await;
        assert_eq!(letters.iter().filter(|letter| letter.text.contains("is ready")).count(), 1, "{point}");
    }
}
