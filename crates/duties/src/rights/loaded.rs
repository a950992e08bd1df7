//! A stored request with what is sealed in it.

use db::requests::{self, Request};
use db::{NewEntry, Unit, Write};
use ledger::Kind;
use uuid::Uuid;
use vault::SubjectKey;

use super::case::Case;
use super::{Error, RequestKind, RequestState, Result, summary};
use crate::{Service, entries};

/// A request, opened.
pub(super) struct Loaded {
    /// The row.
    pub row: Request,
    /// What was asked.
    pub kind: RequestKind,
    /// Where it stands.
    pub state: RequestState,
    /// The person's data key; `None` once it is destroyed.
    pub data: Option<SubjectKey>,
    /// What is sealed in it; empty once the key is destroyed.
    pub case: Case,
}

/// The request with this id.
pub(super) async fn load(service: &Service, id: Uuid) -> Result<Loaded> {
    let row = requests::find(&service.db, &service.name, id).await?.ok_or(Error::NotFound)?;
    let data = match service.keys.data(row.subject).await {
        Ok(key) => Some(key),
        Err(crate::Error::Erased) => None,
        Err(error) => return Err(error.into()),
    };
    let case = data.as_ref().map(|key| Case::of(service, key, &row)).transpose()?.unwrap_or_default();
    Ok(Loaded { kind: summary::kind(&row)?, state: summary::state(&row)?, row, data, case })
}

impl Loaded {
    /// The data key, where something must be read or sealed.
    pub fn key(&self) -> Result<&SubjectKey> {
        Ok(self.data.as_ref().ok_or(crate::Error::Erased)?)
    }

    /// Refuses what the state does not allow.
    pub fn must_be(&self, states: &[RequestState]) -> Result<()> {
        if states.contains(&self.state) {
            Ok(())
        } else {
            Err(Error::WrongState { state: self.state.as_str() })
        }
    }

    /// The row with the case sealed anew.
    pub fn reseal(&mut self, service: &Service) -> Result<()> {
        let sealed = self.case.sealed(service, self.key()?, self.row.id)?;
        self.row.sealed = Some(sealed);
        Ok(())
    }

    /// Moves to another state; closed ones are dated.
    pub fn turn(&mut self, service: &Service, state: RequestState) {
        self.state = state;
        self.row.state = state.as_str().to_owned();
        if state.is_closed() {
            self.row.closed_at = Some(service.now());
        }
    }

    /// The write that keeps the row; a conflict if somebody changed it since it was read.
    pub fn update(&self, service: &Service) -> Write {
        requests::update(&service.name, &self.row)
    }

    /// A unit that keeps the row.
    pub fn unit(&self, service: &Service) -> Unit {
        Unit::new(&service.name, service.now()).write(self.update(service))
    }

    /// An entry about this request, with more about it in the sealed body.
    pub async fn entry(
        &self,
        service: &Service,
        kind: Kind,
        actor: &str,
        more: serde_json::Value,
    ) -> Result<NewEntry> {
        let evidence = service.keys.evidence(self.row.subject).await?;
        let facts = entries::facts(service, kind, Some(self.row.subject), actor);
        let body = serde_json::json!({
            "request": self.row.id, "reference": self.row.reference, "kind": self.row.kind, "more": more,
        });
        Ok(entries::entry(service, &evidence, facts, Some(body.to_string().as_bytes()))?)
    }
}
