//! C2SP signed-note and tlog-checkpoint, against notes signed by other implementations.

use ledger::note::{self, Note, NoteError};
use ledger::{Checkpoint, CheckpointError, Hash, VerifierKey, origin};
use proptest::prelude::*;

use crate::fixtures::{key_of, signer};

/// From the tests of Go's `golang.org/x/mod/sumdb/note`.
const NEUMANN_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const NEUMANN: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n\n\
    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn checkpoint() -> Checkpoint {
    Checkpoint { origin: "log.example/shop".to_owned(), size: 12, root: Hash([3; 32]) }
}

#[test]
fn a_note_signed_by_go_verifies_and_prints_the_same() {
    let note: Note = NEUMANN.parse().unwrap();
    let key: VerifierKey = NEUMANN_KEY.parse().unwrap();
    note.verify(&key).unwrap();
    assert_eq!(note.to_string(), NEUMANN);
    assert_eq!(key.to_string(), NEUMANN_KEY);
    let changed: Note = NEUMANN.replace("answer", "Answer").parse().unwrap();
    assert_eq!(changed.verify(&key), Err(NoteError::BadSignature(NEUMANN_KEY.to_owned())));
}

#[test]
fn a_checkpoint_signs_and_verifies() {
    let signer = signer("log.example/shop", 1);
    let text = checkpoint().sign(&[&signer]).unwrap().to_string();
    let head = "log.example/shop\n12\nAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=\n\n— log.example/shop ";
    assert!(text.starts_with(head), "{text}");
    let key = VerifierKey::of(&signer).unwrap();
    assert_eq!(Checkpoint::verify(&text, &key).unwrap(), checkpoint());
}

#[test]
fn other_signatures_are_kept_and_do_not_count() {
    let (own, witness) = (signer("log.example/shop", 1), signer("witness.example/w", 2));
    let mut note = checkpoint().sign(&[&own]).unwrap();
    note.add(&witness).unwrap();
    let again: Note = note.to_string().parse().unwrap();
    assert_eq!(again, note);
    let names: Vec<_> = again.signatures.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["log.example/shop", "witness.example/w"]);
    let stranger = VerifierKey::of(&signer("log.example/shop", 9)).unwrap();
    assert_eq!(again.verify(&stranger), Err(NoteError::NotSigned(stranger.to_string())));
}

#[test]
fn one_bad_line_of_a_known_key_spoils_the_note() {
    let own = signer("log.example/shop", 1);
    let mut note = checkpoint().sign(&[&own]).unwrap();
    let mut bad = note.signatures[0].clone();
    bad.bytes[0] ^= 1;
    note.signatures.push(bad);
    assert_eq!(note.verify(&VerifierKey::of(&own).unwrap()), Err(NoteError::BadSignature(key_of(&own))));
}

#[test]
fn a_key_signs_for_its_own_log_only() {
    let other = signer("log.example/other", 1);
    let text = checkpoint().sign(&[&other]).unwrap().to_string();
    let error = Checkpoint::verify(&text, &VerifierKey::of(&other).unwrap()).unwrap_err();
    assert!(matches!(error, CheckpointError::Origin { .. }));
    assert_eq!(
        error.to_string(),
        "the checkpoint is of the log `log.example/shop`, not of `log.example/other`"
    );
}

#[test]
fn malformed_keys_are_refused_with_the_reason() {
    let cases = [
        ("", "fewer than three parts"),
        ("name+c74f20a3", "fewer than three parts"),
        ("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "mistyped or changed"),
        ("PeterNeumamn+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "mistyped or changed"),
        ("PeterNeumann+c74f20a3+!", "not base64"),
        ("PeterNeumann+c74f20a3+BBpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "type 1"),
        ("PeterNeumann+c74f20a3+ARpc", "32 bytes"),
        ("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "name is empty"),
    ];
    for (key, reason) in cases {
        let error = key.parse::<VerifierKey>().unwrap_err().to_string();
        assert!(error.contains(reason), "{key}: {error}");
    }
}

#[test]
fn malformed_notes_and_checkpoints_are_refused() {
    let notes = [
        "",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n- name AAAAAAA=\n",
        "te\txt\n\n— name AAAAAAA=\n",
        "text\n\n— name AAAAAAA=",
        "text\n\n— name AAAAAAA= \n",
        "text\n\n—  AAAAAAA=\n",
    ];
    for text in notes {
        assert!(text.parse::<Note>().is_err(), "{text:?}");
    }
    assert!("text\n\n— name AAAAAAA=\n".parse::<Note>().is_ok());
    let root = "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=";
    for size in ["", "-1", "+1", "01", "1 ", "18446744073709551616", "one"] {
        assert!(format!("log\n{size}\n{root}\n").parse::<Checkpoint>().is_err(), "{size}");
    }
    assert!(format!("log\n1\n{root}\n").parse::<Checkpoint>().is_ok());
    assert!(format!("log\n1\n{root}\nextension\n").parse::<Checkpoint>().is_ok());
    assert!(format!("log\n1\n{root}").parse::<Checkpoint>().is_err());
    assert!(format!("\n1\n{root}\n").parse::<Checkpoint>().is_err());
    assert!("log\n1\nAwMD\n".parse::<Checkpoint>().is_err());
}

#[test]
fn what_would_not_read_back_is_not_signed() {
    let signer = signer("log.example/shop", 1);
    for origin in ["", "two\nlines"] {
        let checkpoint = Checkpoint { origin: origin.to_owned(), ..checkpoint() };
        assert!(checkpoint.sign(&[&signer]).is_err(), "{origin:?}");
    }
    assert!(note::sign("no newline", &[&signer]).is_err());
}

#[test]
fn the_origin_is_host_and_service() {
    assert_eq!(origin("https://privacy.example.com", "shop"), "privacy.example.com/shop");
    assert_eq!(origin("http://127.0.0.1:8080/s/shop/", "shop"), "127.0.0.1:8080/shop");
}

proptest! {
    #[test]
    fn reading_anything_never_panics(text in ".*", bytes in "(\n|— |[a-z+/=0-9]|\\PC){0,60}") {
        for text in [text, bytes] {
            let _ = text.parse::<VerifierKey>();
            let _ = text.parse::<Checkpoint>();
            if let Ok(note) = text.parse::<Note>() {
                prop_assert_eq!(note.to_string(), text);
            }
        }
    }

    #[test]
    fn a_changed_checkpoint_fails(byte in any::<prop::sample::Index>(), bit in 0_u8..7) {
        let signer = signer("log.example/shop", 1);
        let mut bytes = checkpoint().sign(&[&signer]).unwrap().to_string().into_bytes();
        let at = byte.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(text) = String::from_utf8(bytes) {
            prop_assert!(Checkpoint::verify(&text, &VerifierKey::of(&signer).unwrap()).is_err());
        }
    }
}
