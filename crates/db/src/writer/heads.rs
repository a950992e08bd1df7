//! The locked heads of a batch, and the right edges of their trees.

use std::collections::BTreeMap;

use ledger::tile::{Edge, FullTile, Tile, Tiles, to_bytes};
use ledger::{Frontier, Leaf, sha256};
use uuid::Uuid;

use crate::engine::Tx;
use crate::entries::{self, Head, HeadRow};
use crate::error::{Error, Result};
use crate::sql::{Sql, args};
use crate::unit::NewEntry;
use crate::value::FromRow;

/// Services whose edge is remembered between batches.
const REMEMBERED: usize = 1024;
/// Leaves of other nodes that are read to lead an edge on: about as many as it costs to read it anew.
const MISSED: u64 = 4096;

const COLUMNS_SQLITE: &str =
    concat!("SELECT ", entries::head_columns!(), " FROM ledger_head WHERE service = $1");
const COLUMNS_POSTGRES: &str =
    concat!("SELECT ", entries::head_columns!(), " FROM ledger_head WHERE service = $1 FOR UPDATE");
/// Locks a head. SQLite has one writer anyway.
pub(super) const LOCK: Sql = Sql::split("writer.LOCK", COLUMNS_SQLITE, COLUMNS_POSTGRES);
pub(super) const CREATE: Sql = Sql::both(
    "writer.CREATE",
    "INSERT INTO ledger_head (service, size, frontier, root, checkpoint_size, indexed) VALUES ($1, 0, $2, $3, 0, 0) \
     ON CONFLICT (service) DO NOTHING",
);
pub(super) const MOVE: Sql = Sql::both(
    "writer.MOVE",
    "UPDATE ledger_head SET size = $3, frontier = $4, root = $5 WHERE service = $1 AND size = $2",
);

/// Right edges by service, each with the tree it is the edge of.
#[derive(Default)]
pub(super) struct Edges(BTreeMap<String, (Frontier, Edge)>);

impl Edges {
    /// Nothing is certain any more.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }

    fn keep(&mut self, service: &str, tree: Frontier, edge: Edge) {
        if self.0.len() >= REMEMBERED {
            self.0.clear();
        }
        self.0.insert(service.to_owned(), (tree, edge));
    }

    /// The edge of a tree with this head: remembered, led on by what other nodes appended, or read.
    async fn of(&self, tx: &mut Tx, service: &str, head: &Head) -> Result<Edge> {
        if let Some((tree, edge)) = self.0.get(service)
            && let Some(edge) = lead_on(tx, service, tree.clone(), edge.clone(), head).await?
        {
            return Ok(edge);
        }
        load(tx, service, head.size).await
    }
}

/// The edge once the leaves up to the head are appended; none where there are too many of them, or where it is the edge of
/// another tree.
async fn lead_on(
    tx: &mut Tx,
    service: &str,
    mut tree: Frontier,
    mut edge: Edge,
    head: &Head,
) -> Result<Option<Edge>> {
    if head.size.checked_sub(edge.size()).is_none_or(|missed| missed > MISSED) {
        return Ok(None);
    }
    if head.size > edge.size() {
        for hash in entries::nodes_in(tx, service, 0, edge.size(), head.size).await? {
            tree.append(hash);
            edge.append(hash);
        }
    }
    Ok((tree.root() == head.root).then_some(edge))
}

/// Reads an edge: the partial tile of each level.
async fn load(tx: &mut Tx, service: &str, size: u64) -> Result<Edge> {
    let mut tiles = Tiles::new();
    for level in 0..8 {
        let nodes = size >> (8 * u32::from(level));
        let Some(tile) = Tile::at(level, nodes / 256, size) else { continue };
        let hashes = entries::nodes_in(tx, service, level, nodes - nodes % 256, nodes).await?;
        tiles.insert(tile, &to_bytes(&hashes)).map_err(|_| Error::corrupt("ledger_leaf"))?;
    }
    Edge::load(size, &tiles).ok_or_else(|| Error::corrupt("ledger_tile"))
}

/// One service in a batch: its locked head and the entries that were accepted so far.
pub(super) struct Log {
    head: Head,
    accepted: Vec<NewEntry>,
}

impl Log {
    /// Locks the head of a service, which is made where it is not there.
    pub(super) async fn lock(tx: &mut Tx, service: &str) -> Result<Self> {
        let head = match read(tx, service).await? {
            Some(head) => head,
            None => {
                let empty = Head::empty();
                tx.execute(CREATE, &args![service, empty.frontier.to_bytes(), empty.root.0]).await?;
                read(tx, service).await?.ok_or_else(|| Error::corrupt("ledger_head"))?
            }
        };
        Ok(Self { head, accepted: vec![] })
    }

    /// The index that the next entry gets.
    pub(super) fn next(&self) -> u64 {
        self.head.size + self.accepted.len() as u64
    }

    /// Takes a unit's entries; its rows are written.
    pub(super) fn accept(&mut self, entries: &[NewEntry]) {
        self.accepted.extend_from_slice(entries);
    }

    /// Whether an entry that was accepted and is not written yet is somebody's.
    pub(super) fn awaits(&self, subject: Uuid) -> bool {
        self.accepted.iter().any(|entry| entry.facts.subject == Some(subject))
    }

    /// The head as it was locked.
    pub(super) fn into_head(self) -> Head {
        self.head
    }

    /// Whether there is anything to append.
    pub(super) fn is_empty(&self) -> bool {
        self.accepted.is_empty()
    }

    /// Writes the accepted entries. The head moves with [`Appended::move_head`].
    pub(super) async fn append(self, tx: &mut Tx, service: &str, edges: &Edges) -> Result<Appended> {
        let mut edge = edges.of(tx, service, &self.head).await?;
        let mut frontier = self.head.frontier.clone();
        let mut tiles: Vec<FullTile> = vec![];
        let mut rows = Vec::with_capacity(self.accepted.len());
        for entry in self.accepted {
            let body = sha256(entry.body.as_deref().unwrap_or_default());
            let leaf = Leaf::new(frontier.size(), entry.commitment, body, entry.key);
            let hash = leaf.hash();
            frontier.append(hash);
            tiles.extend(edge.append(hash));
            rows.push((leaf, hash, entry));
        }
        entries::insert(tx, service, &rows, &tiles).await?;
        let before = self.head.size;
        Ok(Appended {
            before,
            head: Head { size: frontier.size(), root: frontier.root(), frontier, ..self.head },
            edge,
        })
    }
}

/// What a batch made of one ledger.
pub(super) struct Appended {
    before: u64,
    pub(super) head: Head,
    edge: Edge,
}

impl Appended {
    pub(super) async fn move_head(&self, tx: &mut Tx, service: &str) -> Result<()> {
        let head = &self.head;
        let args = args![service, self.before, head.size, head.frontier.to_bytes(), head.root.0];
        if tx.execute(MOVE, &args).await? == 1 { Ok(()) } else { Err(Error::corrupt("ledger_head.size")) }
    }

    /// Remembers the edge, once it is committed.
    pub(super) fn keep(self, service: &str, edges: &mut Edges) {
        edges.keep(service, self.head.frontier, self.edge);
    }
}

async fn read(tx: &mut Tx, service: &str) -> Result<Option<Head>> {
    let row = tx.fetch(LOCK, &args![service]).await?.into_iter().next();
    row.map(|row| HeadRow::from_row(row).and_then(Head::try_from)).transpose()
}
