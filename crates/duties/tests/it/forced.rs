//! Going on without what was published: what tombstones say is done, what is not continued is kept, and the ledger that
//! goes on can itself be restored.

use std::collections::BTreeMap;

use duties::{Error, accountability, restore};
use jiff::SignedDuration;
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;
use crate::restored::{Backup, back_up, elsewhere, erase, put_back, said};
use crate::resumed::killed_after;
use crate::rights_kit::{kari, kinds_of};

/// Every published file.
fn files(house: &House) -> BTreeMap<String, Vec<u8>> {
    let paths = house.published.paths().into_iter();
    paths.map(|path| (path.clone(), house.published.file(&path).expect("a file"))).collect()
}

/// A house that was backed up; since then Kari was erased, and others came; and the last bundle is lost. Where the backup
/// ends.
async fn torn(db: &TestDb) -> (House, Backup, Uuid, u64) {
    let house = House::new(db).await;
    let kari = kari(&house).await;
    accountability::publish(&house.service).await.expect("published");
    let (backup, parted) = (back_up(db).await, house.size().await);
    erase(&house, kari).await;
    for _ in 0..3 {
        house.contact_again().await;
        accountability::publish(&house.service).await.expect("published");
    }
    let bundles = house.published.paths().into_iter().filter(|path| path.starts_with("replay/"));
    let last = bundles.max().expect("a bundle");
    duties::Published::remove(house.published.as_ref(), &last).await.expect("lost");
    (house, backup, kari, parted)
}

/// Whether a path is of what the ledger had beyond a size.
fn beyond(path: &str, size: u64) -> bool {
    let to = path.strip_prefix("replay/").and_then(|rest| rest.rsplit('-').next()?.parse::<u64>().ok());
    let width = path.strip_prefix("tile/0/000.p/").and_then(|width| width.parse::<u64>().ok());
    to.or(width).is_some_and(|reaches| reaches > size)
}

/// What was lost of the ledger is kept, byte for byte, and nothing of it is left in its place unless it is another's.
fn is_kept(house: &House, before: &BTreeMap<String, Vec<u8>>, former: &str, parted: u64) {
    let mut kept = 0;
    for (path, bytes) in before.iter().filter(|(path, _)| beyond(path, parted)) {
        assert_eq!(house.published.file(&format!("{former}/{path}")).as_ref(), Some(bytes), "{path}");
        kept += 1;
    }
    assert!(kept >= 5, "{kept} files of the lost end");
}

#[tokio::test]
async fn we_13_a_forced_start_does_what_tombstones_say_and_keeps_what_it_does_not_continue() {
    TestDb::each(async |db| {
        let (house, backup, kari, parted) = torn(&db).await;
        let (before, size) = (files(&house), house.size().await);
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let again = house.restored(&place).await;
        assert!(again.service.keys.data(kari).await.is_ok(), "the backup does hold her");
        let error = restore::replay(&again.service).await.expect_err("a bundle is lost");
        assert!(matches!(error, restore::Error::Duty(Error::TailMissing { .. })), "{error:?}");

        let done = restore::force(&again.service, "the bundle is lost").await.expect("forced");
        assert_eq!((done.published, done.parted, done.erased), (size, parted, 1));
        assert!(matches!(again.service.keys.data(kari).await, Err(Error::Erased)), "erased again");
        assert_eq!(kinds_of(&again, kari).await.last(), Some(&Kind::SubjectErased), "the ledger says so");
        let said = said(&again, again.size().await - 1).await;
        assert_eq!((said["parted"].as_u64(), said["erased"].as_u64()), (Some(parted), Some(1)), "{said}");
        is_kept(&house, &before, &done.former, parted);
        accountability::check(&again.service).await.expect("it goes on");

        // the ledger that goes on is published from where the two part: the same backup comes to it by a replay
        again.contact_again().await;
        accountability::publish(&again.service).await.expect("published");
        let third = elsewhere(&db).await;
        put_back(&backup, &third).await;
        let once_more = house.restored(&third).await;
        let replayed = restore::replay(&once_more.service).await.expect("replayed").expect("it was behind");
        assert_eq!((replayed.from, replayed.to), (parted, again.size().await));
        assert!(matches!(once_more.service.keys.data(kari).await, Err(Error::Erased)));
    })
    .await;
}

#[tokio::test]
async fn as_large_is_not_the_same() {
    TestDb::each(async |db| {
        let (house, backup, _, parted) = torn(&db).await;
        let (before, size) = (files(&house), house.size().await);
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let again = house.restored(&place).await;
        // it went on by itself, as far as what is published
        while again.size().await < size {
            again.entry().await;
        }
        let error = restore::replay(&again.service).await.expect_err("another ledger");
        assert!(matches!(error, restore::Error::Duty(Error::Forked { .. })), "{error:?}");
        let done = restore::force(&again.service, "it was started without its published ledger").await;
        let done = done.expect("forced");
        assert_eq!((done.published, done.parted), (size, parted), "from where they part");
        is_kept(&house, &before, &done.former, parted);
        accountability::check(&again.service).await.expect("it goes on");
        let third = elsewhere(&db).await;
        put_back(&backup, &third).await;
        let once_more = house.restored(&third).await;
        let replayed = restore::replay(&once_more.service).await.expect("replayed").expect("it was behind");
        assert_eq!((replayed.from, replayed.to), (parted, again.size().await));
    })
    .await;
}

#[tokio::test]
async fn stopped_anywhere_a_forced_start_goes_on_and_loses_nothing() {
    TestDb::each(async |db| {
        let (house, backup, kari, parted) = torn(&db).await;
        let before = files(&house);
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let mut stops = 0;
        for polls in (1..).step_by(5) {
            let again = house.restored(&place).await;
            let ended = killed_after(polls, restore::force(&again.service, "the bundle is lost")).await;
            house.clock.advance(SignedDuration::from_secs(121));
            stops += 1;
            let former = match ended {
                // published, and killed before it said so
                Some(Err(restore::Error::NotBehind)) => None,
                Some(done) => Some(done.expect("it ends").former),
                None => continue,
            };
            let folder = house.published.paths().into_iter().find_map(|path| {
                path.strip_prefix("former/")
                    .and_then(|rest| rest.split('/').next())
                    .map(|end| format!("former/{end}"))
            });
            let folder = folder.expect("a former end");
            assert!(former.is_none_or(|former| former == folder));
            is_kept(&house, &before, &folder, parted);
            accountability::check(&again.service).await.expect("it goes on");
            assert!(matches!(again.service.keys.data(kari).await, Err(Error::Erased)));
            let all = db::entries::list(&again.service.db, "wepack", 0, 1000).await.expect("entries");
            let restored = all.iter().filter(|entry| entry.facts.kind == Kind::Restored).count();
            assert_eq!(restored, 1, "one entry says so, whatever happened");
            let erased = kinds_of(&again, kari).await.into_iter().filter(|kind| *kind == Kind::SubjectErased);
            assert_eq!(erased.count(), 1);
            assert_eq!(restore::replay(&again.service).await.expect("up to date"), None);
            assert!(place.dump().await["job"].iter().all(|row| !row.contains("replay")), "no plan is left");
            break;
        }
        assert!(stops > 4, "stopped {} times only", stops - 1);
    })
    .await;
}
