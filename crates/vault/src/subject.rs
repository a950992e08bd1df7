//! Keys in use: a subject's (or the service's) key, and the key of one ledger entry.

use std::fmt;

use ledger::Hash;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::entropy::Entropy;
use crate::error::Error;
use crate::place::{KeyKind, Place};
use crate::seal;
use crate::secret::Secret;
use crate::stream::{Opener, Sealer};

/// An unwrapped key of a subject or of the service. Shows nothing; wiped when dropped.
#[derive(Clone)]
pub struct SubjectKey {
    kind: KeyKind,
    secret: Secret,
}

impl SubjectKey {
    pub(crate) const fn new(kind: KeyKind, secret: Secret) -> Self {
        Self { kind, secret }
    }

    /// What it is for.
    #[must_use]
    pub const fn kind(&self) -> KeyKind {
        self.kind
    }

    /// Seals a value for its place.
    ///
    /// # Errors
    /// If the value is longer than AES-GCM can take.
    pub fn seal(&self, place: &Place<'_>, plain: &[u8], entropy: &dyn Entropy) -> Result<Vec<u8>, Error> {
        seal::seal(&self.secret, &place.bytes(), plain, entropy)
    }

    /// Opens a value that was sealed with this key for this place.
    ///
    /// # Errors
    /// [`Error::WrongKey`] for another key or place, [`Error::Changed`] for other bytes, [`Error::Format`].
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        seal::open(&self.secret, &place.bytes(), sealed)
    }

    /// A sealer of a value that is too large for memory, and the header to keep beside its chunks.
    ///
    /// # Errors
    /// Never with keys of this length.
    pub fn sealer(&self, place: &Place<'_>, entropy: &dyn Entropy) -> Result<(Sealer, Vec<u8>), Error> {
        Sealer::new(&self.secret, &place.bytes(), entropy)
    }

    /// The opener of such a value.
    ///
    /// # Errors
    /// [`Error::WrongKey`] for another key or place, [`Error::Format`].
    pub fn opener(&self, place: &Place<'_>, header: &[u8]) -> Result<Opener, Error> {
        Opener::new(&self.secret, &place.bytes(), header)
    }

    /// The salt of the commitment to an entry's facts. Evidence keys only: the salt must die with the proof.
    ///
    /// # Errors
    /// If this is no evidence key.
    pub fn fact_salt(&self, entry: Uuid) -> Result<[u8; 32], Error> {
        let salt = self.evidence()?.expand(&[b"abide-salt-v1\n", entry.as_bytes()])?;
        Ok(*salt)
    }

    /// The key of an entry's body. Evidence keys only.
    ///
    /// # Errors
    /// If this is no evidence key.
    pub fn entry_key(&self, entry: Uuid) -> Result<EntryKey, Error> {
        let secret = self.evidence()?.derive(&[b"abide-entry-v1\n", entry.as_bytes()])?;
        Ok(EntryKey { entry, secret })
    }

    fn evidence(&self) -> Result<&Secret, Error> {
        match self.kind {
            KeyKind::Evidence | KeyKind::ServiceEvidence => Ok(&self.secret),
            other => Err(Error::Kind { expected: "evidence", found: other.as_str() }),
        }
    }
}

impl fmt::Debug for SubjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SubjectKey({}, …)", self.kind)
    }
}

/// The key of one ledger entry's body. A receipt reveals it, and with it nothing but that body.
#[derive(Clone)]
pub struct EntryKey {
    entry: Uuid,
    secret: Secret,
}

impl EntryKey {
    /// The key that a receipt revealed.
    #[must_use]
    pub fn revealed(entry: Uuid, key: [u8; 32]) -> Self {
        Self { entry, secret: Secret::from_bytes(key) }
    }

    /// Seals the entry's body.
    ///
    /// # Errors
    /// If it is longer than AES-GCM can take.
    pub fn seal(&self, service: &str, plain: &[u8], entropy: &dyn Entropy) -> Result<Vec<u8>, Error> {
        seal::seal(&self.secret, &Place::entry_body(service, self.entry).bytes(), plain, entropy)
    }

    /// Opens the entry's body.
    ///
    /// # Errors
    /// As [`SubjectKey::open`].
    pub fn open(&self, service: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        seal::open(&self.secret, &Place::entry_body(service, self.entry).bytes(), sealed)
    }

    /// What the leaf commits to.
    #[must_use]
    pub fn commitment(&self) -> Hash {
        ledger::key_commitment(self.secret.bytes())
    }

    /// The key itself, for the receipt of this entry.
    #[must_use]
    pub fn reveal(&self) -> [u8; 32] {
        *self.secret.bytes()
    }
}

impl fmt::Debug for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EntryKey(…)")
    }
}
