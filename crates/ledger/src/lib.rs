//! The ledger: what happened, in a form that nobody can change afterwards without it being seen.
//!
//! An entry is three things kept apart: its [`Facts`] (who, what, when, under which policy), its sealed body
//! (everything else, encrypted by `vault`), and its [`Leaf`]: 105 bytes of nothing but hashes. Only leaves are
//! permanent. They form an RFC 6962 Merkle tree whose state is a [`Frontier`], whose published form is tiles
//! ([`tile`], C2SP tlog-tiles) and a signed [`Checkpoint`] ([`note`], C2SP signed-note). A [`Receipt`] carries
//! one entry, its proof and a checkpoint to the person it concerns; [`verify()`] checks it offline. [`witness`]es cosign; [`linked`] is the receipt as JSON-LD.
//!
//! Facts and bodies live in rows that can be deleted, and the salts of the commitments die with the subject's
//! evidence key. After that the leaf still proves that *something* was recorded, and says nothing about whom.
//!
//! The bytes are specified in `docs/ledger-format.md`, precisely enough to write another implementation.
//!
//! Contract: nothing here panics on any input, and a changed bit in a leaf, proof, checkpoint or receipt is an
//! error that names what does not fit.
//!
//! # Alone
//!
//! The crate needs nothing else of Abide: a log of one's own, published, proven and checked.
//!
//! ```
//! use ledger::tile::{Edge, Tiles, to_bytes};
//! use ledger::{Checkpoint, Leaf, Signer, TlogProof, VerifierKey, proof, sha256};
//! use ring::signature::{Ed25519KeyPair, KeyPair as _};
//!
//! struct Key(Ed25519KeyPair);
//! impl Signer for Key {
//!     fn name(&self) -> &str { "log.example/mine" }
//!     fn public_key(&self) -> [u8; 32] { self.0.public_key().as_ref().try_into().expect("32 bytes") }
//!     fn sign(&self, message: &[u8]) -> Vec<u8> { self.0.sign(message).as_ref().to_vec() }
//! }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let key = Key(Ed25519KeyPair::from_seed_unchecked(&[7; 32]).map_err(|_| "a seed of 32 bytes")?);
//!
//! // three entries; their tiles and the checkpoint are what is published
//! let leaf = |index| Leaf::new(index, sha256(b"a commitment"), sha256(b"a sealed body"), sha256(b"a key"));
//! let (mut edge, mut tiles) = (Edge::new(), Tiles::new());
//! (0..3).for_each(|index| drop(edge.append(leaf(index).hash())));
//! for (tile, hashes) in edge.partial() {
//!     tiles.insert(tile, &to_bytes(hashes))?;
//! }
//! let checkpoint = Checkpoint { origin: key.name().to_owned(), size: edge.size(), root: edge.root() };
//! let checkpoint = checkpoint.sign(&[&key])?.to_string();
//!
//! // anybody makes the proof from the tiles, and checks it with the key alone
//! let inclusion = proof::inclusion(1, 3, &tiles)?;
//! let file = TlogProof { extra: None, index: 1, inclusion, checkpoint }.to_string();
//! let verifier: VerifierKey = VerifierKey::of(&key)?.to_string().parse()?;
//! let read: TlogProof = file.parse()?;
//! assert_eq!(read.verify(&leaf(1).hash(), &verifier)?.size, 3);
//! assert!(read.verify(&leaf(2).hash(), &verifier).is_err());
//! # Ok(())
//! # }
//! ```
//!
//! Absences: no I/O, no clock, no randomness, no SQL, no private keys. Signing goes through [`Signer`].

mod checkpoint;
mod facts;
mod frontier;
mod hash;
mod introduction;
mod key;
mod kind;
mod leaf;
pub mod linked;
mod nodes;
pub mod note;
pub mod proof;
mod receipt;
mod statement;
mod text;
pub mod tile;
mod tlog_proof;
mod verify;
pub mod witness;

pub use checkpoint::{Checkpoint, CheckpointError, origin};
pub use facts::{Facts, commit};
pub use frontier::{Frontier, FrontierError};
pub use hash::{Hash, HashError, empty_root, leaf_hash, node_hash, sha256};
pub use introduction::{Introduction, IntroductionError, KEYS_FORMAT, KeyList, ListedKey, Reached, reach};
pub use kind::{Evidence, Kind};
pub use leaf::{LEAF_BYTES, Leaf, LeafError, key_commitment};
pub use note::{Signer, VerifierKey};
pub use receipt::{Proof, RECEIPT_FORMAT, RECEIPT_FORMAT_2, Receipt, ReceiptError};
pub use statement::Statement;
pub use tlog_proof::{TlogProof, TlogProofError};
pub use verify::{Trust, Verified, VerifyError, verify, verify_with};
pub use witness::{Cosigned, WitnessKey};
