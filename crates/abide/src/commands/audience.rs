//! `abide audience`: everyone who may be used for a purpose, one JSON object a line.

use anyhow::{Result, bail};
use duties::Service;
use duties::standing::audience::{Filter, count, page};
use duties::standing::live;
use policy::Channel;

use super::beside;
use super::decide::channel;
use crate::Ending;
use crate::cli::Audience;
use crate::out;

/// How many are named at once.
const PAGE: usize = 10_000;

/// Reads the ledger, then names everybody.
pub fn run(options: &Audience) -> Result<Ending> {
    let channel: Option<Channel> = options.channel.as_deref().map(channel).transpose()?;
    let filter = Filter {
        purpose: options.purpose.clone(),
        recipient: options.recipient.clone(),
        channel,
        country: options.country.as_ref().map(|code| code.to_ascii_uppercase()),
    };
    beside::with(&options.server, async |service| print(service, &filter, options.count).await)
}

async fn print(service: &Service, filter: &Filter, only_count: bool) -> Result<Ending> {
    let mut after = None;
    loop {
        // each page is of a state that is fresh, as an answer over the network is
        live::follow(service).await?;
        if only_count {
            match count(service, filter) {
                Ok(found) => out::line(format_args!("{found}"))?,
                Err(reason) => bail!("nobody can be named: {}", reason.says()),
            }
            return Ok(Ending::Well);
        }
        let found = match page(service, filter, after, PAGE) {
            Ok(found) => found,
            Err(reason) => bail!("nobody can be named: {}", reason.says()),
        };
        let lines: String = found.subjects.iter().map(|id| format!("{{\"subject\":\"{id}\"}}\n")).collect();
        out::bytes(lines.as_bytes())?;
        after = found.after;
        if after.is_none() {
            return Ok(Ending::Well);
        }
    }
}
