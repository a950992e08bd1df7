//! The tree: head, full tiles, checkpoints, and the same as it was published.

use std::collections::BTreeMap;

use db::entries::{self, Head};
use ledger::tile::{FullTile, Tile, to_bytes};
use ledger::{Checkpoint, Hash};

use super::finding::Finding;
use super::pass::{Pass, unread};
use crate::accountability::verified;
use crate::error::Error;
use crate::published::CHECKPOINT;
use crate::service::Service;

/// What the root must be at a size, and who says so.
#[derive(Clone, Default)]
pub(super) struct Marks {
    roots: BTreeMap<u64, Vec<(&'static str, Hash)>>,
    /// The size of what is published.
    published: u64,
}

/// The place of the stored checkpoint.
const STORED: &str = "ledger_head.checkpoint";
/// The place of the published one.
const PUBLISHED: &str = "published checkpoint";

/// The head; where it cannot be read, the ledger is as long as its leaves, and a finding says so.
pub(super) async fn head(service: &Service) -> Result<(Head, Option<Finding>), Error> {
    match entries::head(&service.db, &service.name).await {
        Ok(head) => Ok((head, None)),
        Err(db::Error::Corrupt { what }) => {
            let size = entries::leaf_count(&service.db, &service.name).await?;
            Ok((unread(size), Some(Finding::broken("head-changed", what, "restore"))))
        }
        Err(error) => Err(error.into()),
    }
}

/// Reads the checkpoints that the tree must lead to.
pub(super) async fn marks(service: &Service, pass: &mut Pass) -> Result<(), Error> {
    if let Some((note, size)) = pass.head.checkpoint.clone() {
        mark(service, pass, STORED, &note, Some(size)).await;
    }
    let Some(published) = service.published.clone() else { return Ok(()) };
    let Some(note) = published.latest_checkpoint().await? else { return Ok(()) };
    let size = mark(service, pass, PUBLISHED, &note, None).await;
    pass.marks.published = size.unwrap_or(0);
    Ok(())
}

async fn mark(
    service: &Service,
    pass: &mut Pass,
    place: &'static str,
    note: &str,
    stated: Option<u64>,
) -> Option<u64> {
    let checkpoint: Checkpoint = match verified(service, note).await {
        Ok(checkpoint) if stated.is_none_or(|size| size == checkpoint.size) => checkpoint,
        _ => {
            pass.find(Finding::broken("checkpoint-changed", place, "tampered"));
            return None;
        }
    };
    if checkpoint.size > pass.size() {
        pass.find(Finding::broken("behind", place, "behind").at(checkpoint.size));
        return None;
    }
    pass.marks.roots.entry(checkpoint.size).or_default().push((place, checkpoint.root));
    Some(checkpoint.size)
}

/// Goes on by one leaf: compares the tiles that became full, and the roots that are stated at this size.
pub(super) async fn append(service: &Service, pass: &mut Pass, hash: Hash) -> Result<(), Error> {
    pass.frontier.append(hash);
    let full = pass.edge.append(hash);
    for tile in &full {
        compare_full(service, pass, tile).await?;
    }
    let size = pass.frontier.size();
    let root = pass.frontier.root();
    for (place, stated) in pass.marks.roots.get(&size).cloned().unwrap_or_default() {
        if stated != root {
            pass.find(Finding::broken("fork", place, "tampered").at(size));
        }
    }
    if size == pass.marks.published {
        compare_partial(service, pass).await?;
    }
    Ok(())
}

async fn compare_full(service: &Service, pass: &mut Pass, full: &FullTile) -> Result<(), Error> {
    let (path, bytes) = (full.tile.path(), to_bytes(&full.hashes));
    pass.tiles += 1;
    match entries::tile(&service.db, &service.name, full.tile).await {
        Ok(Some(stored)) if stored == bytes => {}
        Ok(None) => pass.find(Finding::broken("tile-missing", format!("ledger_tile {path}"), "restore")),
        Ok(Some(_)) | Err(db::Error::Corrupt { .. }) => {
            pass.find(Finding::broken("tile-changed", format!("ledger_tile {path}"), "tampered"));
        }
        Err(error) => return Err(error.into()),
    }
    let last = ((full.tile.index + 1) * ledger::tile::WIDTH) << (8 * u32::from(full.tile.level));
    if last <= pass.marks.published {
        compare_published(service, pass, full.tile, &bytes).await
    } else {
        Ok(())
    }
}

/// The partial tiles of the published size.
async fn compare_partial(service: &Service, pass: &mut Pass) -> Result<(), Error> {
    let partial: Vec<(Tile, Vec<u8>)> =
        pass.edge.partial().into_iter().map(|(tile, hashes)| (tile, to_bytes(hashes))).collect();
    for (tile, bytes) in partial {
        compare_published(service, pass, tile, &bytes).await?;
    }
    Ok(())
}

async fn compare_published(
    service: &Service,
    pass: &mut Pass,
    tile: Tile,
    bytes: &[u8],
) -> Result<(), Error> {
    let Some(published) = &service.published else { return Ok(()) };
    let path = tile.path();
    match published.get(&path).await? {
        Some(found) if found == bytes => {}
        Some(_) => pass.find(Finding::broken("published-changed", path, "published")),
        None => pass.find(Finding::broken("published-missing", path, "published")),
    }
    Ok(())
}

/// The end of the tree: the head is of it.
pub(super) async fn end(service: &Service, pass: &mut Pass) -> Result<(), Error> {
    let (size, root) = (pass.frontier.size(), pass.frontier.root());
    // the head of a damaged row was found before, and that of a growing ledger is of a later size
    let fits = pass.head.frontier.size() != size || pass.head.root == root;
    if !fits {
        pass.find(Finding::broken("head-changed", "ledger_head.root", "restore").at(size));
    }
    if pass.marks.published == 0
        && let Some(published) = &service.published
        && published.get(CHECKPOINT).await?.is_none()
        && pass.head.checkpoint.is_some()
    {
        pass.find(Finding::broken("published-missing", CHECKPOINT, "published"));
    }
    Ok(())
}
