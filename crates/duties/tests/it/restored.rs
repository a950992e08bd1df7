//! Collected, backed up, erased, the old backup restored: refused, replayed, and nothing of the erased is anywhere.

use db::snapshot::{SnapshotError, Which};
use db::{Db, Engine};
use duties::published::Published as _;
use duties::rights::{self, RequestKind, RequestState};
use duties::{Error, accountability, collect, restore, standing, subjects};
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;
use vault::IdentifierKind;

use crate::fixture::{House, contact};
use crate::rights_kit::{kari, kinds_of, lead, signed_in};
use crate::rights_shop::Shop;

/// Whatever names Kari, in a database or a store.
const NAMES_KARI: [&str; 6] = ["kari", "nordmann", "+4790000001", "+4722000001", "storgata", "1980-05-17"];
const OLA: &str = "ola@firma.example";

/// Both databases as a backup holds them.
pub struct Backup {
    data: Vec<u8>,
    keys: Vec<u8>,
}

pub async fn back_up(db: &TestDb) -> Backup {
    let (mut data, mut keys) = (Vec::new(), Vec::new());
    let mut told = 0;
    let taken = db.db.snapshot(&mut data, &mut |rows| told += rows).await.expect("taken");
    assert_eq!(told, taken.rows.values().sum::<u64>());
    assert_eq!(told, db.db.rows().await.expect("counted"));
    db.keys.snapshot(&mut keys, &mut |_| {}).await.expect("taken");
    Backup { data, keys }
}

/// A house that was backed up, and went on since.
pub async fn went_on(db: &TestDb) -> (House, Backup) {
    let house = House::new(db).await;
    house.contact().await;
    accountability::publish(&house.service).await.expect("published");
    let backup = back_up(db).await;
    house.contact_again().await;
    accountability::publish(&house.service).await.expect("published");
    (house, backup)
}

/// An empty place on the same engine.
pub async fn elsewhere(db: &TestDb) -> TestDb {
    match db.db.engine() {
        Engine::Sqlite => TestDb::sqlite().await,
        Engine::Postgres => TestDb::postgres().await.expect("where the other is"),
    }
}

pub async fn put_back(backup: &Backup, place: &TestDb) {
    let rows =
        Db::load(place.url(), Which::Main, &mut backup.data.as_slice(), &mut |_| {}).await.expect("loaded");
    assert!(rows.rows["record"] > 0 && rows.rows["ledger_leaf"] > 0);
    Db::load(place.keys_url(), Which::Keys, &mut backup.keys.as_slice(), &mut |_| {}).await.expect("loaded");
}

pub async fn erase(house: &House, subject: Uuid) {
    let (service, staff) = (&house.service, lead(house).await);
    let id = rights::open(service, subject, RequestKind::Erasure, "", "en").await.expect("opens").request.id;
    rights::plan(service, &staff, id, "en").await.expect("a plan");
    rights::rehearse(service, &staff, id, "en").await.expect("rehearsed");
    assert_eq!(rights::run(service, &staff, id).await.expect("it runs"), RequestState::Done);
}

fn named(lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let names = |line: &String| NAMES_KARI.iter().any(|name| line.to_lowercase().contains(name));
    lines.into_iter().filter(names).collect()
}

pub async fn ola(house: &House) -> Uuid {
    let mut form = contact(&house.service);
    form.fields[1].1 = OLA.to_owned();
    form.fields[2].1 = "22 00 00 02".to_owned();
    collect::submit(&house.service, "contact", form).await.expect("taken over");
    house.letters().await;
    signed_in(house, OLA).await
}

#[tokio::test]
async fn we_13_who_was_erased_does_not_come_back_with_an_old_backup() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let (kari, ola) = (kari(&house).await, ola(&house).await);
        accountability::publish(&house.service).await.expect("published");
        let backup = back_up(&db).await;

        // since then: Kari is erased, Ola objects, somebody new comes
        erase(&house, kari).await;
        rights::open(&house.service, ola, RequestKind::Objection, "", "en").await.expect("opens");
        house.contact().await;
        accountability::publish(&house.service).await.expect("published");
        let since = standing::of(&house.service, ola).await.expect("a standing");
        let (size, note) = (house.size().await, house.published.file("checkpoint"));

        // the machine is lost; the databases and the shop come back as they were
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let mut again = house.restored(&place).await;
        shop.restock().await;
        shop.open_again(&mut again).await;
        let service = &again.service;
        let address = "Kari.Nordmann@firma.example";
        let found = subjects::find_verified(service, IdentifierKind::Email, address).await.expect("a look");
        assert_eq!(found, Some(kari), "the backup does hold her");
        assert!(service.keys.data(kari).await.is_ok() && !named(shop.dump().await).is_empty());

        // refused
        let error = accountability::check(service).await.expect_err("behind");
        assert!(matches!(error, Error::Behind { .. }), "{error}");
        assert!(accountability::publish(service).await.is_err());
        assert_eq!(house.published.file("checkpoint"), note, "nothing is signed");

        // replayed
        let done = restore::replay(service).await.expect("replayed").expect("it was behind");
        assert_eq!((done.to, done.erased, done.stores["shop"]), (size, 1, 1), "{done:?}");
        assert_eq!((done.kinds["subject-erased"], done.kinds["request-closed"]), (1, 1), "{done:?}");
        assert!(done.kinds["objection"] > 0, "{done:?}");

        // and nothing of her is anywhere
        assert!(matches!(service.keys.data(kari).await, Err(Error::Erased)));
        let found = subjects::find_verified(service, IdentifierKind::Email, address).await.expect("a look");
        assert_ne!(found, Some(kari));
        assert_eq!(named(shop.dump().await).len(), kept(&shop).await.len(), "{:?}", named(shop.dump().await));
        for table in ["record", "identifier", "link", "session", "standing"] {
            let hex = kari.simple().to_string();
            let rows = place.dump().await.remove(table).unwrap_or_default();
            assert!(rows.iter().all(|row| !row.to_lowercase().contains(&hex)), "{table}");
        }
        let kinds = kinds_of(&again, kari).await;
        assert!(kinds.contains(&Kind::SubjectErased), "her timeline says so: {kinds:?}");

        // what others chose since holds, and the ledger goes on where it was
        assert_eq!(standing::of(service, ola).await.expect("a standing"), since);
        assert!(service.keys.data(ola).await.is_ok());
        accountability::check(service).await.expect("it continues what was published");
        let head = db::entries::head(&service.db, "wepack").await.expect("a head");
        assert_eq!(head.size, size + 1);
        let last = db::entries::get(&service.db, "wepack", size).await.expect("the last entry");
        assert_eq!(last.facts.kind, Kind::Restored);
        assert_eq!(restore::replay(service).await.expect("asked again"), None, "once is enough");
        again.contact().await;
        accountability::publish(&again.service).await.expect("it signs again");
    })
    .await;
}

/// Lines of the shop's database that the law keeps of her, after an erasure.
async fn kept(shop: &Shop) -> Vec<String> {
    named(shop.dump().await).into_iter().filter(|line| line.starts_with("invoice")).collect()
}

#[tokio::test]
async fn a_missing_or_changed_tail_is_refused_and_overriding_is_on_the_ledger() {
    TestDb::each(async |db| {
        let (house, backup) = went_on(&db).await;
        house.contact_again().await;
        accountability::publish(&house.service).await.expect("published");
        let size = house.size().await;
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let again = house.restored(&place).await;
        let before = place.dump().await;
        let bundles: Vec<String> =
            house.published.paths().into_iter().filter(|path| path.starts_with("replay/")).collect();
        let last = bundles.last().expect("a bundle").clone();
        let bytes = house.published.file(&last).expect("it is there");

        // changed, of another place, gone
        let mut changed = bytes.clone();
        changed[60] ^= 1;
        house.published.put(&last, &changed).await.expect("put");
        let error = restore::replay(&again.service).await.expect_err("changed");
        assert!(matches!(error, restore::Error::Duty(Error::Vault(_))), "{error:?}");
        let first = house.published.file(&bundles[0]).expect("it is there");
        house.published.put(&last, &first).await.expect("put");
        let error = restore::replay(&again.service).await.expect_err("another bundle under its name");
        assert!(matches!(error, restore::Error::Duty(Error::Vault(_))), "{error:?}");
        house.published.remove(&last).await.expect("removed");
        let error = restore::replay(&again.service).await.expect_err("gone").to_string();
        assert!(
            error.contains("no longer tells what happened from entry") && error.contains("--force"),
            "{error}"
        );
        assert_eq!(place.dump().await, before, "nothing was changed");

        // an explicit override: on the ledger, with what was broken off
        let note = house.published.file("checkpoint").expect("a checkpoint");
        let former = restore::force(&again.service, "the disk with the published ledger burnt").await;
        let former = former.expect("forced");
        assert_eq!(former.published, size);
        let head = db::entries::head(&again.service.db, "wepack").await.expect("a head");
        let said = said(&again, head.size - 1).await;
        assert_eq!(said["reason"], "the disk with the published ledger burnt");
        assert_eq!(said["checkpoint"].as_str().map(str::as_bytes), Some(note.as_slice()));
        assert_eq!(house.published.file(&format!("{}/checkpoint", former.former)), Some(note));
        accountability::check(&again.service).await.expect("it goes on");
        let error = restore::force(&again.service, "once more").await.expect_err("nothing to override");
        assert!(matches!(error, restore::Error::NotBehind), "{error:?}");
    })
    .await;
}

/// What an entry `restored` says.
pub async fn said(house: &House, index: u64) -> serde_json::Value {
    let service = &house.service;
    let entry = db::entries::get(&service.db, "wepack", index).await.expect("an entry");
    assert_eq!(entry.facts.kind, Kind::Restored);
    let body = db::entries::body(&service.db, "wepack", index).await.expect("read").expect("a body");
    let key = service.keys.service_evidence().expect("the key").entry_key(entry.facts.id).expect("its key");
    serde_json::from_slice(&key.open("wepack", &body.sealed).expect("opens")).expect("JSON")
}

#[tokio::test]
async fn a_store_that_came_back_from_its_own_backup_is_cleansed_and_others_are_not_touched() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let kari = kari(&house).await;
        erase(&house, kari).await;
        let erased = shop.dump().await;
        shop.restock().await;
        // somebody else with the same address: only rows that were erased are
        shop.execute("UPDATE customers SET email = 'kari.nordmann@firma.example' WHERE id = 3").await;
        let count = restore::cleanse(&house.service, "shop").await.expect("cleansed");
        assert_eq!(count, 1);
        let per = shop.one("SELECT email FROM customers WHERE id = 3").await;
        assert_eq!(per.as_deref(), Some("kari.nordmann@firma.example"), "not hers, so not touched");
        shop.execute("UPDATE customers SET email = 'per@olsen.example' WHERE id = 3").await;
        assert_eq!(shop.dump().await, erased, "as after the erasure");
        assert_eq!(restore::cleanse(&house.service, "shop").await.expect("again"), 0);
        let error = restore::cleanse(&house.service, "shed").await.expect_err("no such store");
        assert!(error.to_string().contains("no store `shed`"));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_cleansed_by_a_database_that_is_behind_itself() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let kari = kari(&house).await;
        accountability::publish(&house.service).await.expect("published");
        let backup = back_up(&db).await;
        erase(&house, kari).await;
        house.contact_again().await;
        accountability::publish(&house.service).await.expect("published");
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let mut again = house.restored(&place).await;
        shop.restock().await;
        shop.open_again(&mut again).await;
        let (stocked, stored) = (shop.dump().await, place.dump().await);
        let error = restore::cleanse(&again.service, "shop").await.expect_err("the database is behind");
        assert!(matches!(error, restore::Error::Duty(Error::Behind { .. })), "{error:?}");
        assert_eq!((shop.dump().await, place.dump().await), (stocked, stored), "nothing was changed");
        restore::replay(&again.service).await.expect("replayed").expect("it can be still");
        assert_eq!(restore::cleanse(&again.service, "shop").await.expect("cleansed"), 0, "the replay did it");
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_not_connected_stops_a_replay_before_anything_is_erased() {
    Shop::each(async |shop| {
        let db = shop.abide().await;
        let mut house = House::new(&db).await;
        shop.open(&mut house);
        let kari = kari(&house).await;
        accountability::publish(&house.service).await.expect("published");
        let backup = back_up(&db).await;
        erase(&house, kari).await;
        accountability::publish(&house.service).await.expect("published");
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let mut again = house.restored(&place).await;
        shop.open_again(&mut again).await;
        again.service.stores.clear();
        let before = place.dump().await;
        let error = restore::replay(&again.service).await.expect_err("the shop is not connected");
        assert!(matches!(error, restore::Error::NoStore(_)), "{error:?}");
        let mut after = place.dump().await;
        after.insert("lease".to_owned(), before["lease"].clone());
        assert_eq!(after, before, "nothing but the lease of whoever tried");
    })
    .await;
}

#[tokio::test]
async fn a_snapshot_goes_into_an_empty_place_only_whole_or_not_at_all_also_on_another_engine() {
    let (one, two) = (TestDb::sqlite().await, TestDb::postgres().await);
    let house = House::new(&one).await;
    house.contact().await;
    let backup = back_up(&one).await;
    let mut places = vec![TestDb::sqlite().await];
    places.extend(two);
    for place in places {
        // cut off anywhere, changed, of the other database: empty as before
        let empty = place.dump().await;
        for cut in [3, 40, backup.data.len() / 2, backup.data.len() - 1] {
            let mut part = &backup.data[..cut];
            let cut = Db::load(place.url(), Which::Main, &mut part, &mut |_| {}).await;
            assert!(
                matches!(cut, Err(SnapshotError::Io(_) | SnapshotError::Format(_))),
                "cut off at {part:?}: {cut:?}",
                part = backup.data.len()
            );
            assert_eq!(place.dump().await, empty);
        }
        let other = Db::load(place.url(), Which::Main, &mut backup.keys.as_slice(), &mut |_| {}).await;
        assert!(matches!(other, Err(SnapshotError::Other { .. })));
        put_back(&backup, &place).await;
        let rows = |dump: testkit::Dump| -> usize { dump.values().map(Vec::len).sum() };
        assert_eq!(rows(place.dump().await), rows(one.dump().await));
        let again = house.restored(&place).await;
        let head = db::entries::head(&again.service.db, "wepack").await.expect("a head");
        assert_eq!(head.root, db::entries::head(&one.db, "wepack").await.expect("a head").root);
        again.service.keys.signing().expect("its keys open");
        let full = Db::load(place.url(), Which::Main, &mut backup.data.as_slice(), &mut |_| {}).await;
        assert!(matches!(full, Err(SnapshotError::NotEmpty(_))), "{full:?}");
    }
}

#[tokio::test]
async fn two_restores_at_once_one_goes_first() {
    TestDb::each(async |db| {
        let (house, backup) = went_on(&db).await;
        let size = house.size().await;
        let place = elsewhere(&db).await;
        put_back(&backup, &place).await;
        let (one, two) = (house.restored(&place).await, house.restored(&place).await);
        let (first, second) = tokio::join!(restore::replay(&one.service), restore::replay(&two.service));
        match (&first, &second) {
            (Ok(Some(done)), Ok(None) | Err(restore::Error::Busy))
            | (Ok(None) | Err(restore::Error::Busy), Ok(Some(done))) => assert_eq!(done.to, size),
            other => panic!("one does it, the other waits or has nothing to do: {other:?}"),
        }
        assert_eq!(one.size().await, size + 1, "nothing twice");
        assert_eq!(restore::replay(&two.service).await.expect("asked again"), None);
    })
    .await;
}
