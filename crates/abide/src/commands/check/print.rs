//! How the findings of a check are printed.

use anyhow::Result;
use policy::{Diagnostic, Report};
use serde_json::{Value, json};

use super::Checked;
use crate::cli::Format;
use crate::files;
use crate::out;

/// Prints everything in one form.
pub fn print(checked: &[Checked], live: &[stores::Finding], format: Format) -> Result<()> {
    let reports: Vec<Report<'_>> = checked.iter().map(report).collect();
    match format {
        Format::Human => {
            human(checked, live);
            Ok(())
        }
        Format::Json => print_json(checked, live),
        Format::Sarif => {
            out::line(format_args!("{}", serde_json::to_string_pretty(&policy::to_sarif(&reports))?))
        }
        Format::Github => {
            live.iter().for_each(|finding| out::tell(format_args!("{finding}")));
            out::bytes(policy::to_github(&reports).as_bytes())
        }
        Format::Junit => {
            live.iter().for_each(|finding| out::tell(format_args!("{finding}")));
            out::bytes(policy::to_junit(&reports).as_bytes())
        }
    }
}

fn report(checked: &Checked) -> Report<'_> {
    Report { places: checked.places.as_ref(), told: &checked.told, allowed: &checked.allowed }
}

/// What `--fix` has done.
pub fn mended(count: usize) -> String {
    match count {
        0 => "nothing could be mended safely".to_owned(),
        1 => "1 fault mended".to_owned(),
        more => format!("{more} faults mended"),
    }
}

fn human(checked: &[Checked], live: &[stores::Finding]) {
    for Checked { places, told, allowed, allowed_live } in checked {
        files::report(places.as_ref(), told);
        let (errors, warnings) = files::count(told);
        let (errors, warnings) = (plural(errors, "error"), plural(warnings, "warning"));
        out::tell(format_args!("{}: {errors}, {warnings}{}", places.first().name, fixable(told)));
        for one in allowed {
            let reason = one.reason.as_deref().unwrap_or_default();
            out::tell(format_args!("  allowed: {} ({}), because: {reason}", one.code, one.message));
        }
        for (one, reason) in allowed_live {
            out::tell(format_args!("  allowed: {} ({}), because: {reason}", one.code, one.message));
        }
    }
    for finding in live {
        out::tell(format_args!("{finding}"));
    }
}

fn fixable(told: &[Diagnostic]) -> String {
    match told.iter().filter(|found| found.fix.as_ref().is_some_and(|fix| fix.safe)).count() {
        0 => String::new(),
        count => format!("; `--fix` mends {count}"),
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
    let of = |checked: &Checked, told: &[Diagnostic]| match policy::to_json(checked.places.as_ref(), told) {
        Value::Array(found) => found,
        other => vec![other],
    };
    let found: Vec<Value> = checked.iter().flat_map(|checked| of(checked, &checked.told)).collect();
    let allowed: Vec<Value> = checked.iter().flat_map(|checked| of(checked, &checked.allowed)).collect();
    let reasons = |(one, reason): &(stores::Finding, String)| json!({ "finding": one, "reason": reason });
    let live_allowed: Vec<Value> =
        checked.iter().flat_map(|checked| &checked.allowed_live).map(reasons).collect();
    let live: Vec<String> = live.iter().map(ToString::to_string).collect();
    let all = json!({ "findings": found, "allowed": allowed, "live": live, "liveAllowed": live_allowed });
    out::line(format_args!("{}", serde_json::to_string_pretty(&all)?))
}
