//! `abide audience`: everyone who may be used for a purpose, an id a line, or a JSON object a line.

use anyhow::{Result, bail};
use duties::Service;
use duties::sharing::bulk;
use duties::standing::ask::{Reason, channel, country};
use duties::standing::audience::{Filter, NotNamed, count, page};
use duties::standing::live;
use uuid::Uuid;

use super::beside;
use crate::Ending;
use crate::cli::Audience;
use crate::out;

/// How many are named at once.
const PAGE: usize = 10_000;
/// How often the ledger is followed before a state that is too old is given up.
const TRIES: u32 = 20;

/// Reads the ledger, then names everybody.
pub fn run(options: &Audience) -> Result<Ending> {
    let filter = Filter {
        purpose: options.purpose.clone(),
        recipient: options.recipient.clone(),
        channel: channel(options.channel.as_deref())?,
        country: country(options.country.as_deref())?,
    };
    beside::with(&options.server, async |service| {
        let printed = if bulk::is_undeclared(service, &filter) {
            Err(NotNamed::Denied(Reason::RecipientNotDeclared).into())
        } else {
            print(service, &filter, options).await
        };
        if let (Err(error), Some(recipient)) = (&printed, &filter.recipient)
            && error.downcast_ref() == Some(&NotNamed::Denied(Reason::RecipientNotDeclared))
        {
            bulk::refused(service, &filter.purpose, recipient, bulk::people(service, &filter)).await?;
        }
        printed
    })
}

async fn print(service: &Service, filter: &Filter, options: &Audience) -> Result<Ending> {
    if options.count {
        let found = fresh(service, || count(service, filter)).await?;
        let json = format!("{{\"count\":{found}}}");
        out::line(format_args!("{}", if options.json { json } else { found.to_string() }))?;
        return Ok(Ending::Well);
    }
    let mut after = None;
    loop {
        let found = fresh(service, || page(service, filter, after, PAGE)).await?;
        let lines: String = found.subjects.iter().map(|id| line(id, options.json)).collect();
        out::bytes(lines.as_bytes())?;
        after = found.after;
        if after.is_none() {
            return Ok(Ending::Well);
        }
    }
}

fn line(id: &Uuid, json: bool) -> String {
    if json { format!("{{\"subject\":\"{id}\"}}\n") } else { format!("{id}\n") }
}

/// Of a state that is fresh, as an answer over the network is; a machine that was busy meanwhile follows again.
async fn fresh<T>(service: &Service, ask: impl Fn() -> Result<T, NotNamed>) -> Result<T> {
    for _ in 0..TRIES {
        live::follow(service).await?;
        match ask() {
            Ok(found) => return Ok(found),
            Err(NotNamed::Denied(Reason::Stale)) => {}
            Err(not) => return Err(anyhow::Error::new(not).context("nobody can be named")),
        }
    }
    bail!("nobody can be named: {}", Reason::Stale.says())
}
