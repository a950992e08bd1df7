//! Rows that hang in the air, policies, and drift between policy, forms and what is stored.

use std::collections::BTreeSet;

use db::{doctor as stored, policies as archive};
use ledger::{Hash, sha256};

use super::finding::Finding;
use super::pass::Pass;
use crate::error::Error;
use crate::service::Service;

/// Subjects named of those who have a standing and should not.
const NAMED: u32 = 20;

/// The hashes of every policy in the archive.
pub(super) async fn policies(service: &Service) -> Result<BTreeSet<[u8; 32]>, Error> {
    let rows = archive::list(&service.db, &service.name).await?;
    Ok(rows.into_iter().map(|row| row.hash).collect())
}

pub(super) async fn look(service: &Service, pass: &mut Pass) -> Result<(), Error> {
    let (db, name) = (&service.db, service.name.as_str());
    // what was written since the pass began is not astray
    let now = super::tree::head(service).await?.0;
    let size = now.size.max(pass.size());
    for astray in stored::astray(db, name, size, pass.head.indexed.min(pass.size())).await? {
        let todo = if astray.what.starts_with("standing") { "rebuild" } else { "tampered" };
        pass.find(Finding::broken("astray", astray.what, todo).at(astray.entry));
    }
    for subject in stored::standing_of_nobody(db, name, NAMED).await? {
        pass.find(Finding::broken("standing-nobody", format!("standing {subject}"), "rebuild"));
    }
    archived(service, pass).await?;
    drift(service, pass).await
}

/// An archived policy is what its hash says.
async fn archived(service: &Service, pass: &mut Pass) -> Result<(), Error> {
    for row in archive::list(&service.db, &service.name).await? {
        if sha256(row.canonical.as_bytes()).0 != row.hash {
            pass.find(Finding::broken("policy-changed", format!("policy {}", Hash(row.hash)), "tampered"));
        }
    }
    Ok(())
}

/// What is stored came by a form, for a purpose, of a policy that is known; and the purpose is declared still.
async fn drift(service: &Service, pass: &mut Pass) -> Result<(), Error> {
    for group in stored::collected(&service.db, &service.name).await? {
        let place = format!("{} → {} ({})", group.form, group.purpose, group.records);
        if !pass.policies.contains(&group.policy) {
            pass.find(Finding::broken("policy-unknown", format!("record {}", Hash(group.policy)), "policy"));
        }
        if service.policy.purpose(&group.purpose).is_none() {
            pass.find(Finding::look("drift-purpose", place, "drift"));
        } else if service.policy.form(&group.form).is_none() {
            pass.find(Finding::look("drift-form", place, "drift"));
        }
    }
    Ok(())
}
