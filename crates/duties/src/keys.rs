//! The keys of a service: two per subject (data, evidence) and a few of the service itself, all kept
//! wrapped in the key database and unwrapped for one use.
//!
//! INVARIANT: a subject's keys are committed before their data; no plaintext key outlives its use.

mod indexes;
mod renew;
mod signing;
mod store;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use db::{KeyDb, SERVER};
use jiff::Timestamp;
use ledger::VerifierKey;
use uuid::Uuid;
use vault::{
    DayKey, Entropy, Epoch, IdentifierKind, IndexKey, KeyKind, KeyPlace, SigningKey, SubjectKey, Vault,
    Wrapped,
};

use crate::error::Error;
pub(crate) use indexes::INDEXED;
pub use renew::Renewed;

/// The version of every key so far; it stands in the row of every value sealed.
pub const KEY_VERSION: u32 = 1;

/// The kinds of key a service has for itself.
const OWN: [KeyKind; 8] = [
    KeyKind::ServiceData,
    KeyKind::ServiceEvidence,
    KeyKind::Index(IdentifierKind::Email),
    KeyKind::Index(IdentifierKind::Phone),
    KeyKind::Index(IdentifierKind::Number),
    KeyKind::Signing,
    KeyKind::Suppression,
    KeyKind::Tombstone,
];
/// The kinds the server has for its staff accounts.
const OF_SERVER: [KeyKind; 2] = [KeyKind::ServiceData, KeyKind::Index(IdentifierKind::Email)];

/// The two keys of a subject, unwrapped; dropped (and wiped) after the use.
pub struct SubjectKeys {
    /// Records, identifiers, the text of requests.
    pub data: SubjectKey,
    /// Salts of facts, bodies of entries, receipts.
    pub evidence: SubjectKey,
}

/// The vault and the key database, for one service.
pub struct Keys {
    vault: Vault,
    db: KeyDb,
    service: String,
    origin: String,
    held: Mutex<Held>,
}

/// The service's own keys as they were last read. INVARIANT: under one lock, so that nobody sees a new index key without
/// the one it replaces: they would not find whoever is not hashed anew yet.
#[derive(Default)]
struct Held {
    own: BTreeMap<(bool, KeyKind), Wrapped>,
    /// Index keys that are being replaced: what was hashed with them is still found.
    former: BTreeMap<IdentifierKind, Wrapped>,
}

impl Keys {
    /// Opens the keys of a service, making its own ones where they are missing. `db` is the key database.
    ///
    /// # Errors
    /// [`Error`], where the key source or the key database cannot be used.
    pub async fn open(
        vault: Vault,
        db: KeyDb,
        service: &str,
        base_url: &str,
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> Result<Arc<Self>, Error> {
        let origin = ledger::origin(base_url, service);
        let keys = Self { vault, db, service: service.to_owned(), origin, held: Mutex::default() };
        for kind in OWN {
            let wrapped = keys.own_or_new(service, kind, now, entropy).await?;
            keys.held().own.insert((false, kind), wrapped);
        }
        for kind in OF_SERVER {
            let wrapped = keys.own_or_new(SERVER, kind, now, entropy).await?;
            keys.held().own.insert((true, kind), wrapped);
        }
        keys.reload().await?;
        Ok(Arc::new(keys))
    }

    /// The days whose wrapping keys are held, the oldest first.
    ///
    /// # Errors
    /// [`Error`], where the key source cannot list them.
    pub fn epochs(&self) -> Result<Vec<Epoch>, Error> {
        Ok(self.vault.epochs()?)
    }

    /// The key of the day of `now`, made where it is not there yet: seals what must die with that day's backups.
    ///
    /// # Errors
    /// [`Error`], where the key source cannot give it.
    pub fn today(&self, now: Timestamp, entropy: &dyn Entropy) -> Result<DayKey, Error> {
        Ok(self.vault.today(Epoch::of(now.as_second()), entropy)?)
    }

    /// The key of a day; none once it was destroyed.
    ///
    /// # Errors
    /// [`Error`], where the key source does not answer.
    pub fn day(&self, epoch: Epoch) -> Result<Option<DayKey>, Error> {
        match self.vault.day(epoch) {
            Err(vault::Error::EpochGone(_)) => Ok(None),
            found => Ok(Some(found?)),
        }
    }

    /// Makes both keys of a new subject; durable when this returns.
    ///
    /// # Errors
    /// [`Error`], where they could not be made durable: then nothing may be sealed for the subject.
    pub async fn create_subject(
        &self,
        subject: Uuid,
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> Result<SubjectKeys, Error> {
        let today = Epoch::of(now.as_second());
        let place = |kind| KeyPlace::subject(&self.service, subject, kind);
        let (data, wrapped_data) = self.vault.new_key(&place(KeyKind::Data), today, entropy)?;
        let (evidence, wrapped_evidence) = self.vault.new_key(&place(KeyKind::Evidence), today, entropy)?;
        let rows = [(KeyKind::Data, wrapped_data), (KeyKind::Evidence, wrapped_evidence)];
        store::insert(&self.db, &self.service, subject, rows, now).await?;
        Ok(SubjectKeys { data, evidence })
    }

    /// Both keys of a subject.
    ///
    /// # Errors
    /// [`Error::Erased`], where one of them is destroyed.
    pub async fn subject(&self, subject: Uuid) -> Result<SubjectKeys, Error> {
        Ok(SubjectKeys { data: self.data(subject).await?, evidence: self.evidence(subject).await? })
    }

    /// The data key of a subject.
    ///
    /// # Errors
    /// [`Error::Erased`], where it is destroyed.
    pub async fn data(&self, subject: Uuid) -> Result<SubjectKey, Error> {
        self.of_subject(subject, KeyKind::Data).await
    }

    /// The evidence key of a subject; it may outlive the data key.
    ///
    /// # Errors
    /// [`Error::Erased`], where it is destroyed.
    pub async fn evidence(&self, subject: Uuid) -> Result<SubjectKey, Error> {
        self.of_subject(subject, KeyKind::Evidence).await
    }

    /// Whether a subject's data key is destroyed.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer.
    pub async fn is_gone(&self, subject: Uuid) -> Result<bool, Error> {
        Ok(store::find(&self.db, &self.service, subject, KeyKind::Data).await?.is_none())
    }

    /// Destroys a subject's data key: everything sealed under it is unreadable from here on. Already
    /// gone is done.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer; then the key may still be there.
    pub async fn destroy_data(&self, subject: Uuid) -> Result<(), Error> {
        store::destroy(&self.db, &self.service, subject, KeyKind::Data).await
    }

    /// Leaves no copy of destroyed keys beside the key database; false where a reader is in the way.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer.
    pub async fn shed(&self) -> Result<bool, Error> {
        Ok(self.db.shed().await?)
    }

    /// Destroys a subject's evidence key: facts can no longer be proven, bodies no longer be read. The
    /// leaves stay and name nobody.
    ///
    /// # Errors
    /// As [`Keys::destroy_data`].
    pub async fn destroy_evidence(&self, subject: Uuid) -> Result<(), Error> {
        store::destroy(&self.db, &self.service, subject, KeyKind::Evidence).await
    }

    /// The newest key of blind indexes of one kind of identifier: what is written is hashed with it.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn index(&self, kind: IdentifierKind) -> Result<IndexKey, Error> {
        self.index_of(KeyKind::Index(kind))
    }

    /// Every key by which an identifier of this kind may be found, the newest first: while one is being rotated there are
    /// two.
    ///
    /// # Errors
    /// [`Error`], where one cannot be unwrapped.
    pub fn indexes(&self, kind: IdentifierKind) -> Result<Vec<IndexKey>, Error> {
        let place = KeyPlace::service(&self.service, KeyKind::Index(kind));
        let wrapped: Vec<Wrapped> = {
            let held = self.held();
            let newest = held.own.get(&(false, KeyKind::Index(kind)));
            newest.into_iter().chain(held.former.get(&kind)).cloned().collect()
        };
        if wrapped.is_empty() {
            return Err(Error::Damaged("key of the service"));
        }
        let open = |one: &Wrapped| Ok(self.vault.index_key(&place.at_version(one.version), one)?);
        wrapped.iter().map(open).collect()
    }

    /// The key of the hashes in tombstones.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn tombstone(&self) -> Result<IndexKey, Error> {
        self.index_of(KeyKind::Tombstone)
    }

    /// The key of suppressions, which outlive erasure.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn suppression(&self) -> Result<IndexKey, Error> {
        self.index_of(KeyKind::Suppression)
    }

    /// The key of the service's own values: mail, tokens, forms.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn service_data(&self) -> Result<SubjectKey, Error> {
        self.own_key(false, KeyKind::ServiceData)
    }

    /// The key of salts and bodies of entries that concern no subject.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn service_evidence(&self) -> Result<SubjectKey, Error> {
        self.own_key(false, KeyKind::ServiceEvidence)
    }

    /// The key of the server's staff accounts.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn server_data(&self) -> Result<SubjectKey, Error> {
        self.own_key(true, KeyKind::ServiceData)
    }

    /// The key of the blind indexes of staff addresses.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn server_index(&self) -> Result<IndexKey, Error> {
        let kind = KeyKind::Index(IdentifierKind::Email);
        Ok(self.vault.index_key(&KeyPlace::service(SERVER, kind), &self.wrapped(true, kind)?)?)
    }

    /// The newest key that signs checkpoints, as it was last read.
    ///
    /// # Errors
    /// [`Error`], where it cannot be unwrapped.
    pub fn signing(&self) -> Result<SigningKey, Error> {
        self.unwrap_signing(&self.wrapped(false, KeyKind::Signing)?)
    }

    /// The public verifier key of the log.
    ///
    /// # Errors
    /// [`Error`], where the signing key cannot be unwrapped.
    pub fn verifier(&self) -> Result<VerifierKey, Error> {
        VerifierKey::of(&self.signing()?).map_err(|_| Error::Damaged("base address of the service"))
    }

    /// The name of the log.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    async fn of_subject(&self, subject: Uuid, kind: KeyKind) -> Result<SubjectKey, Error> {
        let mut gone = None;
        loop {
            let wrapped = store::find(&self.db, &self.service, subject, kind).await?.ok_or(Error::Erased)?;
            let place = KeyPlace::subject(&self.service, subject, kind).at_version(wrapped.version);
            match self.vault.unwrap(&place, &wrapped) {
                Err(vault::Error::EpochGone(_)) if gone == Some(wrapped.epoch) => return Err(Error::Erased),
                // read before it was re-wrapped, unwrapped after the day's key was destroyed: look again
                Err(vault::Error::EpochGone(epoch)) => gone = Some(epoch),
                unwrapped => return Ok(unwrapped?),
            }
        }
    }

    fn index_of(&self, kind: KeyKind) -> Result<IndexKey, Error> {
        let wrapped = self.wrapped(false, kind)?;
        let place = KeyPlace::service(&self.service, kind).at_version(wrapped.version);
        Ok(self.vault.index_key(&place, &wrapped)?)
    }

    fn own_key(&self, server: bool, kind: KeyKind) -> Result<SubjectKey, Error> {
        let service = if server { SERVER } else { &self.service };
        Ok(self.vault.unwrap(&KeyPlace::service(service, kind), &self.wrapped(server, kind)?)?)
    }

    fn wrapped(&self, server: bool, kind: KeyKind) -> Result<Wrapped, Error> {
        self.held().own.get(&(server, kind)).cloned().ok_or(Error::Damaged("key of the service"))
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The stored key, or a new one; where two nodes make it at once, the one that was stored first.
    async fn own_or_new(
        &self,
        service: &str,
        kind: KeyKind,
        now: Timestamp,
        entropy: &dyn Entropy,
    ) -> Result<Wrapped, Error> {
        if let Some(found) = store::find_own(&self.db, service, kind).await? {
            return Ok(found);
        }
        let (_, wrapped) =
            self.vault.new_key(&KeyPlace::service(service, kind), Epoch::of(now.as_second()), entropy)?;
        match store::insert_own(&self.db, service, kind, &wrapped, now).await {
            Ok(()) => Ok(wrapped),
            Err(Error::Db(error)) if error.is_conflict() => {
                store::find_own(&self.db, service, kind).await?.ok_or(Error::Damaged("key of the service"))
            }
            Err(error) => Err(error),
        }
    }
}
