//! Taking lines in: the hashes and the entry that tells of them in one unit; then whoever is here already.

use std::collections::BTreeSet;

use db::subjects as rows;
use db::suppressions::{self, Suppression};
use jiff::Timestamp;
use policy::Basis;
use uuid::Uuid;
use vault::Identifier;

use super::Listed;
use crate::consent::{Answer, Said, later_word};
use crate::entries;
use crate::error::Error;
use crate::service::Service;
use crate::subjects;
use crate::suppression::{self, Origin};

/// The actor of what who runs the server brings in.
const ACTOR: &str = "operator";
/// How the evidence of what was known before is named.
const BEFORE: &str = "before";

/// What the people of a list said no to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything: they are not to be brought in at all.
    Everything,
    /// These purposes.
    Purposes(Vec<String>),
}

/// Why a list is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// There is no such purpose.
    #[error("the policy has no purpose `{0}`")]
    NoPurpose(String),
    /// There is nothing to say no to.
    #[error("nobody can say no to `{0}`: it rests neither on consent nor on an interest one can object to")]
    NoChoice(String),
}

/// The scope of these purposes, each of which somebody can say no to; of everything where there are none.
///
/// # Errors
/// [`NotTaken`].
pub fn scope(service: &Service, purposes: &[String]) -> Result<Scope, NotTaken> {
    for name in purposes {
        let purpose = service.policy.purpose(name).ok_or_else(|| NotTaken::NoPurpose(name.clone()))?;
        if purpose.basis != Basis::Consent && !purpose.basis.can_object() {
            return Err(NotTaken::NoChoice(name.clone()));
        }
    }
    Ok(if purposes.is_empty() { Scope::Everything } else { Scope::Purposes(purposes.to_vec()) })
}

/// What became of the lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// Identifiers that stand on the list now.
    pub identifiers: u64,
    /// People who are here already and of whom something changed.
    pub changed: u64,
    /// People who are here already and of whom nothing changed: they said so before, or something later, or they are
    /// to be stopped from coming in and are here.
    pub here: u64,
}

/// Lines that are taken in together.
pub struct Batch<'a> {
    service: &'a Service,
    scope: &'a Scope,
    seen: BTreeSet<([u8; 32], String)>,
    rows: Vec<Suppression>,
    /// Of which rows no line says when.
    undated: BTreeSet<([u8; 32], String)>,
    lines: Vec<Listed>,
}

impl<'a> Batch<'a> {
    /// How many lines are best taken in at once.
    pub const LINES: usize = 512;

    /// An empty one.
    #[must_use]
    pub fn new(service: &'a Service, scope: &'a Scope) -> Self {
        let (seen, undated) = (BTreeSet::new(), BTreeSet::new());
        Self { service, scope, seen, rows: Vec::new(), undated, lines: Vec::new() }
    }

    /// How many lines are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// With one more line.
    ///
    /// # Errors
    /// [`Error::Vault`], where the key is not there.
    pub fn add(&mut self, line: Listed) -> Result<(), Error> {
        let said_at = line.said_at.map_or(self.service.now(), |at| at.min(self.service.now()));
        for identifier in &line.identifiers {
            for purpose in self.purposes() {
                let row = suppression::row(self.service, identifier, purpose, Origin::List, said_at)?;
                let place = (row.hash, row.purpose.clone());
                if line.said_at.is_none() {
                    self.undated.insert(place.clone());
                } else {
                    self.undated.remove(&place);
                }
                match self.seen.insert(place) {
                    true => self.rows.push(row),
                    false => self.later(&row),
                }
            }
        }
        self.lines.push(line);
        Ok(())
    }

    /// Of two times one address is on the list the later counts.
    fn later(&mut self, row: &Suppression) {
        let same = |one: &&mut Suppression| (one.hash, &one.purpose) == (row.hash, &row.purpose);
        if let Some(first) = self.rows.iter_mut().find(same) {
            first.said_at = first.said_at.max(row.said_at);
        }
    }

    fn purposes(&self) -> Vec<Option<&'a str>> {
        match self.scope {
            Scope::Everything => vec![None],
            Scope::Purposes(all) => all.iter().map(|name| Some(name.as_str())).collect(),
        }
    }

    /// Makes it durable, then tells whoever is here already apart.
    ///
    /// # Errors
    /// [`Error`]: then the list is to be given again; nothing is there twice.
    pub async fn take(mut self) -> Result<Taken, Error> {
        let mut taken = Taken::default();
        if self.rows.is_empty() {
            return Ok(taken);
        }
        self.remember().await?;
        let (write, entry) = suppression::put(self.service, &self.rows)?;
        self.service.submit(self.service.unit().write(write).entry(entry)).await?;
        taken.identifiers = self.rows.iter().map(|row| row.hash).collect::<BTreeSet<_>>().len() as u64;
        for line in &self.lines {
            for subject in here(self.service, &line.identifiers).await? {
                match self.change(subject, self.said_at(line)?).await? {
                    true => taken.changed += 1,
                    false => taken.here += 1,
                }
            }
        }
        Ok(taken)
    }

    /// Whoever was on a list without a date before, said no when that was taken in, and not anew because it is given
    /// again.
    async fn remember(&mut self) -> Result<(), Error> {
        for row in &mut self.rows {
            if !self.undated.contains(&(row.hash, row.purpose.clone())) {
                continue;
            }
            let known = suppressions::find(&self.service.db, &self.service.name, &row.hash).await?;
            if let Some(first) = known.iter().find(|one| one.purpose == row.purpose) {
                row.said_at = first.said_at;
            }
        }
        Ok(())
    }

    /// When the person of a line said no: never later than now.
    fn said_at(&self, line: &Listed) -> Result<Timestamp, Error> {
        let now = self.service.now();
        if let Some(said) = line.said_at {
            return Ok(said.min(now));
        }
        let key = self.service.keys.suppression()?;
        let hashes: Vec<[u8; 32]> = line.identifiers.iter().map(|one| key.index(one)).collect();
        let own = self.rows.iter().filter(|row| hashes.contains(&row.hash));
        Ok(own.map(|row| row.said_at).max().unwrap_or(now))
    }

    /// What somebody who is here said no to stands with them too, unless they said something later.
    async fn change(&self, subject: Uuid, said_at: Timestamp) -> Result<bool, Error> {
        let (Scope::Purposes(purposes), Ok(key)) = (self.scope, self.service.keys.evidence(subject).await)
        else {
            return Ok(false);
        };
        let known = crate::standing::of(self.service, subject).await?;
        let mut unit = self.service.unit().write(rows::hold(&self.service.name, subject));
        for name in purposes {
            let Some(purpose) = self.service.policy.purpose(name) else { continue };
            let later = later_word(self.service, &key, subject, name, said_at).await?;
            let given =
                known.consents.get(name.as_str()).is_some_and(|given| given.is_active(self.service.now()));
            if later {
                continue;
            }
            if purpose.basis == Basis::Consent && given {
                let said = withdrawn(self.service, name, said_at);
                let facts = said.facts(self.service, subject, ACTOR);
                let body = said.evidence(self.service).to_bytes();
                unit = unit.entry(entries::entry(self.service, &key, facts, Some(&body))?);
            } else if purpose.basis.can_object() && !objects(self.service, subject, name).await? {
                unit = unit.entry(suppression::objection(self.service, &key, subject, name)?);
            }
        }
        if unit.entries.is_empty() {
            return Ok(false);
        }
        match self.service.submit(unit).await {
            Ok(_) => Ok(true),
            // erased in between: there is nothing left to object for
            Err(Error::Db(error)) if error.is_conflict() => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn withdrawn<'a>(service: &'a Service, purpose: &'a str, said_at: Timestamp) -> Said<'a> {
    Said {
        purpose,
        answer: Answer::Withdrawn,
        wording: String::new(),
        lang: service.language(""),
        surface: "list",
        method: BEFORE,
        shown_by: Vec::new(),
        witness: None,
        given_at: Some(said_at),
        expires: None,
    }
}

/// Whether an objection stands: the same list given again adds none.
async fn objects(service: &Service, subject: Uuid, purpose: &str) -> Result<bool, Error> {
    use ledger::Kind;
    let all = db::entries::list_of(&service.db, &service.name, subject).await?;
    let of_it = |facts: &&ledger::Facts| {
        facts.purpose.as_deref().is_none_or(|name| name == purpose)
            && matches!(facts.kind, Kind::Objection | Kind::ObjectionWithdrawn)
    };
    let last = all.iter().rev().map(|entry| &entry.facts).find(of_it);
    Ok(last.is_some_and(|facts| facts.kind == Kind::Objection))
}

/// Everybody active who has one of these.
async fn here(service: &Service, identifiers: &[Identifier]) -> Result<BTreeSet<Uuid>, Error> {
    let mut all = BTreeSet::new();
    for identifier in identifiers {
        for row in subjects::found_by(service, identifier).await? {
            let subject = rows::find(&service.db, &service.name, row.subject).await?;
            if subject.is_some_and(|subject| subject.state == rows::ACTIVE) {
                all.insert(row.subject);
            }
        }
    }
    Ok(all)
}
