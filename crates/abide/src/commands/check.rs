//! `abide check`: the policy, its store maps and a server's settings, as a compiler checks a program.

mod print;

use std::path::Path;

use anyhow::Result;
use policy::map::StoreMap;
use policy::{Compiled, Diagnostic, Places, Policy, Sources};

use crate::Ending;
use crate::cli::Check;
use crate::files;
use crate::open;
use crate::out;
use crate::settings;

/// What was read, every problem with it, and what its file allows.
pub struct Checked {
    places: Box<dyn Places>,
    told: Vec<Diagnostic>,
    allowed: Vec<Diagnostic>,
}

/// How often fixes are looked for again: a fix may uncover the next fault.
const ROUNDS: usize = 10;

/// Checks everything named, in one run.
pub fn run(options: &Check) -> Result<Ending> {
    let (sources, Compiled { policy, mut diagnostics, allowed }) = compiled(options)?;
    let mut maps = Vec::new();
    let mut more = Vec::new();
    if let Some(policy) = &policy {
        for path in &options.maps {
            let (checked, map) = check_map(path, policy)?;
            more.push(checked);
            maps.extend(map);
        }
        if !options.maps.is_empty() && maps.len() == options.maps.len() {
            diagnostics.extend(policy::map::uncovered(&sources, policy, &maps));
            policy::diagnostic::sort(&mut diagnostics);
        }
    }
    if let Some(path) = &options.settings {
        let (source, told) = settings::checked(path, &options.policy)?;
        more.push(Checked { places: Box::new(source), told, allowed: Vec::new() });
    }
    let mut checked = vec![Checked { places: Box::new(sources), told: diagnostics, allowed }];
    checked.extend(more);
    let live = if options.live { live(maps)? } else { Vec::new() };
    print::print(&checked, &live, options.format)?;
    Ok(if broken(&checked, &live, options.deny_warnings) { Ending::Faults } else { Ending::Well })
}

fn broken(checked: &[Checked], live: &[stores::Finding], warnings_too: bool) -> bool {
    let counts = checked.iter().map(|checked| files::count(&checked.told));
    let faulty = |(errors, warnings): (usize, usize)| errors > 0 || (warnings_too && warnings > 0);
    counts.into_iter().any(faulty) || live.iter().any(|finding| finding.is_error() || warnings_too)
}

/// The policy compiled; with `--fix` after every safe change was made.
fn compiled(options: &Check) -> Result<(Sources, Compiled)> {
    let mut mended = 0;
    for _ in 0..ROUNDS {
        let sources = files::sources(&options.policy)?;
        let compiled = policy::compile_as_of(&sources, options.as_of);
        let fixed = if options.fix { policy::fixed(&sources, &compiled.diagnostics) } else { Vec::new() };
        if fixed.is_empty() {
            if options.fix {
                out::tell(format_args!("{}", print::mended(mended)));
            }
            return Ok((sources, compiled));
        }
        for file in fixed {
            files::replace(Path::new(&file.name), file.text.as_bytes())?;
            mended += file.mended;
        }
    }
    let sources = files::sources(&options.policy)?;
    let compiled = policy::compile_as_of(&sources, options.as_of);
    Ok((sources, compiled))
}

fn check_map(path: &Path, policy: &Policy) -> Result<(Checked, Option<StoreMap>)> {
    let (source, told) = files::decoded(path)?;
    if !told.is_empty() {
        return Ok((Checked { places: Box::new(source), told, allowed: Vec::new() }, None));
    }
    let compiled = policy::map::compile_map(&source, policy);
    let checked = Checked { places: Box::new(source), told: compiled.diagnostics, allowed: Vec::new() };
    Ok((checked, compiled.map))
}

/// Holds each map against the database it describes.
fn live(maps: Vec<StoreMap>) -> Result<Vec<stores::Finding>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut findings = Vec::new();
        for map in maps {
            let store = open::store_to_read(&map).await?;
            findings.extend(store.check(&map).await?);
        }
        Ok(findings)
    })
}
