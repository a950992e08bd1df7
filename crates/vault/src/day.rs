//! The key of a day: seals what must die with the backups of that day, and names people where no other key may.
//!
//! It follows from the root and the day's key, so it stands in no database and in no backup of one, and is gone when the
//! day's key is destroyed.

use std::fmt;

use zeroize::Zeroizing;

use crate::entropy::Entropy;
use crate::epoch::Epoch;
use crate::error::Error;
use crate::identifier::IndexKey;
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

    /// The key of hashes that cannot be told whose once this day is gone.
    ///
    /// # Errors
    /// Never with keys of this length.
    pub fn index(&self, service: &str) -> Result<IndexKey, Error> {
        let secret = self.secret.derive(&[b"abide-day-index-v1\n", service.as_bytes()])?;
        IndexKey::new(self.epoch.0, &secret)
    }
}

impl fmt::Debug for DayKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DayKey({}, …)", self.epoch)
    }
}
