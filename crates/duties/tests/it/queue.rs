//! While the database is behind what is published: requests wait, and count from the moment they came.

use std::sync::Arc;

use duties::published::{Memory, Published};
use duties::queue::{self, NewQueued, NotQueued};
use duties::rights::RequestKind;
use duties::{accountability, standing};
use gate::Reason;
use testkit::TestDb;

use crate::fixture::House;
use crate::rights_kit::{KARI, kari, signed_in};

fn withdrawal(email: &str) -> NewQueued {
    NewQueued {
        kind: RequestKind::Objection,
        detail: String::new(),
        email: email.to_owned(),
        lang: "en".to_owned(),
    }
}

#[tokio::test]
async fn a_request_taken_in_while_the_database_is_behind_counts_from_then_once_its_person_stands_by_it() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let subject = kari(&house).await;
        accountability::publish(&house.service).await.expect("published");
        let waits = Arc::new(Memory::default());
        // a database from before
        let older = TestDb::sqlite().await;
        let behind = house.again(&db, older.db.clone(), 3).await.with_queue(waits.clone());
        assert!(accountability::check(&behind).await.is_err());
        let received = house.clock.time();
        queue::accept(&behind, withdrawal(KARI)).await.expect("taken in");
        queue::accept(&behind, withdrawal("stranger@firma.example")).await.expect("the same for a stranger");
        let files: Vec<String> = waits.paths();
        assert_eq!(files.len(), 2);
        for file in &files {
            let bytes = waits.file(file).expect("a file");
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            assert!(!text.contains("kari") && !text.contains("objection"), "sealed");
        }

        // the right database is back
        house.service = house.again(&db, house.service.db.clone(), 4).await.with_queue(waits.clone());
        house.clock.advance_hours(30);
        assert_eq!(queue::settle(&house.service).await.expect("looked"), 2);
        let letters = house.letters().await;
        let told = letters.iter().filter(|mail| mail.subject.starts_with("We have what you sent us")).count();
        assert_eq!(told, 2, "each address is written to, known or not");
        assert_eq!(queue::settle(&house.service).await.expect("looked"), 0, "once");
        let reason = async |house: &House| {
            let now = house.clock.time();
            standing::decide(&house.service, subject, "answer-enquiries", now).await.expect("decided").reason
        };
        assert_ne!(reason(&house).await, Reason::Objected, "typing an address objects for nobody");

        house.clock.advance_hours(1);
        assert_eq!(signed_in(&house, KARI).await, subject);
        assert_eq!(queue::settle(&house.service).await.expect("looked"), 0);
        assert_ne!(reason(&house).await, Reason::Objected, "signing in says nothing of it");
        let waiting = queue::of(&house.service, subject).await.expect("hers");
        assert_eq!(waiting.len(), 1, "the stranger's is none of hers");
        for other in queue::list(&house.service).await.expect("listed") {
            if other.id != waiting[0].id {
                queue::answer(&house.service, subject, other.id, true).await.expect("nothing happens");
            }
        }
        queue::answer(&house.service, subject, waiting[0].id, true).await.expect("opened");
        queue::answer(&house.service, subject, waiting[0].id, true).await.expect("once");
        assert_eq!(reason(&house).await, Reason::Objected);
        let rows = db::requests::list_of(&house.service.db, "wepack", subject).await.expect("requests");
        assert_eq!((rows.len(), rows[0].received_at), (1, received), "its clocks run from receipt");
        assert_eq!(queue::list(&house.service).await.expect("listed").len(), 1, "the stranger's waits on");
        house.clock.advance_days(31);
        assert_eq!(queue::settle(&house.service).await.expect("looked"), 0);
        assert!(queue::list(&house.service).await.expect("listed").is_empty(), "and is forgotten");
    })
    .await;
}

#[tokio::test]
async fn whoever_types_somebody_elses_address_erases_nobody() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let subject = kari(&house).await;
        let waits = Arc::new(Memory::default());
        house.service = house.again(&db, house.service.db.clone(), 9).await.with_queue(waits.clone());
        let erasure = NewQueued { kind: RequestKind::Erasure, ..withdrawal(KARI) };
        queue::accept(&house.service, erasure).await.expect("taken in");
        // a file that somebody changed holds nobody else up
        waits.put(&format!("request/{}", uuid::Uuid::from_u128(1)), b"changed").await.expect("put");
        house.clock.advance_hours(1);
        queue::settle(&house.service).await.expect("asked");
        assert_eq!(signed_in(&house, KARI).await, subject);
        let requests =
            async || db::requests::list_of(&house.service.db, "wepack", subject).await.expect("requests");
        assert!(requests().await.is_empty());
        let waiting = queue::of(&house.service, subject).await.expect("hers");
        queue::answer(&house.service, subject, waiting[0].id, false).await.expect("not hers");
        assert!(
            requests().await.is_empty() && queue::of(&house.service, subject).await.expect("none").is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_no_request_or_too_much_is_refused_and_a_half_written_file_does_no_harm() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    let waits = Arc::new(Memory::default());
    let service = house.again(&db, house.service.db.clone(), 5).await.with_queue(waits.clone());
    let accept = async |new: NewQueued| queue::accept(&service, new).await;
    assert!(matches!(accept(withdrawal("nobody")).await, Err(NotQueued::NotAnAddress)));
    let question = NewQueued { kind: RequestKind::Question, ..withdrawal(KARI) };
    assert!(matches!(accept(question.clone()).await, Err(NotQueued::Text)));
    let long = NewQueued { detail: "x".repeat(4001), ..question };
    assert!(matches!(accept(long).await, Err(NotQueued::Text)));
    waits.put("request/0192.writing", b"half").await.expect("put");
    accept(withdrawal(KARI)).await.expect("taken in");
    assert_eq!(queue::list(&service).await.expect("listed").len(), 1);
    let mut refused = 0;
    for _ in 0..100 {
        refused += usize::from(matches!(accept(withdrawal(KARI)).await, Err(NotQueued::TooMany)));
    }
    assert!(refused > 50, "{refused}");
    let closed = house.again(&db, house.service.db.clone(), 6).await;
    assert!(matches!(queue::accept(&closed, withdrawal(KARI)).await, Err(NotQueued::Failed(_))));
}
