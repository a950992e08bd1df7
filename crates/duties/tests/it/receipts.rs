//! Receipts: who gets them, what they say, and that they verify offline.

use duties::receipts::{self, Reader};
use duties::{Error, accountability, collect, identity};
use ledger::Kind;
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::{House, order};

#[tokio::test]
async fn a_receipt_verifies_offline_once_its_checkpoint_is_published() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let collected = collect::submit(&house.service, "order", order(&house.service, &["accept"]))
            .await
            .expect("stored");
        let get = || receipts::get(&house.service, collected.receipt, Reader::Token(&collected.view_token));
        let early = get().await.expect("the receipt");
        assert!(early.proof.is_none(), "no proof before anything is published");
        assert!(!ledger::verify(&early, None).expect("it holds so far").published);
        accountability::publish(&house.service).await.expect("published");
        let receipt = get().await.expect("the receipt");
        let json = receipt.to_json().expect("JSON");
        let read = ledger::Receipt::from_json(json.as_bytes()).expect("it reads");
        let key = accountability::verifier_key(&house.service).expect("the key");
        let verified = ledger::verify(&read, Some(&key)).expect("it verifies");
        assert!(verified.published && verified.trusted);
        let body = vault::open_receipt_body(&read).expect("it opens").expect("a body");
        let evidence = duties::evidence::Evidence::from_bytes(&body).expect("what was given");
        let words = &evidence.boxes[0];
        assert_eq!(
            words.wording,
            "Jeg har lest personvernerklæringen og tjenesteavtalen, og jeg godtar dem."
        );
        assert_eq!(words.hash, ledger::sha256(words.wording.as_bytes()));
        assert_eq!(
            (evidence.lang.as_str(), evidence.surface.as_str(), evidence.version.as_str()),
            ("nb", "form:order", "2026-11-01")
        );
        assert!(
            words.documents[0].starts_with("privacy-policy 2026-11-01")
                && words.documents[1].starts_with("service-agreement")
        );
        assert!(
            !json.contains("Storgata") && !String::from_utf8_lossy(&body).contains("Storgata"),
            "what was typed is not in it"
        );
    })
    .await;
}

#[tokio::test]
async fn a_receipt_is_for_its_person_only() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = house.contact().await;
        let ola = collect::submit(&house.service, "order", order(&house.service, &["accept"]))
            .await
            .expect("stored");
        let stranger = house.person("stranger@firma.example").await;
        let stranger =
            identity::person(&house.service, &stranger).await.expect("an answer").expect("signed in");
        let readers = [
            Reader::Person(stranger.subject),
            Reader::Person(Uuid::nil()),
            Reader::Token(""),
            Reader::Token(&ola.view_token),
        ];
        for reader in readers {
            let got = receipts::get(&house.service, kari.receipt, reader).await;
            assert!(matches!(got, Err(Error::NotFound("receipt"))));
        }
        let cookie = house.person("kari.nordmann@firma.example").await;
        let person = identity::person(&house.service, &cookie).await.expect("an answer").expect("signed in");
        assert!(receipts::get(&house.service, kari.receipt, Reader::Person(person.subject)).await.is_ok());
        house.clock.advance_hours(1);
        assert!(
            receipts::get(&house.service, kari.receipt, Reader::Token(&kari.view_token)).await.is_err(),
            "the token is over"
        );
    })
    .await;
}

#[tokio::test]
async fn the_list_names_what_was_given_and_accepted_newest_first() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let order = order(&house.service, &["accept", "consent:campaigns"]);
        let collected = collect::submit(&house.service, "order", order).await.expect("stored");
        for indexed in [false, true] {
            if indexed {
                house.service.db.index("wepack").await.expect("indexed");
            }
            let listed = receipts::list(&house.service, collected.subject).await.expect("the list");
            let kinds: Vec<_> = listed.iter().map(|one| one.kind.clone()).collect();
            assert_eq!(kinds, [Kind::RecordCollected, Kind::Accepted]);
            for one in listed {
                let receipt = receipts::get(&house.service, one.id, Reader::Person(collected.subject))
                    .await
                    .expect("each one");
                assert!(ledger::verify(&receipt, None).is_ok());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_says_it_in_plain_words() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let form = order(&house.service, &["accept"]);
        let collected = collect::submit(&house.service, "order", form).await.expect("stored");
        accountability::publish(&house.service).await.expect("published");
        let receipt = receipts::get(&house.service, collected.receipt, Reader::Person(collected.subject))
            .await
            .expect("the receipt");
        for lang in ["en", "nb"] {
            let page = receipts::document(&house.service, &receipt, lang).markdown();
            assert!(!page.contains('⟦'), "{page}");
            assert!(
                page.contains("Jeg har lest personvernerklæringen"),
                "the words are those that stood there"
            );
            assert!(
                page.contains(&collected.receipt.to_string()) && page.contains("abide verify receipt.json")
            );
        }
        let page = receipts::document(&house.service, &receipt, "nb").markdown();
        assert!(page.contains("2\\. november 2026") || page.contains("2. november 2026"), "{page}");
        assert!(page.contains("ikke samtykket"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn after_the_keys_are_gone_no_receipt_can_be_made() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let collected = house.contact().await;
        house.service.keys.destroy_data(collected.subject).await.expect("destroyed");
        let reader = Reader::Token(&collected.view_token);
        assert!(
            receipts::get(&house.service, collected.receipt, reader).await.is_ok(),
            "evidence has a key of its own"
        );
        house.service.keys.destroy_evidence(collected.subject).await.expect("destroyed");
        assert!(matches!(receipts::get(&house.service, collected.receipt, reader).await, Err(Error::Erased)));
        let again = house.contact_again().await;
        assert_ne!(again.subject, collected.subject, "who comes after an erasure is a new person");
    })
    .await;
}
