//! `abide check`: the policy, its store maps and a server's settings, as a compiler checks a program.

mod print;

use std::path::Path;

use anyhow::Result;
use policy::map::{CompiledMap, StoreMap, Uncovered};
use policy::{Compiled, Diagnostic, LiveLevels, Places, Policy, Sources};

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
    /// What a database told and its map allows, each with the reason.
    allowed_live: Vec<(stores::Finding, String)>,
}

impl Checked {
    fn new(places: impl Places + 'static, told: Vec<Diagnostic>, allowed: Vec<Diagnostic>) -> Self {
        Checked { places: Box::new(places), told, allowed, allowed_live: Vec::new() }
    }
}

/// How often fixes are looked for again: a fix may uncover the next fault.
const ROUNDS: usize = 10;

/// Checks everything named, in one run.
pub fn run(options: &Check) -> Result<Ending> {
    let (sources, Compiled { policy, mut diagnostics, mut allowed }) = compiled(options)?;
    let (mut maps, mut more) = (Vec::new(), Vec::new());
    match &policy {
        Some(policy) => {
            for path in &options.maps {
                let (checked, map) = check_map(path, policy, options.fix)?;
                maps.extend(map.map(|(map, levels)| (more.len(), map, levels)));
                more.push(checked);
            }
            if !options.maps.is_empty() && maps.len() == options.maps.len() {
                let all: Vec<StoreMap> = maps.iter().map(|(_, map, _)| map.clone()).collect();
                let Uncovered { told, allowed: more } = policy::map::uncovered(&sources, policy, &all);
                diagnostics.extend(told);
                allowed.extend(more);
                policy::diagnostic::sort(&mut diagnostics);
            }
        }
        None => options.maps.iter().for_each(|path| {
            out::tell(format_args!("{}: not checked, because the policy does not compile", path.display()));
        }),
    }
    if let Some(path) = &options.settings {
        let (source, told) = settings::checked(path, &options.policy)?;
        more.push(Checked::new(source, told, Vec::new()));
    }
    let live = if options.live { live(maps, &mut more)? } else { Vec::new() };
    let mut checked = vec![Checked::new(sources, diagnostics, allowed)];
    checked.extend(more);
    print::print(&checked, &live, options.format)?;
    Ok(if broken(&checked, &live, options.deny_warnings) { Ending::Faults } else { Ending::Well })
}

fn broken(checked: &[Checked], live: &[stores::Finding], warnings_too: bool) -> bool {
    let counts = checked.iter().map(|checked| files::count(&checked.told));
    let faulty = |(errors, warnings): (usize, usize)| errors > 0 || (warnings_too && warnings > 0);
    counts.into_iter().any(faulty)
        || live.iter().any(|finding| {
            finding.is_error() || warnings_too && finding.severity == stores::Severity::Warning
        })
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

/// A map checked against its policy; with `fix` after every safe change was made.
fn check_map(path: &Path, policy: &Policy, fix: bool) -> Result<(Checked, Option<(StoreMap, LiveLevels)>)> {
    let mut mended = 0;
    for round in 0..=ROUNDS {
        let (source, told) = files::decoded(path)?;
        if !told.is_empty() {
            return Ok((Checked::new(source, told, Vec::new()), None));
        }
        let CompiledMap { map, diagnostics, allowed, live } = policy::map::compile_map(&source, policy);
        let fixed = if fix && round < ROUNDS {
            policy::fixed(&Sources::one(&source), &diagnostics)
        } else {
            Vec::new()
        };
        if fixed.is_empty() {
            if mended > 0 {
                out::tell(format_args!("{}: {}", path.display(), print::mended(mended)));
            }
            return Ok((Checked::new(source, diagnostics, allowed), map.map(|map| (map, live))));
        }
        for file in fixed {
            files::replace(path, file.text.as_bytes())?;
            mended += file.mended;
        }
    }
    anyhow::bail!("{} changes with every fix", path.display())
}

/// Holds each map against the database it describes; each comes with its number among what was checked, and with the
/// levels it gives to what its database tells.
fn live(maps: Vec<(usize, StoreMap, LiveLevels)>, checked: &mut [Checked]) -> Result<Vec<stores::Finding>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut findings = Vec::new();
        for (n, map, levels) in maps {
            let store = open::store_to_read(&map).await?;
            let found = store.check(&map).await?;
            if let Some(checked) = checked.get_mut(n) {
                findings.extend(weighed(found, &levels, checked));
            }
        }
        Ok(findings)
    })
}

/// What is told of a database, after the levels its map gives; what the map allows is listed with its reason.
fn weighed(found: Vec<stores::Finding>, levels: &LiveLevels, checked: &mut Checked) -> Vec<stores::Finding> {
    let (mut told, mut used) = (Vec::new(), Vec::new());
    for mut finding in found {
        let level = levels.level(&finding.code, finding.table.as_deref(), finding.column.as_deref());
        match level {
            // An error stays one.
            Some((n, severity, because)) if !finding.is_error() => {
                used.push(n);
                match severity.map(of_store) {
                    Some(severity) => {
                        finding.severity = severity;
                        finding.help = format!("{}\n  reason: {because}", finding.help);
                        told.push(finding);
                    }
                    None => checked.allowed_live.push((finding, because.to_owned())),
                }
            }
            _ => told.push(finding),
        }
    }
    checked.told.extend(levels.idle(&used));
    told
}

fn of_store(severity: policy::Severity) -> stores::Severity {
    match severity {
        policy::Severity::Error => stores::Severity::Error,
        policy::Severity::Warning => stores::Severity::Warning,
        policy::Severity::Note => stores::Severity::Note,
    }
}
