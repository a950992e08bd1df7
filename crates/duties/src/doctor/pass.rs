//! One pass: what it has seen so far, and its next step.

use std::collections::BTreeSet;

use db::entries::Head;
use jiff::Timestamp;
use ledger::Frontier;
use ledger::tile::Edge;
use uuid::Uuid;

use super::entry::Keys;
use super::finding::{Finding, Report};
use super::tree::Marks;
use super::{entry, rows, standing, tree};
use crate::error::Error;
use crate::service::Service;

/// Findings that are listed; where there are more, the first say enough.
const LISTED: usize = 1000;

/// Where a pass is.
#[derive(Clone)]
enum Phase {
    Entries,
    Rows,
    Standing { after: Uuid },
    Done,
}

/// A pass over everything.
#[derive(Clone)]
pub struct Pass {
    pub(super) head: Head,
    pub(super) frontier: Frontier,
    pub(super) edge: Edge,
    pub(super) marks: Marks,
    pub(super) keys: Keys,
    pub(super) policies: BTreeSet<[u8; 32]>,
    pub(super) unknown: BTreeSet<[u8; 32]>,
    pub(super) last: Option<Timestamp>,
    pub(super) opened: u64,
    pub(super) sealed: u64,
    pub(super) gone: u64,
    pub(super) tiles: u64,
    findings: Vec<Finding>,
    more: bool,
    phase: Phase,
}

impl Pass {
    /// Begins: as long as the ledger is now.
    ///
    /// # Errors
    /// [`Error`], where the database or the published folder does not answer.
    pub async fn begin(service: &Service) -> Result<Self, Error> {
        let (head, damaged) = tree::head(service).await?;
        let mut pass = Self {
            frontier: Frontier::new(),
            edge: Edge::new(),
            marks: Marks::default(),
            keys: Keys::default(),
            policies: rows::policies(service).await?,
            unknown: BTreeSet::new(),
            last: None,
            opened: 0,
            sealed: 0,
            gone: 0,
            tiles: 0,
            findings: vec![],
            more: false,
            phase: Phase::Entries,
            head,
        };
        pass.findings.extend(damaged);
        tree::marks(service, &mut pass).await?;
        Ok(pass)
    }

    /// Looks at so many entries, or about as much of the rest; whether the pass is at its end.
    ///
    /// # Errors
    /// [`Error`], where something does not answer: then the pass is where it was before the step, which may be repeated.
    pub async fn step(&mut self, service: &Service, budget: u64) -> Result<bool, Error> {
        // a step that broke off may have seen a leaf and not compared its tile yet
        let before = self.clone();
        let done = self.advance(service, budget).await;
        if done.is_err() {
            *self = before;
        }
        done
    }

    async fn advance(&mut self, service: &Service, budget: u64) -> Result<bool, Error> {
        match self.phase {
            Phase::Entries if self.looked_at() < self.size() => {
                let (from, to) =
                    (self.looked_at(), self.size().min(self.looked_at().saturating_add(budget.max(1))));
                entry::look(service, self, from, to).await?;
            }
            Phase::Entries => {
                tree::end(service, self).await?;
                self.phase = Phase::Rows;
            }
            Phase::Rows => {
                rows::look(service, self).await?;
                self.phase = Phase::Standing { after: Uuid::nil() };
            }
            Phase::Standing { after } => {
                self.phase = match standing::look(service, self, after).await? {
                    Some(after) => Phase::Standing { after },
                    None => Phase::Done,
                };
            }
            Phase::Done => return Ok(true),
        }
        Ok(matches!(self.phase, Phase::Done))
    }

    /// Entries it has looked at.
    #[must_use]
    pub const fn looked_at(&self) -> u64 {
        self.frontier.size()
    }

    /// Entries it looks at.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.head.size
    }

    pub(super) fn find(&mut self, finding: Finding) {
        if self.findings.len() < LISTED {
            self.findings.push(finding);
        } else {
            self.more = true;
        }
    }

    /// What it found.
    #[must_use]
    pub fn report(&self, service: &Service) -> Report {
        Report {
            service: service.name.clone(),
            at: service.now(),
            entries: self.frontier.size(),
            root: self.frontier.root().to_string(),
            opened: self.opened,
            sealed: self.sealed,
            gone: self.gone,
            tiles: self.tiles,
            findings: self.findings.clone(),
            more: self.more,
        }
    }
}

/// The head of an empty ledger, to go on with where the stored one cannot be read.
pub(super) fn unread(size: u64) -> Head {
    let frontier = Frontier::new();
    Head { size, root: frontier.root(), frontier, checkpoint: None, indexed: 0, stood: 0 }
}
