//! Signing, publishing and releasing checkpoints.

use db::entries::{self, Head};
use db::leases::{self, Lease};
use jiff::SignedDuration;
use ledger::tile::{Tile, WIDTH};
use ledger::{Checkpoint, proof};

use super::Ledger;
use crate::error::Error;
use crate::published::{CHECKPOINT, Published};
use crate::service::Service;

/// The lease only one node of a service holds while it publishes.
const NAME: &str = "publish";
/// How long it holds, should the node die.
const LEASE_LASTS: SignedDuration = SignedDuration::from_secs(30);
/// Levels of tiles a ledger of 2^64 entries has.
const LEVELS: u8 = 8;

/// Signs, publishes and releases a checkpoint over everything committed, if there is anything new.
/// Where another node is publishing, it is left to it.
///
/// # Errors
/// [`Error::Behind`] or [`Error::Forked`], where the database does not continue what is published.
pub async fn publish(service: &Service) -> Result<Ledger, Error> {
    let Some(published) = service.published.clone() else { return super::checkpoint(service).await };
    let _one_at_a_time = service.locks.publishing().await;
    let head = entries::head(&service.db, &service.name).await?;
    let before = latest(service, published.as_ref()).await?;
    compare(service, &head, before.as_ref()).await?;
    let released = head.checkpoint.as_ref().map_or(0, |(_, size)| *size);
    if released == head.size && before.as_ref().is_some_and(|before| before.size == head.size)
        || head.size == 0
    {
        return Ok(head.into());
    }
    let Some(lease) = take_lease(service).await? else { return Ok(head.into()) };
    let note = sign(service, &head).await?;
    put(service, published.as_ref(), &head, before.map_or(0, |before| before.size), &note).await?;
    release(service, &note, head.size, &lease).await?;
    super::checkpoint(service).await
}

/// What is published counts here too, and the next node need not wait. A lease that was lost is a conflict: whoever
/// has it releases what it published itself.
async fn release(service: &Service, note: &str, size: u64, lease: &Lease) -> Result<(), Error> {
    let unit = service.unit().write(leases::release(&service.name, lease, service.now()));
    let unit = unit.write(entries::set_checkpoint(&service.name, note, size));
    match service.submit(unit).await {
        Err(Error::Db(error)) if error.is_conflict() => Ok(()),
        done => done.map(drop),
    }
}

/// Whether the database continues what is published; ask at start, to say so before anything else.
///
/// # Errors
/// [`Error::Behind`] or [`Error::Forked`], where it does not.
pub async fn check(service: &Service) -> Result<(), Error> {
    let Some(published) = &service.published else { return Ok(()) };
    let head = entries::head(&service.db, &service.name).await?;
    let before = latest(service, published.as_ref()).await?;
    compare(service, &head, before.as_ref()).await
}

async fn latest(service: &Service, published: &dyn Published) -> Result<Option<Checkpoint>, Error> {
    let Some(note) = published.latest_checkpoint().await? else { return Ok(None) };
    let keys = service.keys.verifiers().await?;
    let signed = keys.iter().find_map(|key| Checkpoint::verify(&note, key).ok());
    signed.map(Some).ok_or_else(|| unreadable(service, &note))
}

/// A note of another ledger is told apart from one that is damaged.
fn unreadable(service: &Service, note: &str) -> Error {
    let (published, here) = (note.lines().next().unwrap_or_default(), service.keys.origin());
    if published.is_empty() || published == here {
        return Error::Damaged("published checkpoint");
    }
    Error::Foreign { published: published.to_owned(), here: here.to_owned() }
}

async fn compare(service: &Service, head: &Head, before: Option<&Checkpoint>) -> Result<(), Error> {
    let Some(before) = before else { return Ok(()) };
    if before.size > head.size {
        return Err(Error::Behind { database: head.size, published: before.size });
    }
    let proof = if before.size == head.size {
        Vec::new()
    } else {
        entries::consistency(&service.db, &service.name, before.size, head.size).await?
    };
    let same = proof::verify_consistency(before.size, &before.root, head.size, &head.root, &proof).is_ok();
    if same { Ok(()) } else { Err(Error::Forked { size: before.size }) }
}

pub(super) async fn take_lease(service: &Service) -> Result<Option<Lease>, Error> {
    let now = service.now();
    let until = now.checked_add(LEASE_LASTS).unwrap_or(now);
    let write = leases::take(&service.name, NAME, &service.instance.to_string(), until, now);
    match service.submit(service.unit().write(write)).await {
        Ok(_) => {}
        Err(Error::Db(error)) if error.is_conflict() => return Ok(None),
        Err(error) => return Err(error),
    }
    let lease = leases::find(&service.db, &service.name, NAME).await?;
    Ok(lease.filter(|lease| lease.owner == service.instance.to_string()))
}

/// So that another node, or a command beside the server, need not wait until the lease is over.
pub(super) async fn give_lease_back(service: &Service, lease: &Lease) -> Result<(), Error> {
    let write = leases::release(&service.name, lease, service.now());
    match service.submit(service.unit().write(write)).await {
        Err(Error::Db(error)) if error.is_conflict() => Ok(()),
        done => done.map(drop),
    }
}

/// With every key that is held: two, while a new one is being made known.
async fn sign(service: &Service, head: &Head) -> Result<String, Error> {
    let keys = service.keys.signing_keys().await?;
    let signers: Vec<&dyn ledger::Signer> = keys.iter().map(|key| key as &dyn ledger::Signer).collect();
    let checkpoint =
        Checkpoint { origin: service.keys.origin().to_owned(), size: head.size, root: head.root };
    let note = checkpoint.sign(&signers).map_err(|_| Error::Damaged("name of the log"))?;
    Ok(note.to_string())
}

/// Tiles first and synced, then the checkpoint that needs them.
async fn put(
    service: &Service,
    published: &dyn Published,
    head: &Head,
    before: u64,
    note: &str,
) -> Result<(), Error> {
    for tile in new_tiles(before, head.size) {
        let bytes = entries::tile(&service.db, &service.name, tile)
            .await?
            .ok_or(Error::Damaged("tile of the ledger"))?;
        published.put(&tile.path(), &bytes).await?;
    }
    published.sync().await?;
    published.put(CHECKPOINT, note.as_bytes()).await?;
    Ok(published.sync().await?)
}

/// The tiles of a ledger of this size that one of the size before did not have, or had narrower.
fn new_tiles(before: u64, size: u64) -> impl Iterator<Item = Tile> {
    (0..LEVELS).flat_map(move |level| {
        let nodes = |size: u64| size.checked_shr(u32::from(level) * 8).unwrap_or(0);
        let (from, to) = (nodes(before) / WIDTH, nodes(size).div_ceil(WIDTH));
        (from..to).filter_map(move |index| Tile::at(level, index, size))
    })
}
