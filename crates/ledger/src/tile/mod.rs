//! Tiles (C2SP tlog-tiles): the tree cut into rows of 256 hashes, as it is stored and published.
//!
//! Tile `(L, N)` holds the nodes `256 N …` of height `8 L`: at level 0 leaf hashes, at level 1 the roots of full
//! level-0 tiles, and so on. The last tile of a level may be partial; its width is part of its path.
//!
//! [`Edge`] makes tiles while leaves are appended; [`Tiles`] answers for nodes from tiles that were fetched;
//! [`audit`] checks all of them against a checkpoint.

mod address;
mod audit;
mod edge;
mod held;

pub use address::{Tile, TileError, WIDTH, from_bytes, to_bytes};
pub use audit::{AuditError, audit};
pub use edge::{Edge, FullTile};
pub use held::Tiles;
