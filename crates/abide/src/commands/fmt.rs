//! `abide fmt`: one layout for policies and store maps.

use std::io::Read as _;
use std::path::Path;

use anyhow::{Context, Result};
use policy::sources::LARGEST;

use crate::Ending;
use crate::cli::Fmt;
use crate::files;
use crate::out;

/// Lays every file out, or says which would change. A file with faults is left as it is; the others are done.
pub fn run(options: &Fmt) -> Result<Ending> {
    let mut ending = Ending::Well;
    for path in &options.files {
        let done = if path.as_os_str() == "-" { stream(options.check)? } else { file(path, options.check)? };
        if let Ending::Faults = done {
            ending = Ending::Faults;
        }
    }
    Ok(ending)
}

fn stream(check: bool) -> Result<Ending> {
    let mut bytes = Vec::new();
    let input = std::io::stdin().lock();
    input.take(LARGEST as u64 + 1).read_to_end(&mut bytes).context("cannot read standard input")?;
    let Some(formatted) = formatted("standard input", &bytes) else { return Ok(Ending::Faults) };
    if !check {
        files::write(None, formatted.as_bytes())?;
    }
    Ok(compared("standard input", &bytes, &formatted, check))
}

fn file(path: &Path, check: bool) -> Result<Ending> {
    let name = path.display().to_string();
    let bytes = files::bytes(path).with_context(|| format!("cannot read {name}"))?;
    let Some(formatted) = formatted(&name, &bytes) else { return Ok(Ending::Faults) };
    if !check && formatted.as_bytes() != bytes {
        files::replace(path, formatted.as_bytes()).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(compared(&name, &bytes, &formatted, check))
}

/// The text laid out; where it has faults, they are printed instead.
fn formatted(name: &str, bytes: &[u8]) -> Option<String> {
    let (source, mut told) = policy::sources::text(name, bytes);
    if told.is_empty() {
        match policy::fmt::format(&source.text) {
            Ok(formatted) => return Some(formatted),
            Err(faults) => told = faults,
        }
    }
    files::report(&source, &told);
    out::tell(format_args!("{name}: not formatted; mend its faults first"));
    None
}

fn compared(name: &str, bytes: &[u8], formatted: &str, check: bool) -> Ending {
    if !check || formatted.as_bytes() == bytes {
        return Ending::Well;
    }
    let before = String::from_utf8_lossy(bytes);
    let same = before.split('\n').zip(formatted.split('\n')).take_while(|(a, b)| a == b).count();
    out::tell(format_args!("{name}: would change, from line {}; run `abide fmt {name}`", same + 1));
    Ending::Faults
}
