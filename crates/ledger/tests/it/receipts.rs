//! Receipts: what they prove, and that every change is found and named.

use ledger::{Hash, Receipt, Statement, VerifyError, verify};
use proptest::prelude::*;
use serde_json::Value;

use crate::fixtures::{key_of, receipt, signer};

fn said(receipt: &Receipt, key: Option<&str>) -> Vec<String> {
    verify(receipt, key).unwrap().statements.iter().map(ToString::to_string).collect()
}

#[test]
fn a_receipt_with_a_trusted_key_says_what_it_proves() {
    let (receipt, key) = (receipt(), key_of(&signer("privacy.example.com/shop", 1)));
    let verified = verify(&receipt, Some(&key)).unwrap();
    assert!(verified.published && verified.trusted);
    assert_eq!(verified.body.as_deref(), Some(crate::fixtures::SEALED));
    assert_eq!(verified.checkpoint.unwrap().size, 9);
    let said = said(&receipt, Some(&key)).join("\n");
    assert!(said.contains("exactly those the log entry commits to"), "{said}");
    assert!(said.contains("entry number 4 of the log as it stood with 9 entries"), "{said}");
    assert!(said.contains(&format!("signed with the key you trust: {key}")), "{said}");
    assert!(said.contains("Not proven: that everybody else is shown the same log"), "{said}");
}

#[test]
fn without_a_trusted_key_it_says_that_it_only_fits_itself() {
    let verified = verify(&receipt(), None).unwrap();
    assert!(verified.published && !verified.trusted);
    assert!(verified.statements.contains(&Statement::OnlySelfConsistent));
    let forged = {
        // A forger signs a log of their own: it fits itself, and that is all that is said.
        let mut forged = receipt();
        let forger = signer("privacy.example.com/shop", 66);
        let root = verify(&forged, None).unwrap().checkpoint.unwrap().root;
        let checkpoint = ledger::Checkpoint { origin: forged.origin.clone(), size: 9, root };
        forged.verifier_key = key_of(&forger);
        forged.proof.as_mut().unwrap().checkpoint = checkpoint.sign(&[&forger]).unwrap().to_string();
        forged
    };
    assert!(!verify(&forged, None).unwrap().trusted);
    let key = key_of(&signer("privacy.example.com/shop", 1));
    assert!(matches!(verify(&forged, Some(&key)), Err(VerifyError::OtherKey { .. })));
}

#[test]
fn a_receipt_before_its_proof_says_not_yet_published() {
    let key = key_of(&signer("privacy.example.com/shop", 1));
    let unpublished = Receipt { proof: None, ..receipt() };
    let verified = verify(&unpublished, Some(&key)).unwrap();
    assert!(!verified.published && !verified.trusted && verified.checkpoint.is_none());
    assert!(verified.statements.contains(&Statement::NotYetPublished));
    let other = key_of(&signer("privacy.example.com/shop", 2));
    assert!(matches!(verify(&unpublished, Some(&other)), Err(VerifyError::OtherKey { .. })));
}

#[test]
fn a_receipt_may_withhold_body_and_key() {
    let bare = Receipt { body: None, entry_key: None, ..receipt() };
    let verified = verify(&bare, None).unwrap();
    assert!(verified.statements.contains(&Statement::BodyWithheld));
    assert!(!verified.statements.contains(&Statement::KeyMatches));
}

/// Each change, and a part of the sentence that names it.
#[test]
fn every_failed_check_is_named() {
    type Change = fn(&mut Receipt);
    let cases: [(Change, &str); 16] = [
        (|r| r.format = "abide-receipt-v3".to_owned(), "format"),
        (|r| r.format = "abide-receipt-v2".to_owned(), "format"),
        (|r| r.notice = Some(Value::Null), "format"),
        (|r| r.introductions = vec!["trust me\n".to_owned()], "format"),
        (|r| r.leaf.version = 2, "version 2"),
        (|r| r.facts.purpose = Some("profiling".to_owned()), "the facts or the salt were changed"),
        (|r| r.salt[0] ^= 1, "the facts or the salt were changed"),
        (|r| r.body = Some(b"other".to_vec()), "sealed content is not the one"),
        (|r| r.entry_key = Some([1; 32]), "entry key is not the one"),
        (|r| r.leaf.key = Hash::ZERO, "entry key is not the one"),
        (|r| r.leaf.index = 5, "the proof leads to another root"),
        (|r| r.leaf.index = 9, "no entry 9 in a log of 9"),
        (|r| r.proof.as_mut().unwrap().inclusion[0] = Hash::ZERO, "the proof leads to another root"),
        (|r| r.proof.as_mut().unwrap().inclusion.truncate(3), "3 hashes"),
        (|r| r.service = "shed".to_owned(), "do not belong together"),
        (|r| r.origin = "privacy.example.org/shop".to_owned(), "do not belong together"),
    ];
    for (change, reason) in cases {
        let mut changed = receipt();
        change(&mut changed);
        let error = verify(&changed, None).unwrap_err().to_string();
        assert!(error.contains(reason), "expected `{reason}`: {error}");
    }
}

#[test]
fn a_bad_signature_is_named_before_the_proof() {
    let mut changed = receipt();
    let proof = changed.proof.as_mut().unwrap();
    proof.checkpoint = proof.checkpoint.replacen("\n9\n", "\n8\n", 1);
    let error = verify(&changed, None).unwrap_err().to_string();
    assert!(error.contains("does not fit the text"), "{error}");
    let mut unsigned = receipt();
    let other = signer("privacy.example.com/shop", 3);
    unsigned.verifier_key = key_of(&other);
    let error = verify(&unsigned, None).unwrap_err().to_string();
    assert!(error.contains("carries no signature by the key"), "{error}");
}

#[test]
fn a_trusted_key_that_is_none_is_said() {
    let error = verify(&receipt(), Some("hunter2")).unwrap_err().to_string();
    assert!(error.starts_with("the trusted key cannot be read"), "{error}");
}

#[test]
fn json_is_read_back_and_readable() {
    let json = receipt().to_json().unwrap();
    assert_eq!(Receipt::from_json(json.as_bytes()).unwrap(), receipt());
    for part in
        ["\"kind\": \"consent-given\"", "\"at\": \"2026-11-21T10:00:00.123456Z\"", "\"abide-receipt-v1\""]
    {
        assert!(json.contains(part), "{json}");
    }
    assert!(!json.contains("null,\n    \"categories\"") && json.ends_with("}\n"), "{json}");
}

#[test]
fn nothing_may_stand_in_a_receipt_that_is_not_checked() {
    let json: Value = serde_json::from_str(&receipt().to_json().unwrap()).unwrap();
    for path in ["", "/facts", "/leaf", "/proof"] {
        let mut more = json.clone();
        more.pointer_mut(path).unwrap()["consent_to_everything"] = Value::Bool(true);
        assert!(Receipt::from_json(more.to_string().as_bytes()).is_err(), "{path}");
    }
    let finer = json.to_string().replace(".123456Z", ".1234561Z");
    assert!(Receipt::from_json(finer.as_bytes()).is_err(), "a time finer than what is committed to");
}

#[test]
fn errors_do_not_repeat_the_receipt() {
    let error = Receipt::from_json(br#"{"format": "Kari Nordmann"}"#).unwrap_err().to_string();
    assert_eq!(
        error,
        "this is no Abide receipt: line 1, column 27: a field is missing, unknown or has the wrong form"
    );
}

/// Every leaf of a JSON value, by pointer.
fn pointers(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| pointers(value, format!("{at}/{key}"), out)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| pointers(value, format!("{at}/{index}"), out));
        }
        _ => out.push(at),
    }
}

/// Changes every value of the receipt, one at a time: each must be noticed against the trusted key.
#[test]
fn every_single_value_is_covered() {
    let key = key_of(&signer("privacy.example.com/shop", 1));
    let json: Value = serde_json::from_str(&receipt().to_json().unwrap()).unwrap();
    let mut all = Vec::new();
    pointers(&json, String::new(), &mut all);
    assert!(all.len() > 20, "{all:?}");
    for pointer in all {
        let mut changed = json.clone();
        let value = changed.pointer_mut(&pointer).unwrap();
        *value = match value {
            Value::String(text) => flip(text),
            Value::Number(number) => (number.as_u64().unwrap() ^ 1).into(),
            _ => Value::String("postnord".to_owned()),
        };
        let receipt = Receipt::from_json(changed.to_string().as_bytes());
        let noticed = receipt.map_or(true, |receipt| verify(&receipt, Some(&key)).is_err());
        assert!(noticed, "{pointer} was changed unnoticed");
    }
}

/// Another value of the same form: the first letter or digit changed.
fn flip(text: &str) -> Value {
    let mut done = false;
    let other = |c: char| match c {
        _ if done => c,
        '0'..='8' | 'a'..='y' | 'A'..='Y' => {
            done = true;
            char::from(c as u8 + 1)
        }
        _ => c,
    };
    Value::String(text.chars().map(other).collect())
}

proptest! {
    #[test]
    fn reading_anything_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..200), json in json_like()) {
        let _ = Receipt::from_json(&bytes);
        let _ = Receipt::from_json(json.to_string().as_bytes());
    }

    #[test]
    fn a_receipt_with_anything_in_it_never_panics(
        at in any::<prop::sample::Index>(), value in json_like(), trusted in ".*",
    ) {
        let mut json: Value = serde_json::from_str(&receipt().to_json().unwrap()).unwrap();
        let mut all = Vec::new();
        pointers(&json, String::new(), &mut all);
        *json.pointer_mut(&all[at.index(all.len())]).unwrap() = value;
        if let Ok(receipt) = Receipt::from_json(json.to_string().as_bytes()) {
            let _ = verify(&receipt, Some(&trusted));
            let _ = verify(&receipt, None);
        }
    }

    #[test]
    fn a_flipped_bit_anywhere_is_noticed(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let key = key_of(&signer("privacy.example.com/shop", 1));
        let json = receipt().to_json().unwrap();
        let mut bytes = json.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(changed) = Receipt::from_json(&bytes) {
            // White space between tokens means nothing.
            prop_assert!(changed == receipt() || verify(&changed, Some(&key)).is_err());
        }
    }
}

fn json_like() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::String),
        "[A-Za-z0-9+/=]{0,60}".prop_map(Value::String),
        "[0-9a-f]{64}".prop_map(Value::String),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z_]{0,8}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
