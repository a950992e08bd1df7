//! Giving somebody's data to a recipient: exactly the declared fields, each allowed by the gate, and written down for
//! the person to see before anything leaves (WE-04, Art. 15(1)(c)).
//!
//! Contract: the entry is durable before a value is handed out; an answer to an access request names it. What one record
//! may not give, another may: each field comes from the latest record that may serve the purpose. It is written down only
//! where nothing was written about the person since it was decided; else it is decided anew.
//!
//! Absences: no sending (who asked gets the values), no recipient and no field that the policy does not declare.

pub mod bulk;
pub mod demand;

use std::collections::BTreeMap;

use db::{records, subjects};
use gate::{Question, Reason, Standing};
use ledger::Kind;
use uuid::Uuid;

use crate::entries;
use crate::error::Error;
use crate::service::Service;
use crate::{collect, standing};

/// The actor of what the company's own programs do.
const PROGRAM: &str = "program";

/// What was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// The entry that tells of it.
    pub entry: Uuid,
    /// The values by field: no others.
    pub fields: BTreeMap<String, String>,
    /// The policy it was decided by: its hash.
    pub policy: [u8; 32],
}

/// Why nothing was handed out.
#[derive(Debug, thiserror::Error)]
pub enum NotDisclosed {
    /// The gate denies it.
    #[error("it is not allowed: {}", .0.says())]
    Denied(Reason),
    /// It is allowed, but Abide holds none of the declared fields.
    #[error("nothing is held here that this recipient is to get for this purpose")]
    Nothing,
    /// It could not be done.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<db::Error> for NotDisclosed {
    fn from(error: db::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// How often it is decided anew because something was written about the person meanwhile.
const TRIES: usize = 5;

/// Hands out what a recipient is to get of somebody for a purpose.
///
/// # Errors
/// [`NotDisclosed`]; then nothing left, and nothing was written.
pub async fn disclose(
    service: &Service,
    subject: Uuid,
    recipient: &str,
    purpose: &str,
) -> Result<Disclosed, NotDisclosed> {
    for _ in 0..TRIES {
        let decided = match decide(service, subject, recipient, purpose).await {
            Err(NotDisclosed::Denied(reason)) => {
                let people = u64::from(reason != Reason::SubjectUnknown);
                bulk::refused(service, purpose, recipient, people).await?;
                return Err(NotDisclosed::Denied(reason));
            }
            decided => decided?,
        };
        match decided.hand_out(service).await {
            Err(Error::Db(error)) if error.is_conflict() => {}
            done => return Ok(done?),
        }
    }
    Err(Error::Changed("person's record").into())
}

/// What is to be handed out, as of a place in the ledger. Nothing was written yet, and nothing may leave.
#[derive(Debug)]
pub struct Decided {
    subject: Uuid,
    recipient: String,
    purpose: String,
    fields: BTreeMap<String, String>,
    policy: [u8; 32],
    /// Up to where the person's entries were read.
    size: u64,
}

/// Decides what a recipient is to get of somebody for a purpose: the first half of [`disclose`].
///
/// # Errors
/// [`NotDisclosed`].
pub async fn decide(
    service: &Service,
    subject: Uuid,
    recipient: &str,
    purpose: &str,
) -> Result<Decided, NotDisclosed> {
    // before the entries: what comes between the two is seen twice rather than not at all
    let head = db::entries::head(&service.db, &service.name).await?;
    let all = db::entries::list_of(&service.db, &service.name, subject).await?;
    let size = all.last().map_or(head.size, |last| head.size.max(last.index + 1));
    let standing = standing::fold(&all);
    let asked = Question { recipient: Some(recipient), ..Question::about(purpose, service.now()) };
    let decision = gate::decide(&service.rules(), &standing, &asked);
    if !decision.allow {
        return Err(NotDisclosed::Denied(decision.reason));
    }
    let ids: BTreeMap<u64, Uuid> = all.iter().map(|entry| (entry.index, entry.facts.id)).collect();
    let fields = values(service, subject, &standing, &ids, &asked).await?;
    if fields.is_empty() {
        return Err(NotDisclosed::Nothing);
    }
    let (recipient, purpose) = (recipient.to_owned(), purpose.to_owned());
    Ok(Decided { subject, recipient, purpose, fields, policy: decision.policy, size })
}

/// The declared fields that are held and allowed, from the latest record first.
async fn values(
    service: &Service,
    subject: Uuid,
    standing: &Standing,
    ids: &BTreeMap<u64, Uuid>,
    asked: &Question<'_>,
) -> Result<BTreeMap<String, String>, NotDisclosed> {
    let rules = service.rules();
    let allowed = |field: &str, entry: Option<u64>| {
        let Some(id) = entry.and_then(|entry| ids.get(&entry)) else { return false };
        let question = Question { category: Some(field), record: Some(id.into_bytes()), ..*asked };
        gate::decide(&rules, standing, &question).allow
    };
    Ok(held(service, subject, allowed).await?)
}

/// The wanted fields that are held, each from the latest record; `wanted` is told the field and the record's entry.
async fn held(
    service: &Service,
    subject: Uuid,
    wanted: impl Fn(&str, Option<u64>) -> bool,
) -> Result<BTreeMap<String, String>, Error> {
    let key = service.keys.data(subject).await?;
    let mut found = BTreeMap::new();
    for row in records::list(&service.db, &service.name, subject).await?.iter().rev() {
        let entry = row.entry.and_then(|entry| entry.index());
        for (field, value) in collect::open(service, &key, row)? {
            if !value.is_empty() && !found.contains_key(&field) && wanted(&field, entry) {
                found.insert(field, value);
            }
        }
    }
    Ok(found)
}

impl Decided {
    /// Writes it down, and hands it out: the second half of [`disclose`].
    ///
    /// # Errors
    /// [`Error::Db`]; a conflict means that something was written about the person since it was decided.
    pub async fn hand_out(self, service: &Service) -> Result<Disclosed, Error> {
        let key = service.keys.evidence(self.subject).await?;
        let mut facts = entries::facts(service, Kind::Disclosed, Some(self.subject), PROGRAM);
        facts.purpose = Some(self.purpose);
        facts.recipient = Some(self.recipient);
        facts.categories = self.fields.keys().cloned().collect();
        let id = facts.id;
        let entry = entries::entry(service, &key, facts, None)?;
        let unit = service.unit().unchanged(self.subject, self.size);
        service.submit(unit.write(subjects::hold(&service.name, self.subject)).entry(entry)).await?;
        Ok(Disclosed { entry: id, fields: self.fields, policy: self.policy })
    }
}
