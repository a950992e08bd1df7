//! Where the database's ledger and the published one part, and what is published of the other branch beyond that: put
//! aside, so that nothing of it is lost or written over when the ledger goes on otherwise.
//!
//! Contract: what two ledgers have in common is told by the hashes of their trees, never by their sizes. Putting aside
//! copies first and takes away only what was copied; a copy that is there is never written over. It may be repeated.

use db::entries;
use ledger::Checkpoint;
use ledger::tile::{Tile, WIDTH};

use super::bundle;
use super::publish::{Start, new_tiles};
use crate::error::Error;
use crate::published::{CHECKPOINT, COSIGNED, Published};
use crate::service::Service;

/// Bytes of a hash.
const HASH: usize = 32;
/// The highest level of tiles there is.
const HIGHEST: u8 = 7;

/// How many entries the database and the published ledger have in common, from the first on. A published tile that is
/// missing counts as another: then less is taken as common than is.
pub(crate) async fn parting(
    service: &Service,
    published: &dyn Published,
    last: &Checkpoint,
) -> Result<u64, Error> {
    let size = entries::head(&service.db, &service.name).await?.size.min(last.size);
    let mut same = 0_u64;
    // from the top: a node that is the same is so with everything below it, and in the first one that is not they part
    for level in (0..=HIGHEST).rev() {
        let bits = u32::from(level) * 8;
        let index = same.checked_shr(bits + 8).unwrap_or(0);
        let (Some(ours), Some(theirs)) = (Tile::at(level, index, size), Tile::at(level, index, last.size))
        else {
            continue;
        };
        let ours = entries::tile(&service.db, &service.name, ours).await?.unwrap_or_default();
        let theirs = published.get(&theirs.path()).await?.unwrap_or_default();
        let pairs = ours.chunks_exact(HASH).zip(theirs.chunks_exact(HASH));
        let alike = pairs.take_while(|(ours, theirs)| ours == theirs).count() as u64;
        same = (index * WIDTH + alike) << bits;
    }
    Ok(same)
}

/// The folder of a ledger's end that is not continued.
pub(crate) fn former(last: &Checkpoint) -> String {
    let root: String = last.root.to_string().chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    format!("former/{}-{root}", last.size)
}

/// Where publishing goes on after the parting. The bundle that reaches over it goes too, so what it held before the parting
/// is published again.
pub(crate) async fn start(
    service: &Service,
    published: &dyn Published,
    parting: u64,
) -> Result<Start, Error> {
    let (_, bundles) = bundle::beyond(service, published, parting).await?;
    Ok(Start { tiles: parting, bundles })
}

/// Copies what is published beyond the parting into the folder of former ends, then takes it away.
pub(crate) async fn put_aside(
    service: &Service,
    published: &dyn Published,
    last: &Checkpoint,
    parting: u64,
) -> Result<(), Error> {
    let (mut paths, _) = bundle::beyond(service, published, parting).await?;
    paths.extend(tiles(published, parting, last.size).await?);
    paths.push(COSIGNED.to_owned());
    let folder = former(last);
    for path in paths.iter().map(String::as_str).chain([CHECKPOINT]) {
        let Some(bytes) = published.get(path).await? else { continue };
        let place = format!("{folder}/{path}");
        if published.get(&place).await?.is_none() {
            published.put(&place, &bytes).await?;
        }
    }
    published.sync().await?;
    // INVARIANT: the checkpoint stays until another takes its place: as long as it is there, the server stays closed
    for path in &paths {
        published.remove(path).await?;
    }
    Ok(published.sync().await?)
}

/// Every published tile, in every width it ever had, that holds something beyond the parting.
async fn tiles(published: &dyn Published, parting: u64, size: u64) -> Result<Vec<String>, Error> {
    let mut paths = Vec::new();
    for tile in new_tiles(parting, size) {
        let full = Tile { width: 256, ..tile }.path();
        let nodes = parting.checked_shr(u32::from(tile.level) * 8).unwrap_or(0);
        let common = nodes.saturating_sub(tile.index * WIDTH);
        for path in published.list(&format!("{full}.p")).await? {
            let width = path.rsplit('/').next().and_then(|width| width.parse::<u64>().ok());
            if width.is_some_and(|width| width > common) {
                paths.push(path);
            }
        }
        if common < WIDTH {
            paths.push(full);
        }
    }
    Ok(paths)
}
