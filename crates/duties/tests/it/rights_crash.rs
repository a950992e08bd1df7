//! The process ended at any named point of a run, and started again on the same databases: the same end, nothing
//! twice. The whole table on SQLite, every point of an erasure once on PostgreSQL. That the binary survives a real
//! kill is tested with the binary.

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
use crate::rights_shop::{Database, Shop};

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

/// What is killed and started again.
struct Killed<'a> {
    db: &'a TestDb,
    house: House,
    shop: &'a Shop,
    staff: Staff,
}

impl<'a> Killed<'a> {
    async fn new(db: &'a TestDb, shop: &'a Shop) -> (Self, Uuid) {
        let mut house = House::new(db).await;
        shop.open(&mut house);
        let (subject, staff) = (kari(&house).await, lead(&house).await);
        (Self { db, house, shop, staff }, subject)
    }

    async fn state(&self, id: Uuid) -> RequestState {
        rights::row(&self.house.service, id, "en").await.expect("a row").summary.state
    }

    /// Runs until it is done: killed at the point, then started again after the lease ended. A process that starts
    /// has nothing of the one that ended: no instance, no locks, no connections, no keys in memory.
    async fn at(&mut self, id: Uuid, point: &'static str, skip: u32) -> bool {
        let (watch, fired) = at(point, skip);
        let first = rights::watched(watch, rights::run(&self.house.service, &self.staff, id)).await;
        if !fired.load(Ordering::SeqCst) {
            assert!(matches!(first, Ok(RequestState::Done)), "{point}: {first:?}");
            return false;
        }
        assert!(matches!(first, Err(Error::Stopped(_))), "{point}: {first:?}");
        let before = self.house.service.instance;
        self.house.restart(self.db).await;
        self.shop.open_again(&mut self.house).await;
        assert_ne!(self.house.service.instance, before);
        let state = self.state(id).await;
        let ends_here = point == "complete:after";
        assert!(
            ends_here || state != RequestState::Done,
            "{point}: never shown as done before it is verified"
        );
        self.house.clock.advance(SignedDuration::from_mins(3));
        if state == RequestState::Planned || state == RequestState::Open {
            let again = rights::run(&self.house.service, &self.staff, id).await;
            again.expect("the staff press the button again");
        } else {
            rights::tick(&self.house.service).await.expect("a tick takes it up");
        }
        assert_eq!(self.state(id).await, RequestState::Done, "{point} ({skip})");
        true
    }
}

async fn once(house: &House, subject: Uuid, kinds: &[Kind], what: &str) {
    let all = kinds_of(house, subject).await;
    for kind in kinds {
        assert_eq!(all.iter().filter(|one| *one == kind).count(), 1, "{kind} after {what}");
    }
}

async fn erasure_killed_at(db: &TestDb, shop: &Shop, point: &'static str, skip: u32) -> bool {
    shop.restock().await;
    let (mut killed, subject) = Killed::new(db, shop).await;
    let service = &killed.house.service;
    let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
    rights::plan(service, &killed.staff, id, "en").await.expect("a plan");
    rights::rehearse(service, &killed.staff, id, "en").await.expect("rehearsed");
    let fired = killed.at(id, point, skip).await;
    let left: Vec<String> = shop.dump().await.into_iter().filter(|line| line.contains("Kari")).collect();
    assert!(left.iter().all(|line| line.starts_with("invoices.name")), "{point} ({skip}): {left:?}");
    let service = &killed.house.service;
    assert!(db::records::list(&service.db, "wepack", subject).await.expect("records").is_empty());
    assert!(matches!(service.keys.data(subject).await, Err(duties::Error::Erased)));
    let kinds = [Kind::RequestStarted, Kind::SubjectErased, Kind::RequestAnswered, Kind::RequestClosed];
    once(&killed.house, subject, &kinds, point).await;
    let letters = killed.house.letters().await;
    let last = letters.iter().filter(|letter| letter.text.contains("looked again")).count();
    assert_eq!(last, 1, "{point} ({skip}): one last letter");
    fired
}

/// The points an erasure comes by.
fn points() -> impl Iterator<Item = &'static str> {
    POINTS.iter().copied().filter(|point| !point.starts_with("answer"))
}

#[tokio::test]
async fn an_erasure_killed_at_every_point_of_every_step_ends_the_same() {
    let shop = Shop::sqlite().await;
    for point in points() {
        // a point of each step comes by once for every step: publish, shop, forget, tell
        let mut reached = 0;
        for skip in 0..4 {
            let db = TestDb::sqlite().await;
            if !erasure_killed_at(&db, &shop, point, skip).await {
                break;
            }
            reached += 1;
        }
        assert!(reached > 0, "{point} was never reached");
    }
}

#[tokio::test]
async fn an_erasure_killed_at_every_point_of_every_step_ends_the_same_on_postgresql() {
    let Some(company) = Database::postgres().await else { return };
    let shop = Shop::stocked(company).await;
    for point in points() {
        let mut reached = 0;
        for skip in 0..4 {
            let Some(db) = TestDb::postgres().await else { return };
            if !erasure_killed_at(&db, &shop, point, skip).await {
                break;
            }
            reached += 1;
        }
        assert!(reached > 0, "{point} was never reached");
    }
}

async fn access_killed_at(db: &TestDb, shop: &Shop, point: &'static str) {
    let (mut killed, subject) = Killed::new(db, shop).await;
    let opened = rights::open(&killed.house.service, subject, RequestKind::Access, "", "en").await;
    let id = opened.expect("opens").request.id;
    assert!(killed.at(id, point, 0).await, "{point} was never reached");
    let packages = packages::list(&killed.house.service.db, "wepack", id).await.expect("packages");
    assert_eq!(packages.len(), 1);
    once(&killed.house, subject, &[Kind::RequestAnswered, Kind::RequestClosed], point).await;
    let letters = killed.house.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.text.contains("is ready")).count(), 1, "{point}");
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
        TestDb::each(async |db| access_killed_at(&db, &shop, point).await).await;
    }
}
