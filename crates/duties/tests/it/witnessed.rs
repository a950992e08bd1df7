//! Witnesses are asked about what is published, and believed by their key; and the signing key is changed.

use std::sync::{Arc, Mutex};

use duties::accountability::{self, signing, witness};
use duties::published::{Answer, NotPublished, Published as _};
use duties::receipts::{self, Reader};
use duties::{Error, Witness};
use jiff::SignedDuration;
use ledger::{Checkpoint, Trust, VerifierKey, WitnessKey};
use testkit::TestDb;
use testkit::witness::TestWitness;

use crate::fixture::House;

/// What a witness does with what it is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    Honest,
    Silent,
    /// It signs, and one bit of its answer is changed on the way.
    Garbled,
}

struct Watching {
    witness: TestWitness,
    mood: Mutex<Mood>,
    asked: Mutex<u32>,
}

impl Witness for Watching {
    fn key(&self) -> &WitnessKey {
        self.witness.key()
    }

    fn add_checkpoint(&self, body: String) -> Answer<'_, (u16, String)> {
        *self.asked.lock().expect("a count") += 1;
        let answer = match *self.mood.lock().expect("a mood") {
            Mood::Silent => {
                let (path, reason) = ("https://witness.example".to_owned(), "nobody answers".to_owned());
                Err(NotPublished { path, reason })
            }
            Mood::Honest => Ok(self.witness.add_checkpoint(&body, 1_796_000_000)),
            Mood::Garbled => {
                let (status, lines) = self.witness.add_checkpoint(&body, 1_796_000_000);
                Ok((status, lines.replacen('A', "B", 1)))
            }
        };
        Box::pin(async { answer })
    }
}

/// A house that one witness watches.
async fn watched(db: &TestDb) -> (House, Arc<Watching>, tempfile::TempDir) {
    let mut house = House::new(db).await;
    let folder = tempfile::tempdir().expect("a folder");
    let log = house.service.keys.verifier().expect("the key");
    let witness = TestWitness::new("witness.example/w", 3, folder.path().join("saw"), vec![log]);
    let watching = Arc::new(Watching { witness, mood: Mutex::new(Mood::Honest), asked: Mutex::default() });
    house.service.witnesses = vec![watching.clone()];
    (house, watching, folder)
}

async fn receipt(house: &House) -> ledger::Receipt {
    let sent = house.contact_again().await;
    accountability::publish(&house.service).await.expect("published");
    witness::cosign(&house.service).await.ok();
    receipts::get(&house.service, sent.receipt, Reader::Token(&sent.view_token)).await.expect("a receipt")
}

#[tokio::test]
async fn what_is_published_is_cosigned_and_receipts_carry_it() {
    TestDb::each(async |db| {
        let (house, watching, _folder) = watched(&db).await;
        let log = house.service.keys.verifier().expect("the key").to_string();
        for _ in 0..3 {
            let receipt = receipt(&house).await;
            let witnesses = [watching.key().clone()];
            let trust = Trust { key: Some(&log), witnesses: &witnesses, ..Trust::default() };
            let verified = ledger::verify_with(&receipt, &trust).expect("it holds");
            assert_eq!(verified.witnesses.len(), 1, "the witness is in the receipt");
        }
        // the published checkpoint carries it too, and nobody is asked twice
        let asked = *watching.asked.lock().expect("a count");
        assert_eq!(asked, 3, "each from where it saw it last, so none of them twice");
        assert_eq!(witness::cosign(&house.service).await.expect("nothing to do"), 0);
        assert_eq!(*watching.asked.lock().expect("a count"), asked);
        let note = String::from_utf8(house.published.file("checkpoint").expect("published")).expect("text");
        watching.key().verify(&note.parse().expect("a note")).expect("cosigned");
        assert_eq!(witness::released(&house.service).await.expect("released"), Some(note));
        let stands = witness::watched(&house.service).await.expect("how it stands");
        assert_eq!(stands[0].last.as_ref().map(|(_, size)| *size), Some(house.size().await));
        assert!(accountability::check(&house.service).await.is_ok(), "a restart takes it for its own");
    })
    .await;
}

#[tokio::test]
async fn a_witness_that_is_silent_or_garbled_holds_nothing_up_and_is_not_believed() {
    TestDb::each(async |db| {
        let (house, watching, _folder) = watched(&db).await;
        for mood in [Mood::Silent, Mood::Garbled] {
            *watching.mood.lock().expect("a mood") = mood;
            house.contact_again().await;
            let published = accountability::publish(&house.service).await.expect("published all the same");
            assert_eq!(published.published, house.size().await);
            let error = witness::cosign(&house.service).await.expect_err("not cosigned");
            assert!(matches!(error, Error::Published(_) | Error::Witness { .. }), "{error}");
            let note = witness::released(&house.service).await.expect("released").expect("a checkpoint");
            assert!(watching.key().verify(&note.parse().expect("a note")).is_err());
        }
        // it saw what it signed though its answer was lost: it is asked again from there
        *watching.mood.lock().expect("a mood") = Mood::Honest;
        assert_eq!(witness::cosign(&house.service).await.expect("cosigned"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_witness_that_saw_more_than_there_is_is_named() {
    let db = TestDb::sqlite().await;
    let (house, watching, folder) = watched(&db).await;
    receipt(&house).await;
    std::fs::write(folder.path().join("saw"), format!("{} {}", 1_000, ledger::empty_root()))
        .expect("written");
    house.contact_again().await;
    accountability::publish(&house.service).await.expect("published");
    let error = witness::cosign(&house.service).await.expect_err("a rollback or a fork").to_string();
    assert!(error.contains("witness.example/w has seen 1000 entries"), "{error}");
    assert!(watching.witness.saw().is_some_and(|(size, _)| size == 1_000));
}

#[tokio::test]
async fn the_signing_key_is_changed_and_receipts_of_both_keys_verify() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let before = receipt(&house).await;
        let first = house.service.keys.verifier().expect("the key").to_string();
        let done = signing::rotate(&house.service).await.expect("changed");
        assert_eq!((done.old.as_str(), done.new == first), (first.as_str(), false));
        // on the ledger, and in the published list
        let introduced = db::entries::list(&house.service.db, "wepack", 0, 100).await.expect("entries");
        assert!(introduced.iter().any(|entry| entry.facts.kind == ledger::Kind::KeyIntroduced));
        let list = signing::list(&house.service).await.expect("a list");
        let keys: Vec<&str> = list.keys.iter().map(|key| key.key.as_str()).collect();
        assert_eq!(keys, [first.as_str(), done.new.as_str()]);

        // while both sign, either key is enough, with nothing else at hand
        let during = receipt(&house).await;
        assert_eq!(during.verifier_key, done.new);
        for key in [&first, &done.new] {
            assert!(ledger::verify(&during, Some(key)).expect("it holds").trusted);
        }
        let again = signing::rotate(&house.service).await.expect_err("too early").to_string();
        assert!(again.contains("both keys sign until"), "{again}");
        assert_eq!(signing::retire(&house.service).await.expect("looked"), 0, "its time is not over");

        // the time is over: the old private key is gone, and its receipts stay good
        house.clock.advance(signing::OVERLAP + SignedDuration::from_hours(1));
        assert_eq!(signing::retire(&house.service).await.expect("retired"), 1);
        assert_eq!(house.service.keys.signing_keys().await.expect("keys").len(), 1);
        house.restart(&db).await;
        assert!(accountability::check(&house.service).await.is_ok());
        let after = receipt(&house).await;
        let old: VerifierKey = first.parse().expect("a key");
        let note = &after.proof.as_ref().expect("a proof").checkpoint;
        assert!(Checkpoint::verify(note, &old).is_err(), "the old key signs no more");
        assert!(ledger::verify(&after, Some(&first)).expect("by the introduction it carries").trusted);
        let introductions = list.introductions();
        let trust = Trust { key: Some(&done.new), introductions: &introductions, ..Trust::default() };
        assert!(ledger::verify_with(&before, &trust).expect("an old receipt").trusted);
        assert!(ledger::verify(&before, Some(&first)).expect("with the key it had").trusted);
    })
    .await;
}

#[tokio::test]
async fn a_change_that_stopped_half_way_goes_on_when_it_is_asked_for_again() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        receipt(&house).await;
        // the new key is durable, and the process ended
        let service = &house.service;
        service.keys.add_signing(service.now(), service.entropy.as_ref()).await.expect("a key");
        let between = receipt(&house).await;
        let first = signing::list(service).await.expect("a list").keys[0].key.clone();
        assert!(ledger::verify(&between, Some(&first)).expect("both sign already").trusted);
        let done = signing::rotate(service).await.expect("it goes on");
        assert_eq!(done.old, first);
        assert_eq!(service.keys.signing_keys().await.expect("keys").len(), 2, "no third key was made");
        assert!(house.published.get("keys").await.expect("read").is_some());
    })
    .await;
}

#[tokio::test]
async fn a_notice_of_version_1_never_changes() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    let receipt = receipt(&house).await;
    let notice = receipt.notice.as_ref().expect("a notice");
    let hash = ledger::linked::notice_hash(notice).expect("text only").to_string();
    let policy = ledger::Hash(house.service.policy.hash).to_string();
    assert_eq!(notice["dpv:hasNotice"]["dct:identifier"], format!("sha256:{policy}"));
    let without = {
        // the example may change, and with it its version and hash; the form of the notice may not
        let mut notice = notice.clone();
        notice["dpv:hasNotice"]["dct:identifier"] = "sha256:…".into();
        notice["dpv:hasNotice"]["dct:hasVersion"] = "…".into();
        notice["dpv:hasNotice"]["@id"] = "…".into();
        notice
    };
    let file = receipts::file(&receipt).expect("a file");
    assert_eq!(
        file["dpv:hasRecordOfActivity"][0]["dpv:hasNotice"]["dct:identifier"],
        format!("sha256:{policy}")
    );
    assert!(!hash.is_empty());
    insta::assert_json_snapshot!("notice_version_1", without);
}
