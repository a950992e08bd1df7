//! Putting a receipt together from what is stored and the subject's evidence key.

use db::entries::{self, Entry};
use ledger::{Proof, RECEIPT_FORMAT, Receipt};
use uuid::Uuid;

use crate::error::Error;
use crate::service::Service;

pub(super) async fn receipt(service: &Service, subject: Uuid, entry: Entry) -> Result<Receipt, Error> {
    let key = service.keys.evidence(subject).await?;
    let (leaf, _) = entries::leaf(&service.db, &service.name, entry.index)
        .await?
        .ok_or(Error::Damaged("leaf of the ledger"))?;
    let body = entries::body(&service.db, &service.name, entry.index).await?.map(|body| body.sealed);
    let entry_key =
        body.is_some().then(|| key.entry_key(entry.facts.id)).transpose()?.map(|key| key.reveal());
    Ok(Receipt {
        format: RECEIPT_FORMAT.to_owned(),
        service: service.name.clone(),
        origin: service.keys.origin().to_owned(),
        verifier_key: service.keys.verifier()?.to_string(),
        leaf,
        salt: key.fact_salt(entry.facts.id)?,
        facts: entry.facts,
        body,
        entry_key,
        proof: proof(service, entry.index).await?,
    })
}

/// Only against a released checkpoint: nothing signed leaves the house before it is published.
async fn proof(service: &Service, index: u64) -> Result<Option<Proof>, Error> {
    let head = entries::head(&service.db, &service.name).await?;
    let Some((checkpoint, size)) = head.checkpoint.filter(|(_, size)| *size > index) else { return Ok(None) };
    let inclusion = entries::inclusion(&service.db, &service.name, index, size).await?;
    Ok(Some(Proof { inclusion, checkpoint }))
}
