//! What happened with one person, entry by entry, in plain words, with what it allowed or denied from then on.

use db::entries::Entry;
use jiff::Timestamp;
use ledger::Kind;
use texts::{Texts, texts};
use uuid::Uuid;

use crate::entries;
use crate::error::Error;
use crate::service::Service;
use crate::standing;

/// One entry, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its index.
    pub index: u64,
    /// Its id: its receipt's too.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// The kind's permanent name.
    pub kind: String,
    /// What happened.
    pub title: String,
    /// The purpose, in words.
    pub purpose: Option<String>,
    /// Who did it, in words.
    pub by: String,
    /// The words it was asked in, how it was given, who heard it.
    pub said: Vec<String>,
    /// What stands from then on, where it changed: a purpose and why.
    pub stands: Vec<String>,
}

/// Every entry of a person, the earliest first.
///
/// # Errors
/// [`Error::Db`]; words that can no longer be opened are left out.
pub async fn timeline(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<Moment>, Error> {
    let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
    let moved = standing::moved(service, &entries, lang);
    let words = texts(service.language(lang));
    let mut all = Vec::with_capacity(entries.len());
    for (entry, uses) in entries.iter().zip(moved) {
        let stand = |one: standing::Use| {
            words.with("evidence-now", &[("purpose", one.title.into()), ("says", one.says.into())])
        };
        all.push(Moment {
            said: said(service, subject, entry, words).await?,
            stands: uses.into_iter().map(stand).collect(),
            ..moment(service, entry, words)
        });
    }
    Ok(all)
}

fn moment(service: &Service, entry: &Entry, words: &Texts) -> Moment {
    let facts = &entry.facts;
    let purpose = facts.purpose.as_deref().map(|name| {
        let known = service.policy.purpose(name).map(|known| known.why.get(words.lang()).to_owned());
        known.unwrap_or_else(|| crate::answer::words(name))
    });
    Moment {
        index: entry.index,
        id: facts.id,
        at: facts.at,
        kind: facts.kind.as_str().to_owned(),
        title: title(&facts.kind, words),
        purpose,
        by: by(&facts.actor, words),
        said: vec![],
        stands: vec![],
    }
}

/// What a kind of entry is called; one that this version does not know is told by its name.
#[must_use]
pub fn kind_title(kind: &Kind, lang: &str) -> String {
    title(kind, texts(lang))
}

pub(super) fn title(kind: &Kind, words: &Texts) -> String {
    let id = format!("evidence-kind-{}", kind.as_str());
    if words.has(&id) { words.say(&id) } else { crate::answer::words(kind.as_str()) }
}

pub(super) fn by(actor: &str, words: &Texts) -> String {
    let who = actor.split(':').next().unwrap_or(actor);
    let id = format!("evidence-by-{who}");
    if words.has(&id) { words.say(&id) } else { actor.to_owned() }
}

/// The words of a consent, how it was given and who heard it; none where the body is gone, sealed, or of another kind.
async fn said(service: &Service, subject: Uuid, entry: &Entry, words: &Texts) -> Result<Vec<String>, Error> {
    let key = match service.keys.evidence(subject).await {
        Err(Error::Erased) => return Ok(vec![]),
        key => key?,
    };
    let said = match entries::evidence(service, &key, entry).await {
        // a body that does not open is the doctor's to tell of
        Err(Error::Vault(_)) => None,
        said => said?,
    };
    let Some(said) = said else { return Ok(vec![]) };
    let ours = said
        .boxes
        .iter()
        .find(|one| one.purpose == entry.facts.purpose)
        .filter(|one| !one.wording.is_empty());
    let wording = ours.map(|one| words.with("evidence-wording", &[("words", one.wording.as_str().into())]));
    let method = said.method.as_deref().map(|method| {
        let method = words.say(&format!("evidence-method-{method}"));
        words.with("evidence-method", &[("method", method.into()), ("surface", said.surface.as_str().into())])
    });
    let witness =
        said.witness.as_deref().map(|name| words.with("evidence-witness", &[("name", name.into())]));
    Ok([wording, method, witness].into_iter().flatten().collect())
}
