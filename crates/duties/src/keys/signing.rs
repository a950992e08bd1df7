//! The keys that sign checkpoints: one, and while a new one is being made known, the one before it too.

use db::KeyDb;
use db::keys::{ServiceKeyRow, delete_service, insert_service};
use jiff::Timestamp;
use ledger::VerifierKey;
use vault::{Entropy, Epoch, KeyKind, KeyPlace, SigningKey, Wrapped};

use super::Keys;
use crate::error::Error;

impl Keys {
    /// The signing keys that are held, the newest first; read again, because another process may have changed them.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer or a key cannot be unwrapped.
    pub async fn signing_keys(&self) -> Result<Vec<SigningKey>, Error> {
        let wrapped = self.signing_rows().await?;
        if let Some(newest) = wrapped.first() {
            self.held().own.insert((false, KeyKind::Signing), newest.clone());
        }
        wrapped.iter().map(|wrapped| self.unwrap_signing(wrapped)).collect()
    }

    /// The public halves of the signing keys that are held, the newest first.
    ///
    /// # Errors
    /// As [`Keys::signing_keys`].
    pub async fn verifiers(&self) -> Result<Vec<VerifierKey>, Error> {
        let keys = self.signing_keys().await?;
        keys.iter()
            .map(|key| VerifierKey::of(key).map_err(|_| Error::Damaged("base address of the service")))
            .collect()
    }

    /// Makes the next signing key; durable when this returns. Conflict: another process was first.
    ///
    /// # Errors
    /// As [`Keys::signing_keys`].
    pub async fn add_signing(&self, now: Timestamp, entropy: &dyn Entropy) -> Result<(), Error> {
        let version = self.signing_rows().await?.first().map_or(0, |newest| newest.version) + 1;
        let place = KeyPlace::service(&self.service, KeyKind::Signing).at_version(version);
        let (_, wrapped) = self.vault.new_key(&place, Epoch::of(now.as_second()), entropy)?;
        let row = ServiceKeyRow {
            name: KeyKind::Signing.as_str().to_owned(),
            version,
            epoch: wrapped.epoch.0,
            wrapped: wrapped.bytes,
            created_at: now,
        };
        Ok(self.db.write([insert_service(&self.service, &row)]).await?)
    }

    /// Destroys every signing key but the newest; how many.
    ///
    /// # Errors
    /// As [`Keys::signing_keys`].
    pub async fn retire_signing(&self) -> Result<usize, Error> {
        let rows = self.signing_rows().await?;
        let old = rows.iter().skip(1);
        let writes: Vec<_> =
            old.map(|old| delete_service(&self.service, KeyKind::Signing.as_str(), old.version)).collect();
        let count = writes.len();
        self.db.write(writes).await?;
        Ok(count)
    }

    pub(super) fn unwrap_signing(&self, wrapped: &Wrapped) -> Result<SigningKey, Error> {
        let place = KeyPlace::service(&self.service, KeyKind::Signing).at_version(wrapped.version);
        Ok(self.vault.signing_key(&place, wrapped, &self.origin)?)
    }

    async fn signing_rows(&self) -> Result<Vec<Wrapped>, Error> {
        rows(&self.db, &self.service).await
    }
}

async fn rows(db: &KeyDb, service: &str) -> Result<Vec<Wrapped>, Error> {
    let mut rows: Vec<_> = db.list_service(service).await?;
    rows.retain(|row| row.name == KeyKind::Signing.as_str());
    rows.sort_by_key(|row| std::cmp::Reverse(row.version));
    let wrapped =
        |row: ServiceKeyRow| Wrapped { version: row.version, epoch: Epoch(row.epoch), bytes: row.wrapped };
    Ok(rows.into_iter().map(wrapped).collect())
}
