//! The vault: everything that keeps a secret, and the only crate that sees key bytes.
//!
//! ```text
//! key source (a directory, never a database)      root key ─┐
//!                                       one key a day: epoch ─┴→ wrapping key
//! key database                        a subject's two keys, each wrapped: data · evidence
//! Abide's database     sealed values (data key) · entry bodies, salts of the ledger's commitments (evidence key)
//! ```
//!
//! - [`Vault`] makes, wraps, unwraps and re-wraps keys under the epoch's key; destroying an epoch kills every
//!   backup of the key database from that time.
//! - [`SubjectKey`] seals values for one [`Place`] and opens them there and nowhere else.
//! - [`EntryKey`] does so for one ledger entry; a receipt reveals it and with it that one body.
//! - [`Sealer`] and [`Opener`] do so for what is too large for memory; [`DayKey`] for what must die with its day.
//! - [`IndexKey`] finds an [`Identifier`] without storing it; [`SigningKey`] signs the ledger's checkpoints.
//!
//! Contract: whatever is changed, moved to another row or opened with another key is refused. Nonces come
//! from the [`Entropy`] handed in and are never fixed. `Debug` shows no secret. Keys are wiped when dropped,
//! except copies inside `ring` that it does not let one wipe.
//!
//! Absences: no SQL, no clock, no randomness of its own, no personal data or secrets in errors.
//! The only I/O is reading and writing key files.

mod day;
mod entropy;
mod epoch;
mod error;
mod identifier;
mod keys;
mod place;
mod receipt;
mod region;
mod seal;
mod secret;
mod signing;
mod source;
mod stream;
mod subject;
mod token;

pub use day::{DayKey, IDENTIFIERS, StoneKey};
pub use entropy::Entropy;
pub use epoch::Epoch;
pub use error::{Error, SourceError};
pub use identifier::{Identifier, IdentifierKind, IndexKey, normalise, normalise_in};
pub use keys::{Vault, Wrapped};
pub use place::{KeyKind, KeyPlace, Place};
pub use receipt::open_receipt_body;
pub use region::Region;
pub use secret::Secret;
pub use signing::SigningKey;
pub use source::{Directory, KeySource, MemorySource, key_file, key_line, new_key_line};
pub use stream::{CHUNK, Opener, Sealer};
pub use subject::{EntryKey, SubjectKey};
pub use token::Token;
pub use zeroize::Zeroizing;
