//! `abide import`: a first policy from a policy in another language.

use anyhow::{Result, bail};
use policy::sources::LARGEST;

use crate::Ending;
use crate::adapters::system::SystemClock;
use crate::cli::{Foreign, Import};
use crate::commands::init::{bytes, refuse_existing, write};
use crate::out;

/// Reads, writes, and tells what the policy does not carry.
pub fn run(options: &Import) -> Result<Ending> {
    refuse_existing(&options.out)?;
    let Foreign::Tilt = options.language;
    let read = bytes(&options.file)?;
    let named = options.file.display();
    if read.len() > LARGEST {
        bail!("{named} is larger than {} MiB", LARGEST >> 20);
    }
    let json: serde_json::Value = match serde_json::from_slice(&read) {
        Ok(json) => json,
        Err(error) => bail!("{named} is no JSON: {error}"),
    };
    if json.get("controller").is_none() && json.get("dataDisclosed").is_none() {
        bail!("{named} is no TILT document: it has neither `controller` nor `dataDisclosed`");
    }
    let imported = policy::machine::from_tilt(&json, SystemClock::today());
    if !imported.told.is_empty() {
        out::tell(format_args!("not carried; it stands at the top of the policy as a comment:"));
        for line in &imported.told {
            out::tell(format_args!("  {line}"));
        }
    }
    write(&options.out, imported.text)
}
