//! `abide suppress`: who must not come back by an import.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, bail};
use duties::Service;
use duties::opt_outs::{self, Batch, Listed, NotListed, Scope, Taken};
use duties::suppression;
use serde_json::json;

use super::{beside, progress};
use crate::cli::{Suppress, SuppressVerb};
use crate::{Ending, out};

/// Takes a list in, or asks about one address.
pub fn run(options: &Suppress) -> Result<Ending> {
    match &options.verb {
        SuppressVerb::Import { file, purposes, check, json, server, .. } => {
            beside::with(server, async |service| import(service, file, purposes, *check, *json).await)
        }
        SuppressVerb::Check { purpose, json, server } => {
            let text = std::io::read_to_string(std::io::stdin()).context("cannot read the address")?;
            beside::with(server, async |service| ask(service, text.trim(), purpose.as_deref(), *json).await)
        }
        SuppressVerb::Count { server } => beside::with(server, async |service| {
            out::line(format_args!("{}", suppression::count(service).await?))?;
            Ok(Ending::Well)
        }),
    }
}

/// What became of the list.
#[derive(Default)]
struct Done {
    lines: u64,
    taken: Taken,
    unread: Vec<NotListed>,
}

async fn import(
    service: &Service,
    path: &Path,
    purposes: &[String],
    check: bool,
    json: bool,
) -> Result<Ending> {
    let scope = opt_outs::scope(service, purposes)?;
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let length = file.metadata().map_or(0, |about| about.len());
    let bar = progress::bytes(length, "of the list");
    let (region, zone) = (suppression::home(service), policy::clock::zone(&service.policy));
    let rows = opt_outs::read(bar.wrap_read(file), region, zone)
        .map_err(|unread| anyhow::anyhow!("{}: {unread}", path.display()))?;
    let done = carry_out(service, &scope, rows, check).await?;
    bar.finish_and_clear();
    if !check {
        duties::accountability::publish(service).await?;
    }
    say(path, &done, check, json)?;
    Ok(if done.unread.is_empty() { Ending::Well } else { Ending::Faults })
}

async fn carry_out(
    service: &Service,
    scope: &Scope,
    rows: impl Iterator<Item = Result<Listed, NotListed>>,
    check: bool,
) -> Result<Done> {
    let mut done = Done::default();
    let mut batch = Batch::new(service, scope);
    for row in rows {
        match row {
            Err(unread) => done.unread.push(unread),
            Ok(_) if check => done.lines += 1,
            Ok(listed) => {
                done.lines += 1;
                batch.add(listed)?;
            }
        }
        if batch.len() >= Batch::LINES {
            done.count(batch).await?;
            batch = Batch::new(service, scope);
        }
    }
    done.count(batch).await?;
    Ok(done)
}

impl Done {
    async fn count(&mut self, batch: Batch<'_>) -> Result<()> {
        let taken =
            batch.take().await.context("broken off: give the same list again, nothing is there twice")?;
        self.taken.identifiers += taken.identifiers;
        self.taken.changed += taken.changed;
        self.taken.here += taken.here;
        Ok(())
    }
}

fn say(path: &Path, done: &Done, check: bool, json: bool) -> Result<()> {
    let Taken { identifiers, changed, here } = done.taken;
    if json {
        let unread: Vec<_> =
            done.unread.iter().map(|one| json!({ "line": one.line, "why": one.why })).collect();
        return out::line(format_args!(
            "{:#}",
            json!({
                "lines": done.lines, "identifiers": identifiers, "changed": changed, "here": here,
                "checked_only": check, "unreadable": unread,
            })
        ));
    }
    for unread in &done.unread {
        out::tell(format_args!("{}:{}: {}", path.display(), unread.line, unread.why));
    }
    if check {
        return out::line(format_args!("{} lines can be read, {} cannot", done.lines, done.unread.len()));
    }
    out::line(format_args!(
        "{} lines taken in: {identifiers} addresses and numbers are stopped; of people who are here already {changed} say no \
         now and {here} are as they were; {} lines could not be read",
        done.lines,
        done.unread.len()
    ))
}

async fn ask(service: &Service, text: &str, purpose: Option<&str>, json: bool) -> Result<Ending> {
    if let Some(name) = purpose
        && service.policy.purpose(name).is_none()
    {
        bail!("the policy has no purpose `{name}`");
    }
    let identifier = suppression::identifier(service, None, text).context(
        "standard input has no mail address, no telephone number and no number with its name (`customer:1042`)",
    )?;
    let stopped = suppression::is_suppressed(service, &identifier, purpose).await?;
    let said = if stopped { "stopped" } else { "not stopped" };
    out::line(format_args!(
        "{}",
        if json { json!({ "suppressed": stopped }).to_string() } else { said.to_owned() }
    ))?;
    Ok(if stopped { Ending::Faults } else { Ending::Well })
}
