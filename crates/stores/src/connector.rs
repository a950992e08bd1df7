//! The one trait every store implements.

use std::pin::Pin;

use jiff::civil::Date;
use policy::map::StoreMap;

use crate::{
    ErasePlan, Error, Export, Finding, Found, Identifier, Outcome, Rehearsal, Remaining, Root, Schema,
};

/// A future in a box: keeps the trait usable as `dyn Connector`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Asked right before a store transaction commits: is this step still ours? Any `Fn() -> impl Future<Output =
/// bool>` is one. `false` rolls everything back.
pub trait Fence: Send + Sync {
    /// Whether the lease under which the step runs is still held.
    fn held(&self) -> BoxFuture<'_, bool>;
}

impl<F, Fut> Fence for F
where
    F: Fn() -> Fut + Send + Sync,
    Fut: Future<Output = bool> + Send + 'static,
{
    fn held(&self) -> BoxFuture<'_, bool> {
        Box::pin(self())
    }
}

/// One database of the company. Reads go through a role that cannot write.
pub trait Connector: Send + Sync {
    /// The store's name.
    fn name(&self) -> &str;

    /// What the database says about itself.
    fn discover(&self) -> BoxFuture<'_, Result<Schema, Error>>;

    /// Holds the map against the database: every column accounted for, keys, links, indexes.
    fn check<'a>(&'a self, map: &'a StoreMap) -> BoxFuture<'a, Result<Vec<Finding>, Error>>;

    /// Looks for the person by verified identifiers and nothing else.
    fn find<'a>(&'a self, map: &'a StoreMap, by: &'a [Identifier]) -> BoxFuture<'a, Result<Found, Error>>;

    /// The next rows that are persons, after `after`; none are left where none come. Reads keys only.
    fn people<'a>(
        &'a self,
        map: &'a StoreMap,
        after: Option<&'a Root>,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Root>, Error>>;

    /// The person's rows along the links.
    fn export<'a>(&'a self, map: &'a StoreMap, found: &'a Found) -> BoxFuture<'a, Result<Export, Error>>;

    /// Every change an erasure would make, down to the row. Reads only.
    fn plan_erase<'a>(
        &'a self,
        map: &'a StoreMap,
        found: &'a Found,
        today: Date,
    ) -> BoxFuture<'a, Result<ErasePlan, Error>>;

    /// Runs the plan in a transaction that is rolled back.
    fn rehearse<'a>(&'a self, plan: &'a ErasePlan) -> BoxFuture<'a, Result<Rehearsal, Error>>;

    /// Runs the plan in one transaction. Rows already gone count as done.
    fn erase<'a>(
        &'a self,
        plan: &'a ErasePlan,
        fence: &'a dyn Fence,
    ) -> BoxFuture<'a, Result<Outcome, Error>>;

    /// Queries again, by identifiers, links and values, without regard to the plan's own list of rows.
    fn verify<'a>(
        &'a self,
        map: &'a StoreMap,
        plan: &'a ErasePlan,
    ) -> BoxFuture<'a, Result<Remaining, Error>>;
}
