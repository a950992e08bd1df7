//! `abide check`: the policy and its store maps, as a compiler checks a program.

use std::path::Path;

use anyhow::Result;
use policy::map::StoreMap;
use policy::{Diagnostic, Places, Policy};
use serde_json::{Value, json};

use crate::Ending;
use crate::cli::{Check, Format};
use crate::files;
use crate::open;
use crate::out;

/// What was read, and every problem with it.
type Checked = (Box<dyn Places>, Vec<Diagnostic>);

/// Checks everything named, in one run.
pub fn run(options: &Check) -> Result<Ending> {
    let sources = files::sources(&options.policy)?;
    let compiled = policy::compile_all(&sources);
    let mut checked: Vec<Checked> = vec![(Box::new(sources), compiled.diagnostics)];
    let mut maps = Vec::new();
    if let Some(policy) = &compiled.policy {
        for path in &options.maps {
            let (map_checked, map) = check_map(path, policy)?;
            checked.push(map_checked);
            maps.extend(map);
        }
    }
    let live = if options.live { live(maps)? } else { Vec::new() };
    match options.format {
        Format::Human => human(&checked, &live),
        Format::Json => print_json(&checked, &live)?,
    }
    let errors: usize = checked.iter().map(|(_, found)| files::count(found).0).sum();
    let broken = errors > 0 || live.iter().any(|finding| finding.is_error());
    Ok(if broken { Ending::Faults } else { Ending::Well })
}

fn check_map(path: &Path, policy: &Policy) -> Result<(Checked, Option<StoreMap>)> {
    let (source, told) = files::decoded(path)?;
    if !told.is_empty() {
        return Ok(((Box::new(source), told), None));
    }
    let compiled = policy::map::compile_map(&source, policy);
    Ok(((Box::new(source), compiled.diagnostics), compiled.map))
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

fn human(checked: &[Checked], live: &[stores::Finding]) {
    for (places, diagnostics) in checked {
        files::report(places.as_ref(), diagnostics);
        let (errors, warnings) = files::count(diagnostics);
        let (errors, warnings) = (plural(errors, "error"), plural(warnings, "warning"));
        out::tell(format_args!("{}: {errors}, {warnings}", places.first().name));
    }
    for finding in live {
        out::tell(format_args!("{finding}"));
    }
}

fn plural(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        more => format!("{more} {what}s"),
    }
}

fn print_json(checked: &[Checked], live: &[stores::Finding]) -> Result<()> {
    let of = |(places, diagnostics): &Checked| match policy::to_json(places.as_ref(), diagnostics) {
        Value::Array(found) => found,
        other => vec![other],
    };
    let found: Vec<Value> = checked.iter().flat_map(of).collect();
    let live: Vec<String> = live.iter().map(ToString::to_string).collect();
    out::line(format_args!("{}", serde_json::to_string_pretty(&json!({ "findings": found, "live": live }))?))
}
