//! `abide keys`: the key that signs the ledger, and changing it beside a server that may go on running.

use std::time::Duration;

use anyhow::{Context, Result};
use duties::Service;
use duties::accountability::signing::{self, NotRotated, Rotated};
use serde_json::json;

use super::beside;
use crate::Ending;
use crate::cli::{Keys, KeysVerb};
use crate::out;

/// How often a server that is publishing is waited for.
const TRIES: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(250);

/// Does what was asked.
pub fn run(options: &Keys) -> Result<Ending> {
    match &options.verb {
        KeysVerb::List { server } => beside::with(server, async |service| list(service).await),
        KeysVerb::RotateSigning { server, json } => {
            beside::with(server, async |service| rotate_signing(service, *json).await)
        }
        KeysVerb::Status { server } => super::wrapping::status(server),
        KeysVerb::Rotate { server, indexes } => super::wrapping::rotate(server, *indexes),
        KeysVerb::New => super::wrapping::new(),
    }
}

async fn list(service: &Service) -> Result<Ending> {
    let list = signing::list(service).await?;
    out::line(format_args!("{}", list.to_json().trim_end()))?;
    Ok(Ending::Well)
}

async fn rotate_signing(service: &Service, json: bool) -> Result<Ending> {
    match rotate(service).await {
        Ok(done) => said(&done, json),
        Err(NotRotated::Below(error)) => Err(error).context("the key could not be changed"),
        Err(refused) => {
            out::tell(format_args!("not changed: {refused}"));
            Ok(Ending::Faults)
        }
    }
}

async fn rotate(service: &Service) -> Result<Rotated, NotRotated> {
    for _ in 1..TRIES {
        match signing::rotate(service).await {
            Err(NotRotated::Busy) => tokio::time::sleep(BETWEEN).await,
            done => return done,
        }
    }
    signing::rotate(service).await
}

fn said(done: &Rotated, as_json: bool) -> Result<Ending> {
    if as_json {
        let Rotated { old, new, until } = done;
        out::line(format_args!("{}", json!({ "old": old, "new": new, "both_sign_until": until })))?;
        return Ok(Ending::Well);
    }
    out::line(format_args!(
        "the ledger's key was changed; both keys sign until {}\n  old  {}\n  new  {}\n\
         The old key introduces the new one at /keys, so receipts of both verify. Print the new key where people find \
         the old one.",
        done.until, done.old, done.new
    ))?;
    Ok(Ending::Well)
}
