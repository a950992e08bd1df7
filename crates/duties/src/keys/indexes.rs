//! New keys for blind indexes: a second version beside the first, by which everything is hashed from then on; when
//! nothing is found by the first any more, it is destroyed.
//!
//! A node asks before each look whether another brought a new key in ([`Keys::follow_index`]): what is hashed with it
//! already must be found everywhere.

use std::collections::BTreeMap;

use db::keys::delete_service;
use jiff::{SignedDuration, Timestamp};
use vault::{Entropy, Epoch, IdentifierKind, KeyKind, KeyPlace, Wrapped};

use super::{Keys, store};
use crate::error::Error;

/// The kinds of identifier that are indexed.
pub(crate) const INDEXED: [IdentifierKind; 3] =
    [IdentifierKind::Email, IdentifierKind::Phone, IdentifierKind::Number];

/// After this nothing is under way any more that began before a new key was there.
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
        if self.former(kind).is_some() {
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

    /// Destroys the key that was replaced; whether none is left. INVARIANT: to be called only where no row is hashed with
    /// it any more: such a row would never be found again.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer.
    pub(crate) async fn drop_former(&self, kind: IdentifierKind, now: Timestamp) -> Result<bool, Error> {
        let Some(former) = self.former(kind) else { return Ok(true) };
        let name = KeyKind::Index(kind).as_str();
        let newest = self.db.current_service(&self.service, name).await?;
        if newest.is_some_and(|row| now.duration_since(row.created_at) < KNOWN_TO_ALL) {
            return Ok(false);
        }
        self.db.write([delete_service(&self.service, name, former)]).await?;
        self.reload().await?;
        Ok(true)
    }

    /// Reads the keys anew where another node brought one in for this kind.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer.
    pub(crate) async fn follow_index(&self, kind: IdentifierKind) -> Result<(), Error> {
        let held = self.wrapped(false, KeyKind::Index(kind))?.version;
        let newest = self.db.current_service(&self.service, KeyKind::Index(kind).as_str()).await?;
        if newest.is_some_and(|row| row.version != held) { self.reload().await } else { Ok(()) }
    }

    /// The version of the key that is being replaced.
    fn former(&self, kind: IdentifierKind) -> Option<u32> {
        self.held().former.get(&kind).map(|wrapped| wrapped.version)
    }

    /// The versions before the newest of these, where there are any.
    pub(super) async fn read_former(
        &self,
        newest: &[((bool, KeyKind), Wrapped)],
    ) -> Result<BTreeMap<IdentifierKind, Wrapped>, Error> {
        let mut former = BTreeMap::new();
        for ((server, kind), wrapped) in newest {
            let (KeyKind::Index(indexed), false) = (*kind, *server) else { continue };
            let Some(before) = wrapped.version.checked_sub(1).filter(|before| *before > 0) else { continue };
            if let Some(found) = store::find_own_at(&self.db, &self.service, *kind, before).await? {
                former.insert(indexed, found);
            }
        }
        Ok(former)
    }
}
