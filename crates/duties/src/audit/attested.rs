//! What people vouch for: confirmations on the ledger, and whether each is younger than its interval.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use ledger::Kind;

use super::says::{self, Says};
use super::{Cx, State};
use crate::accounts::{Role, Staff};
use crate::entries;
use crate::error::Error;
use crate::rights::clocks;
use crate::service::Service;

/// Entries read in one go.
const PAGE: u32 = 512;

/// An attestation of the policy, with its last confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// Its name in the policy.
    pub name: String,
    /// What is promised.
    pub promise: policy::Text,
    /// Who vouches for it: a role.
    pub owner: policy::Text,
    /// The day it was last confirmed, here or before Abide kept count.
    pub confirmed: Option<Date>,
    /// The day by which it must be confirmed again.
    pub due: Option<Date>,
}

/// Confirms an attestation, today, by a member of staff: an entry on the ledger.
///
/// # Errors
/// [`Error::Forbidden`] but for a privacy lead; [`Error::NotFound`] where the policy has no such attestation.
pub async fn attest(service: &Service, by: &Staff, name: &str, note: &str) -> Result<(), Error> {
    by.must_be(Role::PrivacyLead)?;
    if !service.policy.attestations.iter().any(|one| one.name == name) {
        return Err(Error::NotFound("attestation"));
    }
    let mut facts = entries::facts(service, Kind::Attested, None, &by.actor());
    facts.purpose = Some(name.to_owned());
    let body = serde_json::json!({ "attestation": name, "note": note }).to_string();
    let entry = entries::entry(service, &service.keys.service_evidence()?, facts, Some(body.as_bytes()))?;
    service.submit(service.unit().entry(entry)).await.map(|_| ())
}

/// Every attestation of the policy, in its order.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn attestations(service: &Service) -> Result<Vec<Attestation>, Error> {
    let confirmed = confirmed(service).await?;
    let one = |declared: &policy::Attestation| {
        let here =
            confirmed.get(&declared.name).map(|at| clocks::zone(&service.policy).to_datetime(*at).date());
        let day = here.max(declared.last);
        Attestation {
            name: declared.name.clone(),
            promise: declared.promise.clone(),
            owner: declared.owner.clone(),
            confirmed: day,
            due: day.and_then(|day| day.checked_add(declared.every.span()).ok()),
        }
    };
    Ok(service.policy.attestations.iter().map(one).collect())
}

/// The last confirmation of each, by name.
async fn confirmed(service: &Service) -> Result<BTreeMap<String, Timestamp>, Error> {
    let mut found = BTreeMap::new();
    let size = db::entries::head(&service.db, &service.name).await?.size;
    let mut from = 0;
    while from < size {
        let page = db::entries::list(&service.db, &service.name, from, PAGE).await?;
        let Some(last) = page.last() else { break };
        from = last.index + 1;
        for entry in page.iter().filter(|entry| entry.facts.kind == Kind::Attested) {
            found.extend(entry.facts.purpose.clone().map(|name| (name, entry.facts.at)));
        }
    }
    Ok(found)
}

/// An attestation holds while its last confirmation is younger than its interval, a document while its review is.
pub(super) async fn attested(cx: &Cx<'_>, place: &str) -> Result<State, Error> {
    if place.starts_with("attestations") {
        let name = place.split('/').nth(1);
        let all = attestations(cx.service).await?;
        return Ok(confirmed_in_time(cx, all.iter().filter(|one| name.is_none_or(|name| one.name == name))));
    }
    Ok(reviewed_in_time(cx, place))
}

fn confirmed_in_time<'a>(cx: &Cx<'_>, all: impl Iterator<Item = &'a Attestation>) -> State {
    let today = clocks::today(cx.service);
    let found = all.map(|one| match (one.confirmed, one.due) {
        (None, _) => Some(Says::new("audit-never-attested").with("name", &one.name)),
        (_, Some(due)) if due < today => {
            Some(Says::new("audit-attestation-old").with("name", &one.name).with("due", due))
        }
        _ => None,
    });
    says::all(Says::new("audit-attested"), found)
}

/// The documents that a place names, or that are declared there.
fn reviewed_in_time(cx: &Cx<'_>, place: &str) -> State {
    let today = clocks::today(cx.service);
    let policy = &cx.service.policy;
    let mut parts = place.split('/');
    let named: Vec<&str> = match (parts.next(), parts.next(), parts.next()) {
        (Some("documents"), Some(name), _) => vec![name],
        (Some("documents"), ..) => policy.documents.iter().map(|one| one.name.as_str()).collect(),
        (Some("purposes"), Some(name), Some(key)) => {
            policy
                .purpose(name)
                .and_then(|purpose| {
                    if key == "impact" { purpose.impact.as_deref() } else { purpose.balancing.as_deref() }
                })
                .into_iter()
                .collect()
        }
        (Some("recipients"), Some(name), _) => {
            policy.recipient(name).and_then(|recipient| recipient.transfer.as_deref()).into_iter().collect()
        }
        _ => Vec::new(),
    };
    let found = named.into_iter().filter_map(|name| policy.document(name)).map(|document| {
        let assumed =
            ["file", "on"].iter().any(|key| policy.is_assumed(&format!("documents/{}/{key}", document.name)));
        if assumed {
            return Some(Says::new("audit-document-assumed").with("name", &document.name));
        }
        let late = document.due().filter(|due| *due < today);
        late.map(|due| Says::new("audit-document-old").with("name", &document.name).with("due", due))
    });
    says::all(Says::new("audit-documents"), found)
}
