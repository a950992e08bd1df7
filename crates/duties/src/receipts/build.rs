//! Putting a receipt together from what is stored and the subject's evidence key.

use db::entries::{self, Entry};
use ledger::{Checkpoint, Proof, Receipt};
use uuid::Uuid;

use crate::accountability::{signing, versions, witness};
use crate::error::Error;
use crate::evidence::Evidence;
use crate::notice;
use crate::service::Service;

pub(super) async fn receipt(service: &Service, subject: Uuid, entry: Entry) -> Result<Receipt, Error> {
    let key = service.keys.evidence(subject).await?;
    let (leaf, _) = entries::leaf(&service.db, &service.name, entry.index)
        .await?
        .ok_or(Error::Damaged("leaf of the ledger"))?;
    let body = entries::body(&service.db, &service.name, entry.index).await?.map(|body| body.sealed);
    let entry_key =
        body.is_some().then(|| key.entry_key(entry.facts.id)).transpose()?.map(|key| key.reveal());
    let proof = proof(service, entry.index).await?;
    let mut receipt = Receipt {
        format: String::new(),
        service: service.name.clone(),
        origin: service.keys.origin().to_owned(),
        verifier_key: signed_with(service, proof.as_ref()).await?,
        leaf,
        salt: key.fact_salt(entry.facts.id)?,
        facts: entry.facts,
        body,
        entry_key,
        proof,
        notice: None,
        introductions: signing::list(service).await?.introductions(),
    };
    receipt.notice = notice(service, &receipt).await?;
    receipt.format = receipt.format_needed().to_owned();
    Ok(receipt)
}

/// What the policy of that time says about the form, where the body names it and the archive still gives the same.
async fn notice(service: &Service, receipt: &Receipt) -> Result<Option<serde_json::Value>, Error> {
    let body = vault::open_receipt_body(receipt)?;
    let Some(evidence) = body.and_then(|body| Evidence::from_bytes(&body)) else { return Ok(None) };
    let (Some(named), Some(hash)) = (evidence.notice, receipt.facts.policy) else { return Ok(None) };
    let archived = match hash == service.policy.hash {
        true => None,
        false => versions::of_hash(&service.db, &service.name, &hash).await?,
    };
    let policy = archived.as_ref().unwrap_or(&service.policy);
    let form = policy.form(&evidence.form).filter(|_| policy.hash == hash);
    let found = form.map(|form| notice::of(policy, form, &evidence.lang, &service.base_url));
    Ok(found.filter(|found| ledger::linked::notice_hash(found) == Some(named)))
}

/// The newest key that signed the proof's checkpoint.
async fn signed_with(service: &Service, proof: Option<&Proof>) -> Result<String, Error> {
    let keys = service.keys.verifiers().await?;
    let signed = |key: &&ledger::VerifierKey| {
        proof.is_none_or(|proof| Checkpoint::verify(&proof.checkpoint, key).is_ok())
    };
    keys.iter().find(signed).map(ToString::to_string).ok_or(Error::Damaged("checkpoint"))
}

/// Only against a released checkpoint: nothing signed leaves the house before it is published.
async fn proof(service: &Service, index: u64) -> Result<Option<Proof>, Error> {
    let head = entries::head(&service.db, &service.name).await?;
    let Some((checkpoint, size)) = head.checkpoint.filter(|(_, size)| *size > index) else { return Ok(None) };
    // one that witnesses signed too, where there is one
    let (checkpoint, size) = witness::covering(service, index, size).await?.unwrap_or((checkpoint, size));
    let inclusion = entries::inclusion(&service.db, &service.name, index, size).await?;
    Ok(Some(Proof { inclusion, checkpoint }))
}
