//! A receipt made by vault and ledger together: verified offline, opened with the key it carries.

use jiff::Timestamp;
use ledger::{Checkpoint, Facts, Frontier, Kind, Leaf, Proof, Receipt, VerifierKey};
use vault::{Error, KeyKind, KeyPlace, open_receipt_body};

use crate::fixtures::{ROW, SUBJECT, Seeded, TODAY, key, memory_vault};

const WORDING: &[u8] = b"Yes, send me the newsletter";

fn receipt() -> (Receipt, String) {
    let entropy = Seeded::default();
    let (evidence, origin) = (key(KeyKind::Evidence, 1), "privacy.example.com/shop".to_owned());
    let facts = Facts {
        id: ROW,
        at: Timestamp::from_microsecond(5).unwrap(),
        kind: Kind::ConsentGiven,
        subject: Some(SUBJECT),
        purpose: Some("newsletter".to_owned()),
        categories: Vec::new(),
        recipient: None,
        expires: None,
        policy: None,
        actor: "person".to_owned(),
    };
    let (salt, entry) = (evidence.fact_salt(ROW).unwrap(), evidence.entry_key(ROW).unwrap());
    let sealed = entry.seal("shop", WORDING, &entropy).unwrap();
    let leaf = Leaf::new(0, ledger::commit(&facts, &salt), ledger::sha256(&sealed), entry.commitment());
    let mut frontier = Frontier::new();
    frontier.append(leaf.hash());
    let vault = memory_vault(&entropy);
    let place = KeyPlace::service("shop", KeyKind::Signing);
    let (_, wrapped) = vault.new_key(&place, TODAY, &entropy).unwrap();
    let signer = vault.signing_key(&place, &wrapped, &origin).unwrap();
    let checkpoint = Checkpoint { origin: origin.clone(), size: 1, root: frontier.root() };
    let proof = Proof { inclusion: Vec::new(), checkpoint: checkpoint.sign(&[&signer]).unwrap().to_string() };
    let verifier_key = VerifierKey::of(&signer).unwrap().to_string();
    let receipt = Receipt {
        format: ledger::RECEIPT_FORMAT.to_owned(),
        service: "shop".to_owned(),
        origin,
        verifier_key: verifier_key.clone(),
        leaf,
        facts,
        salt,
        body: Some(sealed),
        entry_key: Some(entry.reveal()),
        proof: Some(proof),
        notice: None,
        introductions: Vec::new(),
    };
    (receipt, verifier_key)
}

#[test]
fn a_receipt_verifies_and_opens_offline() {
    let (receipt, key) = receipt();
    let receipt = Receipt::from_json(receipt.to_json().unwrap().as_bytes()).unwrap();
    assert!(ledger::verify(&receipt, Some(&key)).unwrap().trusted);
    assert_eq!(open_receipt_body(&receipt).unwrap().unwrap().as_slice(), WORDING);
}

#[test]
fn a_receipt_without_body_or_key_opens_to_nothing() {
    let (receipt, _) = receipt();
    assert!(open_receipt_body(&Receipt { body: None, ..receipt.clone() }).unwrap().is_none());
    assert!(open_receipt_body(&Receipt { entry_key: None, ..receipt }).unwrap().is_none());
}

#[test]
fn a_changed_receipt_does_not_open() {
    let (good, _) = receipt();
    let body = good.body.clone().map(|mut body| {
        body[50] ^= 1;
        body
    });
    assert!(matches!(open_receipt_body(&Receipt { body, ..good.clone() }), Err(Error::Receipt)));
    assert!(matches!(
        open_receipt_body(&Receipt { entry_key: Some([0; 32]), ..good.clone() }),
        Err(Error::Receipt)
    ));
    assert!(matches!(
        open_receipt_body(&Receipt { service: "shed".to_owned(), ..good }),
        Err(Error::WrongKey)
    ));
}

#[test]
fn a_receipt_reveals_no_other_entry_of_the_person() {
    let (receipt, _) = receipt();
    let evidence = key(KeyKind::Evidence, 1);
    let other = uuid::Uuid::from_u128(77);
    let sealed = evidence.entry_key(other).unwrap().seal("shop", b"other", &Seeded::from(9)).unwrap();
    let revealed = vault::EntryKey::revealed(other, receipt.entry_key.unwrap());
    assert!(revealed.open("shop", &sealed).is_err());
}
