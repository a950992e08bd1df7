//! Addresses of tiles, their paths and bytes.

use std::fmt;
use std::str::FromStr;

use crate::hash::Hash;

/// The hashes in a full tile.
pub const WIDTH: u64 = 256;
/// The levels a tree of 2^64 leaves can have.
pub(super) const LEVELS: u8 = 8;

/// The address of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// The level: 0 for leaf hashes.
    pub level: u8,
    /// The position within the level.
    pub index: u64,
    /// The number of hashes: 1 to 256.
    pub width: u16,
}

/// What is no tile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TileError {
    /// Not a tile's path.
    #[error("this is no tile path: expected `tile/<level>/<index>` with an optional `.p/<width>`")]
    Path,
    /// Bytes that do not fit the tile's width.
    #[error("{tile} has {expected} hashes of 32 bytes; these are {found} bytes")]
    Length {
        /// The tile's path.
        tile: String,
        /// Its width.
        expected: u16,
        /// What was there.
        found: usize,
    },
}

impl Tile {
    /// The tile as it is in a tree of `size` leaves; none if it has nothing in it.
    #[must_use]
    pub fn at(level: u8, index: u64, size: u64) -> Option<Self> {
        if level >= LEVELS {
            return None;
        }
        let nodes = size >> (8 * u32::from(level));
        let width = nodes.checked_sub(index.checked_mul(WIDTH)?)?.min(WIDTH);
        (width > 0).then_some(Self { level, index, width: width as u16 })
    }

    /// Every tile of a tree of `size` leaves, level by level.
    pub fn all(size: u64) -> impl Iterator<Item = Self> {
        (0..LEVELS).flat_map(move |level| (0..u64::MAX).map_while(move |index| Self::at(level, index, size)))
    }

    /// Whether it is full, and so never changes.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.width as u64 == WIDTH
    }

    /// The path below the log's prefix, such as `tile/0/x001/x234/067` or `tile/1/000.p/5`.
    #[must_use]
    pub fn path(&self) -> String {
        self.to_string()
    }

    fn tail(&self) -> String {
        let mut path = format!("{:03}", self.index % 1000);
        let mut rest = self.index / 1000;
        while rest > 0 {
            path = format!("x{:03}/{path}", rest % 1000);
            rest /= 1000;
        }
        if self.is_full() { path } else { format!("{path}.p/{}", self.width) }
    }
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tile/{}/{}", self.level, self.tail())
    }
}

impl FromStr for Tile {
    type Err = TileError;

    /// Reads a path; only the one spelling that [`Tile::path`] writes is accepted.
    fn from_str(path: &str) -> Result<Self, TileError> {
        let tile = parse(path).ok_or(TileError::Path)?;
        if tile.to_string() == path { Ok(tile) } else { Err(TileError::Path) }
    }
}

fn parse(path: &str) -> Option<Tile> {
    let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
    let (index, width) = match rest.split_once(".p/") {
        Some((index, width)) => {
            (index, width.parse().ok().filter(|width| (1..WIDTH as u16).contains(width))?)
        }
        None => (rest, WIDTH as u16),
    };
    let index = index.split('/').try_fold(0_u64, |sum, part| {
        let digits = part.strip_prefix('x').unwrap_or(part);
        sum.checked_mul(1000)?.checked_add(digits.parse::<u16>().ok()?.into())
    })?;
    let level = level.parse().ok().filter(|level| *level < LEVELS)?;
    Some(Tile { level, index, width })
}

/// The bytes of a tile: its hashes, one after the other.
#[must_use]
pub fn to_bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.0).collect()
}

/// The hashes of a tile's bytes.
///
/// # Errors
/// If they are not as many as the tile is wide.
pub fn from_bytes(tile: Tile, bytes: &[u8]) -> Result<Vec<Hash>, TileError> {
    let (hashes, odd) = bytes.as_chunks::<32>();
    if !odd.is_empty() || hashes.len() != usize::from(tile.width) {
        let (expected, found) = (tile.width, bytes.len());
        return Err(TileError::Length { tile: tile.path(), expected, found });
    }
    Ok(hashes.iter().copied().map(Hash).collect())
}
