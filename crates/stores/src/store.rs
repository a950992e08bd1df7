//! The connector for SQL databases: SQLite and PostgreSQL through the same code.

use std::sync::Arc;

use jiff::civil::Date;
use policy::map::StoreMap;
use tokio::sync::RwLock;

use crate::connector::{BoxFuture, Connector, Fence};
use crate::engine::{Pool, Session};
use crate::resolve::Resolved;
use crate::{
    ErasePlan, Error, Export, Finding, Found, Identifier, Outcome, Rehearsal, Remaining, Root, Schema, check,
    export, find, people, plan, run, verify, walk,
};

pub(crate) struct Store {
    name: String,
    read: Pool,
    erase: Pool,
    /// The catalogue as last read. `discover` and `check` read it anew.
    schema: RwLock<Option<Arc<Schema>>>,
}

impl Store {
    pub(crate) async fn open(map: &StoreMap, read_url: &str, erase_url: &str) -> Result<Self, Error> {
        let read = Pool::open(&map.store, "read", read_url).await?;
        let erase = Pool::open(&map.store, "erase", erase_url).await?;
        if read.engine() != erase.engine() {
            let why = "it is of another engine than the read URL".to_owned();
            return Err(Error::Url { store: map.store.clone(), role: "erase", why });
        }
        Ok(Self { name: map.store.clone(), read, erase, schema: RwLock::new(None) })
    }

    async fn fresh(&self) -> Result<Arc<Schema>, Error> {
        let schema = Arc::new(self.read.schema().await?);
        *self.schema.write().await = Some(Arc::clone(&schema));
        Ok(schema)
    }

    async fn schema(&self) -> Result<Arc<Schema>, Error> {
        let known = self.schema.read().await.clone();
        match known {
            Some(schema) => Ok(schema),
            None => self.fresh().await,
        }
    }

    /// The rows that are the person, and those that only looked like it.
    fn roots(&self, found: &Found) -> Result<(Vec<Root>, Vec<Root>), Error> {
        if found.needs_choice() {
            return Err(Error::ChoiceNeeded { store: self.name.clone() });
        }
        let root = |found: &crate::Match| Root { table: found.table.clone(), key: found.key.clone() };
        let (mine, others): (Vec<_>, Vec<_>) = found.matches.iter().partition(|found| found.chosen);
        Ok((mine.into_iter().map(root).collect(), others.into_iter().map(root).collect()))
    }

    async fn find(&self, map: &StoreMap, by: &[Identifier]) -> Result<Found, Error> {
        let schema = self.schema().await?;
        let resolved = Resolved::new(map, &schema)?;
        let mut session = self.read.begin().await?;
        let found = find::find(&mut session, &resolved, by).await?;
        session.rollback().await?;
        Ok(found)
    }

    async fn people(&self, map: &StoreMap, after: Option<&Root>, limit: usize) -> Result<Vec<Root>, Error> {
        let schema = self.schema().await?;
        let resolved = Resolved::new(map, &schema)?;
        let mut session = self.read.begin().await?;
        let found = people::people(&mut session, &resolved, after, limit).await?;
        session.rollback().await?;
        Ok(found)
    }

    async fn export(&self, map: &StoreMap, found: &Found) -> Result<Export, Error> {
        let (roots, _) = self.roots(found)?;
        let schema = self.schema().await?;
        let resolved = Resolved::new(map, &schema)?;
        let mut session = self.read.begin().await?;
        let collected = walk::walk(&mut session, &resolved, &roots).await?;
        let export = export::export(&mut session, &resolved, &collected).await?;
        session.rollback().await?;
        Ok(export)
    }

    async fn plan_erase(&self, map: &StoreMap, found: &Found, today: Date) -> Result<ErasePlan, Error> {
        let (roots, others) = self.roots(found)?;
        let schema = self.fresh().await?;
        let resolved = Resolved::new(map, &schema)?;
        let mut session = self.read.begin().await?;
        let collected = walk::walk(&mut session, &resolved, &roots).await?;
        let question = plan::Question { found, roots, others, today };
        let plan = plan::plan(&mut session, &resolved, &collected, question).await?;
        session.rollback().await?;
        Ok(plan)
    }

    async fn rehearse(&self, plan: &ErasePlan) -> Result<Rehearsal, Error> {
        let schema = self.schema().await?;
        let mut session = self.erase.begin().await?;
        run::lock(&mut session, &schema, plan).await?;
        let findings = run::rehearse(&mut session, &schema, plan).await?;
        let outcome = run::outcome(&mut session, &schema, plan).await?;
        session.rollback().await?;
        Ok(Rehearsal { outcome, findings })
    }

    async fn erase(&self, plan: &ErasePlan, fence: &dyn Fence) -> Result<Outcome, Error> {
        if let Some(finding) = run::blocked(plan) {
            return Err(Error::Blocked { store: self.name.clone(), why: finding.message.clone() });
        }
        let schema = self.schema().await?;
        let mut session = self.erase.begin().await?;
        let outcome = self.carry_out(&mut session, &schema, plan).await;
        // INVARIANT: whatever failed, the transaction is rolled back before the error is told (by drop).
        let outcome = outcome?;
        if !fence.held().await {
            session.rollback().await?;
            return Err(Error::Fenced { store: self.name.clone() });
        }
        session.commit().await?;
        Ok(outcome)
    }

    async fn carry_out(
        &self,
        session: &mut Session,
        schema: &Schema,
        plan: &ErasePlan,
    ) -> Result<Outcome, Error> {
        run::lock(session, schema, plan).await?;
        run::apply(session, schema, plan).await?;
        run::outcome(session, schema, plan).await
    }

    async fn verify(&self, map: &StoreMap, plan: &ErasePlan) -> Result<Remaining, Error> {
        let schema = self.fresh().await?;
        let resolved = Resolved::new(map, &schema)?;
        let mut session = self.read.begin().await?;
        let remaining = verify::verify(&mut session, &resolved, plan).await?;
        session.rollback().await?;
        Ok(remaining)
    }
}

impl Connector for Store {
    fn name(&self) -> &str {
        &self.name
    }

    fn discover(&self) -> BoxFuture<'_, Result<Schema, Error>> {
        Box::pin(async { self.fresh().await.map(|schema| schema.as_ref().clone()) })
    }

    fn check<'a>(&'a self, map: &'a StoreMap) -> BoxFuture<'a, Result<Vec<Finding>, Error>> {
        Box::pin(async move { self.fresh().await.map(|schema| check::check(map, &schema)) })
    }

    fn find<'a>(&'a self, map: &'a StoreMap, by: &'a [Identifier]) -> BoxFuture<'a, Result<Found, Error>> {
        Box::pin(self.find(map, by))
    }

    fn people<'a>(
        &'a self,
        map: &'a StoreMap,
        after: Option<&'a Root>,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Root>, Error>> {
        Box::pin(self.people(map, after, limit))
    }

    fn export<'a>(&'a self, map: &'a StoreMap, found: &'a Found) -> BoxFuture<'a, Result<Export, Error>> {
        Box::pin(self.export(map, found))
    }

    fn plan_erase<'a>(
        &'a self,
        map: &'a StoreMap,
        found: &'a Found,
        today: Date,
    ) -> BoxFuture<'a, Result<ErasePlan, Error>> {
        Box::pin(self.plan_erase(map, found, today))
    }

    fn rehearse<'a>(&'a self, plan: &'a ErasePlan) -> BoxFuture<'a, Result<Rehearsal, Error>> {
        Box::pin(self.rehearse(plan))
    }

    fn erase<'a>(
        &'a self,
        plan: &'a ErasePlan,
        fence: &'a dyn Fence,
    ) -> BoxFuture<'a, Result<Outcome, Error>> {
        Box::pin(self.erase(plan, fence))
    }

    fn verify<'a>(
        &'a self,
        map: &'a StoreMap,
        plan: &'a ErasePlan,
    ) -> BoxFuture<'a, Result<Remaining, Error>> {
        Box::pin(self.verify(map, plan))
    }
}
