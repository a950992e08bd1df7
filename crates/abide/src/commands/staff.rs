//! `abide staff`: accounts, by who runs the server. What is done here is on the ledger, under `operator`.

use anyhow::Result;
use duties::Service;
use duties::accounts::{NotInvited, Role, SETUP_LASTS, operator};

use super::beside;
use crate::Ending;
use crate::cli::{RoleName, Staff, StaffVerb};
use crate::out;

/// Opens the server's databases beside the server, which may go on running, and does what was asked.
pub fn run(options: &Staff) -> Result<Ending> {
    let server = match &options.verb {
        StaffVerb::Add { server, .. } | StaffVerb::List { server } | StaffVerb::Close { server, .. } => {
            server
        }
    };
    beside::with(server, async |service| carry_out(service, &options.verb).await)
}

async fn carry_out(service: &Service, verb: &StaffVerb) -> Result<Ending> {
    match verb {
        StaffVerb::Add { email, role, .. } => add(service, email, role.role()).await,
        StaffVerb::List { .. } => list(service).await,
        StaffVerb::Close { email, .. } => close(service, email).await,
    }
}

async fn add(service: &Service, email: &str, role: Role) -> Result<Ending> {
    match operator::add(service, email, role).await {
        Ok(invitation) => {
            let minutes = SETUP_LASTS.as_mins();
            out::line(format_args!(
                "{email} can set up an account as {}. The link works once, for {minutes} minutes:\n  {}/console/setup?token={}",
                role.as_str(),
                service.base_url,
                invitation.token
            ))?;
            Ok(Ending::Well)
        }
        Err(NotInvited::Failed(error)) => Err(error.into()),
        Err(refused) => {
            out::tell(format_args!("abide: {email}: {refused}"));
            Ok(Ending::Faults)
        }
    }
}

async fn list(service: &Service) -> Result<Ending> {
    for member in operator::list(service).await? {
        let (role, state) = (member.role.as_str(), member.state.as_str());
        out::line(format_args!("{state:8} {role:12} {}  {}", member.email, member.name))?;
    }
    Ok(Ending::Well)
}

async fn close(service: &Service, email: &str) -> Result<Ending> {
    if operator::close(service, email).await? {
        out::line(format_args!("{email} is signed out and can no longer sign in"))?;
        return Ok(Ending::Well);
    }
    out::tell(format_args!("abide: {email} has no account here; `abide staff list` shows them"));
    Ok(Ending::Faults)
}

impl RoleName {
    fn role(self) -> Role {
        match self {
            Self::Support => Role::Support,
            Self::Developer => Role::Developer,
            Self::PrivacyLead => Role::PrivacyLead,
        }
    }
}
