//! The ledger: signed, published, released in this order; views of personal data on it.

use std::sync::Arc;

use duties::accountability::{self, Tombstone, ViewPurpose};
use duties::published::{Answer, Memory, NotPublished, Published};
use duties::{Error, accounts};
use ledger::{Checkpoint, Kind};
use testkit::TestDb;

use crate::fixture::House;

#[tokio::test]
async fn what_is_published_is_signed_complete_and_consistent() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let key = house.service.keys.verifier().expect("the key");
        for _ in 0..3 {
            house.contact_again().await;
            let state = accountability::publish(&house.service).await.expect("published");
            assert_eq!((state.size, state.published), (house.size().await, house.size().await));
            let note = house.published.file("checkpoint").expect("the checkpoint");
            let checkpoint =
                Checkpoint::verify(&String::from_utf8(note).expect("text"), &key).expect("signed");
            assert_eq!(checkpoint.size, state.size);
            let mut tiles = ledger::tile::Tiles::new();
            for tile in ledger::tile::Tile::all(checkpoint.size) {
                tiles
                    .insert(tile, &house.published.file(&tile.path()).expect("each tile is there"))
                    .expect("its bytes fit");
            }
            assert_eq!(
                ledger::proof::root(checkpoint.size, &tiles).expect("the root"),
                checkpoint.root,
                "anyone can compute it"
            );
        }
        let before = house.published.paths();
        accountability::publish(&house.service).await.expect("nothing new");
        assert_eq!(house.published.paths(), before);
        // a big batch crosses the width of a tile
        house.clock.advance_hours(1);
        for _ in 0..260 {
            house.entry().await;
        }
        let state = accountability::publish(&house.service).await.expect("published");
        assert!(house.published.file("tile/0/000").is_some() && state.published > 256);
        assert!(house.published.file("tile/1/000.p/1").is_some());
        house.service = house.again(&db, house.service.db.clone(), 9).await;
        assert!(accountability::check(&house.service).await.is_ok(), "a restart goes on");
    })
    .await;
}

#[tokio::test]
async fn a_database_behind_what_is_published_signs_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        accountability::publish(&house.service).await.expect("published");
        // the same keys, a database from before
        let older = TestDb::sqlite().await;
        house.contact().await;
        house.contact_again().await;
        accountability::publish(&house.service).await.expect("published");
        let note = house.published.file("checkpoint");
        let restored = house.again(&db, older.db.clone(), 3).await;
        let error = accountability::check(&restored).await.expect_err("behind");
        assert!(matches!(error, Error::Behind { database: 1, published: 5.. }), "{error}");
        assert!(error.to_string().contains("restored from an older backup"));
        assert!(accountability::publish(&restored).await.is_err());
        assert_eq!(house.published.file("checkpoint"), note, "nothing was signed over it");
    })
    .await;
}

#[tokio::test]
async fn a_database_that_tells_another_story_signs_nothing() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    accountability::publish(&house.service).await.expect("published");
    let other = TestDb::sqlite().await;
    house.clock.advance_hours(1);
    let forked = house.again(&db, other.db.clone(), 3).await;
    assert!(matches!(accountability::check(&forked).await, Err(Error::Forked { size: 1 })));
    assert!(accountability::publish(&forked).await.is_err());
}

/// A published folder that fails at a step.
struct Failing {
    inner: Arc<Memory>,
    step: &'static str,
}

impl Failing {
    fn fails(&self, step: &str) -> Result<(), NotPublished> {
        if self.step == step {
            Err(NotPublished { path: step.to_owned(), reason: "the disk is full".to_owned() })
        } else {
            Ok(())
        }
    }
}

impl Published for Failing {
    fn put<'a>(&'a self, path: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        let step = if path == "checkpoint" { "checkpoint" } else { "tile" };
        match self.fails(step) {
            Ok(()) => self.inner.put(path, bytes),
            Err(error) => Box::pin(async { Err(error) }),
        }
    }

    fn get<'a>(&'a self, path: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        self.inner.get(path)
    }

    fn remove<'a>(&'a self, path: &'a str) -> Answer<'a, ()> {
        self.inner.remove(path)
    }

    fn list<'a>(&'a self, folder: &'a str) -> Answer<'a, Vec<String>> {
        self.inner.list(folder)
    }

    fn sync(&self) -> Answer<'_, ()> {
        let synced = self.fails("sync");
        Box::pin(async { synced })
    }

    fn latest_checkpoint(&self) -> Answer<'_, Option<String>> {
        self.inner.latest_checkpoint()
    }
}

#[tokio::test]
async fn nothing_is_released_that_is_not_published_and_synced() {
    TestDb::each(async |db| {
        for step in ["tile", "sync", "checkpoint"] {
            let other = TestDb::sqlite().await;
            let mut house = House::new(&other).await;
            house.service.published = Some(Arc::new(Failing { inner: house.published.clone(), step }));
            let collected = house.contact().await;
            assert!(accountability::publish(&house.service).await.is_err());
            assert_eq!(
                accountability::checkpoint(&house.service).await.expect("a state").checkpoint,
                None,
                "{step}"
            );
            let erasure =
                Tombstone { scope: "everything".to_owned(), subject: collected.subject, rows: vec![] };
            assert!(
                accountability::publish_tombstone(&house.service, &erasure).await.is_err(),
                "{step}: nothing may be destroyed"
            );
            house.service.published = Some(house.published.clone());
            let state = accountability::publish(&house.service).await.expect("published");
            assert_eq!(state.published, state.size);
        }
        // published, but the node died before it noted the release: the next round releases
        let house = House::new(&db).await;
        let faults = Arc::new(testkit::Faults::new());
        let faulty = house.again(&db, db.faulty(faults.clone()).await, 5).await;
        let lease =
            db::leases::take("wepack", "publish", &faulty.instance.to_string(), faulty.now(), faulty.now());
        faulty.submit(faulty.unit().write(lease)).await.expect("leased");
        faults.fail_before(db::probe::Stage::Commit);
        assert!(accountability::publish(&faulty).await.is_err());
        let state = accountability::publish(&faulty).await.expect("published");
        assert_eq!(state.published, state.size);
    })
    .await;
}

#[tokio::test]
async fn a_tombstone_is_published_and_names_nobody() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let collected = house.contact().await;
        let stone = Tombstone { scope: "everything".to_owned(), subject: collected.subject, rows: vec![] };
        let id = accountability::publish_tombstone(&house.service, &stone).await.expect("published");
        let file = house.published.file(&format!("tombstone/{id}.json")).expect("the tombstone");
        let text = String::from_utf8(file).expect("text");
        assert!(
            !text.contains("kari")
                && !text.contains("4722")
                && !text.contains(&collected.subject.to_string())
        );
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            (json["scope"].as_str(), json["identifiers"].as_array().map(Vec::len)),
            (Some("everything"), Some(2))
        );
        // how they are hashed stands beside the hashes, and in what is hashed
        assert_eq!(json["hashed"], "identifiers/v1");
        let today = house.service.keys.today(house.clock.time(), house.service.entropy.as_ref());
        let key = today.expect("the day's key").stones("wepack").expect("its key of stones");
        let address = b"email\0kari.nordmann@firma.example";
        let expected = serde_json::to_value(ledger::Hash(key.hash("identifiers/v1", address))).expect("JSON");
        let plain = serde_json::to_value(ledger::Hash(key.hash("email", &address[6..]))).expect("JSON");
        let hashes = json["identifiers"].as_array().expect("a list");
        assert!(hashes.contains(&expected) && !hashes.contains(&plain), "{hashes:?}");
        let state = accountability::checkpoint(&house.service).await.expect("a state");
        assert_eq!(state.published, state.size, "everything before it is published too");
    })
    .await;
}

#[tokio::test]
async fn pc_18_every_view_of_personal_data_is_on_the_ledger_with_its_purpose() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (session, _) = house.lead().await;
        let collected = house.contact().await;
        let mut staff =
            accounts::staff(&house.service, &session.token).await.expect("an answer").expect("signed in");
        accountability::viewed(
            &house.service,
            &staff,
            collected.subject,
            ViewPurpose::AnswerRequest,
            "person",
        )
        .await
        .expect("logged");
        let entries =
            db::entries::list_of(&house.service.db, "wepack", collected.subject).await.expect("entries");
        let view = entries.last().expect("the view");
        assert_eq!(
            (&view.facts.kind, view.facts.actor.as_str()),
            (&Kind::ViewedByStaff, staff.actor().as_str())
        );
        let sealed = db::entries::body(&house.service.db, "wepack", view.index)
            .await
            .expect("an answer")
            .expect("a body")
            .sealed;
        let key = house
            .service
            .keys
            .evidence(collected.subject)
            .await
            .expect("the key")
            .entry_key(view.facts.id)
            .expect("its key");
        let body = key.open("wepack", &sealed).expect("it opens");
        assert_eq!(body.as_slice(), br#"{"purpose":"answer-request","what":"person"}"#);
        house.service.keys.destroy_evidence(collected.subject).await.expect("destroyed");
        accountability::viewed(&house.service, &staff, collected.subject, ViewPurpose::LegalDuty, "request")
            .await
            .expect("logged all the same");
        staff.role = accounts::Role::Developer;
        let refused = accountability::viewed(
            &house.service,
            &staff,
            collected.subject,
            ViewPurpose::AnswerRequest,
            "person",
        )
        .await;
        assert!(matches!(refused, Err(Error::Forbidden("support"))));
    })
    .await;
}

#[tokio::test]
async fn a_server_at_another_address_is_told_whose_ledger_lies_there() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let other = b"other.example/wepack\n1\nAAAA\n\n\xe2\x80\x94 other.example/wepack AAAA\n";
        house.published.put("checkpoint", other).await.expect("put");
        let error = accountability::check(&house.service).await.expect_err("another ledger");
        let told = error.to_string();
        assert!(matches!(error, Error::Foreign { .. }), "{told}");
        assert!(told.contains("other.example/wepack") && told.contains("--address"), "{told}");
    })
    .await;
}
