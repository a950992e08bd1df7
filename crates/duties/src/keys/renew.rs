//! Surviving keys move under today's wrapping key, and wrapping keys that are old enough are destroyed: that is how
//! an erasure reaches the backups of the key database. All services of the key database at once, because they share
//! the days' keys.
//!
//! INVARIANT: a day's key that still wraps anything is never destroyed. Re-wrapping is guarded by the day the row is
//! wrapped under, so a key that is destroyed meanwhile stays destroyed. Stopped anywhere, it goes on where it was.

use db::keys::{rewrap_service, rewrap_subject};
use db::{KeyDb, Write};
use jiff::Timestamp;
use vault::{Entropy, Epoch, KeyKind, KeyPlace, Vault, Wrapped};

use super::{Keys, store};
use crate::error::Error;

/// Keys that are re-wrapped in one transaction.
const BATCH: u32 = 256;

/// What a round did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Renewed {
    /// Keys that are wrapped under today's key now and were not before.
    pub rewrapped: u64,
    /// Days whose keys were destroyed.
    pub destroyed: usize,
}

impl Keys {
    /// Re-wraps what survives and destroys the wrapping keys of every day more than `days` days ago. "Today" never
    /// lies before the newest day there is a key of: a clock that was set back changes nothing.
    ///
    /// # Errors
    /// [`Error`], where the key source or the key database does not answer; [`Error::Damaged`] where a key could not
    /// be re-wrapped: then its day's key is kept, and all else was done.
    pub async fn renew(&self, now: Timestamp, days: u16, entropy: &dyn Entropy) -> Result<Renewed, Error> {
        self.renew_telling(now, days, entropy, &|_| {}).await
    }

    /// The same; `tell` hears how many keys more are wrapped anew.
    ///
    /// # Errors
    /// As [`Keys::renew`].
    pub async fn renew_telling(
        &self,
        now: Timestamp,
        days: u16,
        entropy: &dyn Entropy,
        tell: &(dyn Fn(u64) + Sync),
    ) -> Result<Renewed, Error> {
        let epochs = self.vault.epochs()?;
        let today = Epoch::of(now.as_second()).max(epochs.last().copied().unwrap_or(Epoch(0)));
        let services = self.db.services().await?;
        let mut rewrapped = 0;
        let round = Round { vault: &self.vault, db: &self.db, today, entropy, tell };
        for epoch in epochs.iter().filter(|epoch| **epoch < today) {
            for service in &services {
                rewrapped += round.services(service, *epoch).await? + round.subjects(service, *epoch).await?;
            }
        }
        self.reload().await?;
        let before = today.back(u32::from(days.max(1)));
        let old = || epochs.iter().copied().filter(|epoch| *epoch < before);
        let used = round.used(&services, old()).await?;
        let destroyed = self.vault.destroy_before(before, &used)?.len();
        if used.is_empty() {
            Ok(Renewed { rewrapped, destroyed })
        } else {
            Err(Error::Damaged("wrapped key"))
        }
    }

    /// The days whose keys are held, and how many keys of every service each wraps.
    ///
    /// # Errors
    /// [`Error`], where the key source or the key database does not answer.
    pub async fn wrapped_under(&self) -> Result<Vec<(Epoch, u64)>, Error> {
        let mut all = Vec::new();
        for epoch in self.vault.epochs()? {
            all.push((epoch, self.db.count_under(epoch.0).await?));
        }
        Ok(all)
    }

    /// Wrapped keys that PostgreSQL's files hold still though they were destroyed or wrapped anew; none on SQLite.
    ///
    /// # Errors
    /// [`Error`], where the key database does not answer.
    pub async fn dead_rows(&self) -> Result<Option<u64>, Error> {
        Ok(self.db.dead_rows().await?)
    }

    /// The service's own keys as they are wrapped now, all of them at once.
    pub(super) async fn reload(&self) -> Result<(), Error> {
        let known: Vec<_> = self.held().own.keys().copied().collect();
        let mut read = Vec::new();
        for (server, kind) in known {
            let service = if server { db::SERVER } else { &self.service };
            if let Some(found) = store::find_own(&self.db, service, kind).await? {
                read.push(((server, kind), found));
            }
        }
        let former = self.read_former(&read).await?;
        let mut held = self.held();
        held.own.extend(read);
        held.former = former;
        Ok(())
    }
}

/// What the parts of a round share.
struct Round<'a> {
    vault: &'a Vault,
    db: &'a KeyDb,
    today: Epoch,
    entropy: &'a dyn Entropy,
    tell: &'a (dyn Fn(u64) + Sync),
}

impl Round<'_> {
    /// A service's own keys.
    async fn services(&self, service: &str, epoch: Epoch) -> Result<u64, Error> {
        let rows = self.db.list_service(service).await?.into_iter().filter(|row| row.epoch == epoch.0);
        let mut writes = Vec::new();
        for mut row in rows {
            let Some(kind) = KeyKind::parse(&row.name) else { continue };
            let place = KeyPlace::service(service, kind).at_version(row.version);
            let wrapped = Wrapped { version: row.version, epoch, bytes: std::mem::take(&mut row.wrapped) };
            let Some(anew) = self.anew(&place, &wrapped)? else { continue };
            (row.epoch, row.wrapped) = (anew.epoch.0, anew.bytes);
            writes.push(rewrap_service(service, &row, epoch.0));
        }
        self.write(writes).await
    }

    /// The subjects' keys, batch by batch.
    async fn subjects(&self, service: &str, epoch: Epoch) -> Result<u64, Error> {
        let mut done = 0;
        loop {
            let mut writes = Vec::new();
            for mut row in self.db.subjects_under(service, epoch.0, BATCH).await? {
                let Some(kind) = KeyKind::parse(&row.kind) else { continue };
                let place = KeyPlace::subject(service, row.subject, kind).at_version(row.version);
                let wrapped =
                    Wrapped { version: row.version, epoch, bytes: std::mem::take(&mut row.wrapped) };
                let Some(anew) = self.anew(&place, &wrapped)? else { continue };
                (row.epoch, row.wrapped) = (anew.epoch.0, anew.bytes);
                writes.push(rewrap_subject(service, &row, epoch.0));
            }
            if writes.is_empty() {
                return Ok(done);
            }
            let written = self.write(writes).await?;
            (self.tell)(written);
            done += written;
        }
    }

    /// The key wrapped under today's; none where the row does not open: it stays, and so does its day's key.
    fn anew(&self, place: &KeyPlace<'_>, wrapped: &Wrapped) -> Result<Option<Wrapped>, Error> {
        match self.vault.rewrap(place, wrapped, self.today, self.entropy) {
            Ok(anew) => Ok(Some(anew)),
            Err(error @ vault::Error::Source(_)) => Err(error.into()),
            Err(_) => Ok(None),
        }
    }

    /// All of them; where one was destroyed or moved on meanwhile, the others one by one.
    async fn write(&self, writes: Vec<Write>) -> Result<u64, Error> {
        let all = u64::try_from(writes.len()).unwrap_or(u64::MAX);
        match self.db.write(writes.clone()).await {
            Ok(()) => return Ok(all),
            Err(error) if !error.is_conflict() => return Err(error.into()),
            Err(_) => {}
        }
        let mut done = 0;
        for write in writes {
            match self.db.write([write]).await {
                Ok(()) => done += 1,
                Err(error) if error.is_conflict() => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(done)
    }

    /// Those of these days whose keys still wrap something of anybody.
    async fn used(
        &self,
        services: &[String],
        epochs: impl Iterator<Item = Epoch>,
    ) -> Result<Vec<Epoch>, Error> {
        let mut used = Vec::new();
        for epoch in epochs {
            for service in services {
                let own = self.db.list_service(service).await?.iter().any(|row| row.epoch == epoch.0);
                if own || !self.db.subjects_under(service, epoch.0, 1).await?.is_empty() {
                    used.push(epoch);
                    break;
                }
            }
        }
        Ok(used)
    }
}
