//! The ledger: what happened, in a form that nobody can change afterwards without it being seen.
//!
//! An entry is three things kept apart: its [`Facts`] (who, what, when, under which policy), its sealed body
//! (everything else, encrypted by `vault`), and its [`Leaf`]: 105 bytes of nothing but hashes. Only leaves are
//! permanent. They form an RFC 6962 Merkle tree whose state is a [`Frontier`], whose published form is tiles
//! ([`tile`], C2SP tlog-tiles) and a signed [`Checkpoint`] ([`note`], C2SP signed-note). A [`Receipt`] carries
//! one entry, its proof and a checkpoint to the person it concerns; [`verify()`] checks it offline.
//!
//! Facts and bodies live in rows that can be deleted, and the salts of the commitments die with the subject's
//! evidence key. After that the leaf still proves that *something* was recorded, and says nothing about whom.
//!
//! The bytes are specified in `docs/ledger-format.md`, precisely enough to write another implementation.
//!
//! Contract: nothing here panics on any input, and a changed bit in a leaf, proof, checkpoint or receipt is an
//! error that names what does not fit.
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
