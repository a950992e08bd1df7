//! The steps outside Abide: the tombstone, then one store after the other.

use db::steps::Step;
use stores::{ErasePlan, Remaining};

use super::lease::Lease;
use super::start::place;
use crate::accountability::{Tombstone, publish_tombstone};
use crate::rights::finish::Finish;
use crate::rights::loaded::Loaded;
use crate::rights::outcomes::Did;
use crate::rights::points::point;
use crate::rights::{Error, Result, case, search};
use crate::{Service, answer};

/// The tombstone leaves the house before anything is destroyed, so that a restored backup cannot bring the person back.
/// Published twice, it says the same twice.
pub(super) async fn publish(service: &Service, request: &Loaded) -> Result<Finish> {
    point("publish:before")?;
    let erasures = request.case.plan.iter().flat_map(|plan| &plan.erasures);
    let rows = erasures.flat_map(|one| one.roots.iter().map(|root| (one.store.clone(), root.clone())));
    let (scope, rows) = ("everything".to_owned(), rows.collect());
    let tombstone = Tombstone { scope, subject: request.row.subject, rows };
    let tombstone = publish_tombstone(service, &tombstone).await?;
    point("publish:after")?;
    Ok(Finish::plain(Did::Published { tombstone }))
}

/// Erases one store and looks again. Rows already gone count as done, so a repeated run ends alike.
pub(super) async fn erase(service: &Service, request: &Loaded, step: &Step) -> Result<Finish> {
    let sealed = step.sealed.as_ref().ok_or(crate::Error::Damaged("plan of a step"))?;
    let plan: ErasePlan = case::open(request.key()?, &place(service, step.id), sealed, "plan of a step")?;
    let store = search::store(service, &step.target)?;
    let fence = Lease::of(service, step);
    point("store-erase:before")?;
    let outcome = store.connector.erase(&plan, &|| fence.clone().held()).await?;
    point("store-erase:after")?;
    let remaining = store.connector.verify(store.map, &plan).await?;
    if !remaining.is_zero() {
        return Err(Error::Unfinished(left(&remaining)));
    }
    point("store-verify:after")?;
    Ok(Finish::plain(Did::Erased { outcome }))
}

/// "after the erasure something is left: customers.email (2 rows)". Names of tables and columns, no values.
fn left(remaining: &Remaining) -> String {
    let part = |one: &stores::RemainingIn| {
        let column = one.column.as_ref().map(|column| format!(".{column}")).unwrap_or_default();
        format!("{}{column} ({} rows: {})", answer::words(&one.table), one.rows, one.what)
    };
    let parts: Vec<String> = remaining.left.iter().map(part).collect();
    format!("after the erasure something is left: {}", parts.join("; "))
}
