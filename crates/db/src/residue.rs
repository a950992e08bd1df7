//! What PostgreSQL keeps of deleted rows in its files until it writes over them, VACUUM or not. SQLite keeps nothing: it
//! overwrites what it deletes.

use crate::engine::{Engine, Pools};
use crate::error::Result;
use crate::sql::Sql;

/// Rows that were deleted or changed and not cleaned away yet, in every table of the database, as its statistics tell.
const DEAD: Sql = Sql::split(
    "residue.DEAD",
    "SELECT 0",
    "SELECT CAST(coalesce(sum(n_dead_tup), 0) AS BIGINT) FROM pg_stat_user_tables",
);

/// The statement that differs.
pub(crate) const SPLIT: &[Sql] = &[DEAD];

/// How many dead rows there are; none where the engine leaves none.
pub(crate) async fn dead_rows(pools: &Pools) -> Result<Option<u64>> {
    match pools.engine() {
        Engine::Sqlite => Ok(None),
        Engine::Postgres => pools.one(DEAD, &[]).await.map(Some),
    }
}
