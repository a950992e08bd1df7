//! What changed since a checkpoint that somebody kept: how many entries of which kind, and that the ledger still
//! continues it.

use std::collections::BTreeMap;

use db::entries;
use ledger::{Checkpoint, Kind, proof};

use crate::error::Error;
use crate::service::Service;

/// Entries read at a time.
const PAGE: u32 = 1024;

/// What came after a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The size it is of.
    pub from: u64,
    /// Entries there are now.
    pub to: u64,
    /// How many of each kind, most first; those whose facts are gone are left out.
    pub kinds: Vec<(Kind, u64)>,
    /// Whether the ledger continues it; not known where only a size was given.
    pub continues: Option<bool>,
}

/// What a kept checkpoint or a size is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A signed note.
    Note(Checkpoint),
    /// Its size alone.
    Size(u64),
}

/// Reads what somebody kept: a signed note of this ledger, or a number of entries. None for anything else.
///
/// # Errors
/// [`Error::Db`], where the ledger's keys cannot be read.
pub async fn kept(service: &Service, text: &str) -> Result<Option<Kept>, Error> {
    let text = text.trim();
    if let Ok(size) = text.parse() {
        return Ok(Some(Kept::Size(size)));
    }
    // browsers send line ends as CRLF
    let note = text.replace("\r\n", "\n") + "\n";
    match super::verified(service, &note).await {
        Ok(checkpoint) => Ok(Some(Kept::Note(checkpoint))),
        Err(Error::Foreign { .. } | Error::Damaged(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What came since; none where the ledger is not that large.
///
/// # Errors
/// [`Error::Db`].
pub async fn since(service: &Service, kept: &Kept) -> Result<Option<Since>, Error> {
    let head = entries::head(&service.db, &service.name).await?;
    let from = match kept {
        Kept::Note(checkpoint) => checkpoint.size,
        Kept::Size(size) => *size,
    };
    if from > head.size {
        return Ok(None);
    }
    let continues = match kept {
        Kept::Size(_) => None,
        Kept::Note(checkpoint) => Some(continues(service, checkpoint, &head).await?),
    };
    Ok(Some(Since { from, to: head.size, kinds: kinds(service, from).await?, continues }))
}

async fn continues(service: &Service, kept: &Checkpoint, head: &entries::Head) -> Result<bool, Error> {
    if kept.size == head.size {
        return Ok(kept.root == head.root);
    }
    let path = entries::consistency(&service.db, &service.name, kept.size, head.size).await?;
    Ok(proof::verify_consistency(kept.size, &kept.root, head.size, &head.root, &path).is_ok())
}

async fn kinds(service: &Service, from: u64) -> Result<Vec<(Kind, u64)>, Error> {
    let (mut next, mut counts) = (from, BTreeMap::<Kind, u64>::new());
    loop {
        let page = entries::list(&service.db, &service.name, next, PAGE).await?;
        let Some(last) = page.last() else { break };
        next = last.index + 1;
        for entry in page {
            *counts.entry(entry.facts.kind).or_default() += 1;
        }
    }
    let mut kinds: Vec<_> = counts.into_iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Ok(kinds)
}
