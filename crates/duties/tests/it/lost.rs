//! A crash image of the database whose log was cut off anywhere: what is there is whole, and a loss of anything published
//! is found.

use duties::{Error, accountability, doctor};
use testkit::TestDb;

use crate::fixture::House;

/// The database's files as they are on the disk now, the log cut off at `keep` bytes, in a folder of their own.
fn image(url: &str, keep: u64) -> (tempfile::TempDir, String) {
    let path = url.strip_prefix("sqlite://").expect("a file");
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("abide.db");
    std::fs::copy(path, &copy).expect("the file");
    let log = folder.path().join("abide.db-wal");
    std::fs::copy(format!("{path}-wal"), &log).expect("the log");
    std::fs::OpenOptions::new().write(true).open(&log).expect("the log").set_len(keep).expect("cut");
    (folder, format!("sqlite://{}", copy.display()))
}

#[tokio::test]
async fn a_log_cut_off_anywhere_loses_nothing_published_unnoticed() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    for _ in 0..4 {
        house.contact_again().await;
        accountability::publish(&house.service).await.expect("published");
        house.contact_again().await;
    }
    let published = accountability::checkpoint(&house.service).await.expect("a state").published;
    let log = std::fs::metadata(format!("{}-wal", db.url().strip_prefix("sqlite://").expect("a file")))
        .expect("a log")
        .len();
    let (mut whole, mut behind) = (0, 0);
    // offsets spread over the log, off every boundary of a page too
    for nth in 0..=24_u64 {
        let keep = if nth == 24 { log } else { (log * nth / 24).saturating_sub(nth * 7 % 41) };
        let (_folder, url) = image(db.url(), keep);
        let Ok(cut) = db::Db::open(&url).await else { panic!("at {keep}: it does not open") };
        let service = house.again(&db, cut, 100 + nth).await;
        let size = db::entries::head(&service.db, "wepack").await.expect("a whole head").size;
        match accountability::check(&service).await {
            Ok(()) => {
                assert!(size >= published, "at {keep}: {size} of {published} and nobody noticed");
                whole += 1;
            }
            Err(Error::Behind { database, published: told }) => {
                assert!(database < published && told == published, "at {keep}");
                assert!(accountability::publish(&service).await.is_err(), "it signs nothing");
                behind += 1;
            }
            Err(error) => panic!("at {keep}: {error}"),
        }
        let report = doctor::examine(&service, |_, _| ()).await.expect("examined");
        let other: Vec<_> = report
            .findings
            .iter()
            .filter(|one| !["behind", "policy-unknown"].contains(&one.code.as_str()))
            .collect();
        assert!(other.is_empty(), "at {keep}: what is there is whole: {other:?}");
        service.db.close().await;
    }
    assert!(whole >= 1 && behind >= 10, "{whole} {behind}");
}

#[tokio::test]
async fn a_clock_that_jumps_back_is_told_of_and_harms_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.contact().await;
        let later = house.clock.time().checked_sub(jiff::SignedDuration::from_hours(5)).expect("a time");
        house.clock.set(later);
        house.contact_again().await;
        let state = accountability::publish(&house.service).await.expect("published");
        assert_eq!(state.published, state.size);
        let report = doctor::examine(&house.service, |_, _| ()).await.expect("examined");
        assert_eq!(report.grade(), Some(doctor::Grade::Look), "{report:?}");
        assert!(report.findings.iter().all(|one| one.code == "clock-back") && report.findings.len() == 1);
    })
    .await;
}
