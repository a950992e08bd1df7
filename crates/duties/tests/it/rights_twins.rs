//! Two nodes can make two subjects of one address; an erasure forgets neither.

use db::subjects;
use duties::accounts::Staff;
use duties::rights::{self, Error, NewByStaff, Proven, RequestKind, RequestState};
use policy::map::IdentifierKind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::{House, contact};
use crate::rights_kit::{KARI, lead, signed_in};

/// The same form at two nodes at once: both look for the address before either has written it. A machine that is busy
/// lets one of them be too late; then another address is tried, and the one that has two subjects comes back.
async fn raced(house: &House, db: &TestDb) -> String {
    let other = house.again(db, db.node().await, 100).await;
    // both have looked and written before, so that neither loses the race by making connections
    for node in [&house.service, &other] {
        subjects::count(&node.db, "wepack", subjects::ACTIVE).await.expect("a count");
        duties::jobs::tidy(node).await.expect("tidied");
    }
    for attempt in 0..50 {
        let address = format!("kari.{attempt}@firma.example");
        let before = house.subjects().await;
        let (mut one, mut two) = (contact(&house.service), contact(&other));
        one.fields[1].1.clone_from(&address);
        two.fields[1].1.clone_from(&address);
        two.fields[3].1 = "And one more thing.".to_owned();
        let (one, two) = tokio::join!(
            duties::collect::submit(&house.service, "contact", one),
            duties::collect::submit(&other, "contact", two),
        );
        one.expect("taken over");
        two.expect("taken over");
        if house.subjects().await == before + 2 {
            other.db.close().await;
            return address;
        }
    }
    panic!("the two nodes never raced");
}

async fn rehearsed(house: &House, staff: &Staff, subject: Uuid) -> Uuid {
    let service = &house.service;
    let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
    rights::plan(service, staff, id, "en").await.expect("a plan");
    rights::rehearse(service, staff, id, "en").await.expect("rehearsed");
    id
}

#[tokio::test]
async fn an_erasure_takes_along_who_is_the_same_person_over_again() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let address = raced(&house, &db).await;
        house.letters().await;
        let subject = signed_in(&house, &address).await;
        let staff = lead(&house).await;
        let id = rehearsed(&house, &staff, subject).await;
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
        let all = subjects::list(&house.service.db, "wepack", Uuid::nil(), 99).await.expect("subjects");
        let erased: Vec<_> = all.into_iter().filter(|one| one.state == subjects::ERASED).collect();
        assert_eq!(erased.len(), 2);
        for one in erased {
            assert!(matches!(house.service.keys.data(one.id).await, Err(duties::Error::Erased)));
            let records = db::records::list(&house.service.db, "wepack", one.id).await.expect("records");
            assert!(records.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn who_shares_an_address_but_may_be_somebody_else_stops_the_erasure_until_staff_looked() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.contact().await;
        house.letters().await;
        let kari = signed_in(&house, KARI).await;
        let staff = lead(&house).await;
        // found by another identifier, and given the same address
        let proven =
            |kind, of: &str, value: &str| Proven { kind, of: of.to_owned(), value: value.to_owned() };
        let number = proven(IdentifierKind::Number, "customer-number", "77");
        let new = NewByStaff {
            kind: RequestKind::Question,
            identifiers: vec![number.clone(), proven(IdentifierKind::Email, "", KARI)],
            detail: "By letter".to_owned(),
            lang: "en".to_owned(),
        };
        rights::open_by_staff(&house.service, &staff, new.clone()).await.expect("opens");
        assert_eq!(house.subjects().await, 2);
        let id = rehearsed(&house, &staff, kari).await;
        assert!(matches!(rights::run(&house.service, &staff, id).await, Err(Error::Shared)));
        assert!(!Error::Shared.public("nb").contains('⟦'));
        let erasure = NewByStaff { kind: RequestKind::Erasure, ..new };
        rights::open_by_staff(&house.service, &staff, erasure).await.expect("opens");
        assert_eq!(rights::run(&house.service, &staff, id).await.expect("runs"), RequestState::Done);
    })
    .await;
}
