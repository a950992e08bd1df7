//! Cosignatures, what a witness is asked, tlog-proof files; and the rotation of the signing key.

use ledger::witness::{AddCheckpoint, Reply, message};
use ledger::{
    Checkpoint, Hash, Introduction, KeyList, Reached, Receipt, Signer, Statement, TlogProof, Trust,
    VerifierKey, VerifyError, WitnessKey, reach, verify_with,
};
use proptest::prelude::*;

use crate::fixtures::{TestSigner, key_of, receipt, signer};

const LOG: &str = "privacy.example.com/shop";
const AT: u64 = 1_796_000_000;

fn key(signer: &TestSigner) -> VerifierKey {
    VerifierKey::of(signer).unwrap()
}

fn witness(seed: u8) -> (TestSigner, WitnessKey) {
    let signer = signer("witness.example/w", seed);
    let key = WitnessKey::new("witness.example/w", signer.public_key()).unwrap();
    (signer, key)
}

/// The receipt, its checkpoint cosigned.
fn cosigned(at: u64) -> Receipt {
    let (signer, key) = witness(9);
    let mut receipt = receipt();
    let proof = receipt.proof.as_mut().unwrap();
    let mut note: ledger::note::Note = proof.checkpoint.parse().unwrap();
    note.signatures.push(key.line(at, &signer.sign(&message(at, &note.text))));
    proof.checkpoint = note.to_string();
    receipt
}

/// The example of the specification of cosignatures.
const EXAMPLE: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
    — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
    — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

#[test]
fn the_specification_s_example_has_the_form_and_prints_the_same() {
    let note: ledger::note::Note = EXAMPLE.parse().unwrap();
    assert_eq!(note.to_string(), EXAMPLE);
    assert_eq!(note.signatures[1].bytes.len(), 8 + 64);
    assert_eq!(u64::from_be_bytes(*note.signatures[1].bytes.first_chunk().unwrap()), 1_679_315_147);
    assert_eq!(
        message(1_679_315_147, &note.text).split(|byte| *byte == b'\n').nth(1),
        Some(&b"time 1679315147"[..])
    );
}

#[test]
fn a_trusted_witness_is_named_with_its_time() {
    let (_, key) = witness(9);
    let log = key_of(&signer(LOG, 1));
    let trust = Trust { key: Some(&log), witnesses: std::slice::from_ref(&key), ..Trust::default() };
    let verified = verify_with(&cosigned(AT), &trust).unwrap();
    assert_eq!((verified.witnesses[0].at, verified.witnesses.len()), (AT, 1));
    let said: Vec<String> = verified.statements.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    assert!(
        said.contains("The witness witness.example/w saw this state of the log at 2026-11-30T00:53:20Z"),
        "{said}"
    );
    assert!(!said.contains("that everybody else is shown the same log"), "{said}");
    assert!(said.contains("Not proven: that what the entry says is true"), "{said}");
}

#[test]
fn a_trusted_witness_that_did_not_sign_is_named_and_nothing_more_is_claimed() {
    let (_, other) = witness(10);
    let trust = Trust { witnesses: std::slice::from_ref(&other), ..Trust::default() };
    let verified = verify_with(&cosigned(AT), &trust).unwrap();
    assert!(verified.witnesses.is_empty());
    assert!(verified.statements.contains(&Statement::NotCosigned("witness.example/w".to_owned())));
    assert!(verified.statements.contains(&Statement::SameLogNotProven));
}

#[test]
fn a_changed_cosignature_is_refused_by_who_trusts_the_witness() {
    let (_, key) = witness(9);
    let trust = Trust { witnesses: std::slice::from_ref(&key), ..Trust::default() };
    for at in 0..72 {
        let mut changed = cosigned(AT);
        let proof = changed.proof.as_mut().unwrap();
        let mut note: ledger::note::Note = proof.checkpoint.parse().unwrap();
        note.signatures[1].bytes[at] ^= 1;
        proof.checkpoint = note.to_string();
        let error = verify_with(&changed, &trust).unwrap_err();
        assert!(matches!(error, VerifyError::Witness(_)), "byte {at}: {error}");
        assert!(error.to_string().contains("witness.example/w"), "{error}");
    }
}

#[test]
fn a_log_s_key_is_no_witness_key() {
    let log = signer(LOG, 1);
    assert!(key_of(&log).parse::<WitnessKey>().is_err());
    let (_, key) = witness(9);
    assert_eq!(key.to_string().parse::<WitnessKey>().unwrap(), key);
    assert!(key.to_string().parse::<VerifierKey>().is_err());
}

#[test]
fn a_request_to_a_witness_is_written_as_specified_and_read_back() {
    let ask =
        AddCheckpoint { old: 20, proof: vec![Hash([1; 32]), Hash([2; 32])], checkpoint: EXAMPLE.to_owned() };
    let body = ask.to_string();
    assert!(body.starts_with("old 20\nAQEB"), "{body}");
    assert!(body.contains("=\n\nexample.com/behind-the-sofa\n"), "{body}");
    assert_eq!(body.parse::<AddCheckpoint>().unwrap(), ask);
    let first = AddCheckpoint { old: 0, proof: Vec::new(), checkpoint: EXAMPLE.to_owned() };
    assert_eq!(first.to_string().parse::<AddCheckpoint>().unwrap(), first);
    for wrong in ["", "old\n\nx", "old 01\n\nx", "old 1\nzz\n\nx", "new 1\n\nx"] {
        assert!(wrong.parse::<AddCheckpoint>().is_err(), "{wrong}");
    }
}

#[test]
fn a_witness_answers_with_lines_or_with_the_size_it_saw() {
    let lines = EXAMPLE.split("\n\n").nth(1).unwrap();
    assert!(matches!(Reply::read(200, lines), Ok(Reply::Cosigned(lines)) if lines.len() == 2));
    assert_eq!(Reply::read(409, "20\n"), Ok(Reply::Saw(20)));
    for (status, body) in [(200, ""), (200, "no"), (409, "20"), (409, "-1\n"), (403, ""), (500, lines)] {
        assert!(Reply::read(status, body).is_err(), "{status} {body}");
    }
}

fn tlog_proof() -> TlogProof {
    let receipt = receipt();
    let proof = receipt.proof.unwrap();
    let extra = Some(receipt.leaf.bytes().to_vec());
    TlogProof { extra, index: receipt.leaf.index, inclusion: proof.inclusion, checkpoint: proof.checkpoint }
}

#[test]
fn a_tlog_proof_file_is_written_as_specified_and_verifies() {
    let (proof, leaf) = (tlog_proof(), receipt().leaf);
    let file = proof.to_string();
    assert!(file.starts_with("c2sp.org/tlog-proof@v1\nextra AQAA"), "{file}");
    assert!(file.contains("\nindex 4\n") && file.contains("\n\nprivacy.example.com/shop\n9\n"), "{file}");
    let read: TlogProof = file.parse().unwrap();
    assert_eq!(read, proof);
    assert_eq!(read.verify(&leaf.hash(), &key(&signer(LOG, 1))).unwrap().size, 9);
    assert!(read.verify(&Hash::ZERO, &key(&signer(LOG, 1))).is_err());
    assert!(read.verify(&leaf.hash(), &key(&signer(LOG, 2))).is_err());
    let bare = TlogProof { extra: None, ..proof };
    assert_eq!(bare.to_string().parse::<TlogProof>().unwrap(), bare);
}

fn introduction(old: &TestSigner, new: &TestSigner, size: u64) -> String {
    let (old_key, new_key) = (key(old), key(new));
    let until = AT + 30 * 86_400;
    let read = Introduction { old: old_key, new: new_key, size, at: AT, until };
    read.sign(old, new).unwrap().to_string()
}

/// The receipt's checkpoint signed anew by these keys; the first is the receipt's own.
fn signed_by(keys: &[&TestSigner], introductions: Vec<String>) -> Receipt {
    let mut receipt = receipt();
    let proof = receipt.proof.as_mut().unwrap();
    let checkpoint = Checkpoint::verify(&proof.checkpoint, &key(&signer(LOG, 1))).unwrap();
    let signers: Vec<&dyn Signer> = keys.iter().map(|key| *key as &dyn Signer).collect();
    proof.checkpoint = checkpoint.sign(&signers).unwrap().to_string();
    receipt.verifier_key = key_of(keys[0]);
    receipt.introductions = introductions;
    receipt.format = receipt.format_needed().to_owned();
    receipt
}

#[test]
fn who_trusts_the_old_key_accepts_what_the_new_one_signs_by_its_introduction() {
    let (old, new) = (signer(LOG, 1), signer(LOG, 2));
    let (trusted, note) = (key_of(&old), introduction(&old, &new, 5));
    let trust = Trust { key: Some(&trusted), ..Trust::default() };
    let verified = verify_with(&signed_by(&[&new], vec![note.clone()]), &trust).unwrap();
    assert!(verified.trusted);
    let said = verified.statements.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("which the key you trust introduced"), "{said}");
    // without the introduction it is a stranger's key; with one from elsewhere it is not
    assert!(matches!(
        verify_with(&signed_by(&[&new], Vec::new()), &trust),
        Err(VerifyError::OtherKey { .. })
    ));
    let notes = [note];
    assert!(verify_with(&signed_by(&[&new], Vec::new()), &Trust { introductions: &notes, ..trust }).is_ok());
}

#[test]
fn while_both_sign_either_is_enough() {
    let (old, new) = (signer(LOG, 1), signer(LOG, 2));
    let trusted = key_of(&old);
    let trust = Trust { key: Some(&trusted), ..Trust::default() };
    assert!(verify_with(&signed_by(&[&new, &old], Vec::new()), &trust).unwrap().trusted);
}

#[test]
fn an_old_receipt_stays_good_for_who_trusts_the_new_key_and_a_stolen_old_key_signs_nothing_more() {
    let (old, new) = (signer(LOG, 1), signer(LOG, 2));
    let trusted = key_of(&new);
    for (size, good) in [(9, true), (8, false)] {
        let notes = [introduction(&old, &new, size)];
        let trust = Trust { key: Some(&trusted), introductions: &notes, ..Trust::default() };
        let verified = verify_with(&receipt(), &trust);
        if good {
            assert!(verified.unwrap().trusted, "of 9 entries, replaced at {size}");
        } else {
            assert_eq!(verified.unwrap_err(), VerifyError::Replaced { size: 9, until: 8 });
        }
    }
}

#[test]
fn a_chain_of_three_keys_is_walked_and_a_stranger_s_introduction_is_not() {
    let (one, two, three, four) = (signer(LOG, 1), signer(LOG, 2), signer(LOG, 3), signer(LOG, 4));
    let notes = vec![introduction(&one, &two, 5), introduction(&two, &three, 7)];
    let reached = |from: &TestSigner, to: &TestSigner| reach(&notes, &key(from), &key(to)).unwrap();
    assert_eq!(reached(&one, &three), Some(Reached::Later));
    assert_eq!(reached(&three, &one), Some(Reached::Earlier(5)));
    assert_eq!(reached(&three, &two), Some(Reached::Earlier(7)));
    assert_eq!(reached(&one, &four), None);
    let alien = signer("elsewhere.example/shop", 5);
    let read = Introduction { old: key(&one), new: key(&alien), size: 1, at: 1, until: 2 };
    assert!(read.sign(&one, &alien).is_err());
    // signed by the new key alone, an introduction introduces nobody
    let forged = ledger::note::sign(
        &Introduction { old: key(&one), new: key(&four), size: 1, at: 1, until: 2 }.to_string(),
        &[&four],
    );
    assert!(reach(&[forged.unwrap().to_string()], &key(&one), &key(&four)).is_err());
}

#[test]
fn an_introduction_is_no_checkpoint_and_a_checkpoint_no_introduction() {
    let (old, new) = (signer(LOG, 1), signer(LOG, 2));
    let note = introduction(&old, &new, 5);
    assert!(Checkpoint::verify(&note, &key(&old)).is_err());
    assert!(Introduction::verify(&receipt().proof.unwrap().checkpoint).is_err());
}

#[test]
fn a_list_of_keys_says_what_its_introductions_say_and_nothing_else() {
    let (one, two) = (signer(LOG, 1), signer(LOG, 2));
    let list = KeyList::of(&key(&one), &[introduction(&one, &two, 5)]).unwrap();
    assert_eq!(KeyList::from_json(list.to_json().as_bytes()).unwrap(), list);
    assert_eq!((list.keys[0].until, list.keys[1].from), (Some(AT + 30 * 86_400), Some(AT)));
    let json = list.to_json();
    for (from, to) in [
        ("\"until\": 1", "\"until\": 2"),
        ("\"from\": 1", "\"from\": 2"),
        ("example.com/shop\",", "example.com/shed\","),
    ] {
        assert!(json.contains(from), "{json}");
        assert!(KeyList::from_json(json.replacen(from, to, 1).as_bytes()).is_err(), "{from}");
    }
    assert!(KeyList::of(&key(&two), &[introduction(&one, &two, 5)]).is_err());
}

proptest! {
    #[test]
    fn reading_anything_never_panics(text in ".{0,200}") {
        let _ = text.parse::<AddCheckpoint>();
        let _ = text.parse::<TlogProof>();
        let _ = text.parse::<WitnessKey>();
        let _ = Introduction::verify(&text);
        let _ = KeyList::from_json(text.as_bytes());
        let _ = Reply::read(200, &text);
    }

    #[test]
    fn a_flipped_bit_of_a_proof_file_or_an_introduction_is_noticed(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let flip = |text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            String::from_utf8(bytes).ok()
        };
        let (leaf, log) = (receipt().leaf.hash(), key(&signer(LOG, 1)));
        if let Some(changed) = flip(&TlogProof { extra: None, ..tlog_proof() }.to_string()) {
            prop_assert!(changed.parse::<TlogProof>().map_or(true, |proof| proof.verify(&leaf, &log).is_err()));
        }
        if let Some(changed) = flip(&introduction(&signer(LOG, 1), &signer(LOG, 2), 5)) {
            prop_assert!(Introduction::verify(&changed).is_err(), "{}", changed);
        }
    }
}
