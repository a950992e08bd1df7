//! Rows of erased people that a backup of a store brought back: found by the tombstones' keyed hashes of rows, and by
//! nothing else, so that nobody who shares an address with them is touched.

use policy::map::StoreMap;
use stores::{Connector, ErasePlan, Found, Match, Root};

use super::{Error, ended, restored, take};
use crate::accountability::{self, Stones};
use crate::lease::Held;
use crate::{Service, answer, rights};

/// Rows looked at in one go.
const PAGE: usize = 2_000;

/// Erases in a store again whoever was erased and came back with a backup of that store. How many there were; it stands
/// on the ledger.
///
/// # Errors
/// [`Error::NoStore`]; [`crate::Error::Behind`] or [`crate::Error::Forked`], where the database itself does not continue
/// what was published: an entry of it would take the place of a published one. Nothing was changed then.
/// [`Error::Left`]; a store that does not answer. What was erased by then is.
pub async fn cleanse(service: &Service, store: &str) -> Result<u64, Error> {
    let map = service.maps.iter().find(|map| map.store == store);
    let map = map.ok_or_else(|| Error::NoStore(store.to_owned()))?;
    connector(service, map)?;
    accountability::check(service).await?;
    let Some(published) = &service.published else { return Ok(0) };
    let stones = Stones::read(service, published.as_ref()).await?;
    let mut lease = take(service).await?;
    let done = under(service, &mut lease, &stones, map).await;
    ended(lease, done).await
}

async fn under(
    service: &Service,
    lease: &mut Held<'_>,
    stones: &Stones,
    map: &StoreMap,
) -> Result<u64, Error> {
    let count = erase_again(service, lease, stones, map).await?;
    let body = serde_json::json!({ "store": map.store, "erased": count });
    service.submit(service.unit().write(lease.fence()).entry(restored(service, &body)?)).await?;
    Ok(count)
}

/// That every store is there of which a tombstone names rows.
pub(super) fn connected(service: &Service, stones: &Stones) -> Result<(), Error> {
    let mut concerned = service.maps.iter().filter(|map| stones.concern(&map.store));
    concerned.try_for_each(|map| connector(service, map).map(drop))
}

fn connector<'a>(service: &'a Service, map: &StoreMap) -> Result<&'a dyn Connector, Error> {
    let found = service.stores.get(&map.store).map(AsRef::as_ref);
    found.ok_or_else(|| Error::NoStore(map.store.clone()))
}

/// Looks at every row that is a person. How many were erased again.
pub(super) async fn erase_again(
    service: &Service,
    lease: &mut Held<'_>,
    stones: &Stones,
    map: &StoreMap,
) -> Result<u64, Error> {
    let connector = connector(service, map)?;
    let (mut after, mut count) = (None::<Root>, 0);
    loop {
        lease.keep().await?;
        let page = connector.people(map, after.as_ref(), PAGE).await?;
        let Some(last) = page.last() else { return Ok(count) };
        after = Some(last.clone());
        for root in page {
            if stones.name_row(&map.store, &root)? {
                lease.keep().await?;
                count += u64::from(erase(service, connector, map, root).await?);
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
