//! Opening a service: its policy, databases, keys, stores and published folder, each error with what to do.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use db::{Db, KeyDb};
use duties::accountability::versions;
use duties::{Clock, Keys, Service};
use policy::map::StoreMap;
use policy::{Diagnostic, Places, Policy, Severity, Source, Sources};
use stores::Connector;
use vault::{Directory, Vault};

use crate::adapters::folder::Folder;
use crate::adapters::system::{SystemClock, SystemEntropy};
use crate::adapters::witness::HttpWitness;
use crate::files;
use crate::out;
use crate::settings::{Settings, WitnessFile};

/// A store's two URLs.
pub struct StoreUrls {
    pub read: String,
    pub erase: String,
}

/// What a service is opened from.
pub struct Plan {
    pub policy: Sources,
    pub maps: Vec<Source>,
    pub database: String,
    pub keys_database: String,
    pub keys: PathBuf,
    pub published: PathBuf,
    pub address: String,
    pub witnesses: Vec<WitnessFile>,
    /// The stores' URLs by name; what is missing comes from the environment.
    pub stores: BTreeMap<String, StoreUrls>,
}

impl Plan {
    /// What a server's settings say.
    pub fn of(settings: &Settings) -> Result<Self> {
        Ok(Self {
            policy: files::sources(&settings.policy)?,
            maps: settings.maps.iter().map(|path| files::source(path)).collect::<Result<_>>()?,
            database: settings.database.clone(),
            keys_database: settings.keys_database.clone(),
            keys: settings.keys.clone(),
            published: settings.published.clone(),
            address: settings.address.clone(),
            witnesses: settings.witnesses.clone(),
            stores: BTreeMap::new(),
        })
    }
}

/// Opens everything; a policy or map with errors is printed and refused.
pub async fn service(plan: Plan) -> Result<Service> {
    let offered = policy_of(&plan.policy)?;
    let db = database(&plan.database).await?;
    // what the file says counts only once it was published; the maps belong to the version in force
    let in_force = versions::in_force(&db, &offered.service, SystemClock.now()).await?;
    let policy = Arc::new(in_force.unwrap_or(offered));
    let maps: Vec<Arc<StoreMap>> =
        plan.maps.iter().map(|map| map_of(map, &policy).map(Arc::new)).collect::<Result<_>>()?;
    let stores = stores_of(&maps, &plan.stores).await?;
    let entropy = Arc::new(SystemEntropy);
    let keys = keys(&plan, &policy.service).await?;
    let published = Folder::open(plan.published.join(&policy.service))
        .with_context(|| format!("cannot use the published folder {}", plan.published.display()))?;
    let parts = duties::Parts {
        policy,
        source: plan.policy.text(),
        maps,
        stores,
        db,
        keys,
        clock: Arc::new(SystemClock),
        entropy,
        base_url: plan.address,
        published: Some(Arc::new(published)),
        witnesses: plan.witnesses.iter().map(|one| HttpWitness::at(&one.url, one.key.clone())).collect(),
    };
    let service = duties::start(parts).await?;
    // a database older than what was published signs nothing: said at once, not a second later
    duties::accountability::check(&service).await?;
    Ok(service)
}

async fn stores_of(
    maps: &[Arc<StoreMap>],
    given: &BTreeMap<String, StoreUrls>,
) -> Result<BTreeMap<String, Arc<dyn Connector>>> {
    let mut stores = BTreeMap::new();
    for map in maps {
        let store = match given.get(&map.store) {
            Some(urls) => stores::connect(map, &urls.read, &urls.erase).await?,
            None => store(map).await?,
        };
        held_against_map(map, store.as_ref()).await?;
        stores.insert(map.store.clone(), store);
    }
    Ok(stores)
}

async fn keys(plan: &Plan, service: &str) -> Result<Arc<Keys>> {
    let database = keys_database(&plan.keys_database).await?;
    private_folder(&plan.keys)?;
    let vault = Vault::new(Box::new(Directory::open(&plan.keys, &SystemEntropy)?));
    Ok(Keys::open(vault, database, service, &plan.address, SystemClock.now(), &SystemEntropy).await?)
}

fn policy_of(sources: &Sources) -> Result<Policy> {
    let compiled = policy::compile_all(sources);
    warn(sources, &compiled.diagnostics);
    compiled.policy.with_context(|| {
        format!("{} does not compile; `abide check` shows its problems", sources.first().name)
    })
}

/// Errors and warnings; notes are for `abide check`.
fn warn(places: &impl Places, diagnostics: &[Diagnostic]) {
    let grave: Vec<Diagnostic> =
        diagnostics.iter().filter(|found| found.severity != Severity::Note).cloned().collect();
    files::report(places, &grave);
}

fn map_of(source: &Source, policy: &Policy) -> Result<StoreMap> {
    let compiled = policy::map::compile_map(source, policy);
    warn(source, &compiled.diagnostics);
    compiled
        .map
        .with_context(|| format!("{} does not compile; `abide check --map` shows its problems", source.name))
}

/// Connects a store with the credentials of the environment: one role that reads, one that erases.
pub async fn store(map: &StoreMap) -> Result<Arc<dyn Connector>> {
    let [read, erase] = urls(map, ["READ", "ERASE"])?;
    Ok(stores::connect(map, &read, &erase).await?)
}

/// Connects a store that is only looked at.
pub async fn store_to_read(map: &StoreMap) -> Result<Arc<dyn Connector>> {
    let [read] = urls(map, ["READ"])?;
    Ok(stores::connect(map, &read, &read).await?)
}

/// The addresses of a store for these roles; all that are missing are named at once.
fn urls<const N: usize>(map: &StoreMap, roles: [&str; N]) -> Result<[String; N]> {
    let name = map.store.to_uppercase().replace('-', "_");
    let variables = roles.map(|role| format!("ABIDE_STORE_{name}_{role}_URL"));
    let missing: Vec<&str> =
        variables.iter().filter(|name| std::env::var_os(name).is_none()).map(String::as_str).collect();
    if !missing.is_empty() {
        bail!(
            "the store `{0}` needs its address in the environment, in {1}; for example `postgres://abide:password@db.example/{0}` \
             or `sqlite:///srv/{0}.sqlite`",
            map.store,
            missing.join(" and ")
        );
    }
    Ok(variables.map(|name| std::env::var(name).unwrap_or_default()))
}

/// A map that does not fit its database is an error; anything less is said and goes on.
async fn held_against_map(map: &StoreMap, store: &dyn Connector) -> Result<()> {
    let findings = store.check(map).await?;
    for finding in &findings {
        out::tell(format_args!("{finding}"));
    }
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    if errors > 0 {
        bail!(
            "the map of `{}` does not fit its database ({errors} errors above); nothing of it may be missed",
            map.store
        );
    }
    Ok(())
}

async fn database(url: &str) -> Result<Db> {
    folder_of(url)?;
    Ok(Db::open(url).await?)
}

async fn keys_database(url: &str) -> Result<KeyDb> {
    folder_of(url)?;
    Ok(Db::open_keys(url).await?)
}

/// The folder an embedded database stands in: ours alone.
fn folder_of(url: &str) -> Result<()> {
    let Some(path) = url.strip_prefix("sqlite://") else { return Ok(()) };
    Path::new(path).parent().map_or(Ok(()), private_folder)
}

/// Makes a folder that nobody else may open. One that is there already keeps its mode.
pub fn private_folder(path: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if path.is_dir() || path.as_os_str().is_empty() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder
        .recursive(true)
        .mode(0o700)
        .create(path)
        .with_context(|| format!("cannot make the folder {}", path.display()))
}
