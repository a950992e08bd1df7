//! Being able to show it: every view of personal data on the ledger, the ledger signed and published.
//!
//! Order: commit → sign → publish and sync → only then is a checkpoint released to receipts and
//! pages, so that nothing signed can be contradicted after a loss. A database that ends before the
//! last published checkpoint, or tells another story up to there, signs nothing.

mod bundle;
mod explain;
mod parting;
mod publish;
pub mod signing;
mod since;
mod timeline;
mod tombstone;
pub mod versions;
mod view;
pub mod witness;

use db::entries;

use crate::error::Error;
use crate::service::Service;
pub(crate) use bundle::{entries_of, tidy as remove_bundles};
pub use explain::{Act, Explained, explain};
pub(crate) use parting::{former, parting, put_aside, start as start_after};
pub(crate) use publish::{Start, go_on, last_published, verified};
pub use publish::{check, publish};
pub use since::{Kept, Since, kept, since};
pub use timeline::{Moment, kind_title, timeline};
pub(crate) use tombstone::{Stones, remove as remove_tombstones};
pub use tombstone::{Tombstone, publish_tombstone};
pub use view::{ViewPurpose, viewed};

/// How the ledger and what is published of it stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Entries in the database.
    pub size: u64,
    /// Entries the released checkpoint covers.
    pub published: u64,
    /// The released checkpoint, as a signed note.
    pub checkpoint: Option<String>,
}

impl From<entries::Head> for Ledger {
    fn from(head: entries::Head) -> Self {
        let (checkpoint, published) = head.checkpoint.map_or((None, 0), |(note, size)| (Some(note), size));
        Self { size: head.size, published, checkpoint }
    }
}

/// The released checkpoint as a signed note, and the sizes.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn checkpoint(service: &Service) -> Result<Ledger, Error> {
    Ok(entries::head(&service.db, &service.name).await?.into())
}

/// The public verifier key of this service (C2SP: name, key hash, base64).
///
/// # Errors
/// [`Error`], where the key cannot be opened.
pub fn verifier_key(service: &Service) -> Result<String, Error> {
    Ok(service.keys.verifier()?.to_string())
}

/// A tile of the released ledger by its published path (`tile/0/x001/067`); `None` where there is none.
///
/// # Errors
/// [`Error`], where the published folder does not answer.
pub async fn tile(service: &Service, path: &str) -> Result<Option<Vec<u8>>, Error> {
    let (Some(published), Ok(tile)) = (&service.published, path.parse::<ledger::tile::Tile>()) else {
        return Ok(None);
    };
    if !is_released(&tile, checkpoint(service).await?.published) {
        return Ok(None);
    }
    Ok(published.get(&tile.path()).await?)
}

/// Whether a tile holds nothing but nodes of the released ledger: tiles are written before the checkpoint that needs
/// them.
fn is_released(tile: &ledger::tile::Tile, size: u64) -> bool {
    let largest = ledger::tile::Tile::at(tile.level, tile.index, size);
    largest.is_some_and(|largest| tile.width <= largest.width)
}
