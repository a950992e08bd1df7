//! `abide token`: what the company's own programs ask with, by who runs the server.

use anyhow::{Context, Result};
use duties::Service;
use duties::access::{self, Scope};
use jiff::SignedDuration;

use super::beside;
use crate::Ending;
use crate::cli::{Token, TokenVerb};
use crate::out;

/// Makes a token, or takes one back.
pub fn run(options: &Token) -> Result<Ending> {
    match &options.verb {
        TokenVerb::Add { scopes, days, server } => {
            let known: Option<Vec<Scope>> = scopes.iter().map(|name| Scope::parse(name)).collect();
            let known = known.with_context(|| {
                let all: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
                format!("{} is no scope; there are {}", scopes.join(", "), all.join(", "))
            })?;
            beside::with(server, async |service| add(service, &known, *days).await)
        }
        TokenVerb::Revoke { server } => {
            let token = std::io::read_to_string(std::io::stdin()).context("cannot read the token")?;
            beside::with(server, async |service| revoke(service, token.trim()).await)
        }
    }
}

async fn add(service: &Service, scopes: &[Scope], days: u16) -> Result<Ending> {
    let lasts = SignedDuration::from_hours(i64::from(days) * 24);
    out::line(format_args!("{}", access::add(service, scopes, lasts).await?))?;
    Ok(Ending::Well)
}

async fn revoke(service: &Service, token: &str) -> Result<Ending> {
    if access::revoke(service, token).await? {
        out::line(format_args!("the token is taken back"))?;
        return Ok(Ending::Well);
    }
    out::tell(format_args!("abide: this is no token here, or it was taken back before"));
    Ok(Ending::Faults)
}
