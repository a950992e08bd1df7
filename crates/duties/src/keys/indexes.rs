//! New keys for blind indexes: a second version beside the first, by which everything is hashed from then on; when
//! nothing is found by the first any more, it is destroyed.

use db::keys::delete_service;
use jiff::{SignedDuration, Timestamp};
use vault::{Entropy, Epoch, IdentifierKind, KeyKind, KeyPlace};

use super::{Keys, store};
use crate::error::Error;

/// The kinds of identifier that are indexed.
pub(crate) const INDEXED: [IdentifierKind; 3] =
    [IdentifierKind::Email, IdentifierKind::Phone, IdentifierKind::Number];

/// After this every node knows a new key: each reads them anew every hour.
const KNOWN_TO_ALL: SignedDuration = SignedDuration::from_hours(2);

impl Keys {
    /// Makes the next key of a kind's index, unless one is being brought in already; its version.
    ///
    /// # Errors
    /// [`Error`], where the key source or the key database does not answer.
    pub(crate) async fn next_index(
        &self,
        kind: IdentifierKind,
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> Result<u32, Error> {
        self.reload().await?;
        let newest = self.wrapped(false, KeyKind::Index(kind))?.version;
        if self.former().contains_key(&kind) {
            return Ok(newest);
        }
        let place = KeyPlace::service(&self.service, KeyKind::Index(kind)).at_version(newest + 1);
        let (_, wrapped) = self.vault.new_key(&place, Epoch::of(now.as_second()), entropy)?;
        match store::insert_own(&self.db, &self.service, KeyKind::Index(kind), &wrapped, now).await {
            // another node was first: its key counts
            Err(Error::Db(error)) if error.is_conflict() => {}
            made => made?,
        }
        self.reload().await?;
        Ok(newest + 1)
    }

    /// Destroys the key that was replaced, once every node hashes with the new one; whether none is left.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer.
    pub(crate) async fn drop_former(&self, kind: IdentifierKind, now: Timestamp) -> Result<bool, Error> {
        let Some(former) = self.former().get(&kind).map(|wrapped| wrapped.version) else { return Ok(true) };
        let name = KeyKind::Index(kind).as_str();
        let newest = self.db.current_service(&self.service, name).await?;
        if newest.is_some_and(|row| now.duration_since(row.created_at) < KNOWN_TO_ALL) {
            return Ok(false);
        }
        self.db.write([delete_service(&self.service, name, former)]).await?;
        self.reload().await?;
        Ok(true)
    }

    /// The versions before the newest, where there are any.
    pub(super) async fn reload_former(&self) -> Result<(), Error> {
        for kind in INDEXED {
            let newest = self.wrapped(false, KeyKind::Index(kind))?.version;
            let before = match newest.checked_sub(1) {
                Some(version) if version > 0 => {
                    store::find_own_at(&self.db, &self.service, KeyKind::Index(kind), version).await?
                }
                _ => None,
            };
            match before {
                Some(wrapped) => self.former().insert(kind, wrapped),
                None => self.former().remove(&kind),
            };
        }
        Ok(())
    }
}
