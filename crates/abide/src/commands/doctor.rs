//! `abide doctor`: everything that is stored as evidence, looked at; the server may run meanwhile.

use anyhow::Result;
use duties::doctor::{self, Finding, Grade, Report, Residue};
use serde_json::{Value, json};

use super::{beside, progress};
use crate::Ending;
use crate::cli::Doctor;
use crate::out;

/// Looks, prints, and tells by the exit code.
pub fn run(options: &Doctor) -> Result<Ending> {
    beside::as_it_is(&options.server, async |service| {
        let size = duties::accountability::checkpoint(service).await.map_or(0, |ledger| ledger.size);
        let bar = progress::bar(size, "entries");
        let report = doctor::examine(service, |seen, _| bar.set_position(seen)).await?;
        bar.finish_and_clear();
        let residue = doctor::residue(service).await?;
        let lang = options.lang.clone().unwrap_or_else(|| service.policy.languages.reference.clone());
        match options.json {
            true => out::line(format_args!("{:#}", to_json(&report, residue, &lang)))?,
            false => say(&report, residue, &lang)?,
        }
        Ok(match report.grade() {
            None => Ending::Well,
            Some(Grade::Look) => Ending::NotYet,
            Some(Grade::Broken) => Ending::Faults,
        })
    })
}

fn to_json(report: &Report, residue: Option<Residue>, lang: &str) -> Value {
    let finding = |one: &Finding| {
        json!({
            "code": one.code, "grade": one.grade, "place": one.place, "entry": one.entry,
            "says": one.says(lang), "do": one.advice(lang),
        })
    };
    json!({
        "format": "abide-doctor-v1", "service": report.service, "at": report.at.to_string(),
        "whole": report.grade() != Some(Grade::Broken), "entries": report.entries, "root": report.root,
        "facts_opened": report.opened, "facts_sealed": report.sealed, "facts_gone": report.gone,
        "tiles": report.tiles, "more": report.more,
        "dead_rows": residue.map(|residue| json!({ "data": residue.data, "keys": residue.keys })),
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn say(report: &Report, residue: Option<Residue>, lang: &str) -> Result<()> {
    for finding in &report.findings {
        let mark = if finding.grade == Grade::Broken { "broken" } else { "look  " };
        out::line(format_args!("{mark}  {}\n        {}\n", finding.says(lang), finding.advice(lang)))?;
    }
    if report.more {
        out::line(format_args!("… and more: only the first {} are listed\n", report.findings.len()))?;
    }
    out::line(format_args!(
        "{} entries looked at: {} opened against their leaf, {} whose key is destroyed, {} whose facts are gone; {} full \
         tiles compared; root {}",
        report.entries, report.opened, report.sealed, report.gone, report.tiles, report.root
    ))?;
    if let Some(Residue { data, keys, days }) = residue {
        out::line(format_args!(
            "PostgreSQL's files hold {data} dead rows of data and {keys} of wrapped keys still, and its log more, until they \
             are written over. What was erased is among them as ciphertext; its keys open nothing {days} days after."
        ))?;
    }
    let verdict = match report.grade() {
        None => "The ledger is whole.",
        Some(Grade::Look) => "The ledger is whole; see above what is worth a look.",
        Some(Grade::Broken) => "The ledger is NOT whole.",
    };
    out::line(format_args!("{verdict}"))
}
