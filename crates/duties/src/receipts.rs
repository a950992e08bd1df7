//! Receipts: the proof of what was recorded, for the one it is about. Verifies offline.
//!
//! Absences: nobody else's receipt can be told apart from one that never was.

pub(crate) mod access;
mod block;
mod build;
mod erased;
mod page;

use db::entries;
use document::Document;
use ledger::{Kind, Receipt};
use uuid::Uuid;

use crate::answer::Report;
use crate::error::Error;
use crate::evidence::Evidence;
use crate::service::Service;

/// Who asks for a receipt.
#[derive(Clone, Copy)]
pub enum Reader<'a> {
    /// A signed-in person.
    Person(Uuid),
    /// Whoever has the view token of the redirect or of the letter (`?view=…`).
    Token(&'a str),
}

/// A receipt in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The receipt's id: that of its entry.
    pub id: Uuid,
    /// When it happened.
    pub at: jiff::Timestamp,
    /// What happened.
    pub kind: Kind,
    /// The purpose, where there is one.
    pub purpose: Option<String>,
}

/// One receipt. Its proof is there as soon as a checkpoint that covers it is released.
///
/// # Errors
/// [`Error::NotFound`], also where it is somebody else's; [`Error::Erased`] after an erasure.
pub async fn get(service: &Service, id: Uuid, reader: Reader<'_>) -> Result<Receipt, Error> {
    let subject = match reader {
        Reader::Person(subject) => subject,
        Reader::Token(token) => {
            access::subject(service, id, token).await?.ok_or(Error::NotFound("receipt"))?
        }
    };
    let all = entries::list_of(&service.db, &service.name, subject).await?;
    let entry = all.into_iter().find(|entry| entry.facts.id == id).ok_or(Error::NotFound("receipt"))?;
    build::receipt(service, subject, entry).await
}

/// All receipts of a person, newest first: of what they gave, accepted, agreed to and took back.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn list(service: &Service, subject: Uuid) -> Result<Vec<Listed>, Error> {
    let all = entries::list_of(&service.db, &service.name, subject).await?;
    let theirs = |entry: &entries::Entry| {
        use Kind::{
            Accepted, ConsentGiven, ConsentRefused, ConsentWithdrawn, Objection, RecordCollected,
            RequestOpened,
        };
        matches!(
            entry.facts.kind,
            Accepted
                | ConsentGiven
                | ConsentRefused
                | ConsentWithdrawn
                | Objection
                | RecordCollected
                | RequestOpened
        )
    };
    let listed = |entry: entries::Entry| Listed {
        id: entry.facts.id,
        at: entry.facts.at,
        kind: entry.facts.kind,
        purpose: entry.facts.purpose,
    };
    Ok(all.into_iter().rev().filter(theirs).map(listed).collect())
}

/// The receipt's file: JSON-LD in the shape of ISO/IEC TS 27560, around the receipt as its proof.
///
/// # Errors
/// [`Error::Vault`], where the body does not open.
pub fn file(receipt: &Receipt) -> Result<serde_json::Value, Error> {
    let body = vault::open_receipt_body(receipt)?;
    let body = body.and_then(|body| serde_json::from_slice(&body).ok());
    Ok(ledger::linked::linked(receipt, body.as_ref()))
}

/// The proof alone, as a C2SP tlog-proof file; none before it is there.
#[must_use]
pub fn tlog_proof(receipt: &Receipt) -> Option<String> {
    let proof = receipt.proof.as_ref()?;
    let file = ledger::TlogProof {
        extra: Some(receipt.leaf.bytes().to_vec()),
        index: receipt.leaf.index,
        inclusion: proof.inclusion.clone(),
        checkpoint: proof.checkpoint.clone(),
    };
    Some(file.to_string())
}

/// A QR code that leads to the page where receipts are checked; nothing of the receipt is in it.
#[must_use]
pub fn qr(service: &Service, label: &str) -> Option<String> {
    crate::credentials::qr::svg(&format!("{}/verify", service.base_url), label)
}

/// The receipt as a page to read, in plain words. A body that is not of ours, or does not open, is left out.
#[must_use]
pub fn document(service: &Service, receipt: &Receipt, lang: &str) -> Document {
    let body = vault::open_receipt_body(receipt).ok().flatten();
    let evidence = body.as_ref().and_then(|body| Evidence::from_bytes(body));
    let report = body.as_ref().and_then(|body| Report::from_bytes(body));
    let said = page::Said {
        evidence: evidence.as_ref(),
        report: report.as_ref(),
        cosigned: cosigned(service, receipt),
    };
    page::page(&service.policy, receipt, said, service.language(lang))
}

/// Which of the service's witnesses signed the receipt's checkpoint.
fn cosigned(service: &Service, receipt: &Receipt) -> Vec<ledger::Cosigned> {
    let note = receipt.proof.as_ref().and_then(|proof| proof.checkpoint.parse().ok());
    let signed = |witness: &std::sync::Arc<dyn crate::Witness>| witness.key().verify(note.as_ref()?).ok();
    service.witnesses.iter().filter_map(signed).collect()
}
