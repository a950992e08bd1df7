//! Housekeeping: each part by itself, what failed is told, and what may be forgotten is.

use duties::enrol::{self, Enrolled, Format};
use duties::{consent, jobs, subjects};
use jiff::SignedDuration;
use testkit::TestDb;
use uuid::Uuid;
use vault::IdentifierKind::Phone;
use vault::KeySource as _;

use crate::fixture::House;
use crate::rights_kit::kari;
use crate::unsteady::Unsteady;

#[tokio::test]
async fn one_part_that_fails_keeps_no_other_from_being_done_and_each_is_told() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let kari = kari(&house).await;
        subjects::rotate_indexes(&house.service, &|_| {}).await.expect("rotated");
        house.clock.advance_hours(24 * 40);
        let folder = Unsteady::over(&house.published);
        folder.fail(Some(""));
        house.service.published = Some(folder.clone());
        let failed = jobs::tidy(&house.service).await.expect_err("the published folder is gone");
        let tasks: Vec<&str> = failed.0.iter().map(|one| one.task).collect();
        assert_eq!(tasks, ["erased", "bundles", "signing"], "{failed}");
        assert!(failed.to_string().contains("bundles: the published ledger at"), "{failed}");
        // it is shown, and says the same
        let shown = house.service.sweep().expect("a sweep");
        assert_eq!(shown.failed.iter().map(|(task, _)| *task).collect::<Vec<_>>(), tasks);
        // the parts after those that failed were done
        assert_eq!(house.service.keys.indexes(Phone).expect("keys").len(), 1, "the rotation is finished");
        assert_eq!(house.source.list().expect("days").len(), 1, "old days' keys are destroyed");
        assert!(house.service.keys.data(kari).await.is_ok());
        folder.fail(None);
        jobs::tidy(&house.service).await.expect("everything");
        assert_eq!(house.service.sweep().expect("a sweep").failed, []);
    })
    .await;
}

/// A consent recorded over HTTP under a name of the program's own; whether it was there before.
async fn consent(house: &House, subject: Uuid) -> bool {
    let new = crate::consent::spoken(subject);
    let once = consent::once(b"the app's own name");
    consent::enter(&house.service, &new, "token:app", Some(once)).await.expect("recorded").repeated
}

#[tokio::test]
async fn keys_of_requests_are_forgotten_after_their_time_and_those_of_enrolled_lines_never() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = kari(&house).await;
        let text = r#"{"reference": "1", "email": "siv@firma.example"}"#;
        let line = enrol::read(Format::JsonLines, text.as_bytes()).next().expect("a line").expect("read").1;
        let enrol = async || enrol::enrol(&house.service, &line).await.expect("a line");
        assert!(matches!(enrol().await, Enrolled::New(_)));
        assert!(!consent(&house, kari).await);
        // to the last day it is the same request
        house.clock.advance(jobs::REPEATABLE - SignedDuration::from_hours(1));
        jobs::tidy(&house.service).await.expect("tidied");
        assert!(consent(&house, kari).await, "the same within its time");
        house.clock.advance_hours(2);
        jobs::tidy(&house.service).await.expect("tidied");
        assert!(!consent(&house, kari).await, "a new one after it");
        house.clock.advance_days(400);
        jobs::tidy(&house.service).await.expect("tidied");
        let size = house.size().await;
        assert!(matches!(enrol().await, Enrolled::Before(Some(_))), "known for good");
        assert_eq!(house.size().await, size);
    })
    .await;
}
