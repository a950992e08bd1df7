//! `abide init`: a short interview, and a first policy that compiles.

mod interview;

use std::io::{self, IsTerminal};
use std::path::Path;

use anyhow::{Context, Result, bail};
use policy::draft::{self, Activity, Answers};
use policy::{Severity, Source};

use crate::Ending;
use crate::adapters::system::SystemClock;
use crate::cli::Init;
use crate::{files, out};

/// Asks where somebody can answer, writes, and says what is still open.
pub fn run(options: &Init) -> Result<Ending> {
    refuse_existing(&options.out)?;
    let given = given(options);
    let answers = if options.yes || !io::stdin().is_terminal() {
        if given.name.is_empty() || given.country.is_empty() {
            bail!("nobody can be asked here; give at least `--name` and `--country`");
        }
        given
    } else {
        interview::ask(given, &mut io::stdin().lock(), &mut io::stderr().lock())?
    };
    write(&options.out, draft::first_policy(&answers))
}

/// What stands on the command line.
fn given(options: &Init) -> Answers {
    let or = |given: Vec<Activity>| if given.is_empty() { vec![Activity::Enquiries] } else { given };
    let does = if options.yes || !io::stdin().is_terminal() {
        or(options.does.clone())
    } else {
        options.does.clone()
    };
    Answers {
        name: options.name.clone().unwrap_or_default(),
        country: options.country.clone().unwrap_or_default(),
        email: options.email.clone(),
        address: options.address.clone(),
        website: options.website.clone(),
        languages: once(&options.languages),
        activities: once(&does),
        processors: options.processors.clone(),
        today: SystemClock::today(),
    }
}

/// Each of them once, in their order.
fn once<T: Clone + PartialEq>(all: &[T]) -> Vec<T> {
    all.iter()
        .enumerate()
        .filter(|(at, one)| !all.iter().take(*at).any(|before| before == *one))
        .map(|(_, one)| one.clone())
        .collect()
}

/// A policy is never written over.
pub(super) fn refuse_existing(path: &Path) -> Result<()> {
    if !is_stream(path) && path.exists() {
        bail!("{} is there already; name another file with `--out`", path.display());
    }
    Ok(())
}

fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Writes a first policy, compiled once to see that it is one, and lists what is open in it.
pub(super) fn write(path: &Path, text: String) -> Result<Ending> {
    let source = Source::new(path.display().to_string(), text);
    let compiled = policy::compile(&source);
    let told: Vec<_> =
        compiled.diagnostics.iter().filter(|told| told.severity != Severity::Note).cloned().collect();
    files::report(&source, &told);
    let to = (!is_stream(path)).then_some(path);
    files::write(to, source.text.as_bytes())?;
    let Some(policy) = compiled.policy else { return Ok(Ending::Faults) };
    let named = if is_stream(path) { "the policy".to_owned() } else { path.display().to_string() };
    if policy.assumed.is_empty() {
        out::tell(format_args!("{named} compiles, and nothing in it is open"));
    } else {
        out::tell(format_args!("{named} compiles; still open, and shown as placeholders:"));
        for place in &policy.assumed {
            out::tell(format_args!("  {place}"));
        }
    }
    Ok(Ending::Well)
}

/// The whole text of a file, or of standard input.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>> {
    use io::Read as _;
    if !is_stream(path) {
        return files::bytes(path).with_context(|| format!("cannot read {}", path.display()));
    }
    let mut bytes = Vec::new();
    let input = io::stdin().lock();
    input
        .take(policy::sources::LARGEST as u64 + 1)
        .read_to_end(&mut bytes)
        .context("cannot read standard input")?;
    Ok(bytes)
}
