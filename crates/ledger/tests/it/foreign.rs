//! Programs of others read what we write: their notes, checkpoints, tiles and proofs, on their own SHA-256 and Ed25519.
//! What was changed they refuse.

use std::collections::BTreeMap;

use base64::Engine as _;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use ledger::proof::{self, Nodes as _};
use ledger::tile::{Edge, Tile, Tiles, to_bytes};
use ledger::{Checkpoint, Hash, Leaf};
use proptest::prelude::*;
use sha2::Sha256;
use signed_note::{Note, StandardVerifier, VerifierList};
use tlog_tiles::tile::{Tile as TheirTile, TileHashReader, TileReader};
use tlog_tiles::tlog::{self, Error, Hash as TheirHash};

use crate::fixtures::{key_of, signer};

const NAME: &str = "privacy.example.com/shop";

fn leaf(index: u64) -> Leaf {
    let hash = |what: &str| ledger::sha256(format!("{what} {index}").as_bytes());
    Leaf::new(index, hash("facts"), hash("body"), hash("key"))
}

/// A published log: the checkpoint and every tile by its path.
struct Log {
    note: String,
    root: Hash,
    size: u64,
    files: BTreeMap<String, Vec<u8>>,
}

fn published(size: u64) -> Log {
    let (mut edge, mut files) = (Edge::new(), BTreeMap::new());
    for index in 0..size {
        for full in edge.append(leaf(index).hash()) {
            files.insert(full.tile.path(), to_bytes(&full.hashes));
        }
    }
    files.extend(edge.partial().into_iter().map(|(tile, hashes)| (tile.path(), to_bytes(hashes))));
    let root = edge.root();
    let checkpoint = Checkpoint { origin: NAME.to_owned(), size, root };
    let note = checkpoint.sign(&[&signer(NAME, 1)]).unwrap().to_string();
    Log { note, root, size, files }
}

fn our_tiles(log: &Log) -> Tiles {
    let mut tiles = Tiles::new();
    log.files.iter().for_each(|(path, bytes)| tiles.insert(path.parse().unwrap(), bytes).unwrap());
    tiles
}

fn their_key() -> VerifierList {
    let key = StandardVerifier::new(&key_of(&signer(NAME, 1))).unwrap();
    VerifierList::new(vec![Box::new(key)])
}

/// Their reader of tiles over our files, by their own paths.
impl TileReader for Log {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[TheirTile]) -> Result<Vec<Vec<u8>>, Error> {
        // this release writes the tiles' height into the path, as Go's checksum database does; C2SP leaves it out
        let path = |tile: &TheirTile| tile.path().replacen("tile/8/", "tile/", 1);
        let find = |tile: &TheirTile| self.files.get(&path(tile)).cloned().ok_or(Error::InvalidTile);
        tiles.iter().map(find).collect()
    }

    fn save_tiles(&self, _: &[TheirTile], _: &[Vec<u8>]) {}
}

/// What somebody with nothing of ours does: checkpoint, then tiles, then a proof of an entry.
fn they_accept(log: &Log, index: u64) -> Result<(), String> {
    let note = Note::from_bytes(log.note.as_bytes()).map_err(|error| error.to_string())?;
    note.verify(&their_key()).map_err(|error| error.to_string())?;
    let checkpoint = tlog_tiles::Checkpoint::from_bytes(note.text()).map_err(|error| error.to_string())?;
    if checkpoint.origin() != NAME || checkpoint.size() != log.size {
        return Err("another log".to_owned());
    }
    let (size, root) = (checkpoint.size(), *checkpoint.hash());
    let reader = TileHashReader::new(size, root, log);
    let path = tlog::prove_record(size, index, &reader).map_err(|error| error.to_string())?;
    let record = tlog::record_hash(&leaf(index).bytes());
    tlog::check_record(&path, size, root, index, record).map_err(|error| error.to_string())
}

#[test]
fn cloudflare_s_programs_verify_our_checkpoint_tiles_and_entries() {
    for size in [1, 2, 255, 256, 257, 700, 70_000] {
        let log = published(size);
        for index in [0, size / 2, size - 1] {
            they_accept(&log, index).unwrap_or_else(|error| panic!("entry {index} of {size}: {error}"));
        }
    }
}

#[test]
fn they_make_the_same_proofs_from_our_tiles() {
    let log = published(700);
    let reader = TileHashReader::new(log.size, TheirHash(log.root.0), &log);
    let ours = our_tiles(&log);
    for (old, index) in [(1, 0), (256, 255), (257, 256), (600, 699), (699, 300)] {
        let theirs: Vec<[u8; 32]> =
            tlog::prove_tree(log.size, old, &reader).unwrap().into_iter().map(|hash| hash.0).collect();
        let mine: Vec<[u8; 32]> =
            proof::consistency(old, log.size, &ours).unwrap().into_iter().map(|hash| hash.0).collect();
        let before = proof::root(old, &ours).unwrap();
        let path = mine.iter().copied().map(TheirHash).collect();
        tlog::check_tree(&path, log.size, TheirHash(log.root.0), old, TheirHash(before.0)).unwrap();
        assert_eq!(mine.len(), theirs.len(), "of {old}");
        let path =
            proof::inclusion(index, log.size, &ours).unwrap().into_iter().map(|hash| TheirHash(hash.0));
        let record = tlog::record_hash(&leaf(index).bytes());
        tlog::check_record(&path.collect(), log.size, TheirHash(log.root.0), index, record).unwrap();
    }
}

#[test]
fn an_rfc_6962_tree_of_a_third_party_has_our_root_and_takes_our_proofs() {
    for size in [1_u64, 2, 7, 8, 9, 300] {
        let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        (0..size).for_each(|index| tree.push(leaf(index).bytes().to_vec()));
        let (log, root) = (published(size), tree.root());
        assert_eq!(root.as_bytes().as_slice(), log.root.0, "of {size}");
        let ours = our_tiles(&log);
        for index in 0..size.min(20) {
            let path: Vec<u8> =
                proof::inclusion(index, size, &ours).unwrap().iter().flat_map(|hash| hash.0).collect();
            let theirs = InclusionProof::<Sha256>::try_from_bytes(path.clone()).unwrap();
            assert_eq!(
                tree.prove_inclusion(usize::try_from(index).unwrap()).as_bytes(),
                path,
                "{index} of {size}"
            );
            root.verify_inclusion(&leaf(index).bytes().to_vec(), index, &theirs).unwrap();
            assert!(root.verify_inclusion(&leaf(index + 1).bytes().to_vec(), index, &theirs).is_err());
        }
        for old in 1..size.min(20) {
            let path = proof::consistency(old, size, &ours).unwrap().iter().flat_map(|hash| hash.0).collect();
            let before = RootHash::<Sha256>::new(proof::root(old, &ours).unwrap().0.into(), old);
            root.verify_consistency(&before, &ConsistencyProof::try_from_bytes(path).unwrap()).unwrap();
        }
    }
}

#[test]
fn a_note_they_sign_is_read_by_us() {
    let log = published(3);
    let mut lines = Note::from_bytes(log.note.as_bytes()).unwrap();
    let own = signer("witness.example/w", 7);
    let vkey = key_of(&own);
    let id = vkey.split('+').nth(1).unwrap();
    let secret = [&[1_u8][..], &[7; 32]].concat();
    let skey =
        format!("PRIVATE+KEY+witness.example/w+{id}+{}", base64::prelude::BASE64_STANDARD.encode(secret));
    let theirs = signed_note::StandardSigner::new(&skey).unwrap();
    lines.add_sigs(&[&theirs]).unwrap();
    let note: ledger::note::Note = String::from_utf8(lines.to_bytes()).unwrap().parse().unwrap();
    note.verify(&vkey.parse().unwrap()).unwrap();
    note.verify(&key_of(&signer(NAME, 1)).parse().unwrap()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// One bit of one tile: their reader refuses every proof that rests on the tile, and our audit names it.
    #[test]
    fn a_flipped_bit_of_a_tile_is_refused_by_them_and_named_by_us(
        size in 1_u64..1500, which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let mut log = published(size);
        let path = log.files.keys().nth(which.index(log.files.len())).unwrap().clone();
        let (mut byte, mut entry) = (0, 0);
        if let Some(bytes) = log.files.get_mut(&path) {
            byte = at.index(bytes.len());
            bytes[byte] ^= 1 << bit;
        }
        let tile: Tile = path.parse().unwrap();
        // in a log of one entry they need no tile to prove it
        if tile.level == 0 && size > 1 {
            let changed = tile.index * 256 + byte as u64 / 32;
            // one whose path has the changed hash in it
            entry = if changed ^ 1 < size { changed ^ 1 } else { 0 };
            prop_assert!(they_accept(&log, entry).is_err(), "entry {} of {} by {}", entry, size, path);
        }
        let audited = ledger::tile::audit(size, &log.root, |tile| Ok::<_, String>(log.files.get(&tile.path()).cloned()));
        let error = audited.unwrap_err().to_string();
        prop_assert!(error.contains(&path), "{} is not named: {} ({})", path, error, entry);
    }

    /// One bit of the checkpoint: neither they nor we believe it.
    #[test]
    fn a_flipped_bit_of_a_checkpoint_is_refused_by_them_and_by_us(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut log = published(5);
        let mut bytes = log.note.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let Ok(changed) = String::from_utf8(bytes) else { return Ok(()) };
        prop_assert!(Checkpoint::verify(&changed, &key_of(&signer(NAME, 1)).parse().unwrap()).is_err());
        log.note = changed;
        prop_assert!(they_accept(&log, 0).is_err());
    }
}

#[test]
fn an_audit_names_what_is_missing_or_of_another_length() {
    let log = published(600);
    let get = |tile: Tile| Ok::<_, String>(log.files.get(&tile.path()).cloned());
    ledger::tile::audit(600, &log.root, get).unwrap();
    let error = |change: &dyn Fn(Tile) -> Option<Vec<u8>>| {
        ledger::tile::audit(600, &log.root, |tile| Ok::<_, String>(change(tile))).unwrap_err().to_string()
    };
    let missing = error(&|tile| get(tile).unwrap().filter(|_| tile.index != 1));
    assert_eq!(missing, "tile/0/001 is missing");
    let short = error(&|tile| get(tile).unwrap().map(|bytes| bytes[32..].to_vec()));
    assert!(short.starts_with("tile/0/000 has 256 hashes"), "{short}");
    let unread = ledger::tile::audit(600, &log.root, |_| Err::<Option<Vec<u8>>, _>("no such disk"));
    assert_eq!(unread.unwrap_err().to_string(), "tile/0/000 could not be read: no such disk");
    assert_eq!(our_tiles(&log).node(0, 599), Some(leaf(599).hash()));
}
