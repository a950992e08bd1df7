//! Replay bundles: what happened since the last checkpoint, entry by entry, published with the next one, so that a
//! database restored from a backup can be brought to where the published ledger is.
//!
//! A bundle is sealed under its day's key, which stands in no database and dies with the oldest backup; a body in it is
//! still sealed under its person's evidence key. Folder `replay/<day>`, one file `<from>-<to>` (20 digits each).

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use db::{NewEntry, entries};
use ledger::{Facts, Hash};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{DayKey, Epoch, Place};

use crate::error::Error;
use crate::lease::Held;
use crate::published::Published;
use crate::service::Service;

/// The folder of all of them.
const FOLDER: &str = "replay";
/// Entries in one bundle at most.
const ENTRIES: u64 = 1024;

/// One entry as it is sealed into a bundle.
#[derive(Serialize, Deserialize)]
struct Line {
    facts: Facts,
    commitment: Hash,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    key: Hash,
    key_version: u32,
}

/// Publishes the entries from `from` up to `to`, under the lease of whoever publishes; they are synced with the checkpoint
/// that covers them.
pub(super) async fn put(
    service: &Service,
    published: &dyn Published,
    lease: &mut Held<'_>,
    from: u64,
    to: u64,
) -> Result<(), Error> {
    if from >= to {
        return Ok(());
    }
    let day = service.keys.today(service.now(), service.entropy.as_ref())?;
    let mut start = from;
    while start < to {
        lease.keep().await?;
        let end = to.min(start + ENTRIES);
        let plain = serde_json::to_vec(&lines(service, start, end).await?)
            .map_err(|_| Error::Damaged("entry of the ledger"))?;
        let sealed = day.seal(&place(&service.name, start, end), &plain, service.entropy.as_ref())?;
        published.put(&path(day.epoch(), start, end), &sealed).await?;
        start = end;
    }
    Ok(())
}

/// The entries from `from` up to `to`, in their order.
///
/// # Errors
/// [`Error::TailMissing`], where a bundle is not there or its day's key is gone.
pub(crate) async fn entries_of(
    service: &Service,
    published: &dyn Published,
    from: u64,
    to: u64,
) -> Result<Vec<NewEntry>, Error> {
    let (mut next, mut all) = (from, Vec::new());
    for ((start, end), day) in covering(bundles(service, published).await?, from, to)? {
        let missing = || Error::TailMissing { from: next, to };
        let bytes = published.get(&path(day.epoch(), start, end)).await?.ok_or_else(missing)?;
        let plain = day.open(&place(&service.name, start, end), &bytes)?;
        let lines: Vec<Line> = serde_json::from_slice(&plain).map_err(|_| Error::Damaged("replay bundle"))?;
        let skip = usize::try_from(next - start).unwrap_or(usize::MAX);
        for line in lines.into_iter().skip(skip) {
            all.push(line.entry()?);
        }
        next = end;
    }
    all.truncate(usize::try_from(to - from).unwrap_or(usize::MAX));
    Ok(all)
}

/// The bundles that hold entries from `from` on, and the first entry that any of them holds.
pub(super) async fn beyond(
    service: &Service,
    published: &dyn Published,
    from: u64,
) -> Result<(Vec<String>, u64), Error> {
    let (mut paths, mut first) = (Vec::new(), from);
    for epoch in service.keys.epochs()? {
        for path in published.list(&format!("{FOLDER}/{epoch}")).await? {
            let Some((start, _)) = range(&path).filter(|(_, end)| *end > from) else { continue };
            first = first.min(start);
            paths.push(path);
        }
    }
    Ok((paths, first))
}

/// Removes the bundles of days whose keys are gone: nothing opens them.
pub(crate) async fn tidy(service: &Service) -> Result<(), Error> {
    let Some(published) = &service.published else { return Ok(()) };
    let known = service.keys.epochs()?;
    let Some(oldest) = known.first() else { return Ok(()) };
    for day in (0..OLDER).map(|back| oldest.back(back + 1)) {
        for path in published.list(&format!("{FOLDER}/{day}")).await? {
            published.remove(&path).await?;
        }
    }
    Ok(published.sync().await?)
}

/// How many days before the oldest one there is a key of are looked at: a server may have been off for a while.
const OLDER: u32 = 60;

/// The bundles that can be opened, by what they hold: from the first entry up to another.
type Bundles = BTreeMap<Range, Arc<DayKey>>;
/// From the first entry up to another.
type Range = (u64, u64);

/// Of these the fewest that hold everything between; a process that ended between bundle and checkpoint leaves some
/// that overlap.
fn covering(found: Bundles, from: u64, to: u64) -> Result<Vec<(Range, Arc<DayKey>)>, Error> {
    let mut chosen = Vec::new();
    let mut found = found.into_iter().peekable();
    let mut next = from;
    while next < to {
        let mut best = None;
        while let Some((range, day)) = found.next_if(|((start, _), _)| *start <= next) {
            if range.1 > next && best.as_ref().is_none_or(|((_, end), _): &(Range, _)| range.1 > *end) {
                best = Some((range, day));
            }
        }
        let best = best.ok_or(Error::TailMissing { from: next, to })?;
        next = best.0.1;
        chosen.push(best);
    }
    Ok(chosen)
}

async fn bundles(service: &Service, published: &dyn Published) -> Result<Bundles, Error> {
    let mut found = BTreeMap::new();
    for epoch in service.keys.epochs()? {
        let Some(day) = service.keys.day(epoch)? else { continue };
        let day = Arc::new(day);
        for path in published.list(&format!("{FOLDER}/{epoch}")).await? {
            if let Some(range) = range(&path) {
                found.insert(range, Arc::clone(&day));
            }
        }
    }
    Ok(found)
}

async fn lines(service: &Service, from: u64, to: u64) -> Result<Vec<Line>, Error> {
    let (db, name) = (&service.db, service.name.as_str());
    let count = u32::try_from(to - from).unwrap_or(u32::MAX);
    let facts = entries::list(db, name, from, count).await?;
    let leaves = entries::leaves(db, name, from, count).await?;
    let bodies = entries::bodies(db, name, from, to).await?;
    let mut bodies: BTreeMap<u64, Vec<u8>> =
        bodies.into_iter().map(|body| (body.entry, body.sealed)).collect();
    let both = facts.into_iter().zip(leaves);
    let lines = both.map(|(entry, (leaf, _))| {
        if entry.index != leaf.index {
            return Err(Error::Damaged("entry of the ledger"));
        }
        let body = bodies.remove(&leaf.index).map(|sealed| STANDARD.encode(sealed));
        let version = entry.key_version;
        Ok(Line { facts: entry.facts, commitment: leaf.facts, body, key: leaf.key, key_version: version })
    });
    let lines = lines.collect::<Result<Vec<Line>, Error>>()?;
    if lines.len() as u64 == to - from { Ok(lines) } else { Err(Error::Damaged("entry of the ledger")) }
}

impl Line {
    fn entry(self) -> Result<NewEntry, Error> {
        let body = self.body.map(|body| STANDARD.decode(body)).transpose();
        Ok(NewEntry {
            facts: self.facts,
            commitment: self.commitment,
            body: body.map_err(|_| Error::Damaged("replay bundle"))?,
            key: self.key,
            key_version: self.key_version,
        })
    }
}

fn place(service: &str, from: u64, to: u64) -> Place<'_> {
    let id = Uuid::from_u128(u128::from(from) << 64 | u128::from(to));
    Place { service, table: FOLDER, id, field: "entries" }
}

fn path(day: Epoch, from: u64, to: u64) -> String {
    format!("{FOLDER}/{day}/{from:020}-{to:020}")
}

fn range(path: &str) -> Option<(u64, u64)> {
    let (from, to) = path.rsplit('/').next()?.split_once('-')?;
    Some((from.parse().ok()?, to.parse().ok()?))
}
