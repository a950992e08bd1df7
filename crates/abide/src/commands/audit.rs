//! `abide audit`: promise by promise, what keeps it, where that is declared, whether it holds now.
//!
//! With a server's database the audit looks at what happened there, beside the running server. Without one the policy is
//! rehearsed: a service on an empty database of its own, in a folder that is gone afterwards.

mod table;

use std::path::Path;

use anyhow::{Context, Result};
use duties::audit::{self, Audited, Verdict};
use policy::diagnostic::Lines;
use policy::{Places, Sources, promises};
use serde_json::{Value, json};

use crate::Ending;
use crate::cli::Audit;
use crate::files;
use crate::open::{self, Plan};
use crate::out;
use crate::settings::Settings;

/// Looks, prints, and tells by the exit code.
pub fn run(options: &Audit) -> Result<Ending> {
    let settings = Settings::read(&options.server)?;
    let sources = files::sources(&settings.policy)?;
    let found = crate::serve::runtime()?.block_on(look(&settings))?;
    let lang = options.lang.clone().unwrap_or_else(|| found.reference.clone());
    let shown: Vec<&Audited> =
        found.promises.iter().filter(|one| !options.open || one.verdict() != Verdict::Kept).collect();
    match options.json {
        true => out::line(format_args!("{:#}", to_json(&found, &shown, &sources, &lang)))?,
        false => table::print(&found, &shown, &sources, &lang)?,
    }
    Ok(match found.promises.iter().map(Audited::verdict).max() {
        None | Some(Verdict::Kept) => Ending::Well,
        Some(Verdict::NotYet) => Ending::NotYet,
        Some(Verdict::Broken) => Ending::Faults,
    })
}

/// What an audit found, and of what.
struct Found {
    service: String,
    version: String,
    hash: String,
    reference: String,
    rehearsed: bool,
    promises: Vec<Audited>,
}

impl Found {
    fn count(&self, verdict: Verdict) -> usize {
        self.promises.iter().filter(|one| one.verdict() == verdict).count()
    }
}

async fn look(settings: &Settings) -> Result<Found> {
    // the company's stores are not asked: what is looked at stands in Abide's own database
    let mut plan = Plan { maps: Vec::new(), ..Plan::of(settings)? };
    let scratch = (!is_there(&settings.database)).then(tempfile::tempdir).transpose();
    let scratch = scratch.context("cannot make a temporary folder to rehearse in")?;
    if let Some(folder) = &scratch {
        rehearse_in(folder.path(), &mut plan);
        out::tell(format_args!(
            "no database at {}: the policy is rehearsed on an empty one",
            settings.database
        ));
    }
    let service = open::service(plan).await?;
    if scratch.is_some() {
        duties::accountability::publish(&service).await?;
    }
    let promises = audit::audit(&service).await?;
    service.db.close().await;
    Ok(Found {
        service: service.name.clone(),
        version: service.policy.version.to_string(),
        hash: service.policy.hash_hex(),
        reference: service.policy.languages.reference.clone(),
        rehearsed: scratch.is_some(),
        promises,
    })
}

fn is_there(database: &str) -> bool {
    database.strip_prefix("sqlite://").is_none_or(|path| Path::new(path).exists())
}

fn rehearse_in(folder: &Path, plan: &mut Plan) {
    let sqlite = |name: &str| format!("sqlite://{}", folder.join(name).display());
    (plan.database, plan.keys_database) = (sqlite("abide.sqlite"), sqlite("keys.sqlite"));
    (plan.keys, plan.published) = (folder.join("keys"), folder.join("published"));
    (plan.published_at, plan.queue) = (None, folder.join("queue"));
}

/// Where a place is declared, as editors open it: `policy.yaml:12`.
fn declared(sources: &Sources, place: &str) -> Option<String> {
    let (source, span) = sources.place(promises::declared_at(sources, place)?);
    let position = Lines::new(&source.text).position(span.start);
    Some(format!("{}:{}", source.name, position.line))
}

fn to_json(found: &Found, shown: &[&Audited], sources: &Sources, lang: &str) -> Value {
    let promise = |one: &&Audited| {
        let kept: Vec<Value> = one
            .looks
            .iter()
            .map(|look| {
                json!({
                    "by": look.kept.by.as_str(), "mechanism": look.kept.by.mechanism().as_str(),
                    "place": look.kept.place, "declared": declared(sources, &look.kept.place),
                    "state": look.state.verdict().as_str(), "finding": look.state.words(lang),
                })
            })
            .collect();
        let mechanisms: Vec<&str> = one.promise.mechanisms().iter().map(|m| m.as_str()).collect();
        json!({
            "id": one.promise.id, "own": one.promise.own, "says": one.promise.says.get(lang),
            "verdict": one.verdict().as_str(), "mechanisms": mechanisms, "kept": kept,
        })
    };
    json!({
        "format": "abide-audit-v1", "service": found.service, "version": found.version, "hash": found.hash,
        "rehearsed": found.rehearsed, "kept": found.count(Verdict::Kept), "not_yet_kept": found.count(Verdict::NotYet),
        "broken": found.count(Verdict::Broken), "promises": shown.iter().map(promise).collect::<Vec<_>>(),
    })
}
