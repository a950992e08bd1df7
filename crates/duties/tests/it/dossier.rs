//! A person's timeline in words, and the evidence package for an authority.

use duties::accountability;
use duties::accounts::{self, Role};
use duties::consent::{self, Answer, ConsentBy, NewConsent};
use ledger::Receipt;
use testkit::TestDb;

use crate::fixture::House;
use crate::rights_kit::{kari, unzip};

fn spoken(subject: uuid::Uuid, answer: Answer) -> NewConsent {
    NewConsent {
        subject,
        purpose: "campaigns".to_owned(),
        answer,
        wording: Some("May we send you our newsletter?".to_owned()),
        lang: "en".to_owned(),
        surface: "telephone".to_owned(),
        method: ConsentBy::Verbal,
        witness: Some("Ola".to_owned()),
        given_at: None,
        expires: None,
    }
}

#[tokio::test]
async fn so_13_a_timeline_says_what_each_entry_changed_from_then_on() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = kari(&house).await;
        for answer in [Answer::Given, Answer::Withdrawn] {
            house.clock.advance_hours(1);
            consent::enter(&house.service, &spoken(subject, answer), "staff:1", None)
                .await
                .expect("recorded");
        }
        for lang in ["en", "nb", "fr"] {
            let moments = accountability::timeline(&house.service, subject, lang).await.expect("a timeline");
            let text = format!("{moments:?}");
            assert!(!text.contains('⟦'), "{text}");
        }
        let moments = accountability::timeline(&house.service, subject, "en").await.expect("a timeline");
        let [.., given, withdrawn] = moments.as_slice() else { panic!("{moments:?}") };
        assert_eq!((given.title.as_str(), given.by.as_str()), ("Gave consent", "staff"));
        assert!(given.said.iter().any(|line| line.contains("May we send you")), "{given:?}");
        assert!(given.said.iter().any(|line| line.contains("Heard by Ola")), "{given:?}");
        assert_eq!((given.stands.len(), withdrawn.stands.len()), (1, 1));
        assert_ne!(given.stands, withdrawn.stands);
    })
    .await;
}

#[tokio::test]
async fn the_evidence_package_verifies_by_itself_and_is_on_the_ledger() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (session, _) = house.lead().await;
        let mut staff =
            accounts::staff(&house.service, &session.token).await.expect("read").expect("signed in");
        let subject = kari(&house).await;
        let give = async |staff: &accounts::Staff, to: &str| {
            duties::dossier::dossier(&house.service, staff, subject, to, "en").await
        };
        let made = give(&staff, "Datatilsynet").await.expect("made");
        let files = unzip(&made.bytes);
        let file = |name: &str| {
            files.iter().find(|(path, _)| path == name).map(|(_, bytes)| bytes.clone()).expect("a file")
        };
        let sums = String::from_utf8(file("SHA256SUMS")).expect("text");
        for line in sums.lines() {
            let (hash, path) = line.split_once("  ").expect("hash and path");
            assert_eq!(hash, ledger::sha256(&file(path)).to_string(), "{path}");
        }
        let key = String::from_utf8(file("key.txt")).expect("text");
        let receipts: Vec<_> = files.iter().filter(|(path, _)| path.starts_with("receipts/")).collect();
        assert!(receipts.len() >= 2);
        for (path, bytes) in receipts {
            assert!(sums.contains(path.as_str()), "{path} is under the package's hash");
            let verified = ledger::verify(&Receipt::from_json(bytes).expect("a receipt"), Some(key.trim()));
            assert!(verified.expect("it holds").published, "{path}");
        }
        let package = Receipt::from_json(&file("package.json")).expect("a receipt");
        assert!(ledger::verify(&package, Some(key.trim())).expect("it holds").published);
        let said = vault::open_receipt_body(&package).expect("opens").expect("a body");
        let said: serde_json::Value = serde_json::from_slice(&said).expect("JSON");
        assert_eq!(said["sha256sums"], ledger::sha256(sums.as_bytes()).to_string());
        assert_eq!(said["to"], "Datatilsynet");
        let readme = String::from_utf8(file("README.txt")).expect("text");
        assert!(readme.contains("abide verify package.json") && readme.contains(key.trim()), "{readme}");
        assert!(!readme.contains('⟦'));
        assert!(give(&staff, "  ").await.is_err(), "to nobody");
        staff.role = Role::Support;
        assert!(give(&staff, "Datatilsynet").await.is_err(), "by a privacy lead only");
    })
    .await;
}
