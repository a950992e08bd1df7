//! Signing, publishing and releasing checkpoints.

use db::entries::{self, Head};
use jiff::SignedDuration;
use ledger::tile::{Tile, WIDTH};
use ledger::{Checkpoint, proof};
use serde::{Deserialize, Serialize};

use super::{Ledger, bundle};
use crate::error::Error;
use crate::lease::Held;
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
    let (head, before) = stand(service, published.as_ref()).await?;
    if is_out(&head, before.as_ref()) {
        return Ok(head.into());
    }
    let Some(mut lease) = take_lease(service).await? else { return Ok(head.into()) };
    match under(service, published.as_ref(), &mut lease).await {
        // whoever has it by now releases what it published itself
        Ok(()) | Err(Error::LeaseLost { .. }) => super::checkpoint(service).await,
        Err(error) => Err(error),
    }
}

/// INVARIANT: read under the lease: what was read before may be older than what another node published meanwhile.
async fn under(service: &Service, published: &dyn Published, lease: &mut Held<'_>) -> Result<(), Error> {
    let (head, before) = stand(service, published).await?;
    if is_out(&head, before.as_ref()) {
        return done(service, service.unit().write(lease.release())).await;
    }
    let before = before.map_or(0, |before| before.size);
    let note = sign(service, &head).await?;
    put(service, published, lease, &head, Start { tiles: before, bundles: before }, &note).await?;
    release(service, &note, head.size, lease).await
}

/// Goes on with another ledger than the one that is published, from where the two part. What is published beyond that
/// must have been put aside.
///
/// # Errors
/// [`Error::LeaseLost`]; [`Error`], where something does not answer.
pub(crate) async fn go_on(service: &Service, from: Start) -> Result<(), Error> {
    let Some(published) = service.published.clone() else { return Ok(()) };
    let _one_at_a_time = service.locks.publishing().await;
    let lease = take_lease(service).await?;
    let mut lease = lease.ok_or_else(|| Error::LeaseLost { name: NAME.to_owned() })?;
    let head = entries::head(&service.db, &service.name).await?;
    let note = sign(service, &head).await?;
    put(service, published.as_ref(), &mut lease, &head, from, &note).await?;
    release(service, &note, head.size, &lease).await
}

/// How far the database is, and how far what is published; an error where the one does not continue the other.
async fn stand(service: &Service, published: &dyn Published) -> Result<(Head, Option<Checkpoint>), Error> {
    // INVARIANT: the checkpoint first: another node may commit and publish in between, and a head read before that would
    // look like an old database's
    let before = latest(service, published).await?;
    let head = entries::head(&service.db, &service.name).await?;
    compare(service, &head, before.as_ref()).await?;
    Ok((head, before))
}

/// Whether everything is published and released.
fn is_out(head: &Head, before: Option<&Checkpoint>) -> bool {
    let released = head.checkpoint.as_ref().map_or(0, |(_, size)| *size);
    head.size == 0 || released == head.size && before.is_some_and(|before| before.size == head.size)
}

/// What is published counts here too, and the next node need not wait.
async fn release(service: &Service, note: &str, size: u64, lease: &Held<'_>) -> Result<(), Error> {
    let unit = service.unit().write(lease.release());
    done(service, unit.write(entries::set_checkpoint(&service.name, note, size))).await
}

/// A lease that was lost is a conflict: whoever has it releases what it published itself.
async fn done(service: &Service, unit: db::Unit) -> Result<(), Error> {
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
    let before = latest(service, published.as_ref()).await?;
    let head = entries::head(&service.db, &service.name).await?;
    compare(service, &head, before.as_ref()).await
}

/// How many entries are published, and under which root; none where nothing is.
pub(crate) async fn last_published(service: &Service) -> Result<Option<Checkpoint>, Error> {
    match &service.published {
        Some(published) => latest(service, published.as_ref()).await,
        None => Ok(None),
    }
}

async fn latest(service: &Service, published: &dyn Published) -> Result<Option<Checkpoint>, Error> {
    let Some(note) = published.latest_checkpoint().await? else { return Ok(None) };
    verified(service, &note).await.map(Some)
}

/// A note signed by this service's ledger, with one of its keys, as its checkpoint.
///
/// # Errors
/// [`Error::Foreign`] for another ledger's, [`Error::Damaged`] for one that does not hold.
pub(crate) async fn verified(service: &Service, note: &str) -> Result<Checkpoint, Error> {
    let keys = service.keys.verifiers().await?;
    let signed = keys.iter().find_map(|key| Checkpoint::verify(note, key).ok());
    signed.ok_or_else(|| unreadable(service, note))
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

/// The lease of whoever writes into the published folder; none: another process has it.
pub(super) async fn take_lease(service: &Service) -> Result<Option<Held<'_>>, Error> {
    Held::take(service, NAME, LEASE_LASTS).await
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

/// Where what is published of the ledger's end begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Start {
    /// The first entry whose tiles are new.
    pub tiles: u64,
    /// The first entry that goes into a bundle.
    pub bundles: u64,
}

/// Tiles and what a replay needs first and synced, then the checkpoint that needs them.
async fn put(
    service: &Service,
    published: &dyn Published,
    lease: &mut Held<'_>,
    head: &Head,
    from: Start,
    note: &str,
) -> Result<(), Error> {
    for tile in new_tiles(from.tiles, head.size) {
        lease.keep().await?;
        let bytes = entries::tile(&service.db, &service.name, tile)
            .await?
            .ok_or(Error::Damaged("tile of the ledger"))?;
        published.put(&tile.path(), &bytes).await?;
    }
    bundle::put(service, published, lease, from.bundles, head.size).await?;
    published.sync().await?;
    // INVARIANT: fenced right before: a node that slept through its lease must not put an older checkpoint over the one
    // of the node that took it
    lease.renew().await?;
    published.put(CHECKPOINT, note.as_bytes()).await?;
    Ok(published.sync().await?)
}

/// The tiles of a ledger of this size that one of the size before did not have, or had narrower.
pub(super) fn new_tiles(before: u64, size: u64) -> impl Iterator<Item = Tile> {
    (0..LEVELS).flat_map(move |level| {
        let nodes = |size: u64| size.checked_shr(u32::from(level) * 8).unwrap_or(0);
        let (from, to) = (nodes(before) / WIDTH, nodes(size).div_ceil(WIDTH));
        (from..to).filter_map(move |index| Tile::at(level, index, size))
    })
}
