//! What the last letter said stays: it stays to its last day, then it goes, and the proofs still verify.

use duties::receipts::{self, Reader};
use duties::rights::{self, RequestKind, RequestState};
use duties::{accountability, jobs};
use jiff::civil::Date;
use ledger::proof;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::{House, contact};
use crate::rights_kit::{kari, kinds_of, lead};

/// Ola, who stays, wrote by the contact form.
pub async fn ola(house: &House) -> duties::collect::Collected {
    let mut form = contact(&house.service);
    form.fields[1].1 = "ola@firma.example".to_owned();
    duties::collect::submit(&house.service, "contact", form).await.expect("the form is taken over")
}

/// Erases Kari and returns who she was.
pub async fn erased(house: &House) -> Uuid {
    let (subject, staff) = (kari(house).await, lead(house).await);
    let service = &house.service;
    let opened = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens");
    let id = opened.request.id;
    rights::plan(service, &staff, id, "en").await.expect("a plan");
    rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
    assert_eq!(rights::run(service, &staff, id).await.expect("it runs"), RequestState::Done);
    house.letters().await;
    accountability::publish(service).await.expect("published");
    subject
}

/// Noon in Oslo on that day, and one round of tidying.
async fn tidied_on(house: &House, day: Date) {
    house.clock.set(day.at(12, 0, 0, 0).in_tz("Europe/Oslo").expect("a time").timestamp());
    jobs::tidy(&house.service).await.expect("tidied");
}

fn tombstones(house: &House) -> usize {
    house.published.paths().iter().filter(|path| path.starts_with("tombstone/")).count()
}

/// Every leaf is proven under the head, and the head continues what was published.
async fn proofs_verify(house: &House) {
    let (db, size) = (&house.service.db, house.size().await);
    let root = db::entries::head(db, "wepack").await.expect("a head").root;
    for index in 0..size {
        let (_, hash) = db::entries::leaf(db, "wepack", index).await.expect("a look").expect("a leaf");
        let path = db::entries::inclusion(db, "wepack", index, size).await.expect("a proof");
        proof::verify_inclusion(&hash, index, size, &path, &root).expect("it is there");
    }
    accountability::check(&house.service).await.expect("it continues what was published");
}

#[tokio::test]
async fn evidence_and_tombstone_stay_to_the_day_they_were_told_and_go_after_it() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let other = ola(&house).await;
        let subject = erased(&house).await;
        let name = subject.simple().to_string();
        let receipt = {
            let all = db::entries::list_of(&house.service.db, "wepack", subject).await.expect("entries");
            all.last().expect("an entry").facts.id
        };
        assert!(house.letters().await.iter().any(|letter| {
            letter.text.contains("Until 2 December 2026")
                && letter.text.contains("after 30 days")
                && letter.text.contains("Until 2 November 2029")
        }));
        tidied_on(&house, "2026-12-02".parse().expect("a day")).await;
        assert_eq!(tombstones(&house), 1, "its last day");
        tidied_on(&house, "2026-12-03".parse().expect("a day")).await;
        assert_eq!(tombstones(&house), 0, "the day after");
        tidied_on(&house, "2029-11-02".parse().expect("a day")).await;
        assert!(kinds_of(&house, subject).await.len() > 3, "its last day");
        receipts::get(&house.service, receipt, Reader::Person(subject)).await.expect("it can be proven");
        for _ in 0..2 {
            tidied_on(&house, "2029-11-03".parse().expect("a day")).await;
            assert!(kinds_of(&house, subject).await.is_empty(), "the day after");
            assert!(matches!(house.service.keys.evidence(subject).await, Err(duties::Error::Erased)));
            for (table, rows) in db.dump().await.into_iter().chain(db.dump_keys().await) {
                let left = rows.iter().filter(|row| row.to_lowercase().contains(&name)).count();
                assert_eq!(left, 0, "{table} still names the subject");
            }
            proofs_verify(&house).await;
        }
        // nobody else lost anything
        receipts::get(&house.service, other.receipt, Reader::Person(other.subject)).await.expect("kept");
    })
    .await;
}
