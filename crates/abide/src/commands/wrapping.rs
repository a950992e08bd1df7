//! `abide keys status`, `rotate` and `new`: what wraps what, and wrapping anew, beside a server that may go on running.

use anyhow::Result;
use indicatif::ProgressBar;

use super::{beside, progress};
use crate::Ending;
use crate::adapters::system::SystemEntropy;
use crate::cli::Serve;
use crate::out;
use crate::settings::Settings;

/// The days and what each still wraps.
pub fn status(server: &Serve) -> Result<Ending> {
    let settings = Settings::read(server)?;
    beside::as_it_is(server, async |service| told(service, &settings).await)
}

/// Everything under today's key, and with `indexes` new keys for the blind indexes.
pub fn rotate(server: &Serve, indexes: bool) -> Result<Ending> {
    beside::as_it_is(server, async |service| rotated(service, indexes).await)
}

/// A new root key.
pub fn new() -> Result<Ending> {
    out::bytes(vault::new_key_line(&SystemEntropy).as_bytes())?;
    Ok(Ending::Well)
}

async fn told(service: &duties::Service, settings: &Settings) -> Result<Ending> {
    out::line(format_args!("key folder   {}", settings.keys.display()))?;
    out::line(format_args!("root key     {}", settings.root_key.told()))?;
    out::line(format_args!("destroyed    {} days after", duties::rights::backup_days(service)))?;
    for (day, keys) in service.keys.wrapped_under().await? {
        let date =
            jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(i64::from(day.0))?)?;
        out::line(format_args!("{date}   {keys} keys are wrapped under this day's"))?;
    }
    Ok(Ending::Well)
}

async fn rotated(service: &duties::Service, indexes: bool) -> Result<Ending> {
    let all: u64 = service.keys.wrapped_under().await?.iter().map(|(_, keys)| keys).sum();
    let bar = progress::bar(all, "keys");
    let days = duties::rights::backup_days(service);
    let tell = |more| bar.inc(more);
    let done = service.keys.renew_telling(service.now(), days, service.entropy.as_ref(), &tell).await?;
    bar.finish_and_clear();
    out::line(format_args!(
        "{} keys are wrapped under today's; the keys of {} days are destroyed",
        done.rewrapped, done.destroyed
    ))?;
    if indexes {
        let bar: ProgressBar = progress::bar(0, "identifiers");
        let done = duties::subjects::rotate_indexes(service, &|more| bar.inc(more)).await?;
        bar.finish_and_clear();
        out::line(format_args!("{} identifiers are found by new index keys", done.moved))?;
        if !done.done {
            out::line(format_args!(
                "the former index keys are destroyed in two hours, when every node knows the new ones"
            ))?;
        }
    }
    Ok(Ending::Well)
}
