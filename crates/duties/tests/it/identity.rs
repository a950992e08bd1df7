//! Sign-in links and sessions of people.

use std::sync::Arc;

use duties::identity::{self, LinkState, NotAsked, NotOpened};
use duties::subjects;
use ledger::Kind;
use testkit::{Faults, TestDb};
use vault::IdentifierKind;

use crate::fixture::{House, token_in};

#[tokio::test]
async fn a_link_signs_in_once_and_looking_at_it_changes_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let link = house.link("kari.nordmann@firma.example").await;
        for _ in 0..3 {
            assert_eq!(
                identity::peek_link(&house.service, &link).await.expect("a state"),
                LinkState::Valid,
                "a scanner looks"
            );
        }
        let session = identity::open_link(&house.service, &link).await.expect("it opens");
        assert_eq!(identity::peek_link(&house.service, &link).await.expect("a state"), LinkState::Used);
        assert!(matches!(
            identity::open_link(&house.service, &link).await,
            Err(NotOpened::Link(LinkState::Used))
        ));
        let person =
            identity::person(&house.service, &session.token).await.expect("an answer").expect("signed in");
        let found =
            subjects::find_verified(&house.service, IdentifierKind::Email, " KARI.Nordmann@firma.example ")
                .await;
        assert_eq!(found.expect("an answer"), Some(person.subject));
        let entries =
            db::entries::list_of(&house.service.db, "wepack", person.subject).await.expect("entries");
        assert_eq!(
            entries.iter().map(|entry| entry.facts.kind.clone()).collect::<Vec<_>>(),
            [Kind::IdentifierVerified]
        );
    })
    .await;
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer_and_the_same_letter() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        house.contact().await;
        let before = (house.size().await, house.subjects().await, house.letters().await.len());
        identity::ask_link(&house.service, "kari.nordmann@firma.example", "en").await.expect("known");
        identity::ask_link(&house.service, "stranger@firma.example", "en").await.expect("unknown");
        let letters = house.letters().await;
        let [known, unknown] = &letters[before.2..] else { panic!("two letters") };
        let plain = |text: &str| text.replace(&token_in(text, "/privacy/link/"), "TOKEN");
        assert_eq!((plain(&known.text), &known.subject), (plain(&unknown.text), &unknown.subject));
        assert_eq!(
            (house.size().await, house.subjects().await),
            (before.0, before.1),
            "asking writes nothing about anybody"
        );
    })
    .await;
}

#[tokio::test]
async fn an_expired_tampered_or_foreign_link_says_what_helps() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let link = house.link("kari@firma.example").await;
        let mut tampered: Vec<char> = link.chars().collect();
        tampered[5] = if tampered[5] == 'A' { 'B' } else { 'A' };
        let tampered: String = tampered.into_iter().collect();
        for bad in [tampered.as_str(), "", "short", &"A".repeat(10_000)] {
            assert_eq!(identity::peek_link(&house.service, bad).await.expect("a state"), LinkState::Unknown);
            assert!(matches!(
                identity::open_link(&house.service, bad).await,
                Err(NotOpened::Link(LinkState::Unknown))
            ));
        }
        let form = house.contact().await;
        assert_eq!(
            identity::peek_link(&house.service, &form.view_token).await.expect("a state"),
            LinkState::Unknown,
            "another kind of token"
        );
        house.clock.advance_hours(1);
        assert_eq!(identity::peek_link(&house.service, &link).await.expect("a state"), LinkState::Expired);
        assert!(matches!(
            identity::open_link(&house.service, &link).await,
            Err(NotOpened::Link(LinkState::Expired))
        ));
        for state in [LinkState::Valid, LinkState::Used, LinkState::Expired, LinkState::Unknown] {
            assert!(
                state.say("nb").len() > 20
                    && !state.say("en").contains('⟦')
                    && state.say("en") != state.say("nb")
            );
        }
    })
    .await;
}

#[tokio::test]
async fn two_openings_at_once_sign_in_once() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let link = house.link("kari@firma.example").await;
        let (one, two) = tokio::join!(
            identity::open_link(&house.service, &link),
            identity::open_link(&house.service, &link)
        );
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1);
        assert_eq!(house.subjects().await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_finds_what_came_by_form_and_only_verified_addresses_search() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let form = house.contact().await;
        let unverified =
            subjects::find_verified(&house.service, IdentifierKind::Email, "kari.nordmann@firma.example")
                .await;
        assert_eq!(unverified.expect("an answer"), None, "typing an address proves nothing");
        let cookie = house.person("kari.nordmann@firma.example").await;
        let person = identity::person(&house.service, &cookie).await.expect("an answer").expect("signed in");
        assert_eq!(person.subject, form.subject);
        let held = subjects::identifiers(&house.service, person.subject).await.expect("identifiers");
        let verified: Vec<_> =
            held.iter().filter(|one| one.verified).map(|one| (one.kind, one.value.as_str())).collect();
        assert_eq!(verified, [(IdentifierKind::Email, "kari.nordmann@firma.example")]);
        assert!(
            held.iter().any(|one| one.kind == IdentifierKind::Phone && one.value.as_str() == "+4722000001")
        );
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_by_signing_out_and_by_time() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let first = house.person("kari@firma.example").await;
        let second = house.person("kari@firma.example").await;
        identity::sign_out(&house.service, &first).await.expect("signed out");
        identity::sign_out(&house.service, "nonsense").await.expect("no error");
        assert!(identity::person(&house.service, &first).await.expect("an answer").is_none());
        assert!(identity::person(&house.service, &second).await.expect("an answer").is_some());
        assert!(
            duties::accounts::staff(&house.service, &second).await.expect("an answer").is_none(),
            "no way into the console"
        );
        house.clock.advance_hours(3);
        assert!(identity::person(&house.service, &second).await.expect("an answer").is_none());
    })
    .await;
}

#[tokio::test]
async fn links_are_limited_per_address_and_bad_addresses_are_said() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        for bad in
            ["", "kari", "kari@", "kari@firma", "a b@firma.example", "kari@firma.example\nBcc: x@y.example"]
        {
            assert!(
                matches!(identity::ask_link(&house.service, bad, "en").await, Err(NotAsked::NotAnAddress)),
                "{bad}"
            );
        }
        for _ in 0..5 {
            identity::ask_link(&house.service, "kari@firma.example", "en").await.expect("asked");
        }
        assert!(matches!(
            identity::ask_link(&house.service, "KARI@firma.example", "en").await,
            Err(NotAsked::TooMany)
        ));
        assert!(identity::ask_link(&house.service, "ola@firma.example", "en").await.is_ok());
        house.clock.advance_hours(2);
        assert!(identity::ask_link(&house.service, "kari@firma.example", "en").await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn nothing_readable_of_an_address_is_stored() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let link = house.link("kari.nordmann@firma.example").await;
        let digest = vault::Token::parse(&link).expect("a token").digest();
        let row = db::tokens::find(&house.service.db, "wepack", &digest)
            .await
            .expect("an answer")
            .expect("the token");
        let sealed = row.sealed.expect("the address is kept sealed");
        assert!(!sealed.windows(4).any(|part| part == b"kari"));
        let person = house.contact().await;
        let rows = db::identifiers::list(&house.service.db, "wepack", person.subject).await.expect("rows");
        assert!(rows.iter().all(|row| !row.sealed.windows(4).any(|part| part == b"kari" || part == b"4722")));
        let plain = ledger::sha256(b"kari.nordmann@firma.example").0;
        assert!(rows.iter().all(|row| row.blind != Some(plain)), "never a plain hash of something guessable");
    })
    .await;
}

/// Fails the write path at every place in turn: either nobody is signed in and the link is as good as
/// before, or it is used and everything it brings is there.
#[tokio::test]
async fn an_opening_that_fails_half_way_is_whole_or_nothing() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        for (nth, (stage, when)) in Faults::places().enumerate() {
            let link = house.link(&format!("person{nth}@firma.example")).await;
            let faults = Arc::new(Faults::new());
            let faulty = house.again(&db, db.faulty(faults.clone()).await, 200 + nth as u64).await;
            let before = (house.size().await, house.subjects().await);
            faults.fail(stage, when);
            let opened = identity::open_link(&faulty, &link).await;
            assert!(faults.is_spent(), "{stage:?} {when:?} was reached");
            let after = (house.size().await, house.subjects().await);
            match identity::peek_link(&house.service, &link).await.expect("a state") {
                LinkState::Valid => {
                    assert!(after == before && opened.is_err(), "{stage:?} {when:?}");
                    identity::open_link(&house.service, &link).await.expect("it opens now");
                }
                LinkState::Used => assert_eq!(after, (before.0 + 1, before.1 + 1), "{stage:?} {when:?}"),
                other => panic!("{stage:?} {when:?}: {other:?}"),
            }
            if let Ok(session) = opened {
                assert!(identity::person(&house.service, &session.token).await.expect("an answer").is_some());
            }
            faulty.db.close().await;
        }
    })
    .await;
}
