//! Rows of erased people that a backup of a store brought back: found by the tombstones' keyed hashes of rows, and by
//! nothing else, so that nobody who shares an address with them is touched.

use policy::map::StoreMap;
use stores::{Connector, ErasePlan, Found, Match, Root};

use super::{Error, restored};
use crate::accountability::Stones;
use crate::{Service, answer, rights};

/// Rows looked at in one go.
const PAGE: usize = 2_000;

/// Erases in a store again whoever was erased and came back with a backup of that store. How many there were; it stands
/// on the ledger.
///
/// # Errors
/// [`Error::NoStore`]; [`Error::Left`]; a store that does not answer. What was erased by then is.
pub async fn cleanse(service: &Service, store: &str) -> Result<u64, Error> {
    let map = service.maps.iter().find(|map| map.store == store);
    let map = map.ok_or_else(|| Error::NoStore(store.to_owned()))?;
    let Some(published) = &service.published else { return Ok(0) };
    let stones = Stones::read(service, published.as_ref()).await?;
    let count = erase_again(service, &stones, map).await?;
    let body = serde_json::json!({ "store": store, "erased": count });
    service.submit(service.unit().entry(restored(service, &body)?)).await?;
    Ok(count)
}

/// Looks at every row that is a person. How many were erased again.
pub(super) async fn erase_again(service: &Service, stones: &Stones, map: &StoreMap) -> Result<u64, Error> {
    let unconnected = || Error::NoStore(map.store.clone());
    let connector = service.stores.get(&map.store).ok_or_else(unconnected)?;
    let (mut after, mut count) = (None::<Root>, 0);
    loop {
        let page = connector.people(map, after.as_ref(), PAGE).await?;
        let Some(last) = page.last() else { return Ok(count) };
        after = Some(last.clone());
        for root in page {
            if stones.name_row(&map.store, &root)? {
                count += u64::from(erase(service, connector.as_ref(), map, root).await?);
            }
        }
    }
}

/// Erases one row's person; whether there was anything to erase: a row that the law keeps stays, and is there again.
async fn erase(
    service: &Service,
    connector: &dyn Connector,
    map: &StoreMap,
    root: Root,
) -> Result<bool, Error> {
    let row = Match { table: root.table, key: root.key, name: None, by: vec![], chosen: true };
    let found = Found { store: map.store.clone(), identifiers: vec![], matches: vec![row], decided: true };
    let plan = connector.plan_erase(map, &found, rights::today(service)).await?;
    let changes = plan.counts().0 + plan.counts().1 > 0;
    connector.erase(&plan, &|| async { true }).await?;
    let remaining = connector.verify(map, &plan).await?;
    if remaining.is_zero() { Ok(changes) } else { Err(left(&plan, &remaining)) }
}

fn left(plan: &ErasePlan, remaining: &stores::Remaining) -> Error {
    let part = |one: &stores::RemainingIn| format!("{} ({} rows)", answer::words(&one.table), one.rows);
    let parts: Vec<String> = remaining.left.iter().map(part).collect();
    Error::Left { store: plan.store.clone(), what: parts.join("; ") }
}
