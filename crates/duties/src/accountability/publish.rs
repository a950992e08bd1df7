//! Signing, publishing and releasing checkpoints.

use db::entries::{self, Head};
use db::leases;
use jiff::SignedDuration;
use ledger::tile::{Tile, WIDTH};
use ledger::{Checkpoint, proof};

use super::Ledger;
use crate::error::Error;
use crate::published::{CHECKPOINT, Published};
use crate::service::Service;

/// The lease only one node of a service holds while it publishes.
const LEASE: &str = "publish";
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
    // INVARIANT: the checkpoint first: another node may commit and publish in between, and a head read before that would
    // look like an old database's
    let before = latest(service, published.as_ref()).await?;
    let head = entries::head(&service.db, &service.name).await?;
    compare(service, &head, before.as_ref()).await?;
    let released = head.checkpoint.as_ref().map_or(0, |(_, size)| *size);
    if released == head.size && before.as_ref().is_some_and(|before| before.size == head.size)
        || head.size == 0
    {
        return Ok(head.into());
    }
    if !take_lease(service).await? {
        return Ok(head.into());
    }
    let note = sign(service, &head)?;
    put(service, published.as_ref(), &head, before.map_or(0, |before| before.size), &note).await?;
    service.submit(service.unit().write(entries::set_checkpoint(&service.name, &note, head.size))).await?;
    super::checkpoint(service).await
}

/// Whether the database continues what is published; ask at start, to say so before anything else.
///
/// # Errors
/// [`Error::Behind`] or [`Error::Forked`], where it does not.
pub async fn check(service: &Service) -> Result<(), Error> {
    let Some(published) = &service.published else { return Ok(()) };
    let before = latest(service, published.as_ref()).await?;
    let head = entries::head(&service.db, &service.name).await?;
    compare(service, &head, before.as_ref()).await
}

async fn latest(service: &Service, published: &dyn Published) -> Result<Option<Checkpoint>, Error> {
    let Some(note) = published.latest_checkpoint().await? else { return Ok(None) };
    verified(service, &note).map(Some)
}

/// A note signed by this service's ledger, as its checkpoint.
///
/// # Errors
/// [`Error::Foreign`] for another ledger's, [`Error::Damaged`] for one that does not hold.
pub(crate) fn verified(service: &Service, note: &str) -> Result<Checkpoint, Error> {
    let key = service.keys.verifier()?;
    Checkpoint::verify(note, &key).map_err(|_| unreadable(service, note))
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

async fn take_lease(service: &Service) -> Result<bool, Error> {
    let now = service.now();
    let until = now.checked_add(LEASE_LASTS).unwrap_or(now);
    let write = leases::take(&service.name, LEASE, &service.instance.to_string(), until, now);
    match service.submit(service.unit().write(write)).await {
        Ok(_) => Ok(true),
        Err(Error::Db(error)) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

fn sign(service: &Service, head: &Head) -> Result<String, Error> {
    let key = service.keys.signing()?;
    let checkpoint =
        Checkpoint { origin: service.keys.origin().to_owned(), size: head.size, root: head.root };
    let note = checkpoint.sign(&[&key]).map_err(|_| Error::Damaged("name of the log"))?;
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
