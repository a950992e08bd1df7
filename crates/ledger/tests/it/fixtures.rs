//! What the tests share: a signer, a slow tree to compare with, a receipt.

use ledger::proof::Nodes;
use ledger::{Checkpoint, Facts, Hash, Kind, Leaf, Proof, Receipt, Signer, VerifierKey};
use ring::signature::{Ed25519KeyPair, KeyPair as _};

pub const SEALED: &[u8] = b"sealed body";
pub const ENTRY_KEY: [u8; 32] = [0x42; 32];
pub const SALT: [u8; 32] = [7; 32];

pub struct TestSigner {
    name: String,
    pair: Ed25519KeyPair,
}

pub fn signer(name: &str, seed: u8) -> TestSigner {
    let pair = Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap();
    TestSigner { name: name.to_owned(), pair }
}

pub fn key_of(signer: &TestSigner) -> String {
    VerifierKey::of(signer).unwrap().to_string()
}

impl Signer for TestSigner {
    fn name(&self) -> &str {
        &self.name
    }

    fn public_key(&self) -> [u8; 32] {
        self.pair.public_key().as_ref().try_into().unwrap()
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }
}

/// The tree hash by the letter of RFC 6962, section 2.1.
pub fn slow_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => ledger::empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            ledger::node_hash(&slow_root(left), &slow_root(right))
        }
    }
}

pub fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|index| ledger::leaf_hash(&index.to_be_bytes())).collect()
}

/// A tree that has every node at hand.
pub struct AllNodes(pub Vec<Hash>);

impl Nodes for AllNodes {
    fn node(&self, height: u8, index: u64) -> Option<Hash> {
        let (start, width) = ((index << height) as usize, 1 << height);
        self.0.get(start..start + width).map(slow_root)
    }
}

pub fn facts() -> Facts {
    Facts {
        id: "01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap(),
        at: "2026-11-21T10:00:00.123456Z".parse().unwrap(),
        kind: Kind::ConsentGiven,
        subject: Some("01890a5d-ac96-774b-bcce-b302099a8058".parse().unwrap()),
        purpose: Some("newsletter".to_owned()),
        categories: vec!["contact.email".to_owned()],
        recipient: None,
        expires: Some("2027-11-21T10:00:00Z".parse().unwrap()),
        policy: Some([0xab; 32]),
        actor: "person".to_owned(),
    }
}

/// A receipt for entry 4 of 9, published and signed by the key of seed 1.
pub fn receipt() -> Receipt {
    let signer = signer("privacy.example.com/shop", 1);
    let facts = facts();
    let leaf = Leaf::new(
        4,
        ledger::commit(&facts, &SALT),
        ledger::sha256(SEALED),
        ledger::key_commitment(&ENTRY_KEY),
    );
    let mut hashes = leaves(9);
    hashes[4] = leaf.hash();
    let inclusion = ledger::proof::inclusion(4, 9, &AllNodes(hashes.clone())).unwrap();
    let checkpoint = Checkpoint { origin: signer.name.clone(), size: 9, root: slow_root(&hashes) };
    let checkpoint = checkpoint.sign(&[&signer]).unwrap().to_string();
    Receipt {
        format: ledger::RECEIPT_FORMAT.to_owned(),
        service: "shop".to_owned(),
        origin: signer.name.clone(),
        verifier_key: key_of(&signer),
        leaf,
        facts,
        salt: SALT,
        body: Some(SEALED.to_vec()),
        entry_key: Some(ENTRY_KEY),
        proof: Some(Proof { inclusion, checkpoint }),
        notice: None,
        introductions: Vec::new(),
    }
}
