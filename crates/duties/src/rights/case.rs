//! What is kept of a request besides its row, sealed under the person's data key: their words, what staff
//! verified and chose, the plan. Dies with the person's key.

use std::collections::BTreeMap;

use db::requests::Request;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use stores::{ErasePlan, Outcome, Root};
use uuid::Uuid;
use vault::{Place, SubjectKey};

use super::withhold::Withheld;
use super::{Proven, Result};
use crate::{Error, Service};

/// The sealed part of a request.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Case {
    /// What the person wrote.
    pub detail: String,
    /// Identifiers that staff verified for this request.
    pub proven: Vec<Proven>,
    /// What staff chose, by store.
    pub choices: BTreeMap<String, Choice>,
    /// The plan.
    pub plan: Option<Plan>,
    /// From when the restriction may end, as the person was told.
    #[serde(default)]
    pub lifting: Option<Timestamp>,
    /// What of a copy is withheld, decided by staff who read it.
    #[serde(default)]
    pub withheld: Vec<Withheld>,
}

/// Which of a store's matches are the person.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Choice {
    /// They are.
    pub chosen: Vec<Root>,
    /// They are not.
    pub others: Vec<Root>,
}

/// A plan as it was drawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Plan {
    /// When.
    pub drawn_at: Timestamp,
    /// When it was rehearsed without a finding that forbids running it.
    pub rehearsed_at: Option<Timestamp>,
    /// What an erasure will do in each store.
    pub erasures: Vec<ErasePlan>,
    /// What the rehearsal counted, by store.
    pub rehearsals: BTreeMap<String, Outcome>,
    /// What an access copies: place, table, rows.
    pub copies: Vec<(String, String, u64)>,
    /// Abide's own rows: table, rows.
    pub own: Vec<(String, u64)>,
    /// Who actually received data, by their names in the policy: to be told by staff (Art. 19).
    #[serde(default)]
    pub tell: Vec<String>,
    /// What keeps it from running, in the words of the stores.
    pub problems: Vec<String>,
    /// In how many rows of a copy somebody wrote freely, perhaps about other people.
    #[serde(default)]
    pub written: u64,
}

/// The permanent place of a request's sealed part.
pub(super) fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "request", id, field: "sealed" }
}

/// Seals a value as JSON.
pub(super) fn seal(
    service: &Service,
    key: &SubjectKey,
    place: &Place<'_>,
    value: &impl Serialize,
) -> Result<Vec<u8>> {
    let plain = serde_json::to_vec(value).map_err(|_| Error::Damaged("value"))?;
    Ok(key.seal(place, &zeroize::Zeroizing::new(plain), service.entropy.as_ref())?)
}

/// Opens what [`seal`] made. `what` names it in the error.
pub(super) fn open<T: for<'de> Deserialize<'de>>(
    key: &SubjectKey,
    place: &Place<'_>,
    sealed: &[u8],
    what: &'static str,
) -> Result<T> {
    let plain = key.open(place, sealed)?;
    Ok(serde_json::from_slice(&plain).map_err(|_| Error::Damaged(what))?)
}

impl Case {
    /// The sealed part of that request; an empty one where it was erased.
    pub fn of(service: &Service, key: &SubjectKey, request: &Request) -> Result<Self> {
        match &request.sealed {
            Some(sealed) => open(key, &place(service, request.id), sealed, "request"),
            None => Ok(Self::default()),
        }
    }

    /// Sealed, for the row.
    pub fn sealed(&self, service: &Service, key: &SubjectKey, id: Uuid) -> Result<Vec<u8>> {
        seal(service, key, &place(service, id), self)
    }
}
