//! `abide keys`: the key that signs the ledger, and changing it beside a server that may go on running.

use std::time::Duration;

use anyhow::{Context, Result};
use duties::Service;
use duties::accountability::signing::{self, NotRotated, Rotated};
use serde_json::json;

use crate::Ending;
use crate::cli::{Keys, KeysVerb};
use crate::open::{self, Plan};
use crate::out;
use crate::settings::Settings;

/// How often a server that is publishing is waited for.
const TRIES: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(250);

/// Opens the server's databases and does what was asked.
pub fn run(options: &Keys) -> Result<Ending> {
    let (KeysVerb::List { server, .. } | KeysVerb::RotateSigning { server, .. }) = &options.verb;
    let settings = Settings::read(server)?;
    super::staff::is_there(&settings.database)?;
    crate::serve::runtime()?.block_on(async {
        let plan = Plan { maps: Vec::new(), ..Plan::of(&settings)? };
        let service = open::service(plan).await?;
        let ending = carry_out(&service, &options.verb).await;
        service.db.close().await;
        ending
    })
}

async fn carry_out(service: &Service, verb: &KeysVerb) -> Result<Ending> {
    match verb {
        KeysVerb::List { .. } => {
            let list = signing::list(service).await?;
            out::line(format_args!("{}", list.to_json().trim_end()))?;
            Ok(Ending::Well)
        }
        KeysVerb::RotateSigning { json, .. } => match rotate(service).await {
            Ok(done) => said(&done, *json),
            Err(NotRotated::Below(error)) => Err(error).context("the key could not be changed"),
            Err(refused) => {
                out::tell(format_args!("not changed: {refused}"));
                Ok(Ending::Faults)
            }
        },
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
