//! The key of a day: seals what must die with the backups of that day, and names people where no other key may.
//!
//! It follows from the root and the day's key, so it stands in no database and in no backup of one, and is gone when the
//! day's key is destroyed.

use std::fmt;

use ring::hmac;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::entropy::Entropy;
use crate::epoch::Epoch;
use crate::error::Error;
use crate::identifier::Identifier;
use crate::place::Place;
use crate::seal;
use crate::secret::Secret;

/// The key of a day. Shows nothing; wiped when dropped.
pub struct DayKey {
    epoch: Epoch,
    secret: Secret,
}

impl DayKey {
    pub(crate) fn new(epoch: Epoch, wrapping: &Secret) -> Result<Self, Error> {
        Ok(Self { epoch, secret: wrapping.derive(&[b"abide-day-v1\n"])? })
    }

    /// Whose day.
    #[must_use]
    pub const fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// Seals a value that dies with this day.
    ///
    /// # Errors
    /// As [`crate::SubjectKey::seal`].
    pub fn seal(&self, place: &Place<'_>, plain: &[u8], entropy: &dyn Entropy) -> Result<Vec<u8>, Error> {
        seal::seal(&self.secret, &place.bytes(), plain, entropy)
    }

    /// Opens it.
    ///
    /// # Errors
    /// As [`crate::SubjectKey::open`].
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        seal::open(&self.secret, &place.bytes(), sealed)
    }

    /// The key of the hashes in a service's tombstones of this day.
    ///
    /// # Errors
    /// Never with keys of this length.
    pub fn stones(&self, service: &str) -> Result<StoneKey, Error> {
        let secret = self.secret.derive(&[b"abide-stones-v1\n", service.as_bytes()])?;
        StoneKey::new(self.epoch, secret)
    }

    /// Another day's key of tombstones, sealed under this day's: they may be needed longer than their day is.
    ///
    /// # Errors
    /// As [`DayKey::seal`].
    pub fn wrap(&self, service: &str, stones: &StoneKey, entropy: &dyn Entropy) -> Result<Vec<u8>, Error> {
        seal::seal(&self.secret, &stones.place(service), stones.secret.bytes(), entropy)
    }

    /// The key of a day's tombstones that was sealed under this day's.
    ///
    /// # Errors
    /// As [`DayKey::open`].
    pub fn unwrap(&self, service: &str, day: Epoch, sealed: &[u8]) -> Result<StoneKey, Error> {
        let bytes = seal::open(&self.secret, &place(service, day), sealed)?;
        StoneKey::new(day, bytes.as_slice().try_into().map(Secret::from_bytes).map_err(|_| Error::Format)?)
    }
}

/// How identifiers in tombstones are hashed today.
pub const IDENTIFIERS: &str = "identifiers/v1";

/// The key of the hashes in the tombstones of one day. Once it is gone nobody can tell whose they were.
pub struct StoneKey {
    day: Epoch,
    secret: Secret,
    key: hmac::Key,
}

impl StoneKey {
    fn new(day: Epoch, secret: Secret) -> Result<Self, Error> {
        let key = secret.expand::<32>(&[b"abide-stone-hash-v1\n"])?;
        Ok(Self { day, key: hmac::Key::new(hmac::HMAC_SHA256, key.as_slice()), secret })
    }

    /// Whose day.
    #[must_use]
    pub const fn day(&self) -> Epoch {
        self.day
    }

    /// HMAC-SHA256(key, what ‖ 0x00 ‖ value).
    #[must_use]
    pub fn hash(&self, what: &str, value: &[u8]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.key);
        context.update(what.as_bytes());
        context.update(&[0]);
        context.update(value);
        let mut out = [0; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }

    /// The hash of an identifier: HMAC-SHA256(key, `identifiers/v1` ‖ 0x00 ‖ kind ‖ 0x00 ‖ value). The version stands in
    /// what is hashed and beside the hashes ([`IDENTIFIERS`]), so that it can change, and no hash of one version is one of
    /// another.
    #[must_use]
    pub fn identifier(&self, identifier: &Identifier) -> [u8; 32] {
        let kind = identifier.kind().as_str().as_bytes();
        self.hash(IDENTIFIERS, &[kind, &[0], identifier.as_str().as_bytes()].concat())
    }

    fn place(&self, service: &str) -> Vec<u8> {
        place(service, self.day)
    }
}

fn place(service: &str, day: Epoch) -> Vec<u8> {
    Place { service, table: "stones", id: Uuid::from_u128(u128::from(day.0)), field: "key" }.bytes()
}

impl fmt::Debug for StoneKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoneKey({}, …)", self.day)
    }
}

impl fmt::Debug for DayKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DayKey({}, …)", self.epoch)
    }
}
