//! A lease that is held through long work. What is done under it is done under its number: whoever slept through its time
//! finds it gone, and changes nothing any more.

use db::Write;
use db::leases::{self, Lease};
use jiff::{SignedDuration, Timestamp};

use crate::error::Error;
use crate::service::Service;

/// A lease of this node.
pub(crate) struct Held<'a> {
    service: &'a Service,
    lease: Lease,
    lasts: SignedDuration,
}

impl<'a> Held<'a> {
    /// Takes a lease, or takes one's own anew; none: another process has it. It lasts so long, should this process die.
    ///
    /// # Errors
    /// [`Error`], where the database does not answer.
    pub async fn take(
        service: &'a Service,
        name: &str,
        lasts: SignedDuration,
    ) -> Result<Option<Self>, Error> {
        let (now, owner) = (service.now(), service.instance.to_string());
        let write = leases::take(&service.name, name, &owner, after(now, lasts), now);
        match service.submit(service.unit().write(write)).await {
            Ok(_) => {}
            Err(Error::Db(error)) if error.is_conflict() => return Ok(None),
            Err(error) => return Err(error),
        }
        let lease = leases::find(&service.db, &service.name, name).await?;
        Ok(lease.filter(|lease| lease.owner == owner).map(|lease| Self { service, lease, lasts }))
    }

    /// Holds it longer, once a third of its time is over: to be called often in long work.
    ///
    /// # Errors
    /// [`Error::LeaseLost`]: another process goes on with the work.
    pub async fn keep(&mut self) -> Result<(), Error> {
        let left = self.lease.until.duration_since(self.service.now());
        if left > self.lasts - self.lasts / 3 { Ok(()) } else { self.renew().await }
    }

    /// Holds it for its whole time from now: right before something is done that cannot be fenced otherwise.
    ///
    /// # Errors
    /// As [`Held::keep`].
    pub async fn renew(&mut self) -> Result<(), Error> {
        let until = after(self.service.now(), self.lasts);
        let write = leases::hold(&self.service.name, &self.lease, until);
        match self.service.submit(self.service.unit().write(write)).await {
            Ok(_) => {
                self.lease.until = until;
                Ok(())
            }
            Err(Error::Db(error)) if error.is_conflict() => Err(self.lost()),
            Err(error) => Err(error),
        }
    }

    /// For a unit: it fails where the lease is another's by now.
    pub fn fence(&self) -> Write {
        leases::hold(&self.service.name, &self.lease, after(self.service.now(), self.lasts))
    }

    /// For the last unit: the same, and the next one need not wait.
    pub fn release(&self) -> Write {
        leases::release(&self.service.name, &self.lease, self.service.now())
    }

    /// Gives it back; one that was lost is given back already.
    ///
    /// # Errors
    /// [`Error`], where the database does not answer.
    pub async fn give_back(self) -> Result<(), Error> {
        match self.service.submit(self.service.unit().write(self.release())).await {
            Err(Error::Db(error)) if error.is_conflict() => Ok(()),
            done => done.map(drop),
        }
    }

    fn lost(&self) -> Error {
        Error::LeaseLost { name: self.lease.name.clone() }
    }
}

fn after(now: Timestamp, lasts: SignedDuration) -> Timestamp {
    now.checked_add(lasts).unwrap_or(now)
}
