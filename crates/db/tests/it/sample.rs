//! Rows and entries to write.

use std::sync::LazyLock;

use db::records::Record;
use db::subjects::{ACTIVE, Subject};
use db::tokens::Token;
use db::{Db, EntryRef, NewEntry, NewMail, Unit};
use jiff::Timestamp;
use ledger::{Facts, Hash, Kind, sha256};
use testkit::SeededEntropy;
use uuid::Uuid;

pub const SERVICE: &str = "wepack";

static ENTROPY: LazyLock<SeededEntropy> = LazyLock::new(SeededEntropy::default);

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

pub fn id() -> Uuid {
    ENTROPY.uuid(at(0))
}

pub fn entry(subject: Option<Uuid>) -> NewEntry {
    let facts = Facts {
        id: id(),
        at: at(1),
        kind: Kind::ConsentGiven,
        subject,
        purpose: Some("newsletter".into()),
        categories: vec!["contact.email".into(), "contact.name".into()],
        recipient: None,
        expires: Some(at(1_000_000)),
        policy: Some([7; 32]),
        actor: "person".into(),
    };
    let commitment = ledger::commit(&facts, &[9; 32]);
    let body = Some(facts.id.as_bytes().repeat(4));
    NewEntry { facts, commitment, body, key: sha256(b"key"), key_version: 1 }
}

pub fn bare_entry() -> NewEntry {
    NewEntry { body: None, key: Hash::ZERO, key_version: 0, ..entry(None) }
}

pub fn unit() -> Unit {
    Unit::new(SERVICE, at(0))
}

pub fn subject() -> Subject {
    Subject { id: id(), state: ACTIVE.into(), lang: "nb".into(), created_at: at(0), erased_at: None }
}

pub fn record(subject: Uuid, entry: EntryRef) -> Record {
    Record {
        id: id(),
        subject,
        form: "contact".into(),
        purpose: "answer-enquiries".into(),
        policy: [7; 32],
        lang: "en".into(),
        surface: "web".into(),
        received_at: at(2),
        keep_until: None,
        entry: Some(entry),
        sealed: b"sealed".to_vec(),
        key_version: 1,
    }
}

pub fn token(hash: u8) -> Token {
    Token {
        hash: [hash; 32],
        kind: "sign-in".into(),
        subject: None,
        object: None,
        sealed: Some(b"sealed address".to_vec()),
        key_version: 1,
        created_at: at(0),
        expires_at: at(900),
        used_at: None,
    }
}

pub fn mail() -> NewMail {
    NewMail {
        id: id(),
        kind: "receipt".into(),
        subject: None,
        request: None,
        sealed: b"sealed".to_vec(),
        key_version: 1,
        at: at(0),
    }
}

/// Everything permanent fits together: indexes without gaps, hashes, root, tiles.
pub async fn verify(db: &Db) -> u64 {
    let head = db::entries::head(db, SERVICE).await.unwrap();
    let mut frontier = ledger::Frontier::new();
    let mut next = 0;
    loop {
        let leaves = db::entries::leaves(db, SERVICE, next, 500).await.unwrap();
        if leaves.is_empty() {
            break;
        }
        for (leaf, hash) in leaves {
            assert_eq!(leaf.index, next, "a gap");
            assert_eq!(leaf.hash(), hash);
            frontier.append(hash);
            next += 1;
        }
    }
    assert_eq!((head.size, head.root), (next, frontier.root()));
    for index in [0, next / 2, next.saturating_sub(1)].into_iter().filter(|index| *index < next) {
        let (_, hash) = db::entries::leaf(db, SERVICE, index).await.unwrap().unwrap();
        let proof = db::entries::inclusion(db, SERVICE, index, next).await.unwrap();
        ledger::proof::verify_inclusion(&hash, index, next, &proof, &head.root).unwrap();
    }
    next
}
