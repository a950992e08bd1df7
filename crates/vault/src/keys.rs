//! The vault itself: making, wrapping, unwrapping and re-wrapping keys.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::day::DayKey;
use crate::entropy::Entropy;
use crate::epoch::Epoch;
use crate::error::Error;
use crate::identifier::IndexKey;
use crate::place::{KeyKind, KeyPlace};
use crate::seal;
use crate::secret::Secret;
use crate::signing::SigningKey;
use crate::source::KeySource;
use crate::subject::SubjectKey;

/// A key as it stands in the key database: useless without the key source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// Which of several over time.
    pub version: u32,
    /// The day whose key it is wrapped under.
    pub epoch: Epoch,
    /// The sealed key; its first byte is the format.
    pub bytes: Vec<u8>,
}

/// The vault. Wrapping keys are read from the source once and kept in memory.
pub struct Vault {
    source: Box<dyn KeySource>,
    wrapping: Mutex<BTreeMap<Epoch, Secret>>,
}

impl Vault {
    /// The vault over a key source.
    #[must_use]
    pub fn new(source: Box<dyn KeySource>) -> Self {
        Self { source, wrapping: Mutex::new(BTreeMap::new()) }
    }

    /// A new random key and its wrapped form, which must be durable before anything is sealed with the key.
    ///
    /// # Errors
    /// If the key source cannot give or make the key of `today`.
    pub fn new_key(
        &self,
        place: &KeyPlace<'_>,
        today: Epoch,
        entropy: &dyn Entropy,
    ) -> Result<(SubjectKey, Wrapped), Error> {
        let secret = Secret::random(entropy);
        let wrapped = self.wrap(place, &secret, today, entropy)?;
        Ok((SubjectKey::new(place.kind, secret), wrapped))
    }

    /// The key of that place.
    ///
    /// # Errors
    /// [`Error::EpochGone`] if its day's key was destroyed; [`Error::WrongKey`] or [`Error::Changed`] if it is
    /// not the key of this place; [`Error::Version`] if it is another version.
    pub fn unwrap(&self, place: &KeyPlace<'_>, wrapped: &Wrapped) -> Result<SubjectKey, Error> {
        Ok(SubjectKey::new(place.kind, self.unwrap_secret(place, wrapped)?))
    }

    /// The same key wrapped under another day's key.
    ///
    /// # Errors
    /// As [`Vault::unwrap`] and [`Vault::new_key`].
    pub fn rewrap(
        &self,
        place: &KeyPlace<'_>,
        wrapped: &Wrapped,
        to: Epoch,
        entropy: &dyn Entropy,
    ) -> Result<Wrapped, Error> {
        let secret = self.unwrap_secret(place, wrapped)?;
        self.wrap(place, &secret, to, entropy)
    }

    /// The blind-index key of that place.
    ///
    /// # Errors
    /// As [`Vault::unwrap`]; [`Error::Kind`] if the place is of another kind.
    pub fn index_key(&self, place: &KeyPlace<'_>, wrapped: &Wrapped) -> Result<IndexKey, Error> {
        match place.kind {
            KeyKind::Index(_) | KeyKind::Suppression | KeyKind::Tombstone => {
                IndexKey::new(place.version, &self.unwrap_secret(place, wrapped)?)
            }
            other => Err(Error::Kind { expected: "index", found: other.as_str() }),
        }
    }

    /// The signing key of that place, under the name of the log's origin.
    ///
    /// # Errors
    /// As [`Vault::unwrap`]; [`Error::Kind`] if the place is of another kind.
    pub fn signing_key(
        &self,
        place: &KeyPlace<'_>,
        wrapped: &Wrapped,
        name: &str,
    ) -> Result<SigningKey, Error> {
        match place.kind {
            KeyKind::Signing => SigningKey::new(name, &self.unwrap_secret(place, wrapped)?),
            other => Err(Error::Kind { expected: "signing", found: other.as_str() }),
        }
    }

    /// The key of a day.
    ///
    /// # Errors
    /// [`Error::EpochGone`] if it was destroyed.
    pub fn day(&self, epoch: Epoch) -> Result<DayKey, Error> {
        DayKey::new(epoch, &self.wrapping(epoch)?)
    }

    /// The key of today, made where it is not there yet.
    ///
    /// # Errors
    /// If the key source cannot give or make it.
    pub fn today(&self, today: Epoch, entropy: &dyn Entropy) -> Result<DayKey, Error> {
        DayKey::new(today, &self.wrapping_or_new(today, entropy)?)
    }

    /// The days whose wrapping keys are there, oldest first.
    ///
    /// # Errors
    /// If the key source cannot list them.
    pub fn epochs(&self) -> Result<Vec<Epoch>, Error> {
        Ok(self.source.list()?)
    }

    /// Destroys the wrapping keys of every day before `epoch`, but of those in `used`, and tells which. Everything
    /// still wrapped under them is lost for good: re-wrap what survives first.
    ///
    /// # Errors
    /// If the key source cannot; then some may be destroyed already.
    pub fn destroy_before(&self, epoch: Epoch, used: &[Epoch]) -> Result<Vec<Epoch>, Error> {
        let kept = |found: &Epoch| *found >= epoch || used.contains(found);
        let old: Vec<_> = self.source.list()?.into_iter().filter(|found| !kept(found)).collect();
        for gone in &old {
            self.source.destroy(*gone)?;
        }
        // The whole past: a key may have been destroyed in the source by somebody else.
        self.cache().retain(|found, _| kept(found));
        Ok(old)
    }

    fn wrap(
        &self,
        place: &KeyPlace<'_>,
        secret: &Secret,
        epoch: Epoch,
        entropy: &dyn Entropy,
    ) -> Result<Wrapped, Error> {
        let key = self.wrapping_or_new(epoch, entropy)?;
        let bytes = seal::seal(&key, &place.bytes(epoch), secret.bytes(), entropy)?;
        Ok(Wrapped { version: place.version, epoch, bytes })
    }

    fn wrapping_or_new(&self, epoch: Epoch, entropy: &dyn Entropy) -> Result<Secret, Error> {
        match self.wrapping(epoch) {
            Err(Error::EpochGone(_)) => {
                self.source.create(epoch, entropy)?;
                self.wrapping(epoch)
            }
            found => found,
        }
    }

    fn unwrap_secret(&self, place: &KeyPlace<'_>, wrapped: &Wrapped) -> Result<Secret, Error> {
        if wrapped.version != place.version {
            return Err(Error::Version { expected: place.version, found: wrapped.version });
        }
        let key = self.wrapping(wrapped.epoch)?;
        let bytes = seal::open(&key, &place.bytes(wrapped.epoch), &wrapped.bytes)?;
        bytes.as_slice().try_into().map(Secret::from_bytes).map_err(|_| Error::Format)
    }

    /// The wrapping key of a day: HKDF over the root key and that day's key.
    fn wrapping(&self, epoch: Epoch) -> Result<Secret, Error> {
        if let Some(key) = self.cache().get(&epoch) {
            return Ok(key.clone());
        }
        let of_day = self.source.epoch(epoch)?.ok_or(Error::EpochGone(epoch))?;
        let key = self.source.root()?.both(&of_day, &[b"abide-wrap-v1\n", &epoch.0.to_be_bytes()])?;
        self.cache().insert(epoch, key.clone());
        Ok(key)
    }

    fn cache(&self) -> MutexGuard<'_, BTreeMap<Epoch, Secret>> {
        self.wrapping.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}
