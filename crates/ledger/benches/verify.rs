//! How long verifying takes, and how it grows with the log.
//!
//! Printed, each on a line with a tab:
//!
//! - `audit`: seconds to verify 10,000,000 entries from tiles in files: every leaf hashed anew from its 105 bytes and
//!   compared, every tile compared with the one above, the root with the signed checkpoint;
//! - `audit-memory`: the peak of this process' memory while it did, in MB;
//! - `audit-ratio`: the same time against the bare hashes it cannot do without, in the same run;
//! - `receipt`: ms to check one receipt of that log, signature and all;
//! - `proof`: ms to make the proof of any entry from tiles in files (the mean over entries spread over the log);
//! - `ledger-growth`: how much longer an entry takes to verify at 10^7 than at 10^4 (1: linear);
//! - `part:…`: one round of each size.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark fails loudly, reads the clock and prints its figures"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use ledger::proof;
use ledger::tile::{self, Edge, Tile, Tiles, to_bytes};
use ledger::{Checkpoint, Facts, Hash, Kind, Leaf, Proof, Receipt, Signer, VerifierKey};
use ring::signature::{Ed25519KeyPair, KeyPair as _};

const SIZES: [u64; 4] = [10_000, 100_000, 1_000_000, 10_000_000];
const NAME: &str = "privacy.example.com/shop";
const SALT: [u8; 32] = [7; 32];

fn main() {
    let mut each = Vec::new();
    for size in SIZES {
        let folder = tempfile::tempdir().expect("a folder");
        let log = write(folder.path(), size);
        let taken = audit(folder.path(), &log);
        each.push(taken.as_secs_f64() / size as f64);
        println!(
            "part:{size}\t{:.3} s, {:.0} ns an entry",
            taken.as_secs_f64(),
            taken.as_nanos() as f64 / size as f64
        );
        let (proof, receipt) = (proofs(folder.path(), &log), receipts(folder.path(), &log));
        println!("part:{size}\tproof {:.4} ms, receipt {:.4} ms", millis(proof), millis(receipt));
        if size == SIZES[SIZES.len() - 1] {
            println!("audit\t{:.2} s", taken.as_secs_f64());
            println!("audit-memory\t{:.1} MB", peak());
            println!("audit-ratio\t{:.2}", taken.as_secs_f64() / bare(size).as_secs_f64());
            println!("receipt\t{:.4} ms", millis(receipt));
            println!("proof\t{:.4} ms", millis(proof));
        }
    }
    println!("ledger-growth\t{:.2}", each[each.len() - 1] / each[0]);
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

struct Log {
    size: u64,
    root: Hash,
    note: String,
    key: String,
}

/// Entry `index`; the middle one is the receipt's.
fn leaf(size: u64, index: u64) -> Leaf {
    if index == size / 2 {
        return Leaf::new(index, ledger::commit(&facts(), &SALT), ledger::sha256(&[]), Hash::ZERO);
    }
    let mut bytes = [0x5a; 32];
    bytes[..8].copy_from_slice(&index.to_be_bytes());
    Leaf::new(index, Hash(bytes), Hash([1; 32]), Hash([2; 32]))
}

fn facts() -> Facts {
    Facts {
        id: uuid::Uuid::from_u128(7),
        at: jiff::Timestamp::UNIX_EPOCH,
        kind: Kind::ConsentGiven,
        subject: Some(uuid::Uuid::from_u128(8)),
        purpose: Some("newsletter".to_owned()),
        categories: vec!["contact.email".to_owned()],
        recipient: None,
        expires: None,
        policy: Some([3; 32]),
        actor: "person".to_owned(),
    }
}

/// Writes the tiles as they are published, and the checkpoint.
fn write(folder: &Path, size: u64) -> Log {
    let put = |tile: Tile, hashes: &[Hash]| {
        let path = folder.join(tile.path());
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, to_bytes(hashes)).expect("a tile");
    };
    let mut edge = Edge::new();
    for index in 0..size {
        edge.append(leaf(size, index).hash()).iter().for_each(|full| put(full.tile, &full.hashes));
    }
    edge.partial().into_iter().for_each(|(tile, hashes)| put(tile, hashes));
    let (root, signer) = (edge.root(), signer());
    let checkpoint = Checkpoint { origin: NAME.to_owned(), size, root };
    let note = checkpoint.sign(&[&signer]).expect("a checkpoint").to_string();
    Log { size, root, note, key: VerifierKey::of(&signer).expect("a key").to_string() }
}

struct Key(Ed25519KeyPair);

fn signer() -> Key {
    Key(Ed25519KeyPair::from_seed_unchecked(&[1; 32]).expect("a seed"))
}

impl Signer for Key {
    fn name(&self) -> &str {
        NAME
    }
    fn public_key(&self) -> [u8; 32] {
        self.0.public_key().as_ref().try_into().expect("32 bytes")
    }
    fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.0.sign(message).as_ref().to_vec()
    }
}

/// What somebody does who has the entries' leaves and the published folder.
fn audit(folder: &Path, log: &Log) -> Duration {
    let began = Instant::now();
    let key: VerifierKey = log.key.parse().expect("a key");
    let checkpoint = Checkpoint::verify(&log.note, &key).expect("a signed checkpoint");
    tile::audit(checkpoint.size, &checkpoint.root, |tile| {
        let bytes = fs::read(folder.join(tile.path())).map(Some);
        if let (0, Ok(Some(bytes))) = (tile.level, &bytes) {
            let first = tile.index * tile::WIDTH;
            for (at, hash) in bytes.as_chunks::<32>().0.iter().enumerate() {
                assert_eq!(leaf(log.size, first + at as u64).hash().0, *hash, "the tile has another leaf");
            }
        }
        bytes
    })
    .expect("the log holds");
    assert_eq!(checkpoint.root, log.root);
    began.elapsed()
}

/// As many bare hashes of the same lengths: the limit.
fn bare(size: u64) -> Duration {
    let (leaf, node) = ([0x5a_u8; 106], [0xa5_u8; 65]);
    let began = Instant::now();
    for _ in 0..size {
        black_box(ring::digest::digest(&ring::digest::SHA256, black_box(&leaf)));
        black_box(ring::digest::digest(&ring::digest::SHA256, black_box(&node)));
    }
    began.elapsed()
}

fn path(folder: &Path, log: &Log, index: u64) -> Vec<Hash> {
    let mut tiles = Tiles::new();
    for tile in proof::inclusion_tiles(index, log.size) {
        let bytes = fs::read(folder.join(tile.path())).expect("a tile");
        tiles.insert(tile, &bytes).expect("a whole tile");
    }
    proof::inclusion(index, log.size, &tiles).expect("a proof")
}

fn proofs(folder: &Path, log: &Log) -> Duration {
    const ROUNDS: u64 = 500;
    let began = Instant::now();
    for round in 0..ROUNDS {
        black_box(path(folder, log, round * (log.size / ROUNDS)));
    }
    began.elapsed() / 500
}

fn receipts(folder: &Path, log: &Log) -> Duration {
    let index = log.size / 2;
    let receipt = Receipt {
        format: ledger::RECEIPT_FORMAT.to_owned(),
        service: "shop".to_owned(),
        origin: NAME.to_owned(),
        verifier_key: log.key.clone(),
        leaf: leaf(log.size, index),
        facts: facts(),
        salt: SALT,
        body: None,
        entry_key: None,
        proof: Some(Proof { inclusion: path(folder, log, index), checkpoint: log.note.clone() }),
        notice: None,
        introductions: Vec::new(),
    };
    let json = receipt.to_json().expect("JSON");
    let began = Instant::now();
    for _ in 0..500 {
        let read = Receipt::from_json(json.as_bytes()).expect("a receipt");
        assert!(ledger::verify(&read, Some(&log.key)).expect("it holds").trusted);
    }
    began.elapsed() / 500
}

/// The peak of resident memory so far, in MB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux says");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak");
    line.trim().trim_end_matches(" kB").parse::<f64>().expect("a figure") / 1000.0
}
