//! Witnesses: others who sign that they saw the ledger grow, and only grow.
//!
//! They are asked about what is published already, so nothing signed leaves the house before it is durable. What they
//! sign is checked, kept beside the checkpoint and handed out with receipts. A witness that does not answer holds
//! nothing up: receipts then carry the last state that was cosigned, or none.

use db::entries;
use ledger::note::{Note, Signature};
use ledger::witness::{AddCheckpoint, Reply};
use ledger::{Checkpoint, Cosigned, WitnessKey};

use super::publish::take_lease;
use crate::error::Error;
use crate::published::{CHECKPOINT, COSIGNED, Published};
use crate::service::Service;
use crate::witness::Witness;

/// How a witness stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Its name.
    pub name: String,
    /// What it signed last, and the size it signed; none yet.
    pub last: Option<(Cosigned, u64)>,
}

/// Asks every witness that has not signed the released checkpoint yet; how many signed now.
///
/// # Errors
/// The first one that went wrong, after all were asked.
pub async fn cosign(service: &Service) -> Result<usize, Error> {
    let Some(published) = service.published.clone().filter(|_| !service.witnesses.is_empty()) else {
        return Ok(0);
    };
    let head = entries::head(&service.db, &service.name).await?;
    let Some((note, size)) = head.checkpoint else { return Ok(0) };
    let mut note: Note = note.parse().map_err(|_| Error::Damaged("checkpoint"))?;
    let before = cosigned(published.as_ref()).await?;
    if let Some(before) = before.as_ref().filter(|before| before.text == note.text) {
        note.signatures.clone_from(&before.signatures);
    }
    let (mut new, mut failed) = (0, None);
    for witness in &service.witnesses {
        if witness.key().verify(&note).is_ok() {
            continue;
        }
        match ask(service, witness.as_ref(), &note, size, before.as_ref()).await {
            Ok(lines) => {
                note.signatures.extend(lines);
                new += 1;
            }
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    if new > 0 {
        keep(service, published.as_ref(), &note).await?;
    }
    failed.map_or(Ok(new), Err)
}

/// Asks one, from the size it saw last.
async fn ask(
    service: &Service,
    witness: &dyn Witness,
    note: &Note,
    size: u64,
    before: Option<&Note>,
) -> Result<Vec<Signature>, Error> {
    let key = witness.key();
    let refused = |why: String| Error::Witness { name: key.name().to_owned(), why };
    let seen = before.filter(|before| key.verify(before).is_ok());
    let mut old = seen.and_then(|note| note.text.parse::<Checkpoint>().ok()).map_or(0, |seen| seen.size);
    for _ in 0..2 {
        let proof = match old {
            0 => Vec::new(),
            old if old == size => Vec::new(),
            old => entries::consistency(&service.db, &service.name, old, size).await?,
        };
        let body = AddCheckpoint { old, proof, checkpoint: note.to_string() }.to_string();
        let (status, answer) = witness.add_checkpoint(body).await?;
        match Reply::read(status, &answer).map_err(|error| refused(error.to_string()))? {
            Reply::Cosigned(lines) => {
                return believed(key, note, lines).map_err(|error| refused(error.to_string()));
            }
            Reply::Saw(saw) if saw > size => {
                return Err(Error::Witnessed { size, saw, name: key.name().to_owned() });
            }
            Reply::Saw(saw) => old = saw,
        }
    }
    Err(refused("it names another size each time".to_owned()))
}

/// Only lines of the witness' own key, and only if they hold.
fn believed(
    key: &WitnessKey,
    note: &Note,
    lines: Vec<Signature>,
) -> Result<Vec<Signature>, ledger::note::NoteError> {
    let lines: Vec<_> = lines.into_iter().filter(|line| key.claims(line)).collect();
    key.verify(&Note { text: note.text.clone(), signatures: lines.clone() })?;
    Ok(lines)
}

/// Beside the checkpoint, and in its place where it is still the published one.
async fn keep(service: &Service, published: &dyn Published, note: &Note) -> Result<(), Error> {
    let text = note.to_string();
    published.put(COSIGNED, text.as_bytes()).await?;
    let _one_at_a_time = service.locks.publishing().await;
    if let Some(mut lease) = take_lease(service).await? {
        let latest = published.latest_checkpoint().await?.and_then(|latest| latest.parse::<Note>().ok());
        if latest.is_some_and(|latest| latest.text == note.text) {
            lease.renew().await?;
            published.put(CHECKPOINT, text.as_bytes()).await?;
        }
        lease.give_back().await?;
    }
    Ok(published.sync().await?)
}

async fn cosigned(published: &dyn Published) -> Result<Option<Note>, Error> {
    let bytes = published.get(COSIGNED).await?;
    Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|note| note.parse().ok()))
}

/// The released checkpoint, with the cosignatures it has by now.
///
/// # Errors
/// [`Error`], where the database or the published folder does not answer.
pub async fn released(service: &Service) -> Result<Option<String>, Error> {
    let head = entries::head(&service.db, &service.name).await?;
    let (Some((note, _)), Some(published)) = (head.checkpoint, &service.published) else { return Ok(None) };
    let plain: Note = note.parse().map_err(|_| Error::Damaged("checkpoint"))?;
    let with = cosigned(published.as_ref()).await?.filter(|with| with.text == plain.text);
    Ok(Some(with.map_or(note, |with| with.to_string())))
}

/// The last cosigned checkpoint that covers an entry, with its size; not one larger than what is released.
pub(crate) async fn covering(
    service: &Service,
    index: u64,
    released: u64,
) -> Result<Option<(String, u64)>, Error> {
    let Some(published) = service.published.as_ref().filter(|_| !service.witnesses.is_empty()) else {
        return Ok(None);
    };
    let Some(note) = cosigned(published.as_ref()).await? else { return Ok(None) };
    let size = note.text.parse::<Checkpoint>().map_or(0, |checkpoint| checkpoint.size);
    Ok((size > index && size <= released).then(|| (note.to_string(), size)))
}

/// Every configured witness and what it signed last.
///
/// # Errors
/// [`Error`], where the published folder does not answer.
pub async fn watched(service: &Service) -> Result<Vec<Watched>, Error> {
    let Some(published) = &service.published else { return Ok(Vec::new()) };
    let note = cosigned(published.as_ref()).await?;
    let size =
        note.as_ref().and_then(|note| note.text.parse::<Checkpoint>().ok()).map_or(0, |read| read.size);
    let of = |witness: &std::sync::Arc<dyn Witness>| {
        let last = note.as_ref().and_then(|note| witness.key().verify(note).ok());
        Watched { name: witness.key().name().to_owned(), last: last.map(|last| (last, size)) }
    };
    Ok(service.witnesses.iter().map(of).collect())
}
