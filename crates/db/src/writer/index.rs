//! Fills the per-subject index behind the head, so that no random insert stands in the way of an acknowledgement.

use super::heads::Log;
use crate::engine::Pools;
use crate::error::Result;
use crate::sql::{Sql, args};

/// Entries that one transaction indexes.
pub(super) const CHUNK: u64 = 4096;

pub(super) const INDEX: Sql = Sql::both(
    "writer.INDEX",
    "INSERT INTO subject_entry (service, subject, entry) SELECT service, subject, entry FROM ledger_facts \
     WHERE service = $1 AND entry >= $2 AND entry < $3 AND subject IS NOT NULL",
);
pub(super) const COVER: Sql =
    Sql::both("writer.COVER", "UPDATE ledger_head SET indexed = $3 WHERE service = $1 AND indexed = $2");

/// Indexes everything that is not indexed yet, chunk by chunk, under the head's lock.
pub(super) async fn fill(pools: &Pools, service: &str) -> Result<()> {
    while chunk(pools, service).await? {}
    Ok(())
}

/// Indexes a chunk; whether there is more.
pub(super) async fn chunk(pools: &Pools, service: &str) -> Result<bool> {
    let mut tx = pools.begin().await?;
    let head = Log::lock(&mut tx, service).await?.into_head();
    let to = head.size.min(head.indexed + CHUNK);
    if to > head.indexed {
        tx.execute(INDEX, &args![service, head.indexed, to]).await?;
        tx.execute(COVER, &args![service, head.indexed, to]).await?;
    }
    tx.commit().await?;
    Ok(to < head.size)
}
