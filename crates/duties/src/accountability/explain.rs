//! What may be done with one person's data, purpose by purpose: allowed or not, why, since when, by which act, under which
//! version: what a privacy lead shows an auditor.
//!
//! Contract: the same answer as the gate's, from the ledger itself.

use std::collections::BTreeMap;

use gate::Decision;
use jiff::Timestamp;
use texts::texts;
use uuid::Uuid;

use super::timeline::{by, title};
use crate::error::Error;
use crate::service::Service;
use crate::standing;

/// One purpose, explained.
#[derive(Debug, Clone)]
pub struct Explained {
    /// Its name in the policy.
    pub purpose: String,
    /// What it is, in words.
    pub title: String,
    /// Allowed or not, and why.
    pub decision: Decision,
    /// The reason in words, as the person reads it.
    pub says: String,
    /// The place in the policy that it follows from.
    pub place: Option<String>,
    /// What it goes back to; none where nothing that happened did.
    pub act: Option<Act>,
    /// Whether it changed since that act, with the day alone: a period or a consent ran out.
    pub lapsed: bool,
    /// The version of the policy that it is decided by.
    pub version: Option<String>,
}

/// An entry that an answer goes back to.
#[derive(Debug, Clone)]
pub struct Act {
    /// Its index.
    pub index: u64,
    /// Its id: its receipt's too.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// What happened, in words.
    pub title: String,
    /// Who did it, in words.
    pub by: String,
    /// The version of the policy that was in force for it.
    pub version: Option<String>,
}

/// Every purpose of the policy, in its order.
///
/// # Errors
/// [`Error::Db`], where the database does not answer: then nothing is said.
pub async fn explain(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<Explained>, Error> {
    let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
    let versions = db::policies::list(&service.db, &service.name).await?;
    let versions: BTreeMap<[u8; 32], String> =
        versions.into_iter().map(|row| (row.hash, row.version)).collect();
    let words = texts(service.language(lang));
    let act = |at: usize| {
        let facts = &entries.get(at)?.facts;
        Some(Act {
            index: entries.get(at)?.index,
            id: facts.id,
            at: facts.at,
            title: title(&facts.kind, words),
            by: by(&facts.actor, words),
            version: facts.policy.and_then(|hash| versions.get(&hash).cloned()),
        })
    };
    let all = service.policy.purposes.iter().zip(standing::since(service, &entries));
    let one = |(purpose, since): (&policy::Purpose, standing::Since)| Explained {
        purpose: purpose.name.clone(),
        title: purpose.why.get(words.lang()).to_owned(),
        decision: since.decision,
        says: words.say(&format!("standing-{}", since.decision.reason.id())),
        place: since.decision.reason.part().place(&purpose.name, None),
        act: since.by.and_then(act),
        lapsed: since.lapsed,
        version: versions.get(&since.decision.policy).cloned(),
    };
    Ok(all.map(one).collect())
}
