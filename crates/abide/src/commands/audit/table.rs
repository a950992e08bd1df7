//! The audit for reading: a table that fits the terminal, then what is broken and why.

use std::fmt::Write as _;

use anyhow::Result;
use comfy_table::{ContentArrangement, Table, presets};
use duties::audit::{Audited, State, Verdict};
use policy::Sources;

use super::{Found, declared};
use crate::out;

/// The width where the terminal does not say its own.
const WIDTH: u16 = 110;

pub(super) fn print(found: &Found, shown: &[&Audited], sources: &Sources, lang: &str) -> Result<()> {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width()).set_header(["promise", "state", "kept by", "declared at"]);
    for one in shown {
        let mechanisms: Vec<&str> = one.promise.mechanisms().iter().map(|m| m.as_str()).collect();
        let places = one.promise.kept.first().and_then(|kept| declared(sources, &kept.place));
        table.add_row([
            format!("{}\n{}", one.promise.id, one.promise.says.get(lang)),
            duties::audit::verdict_words(one.verdict(), lang),
            mechanisms.join(", "),
            places.unwrap_or_default(),
        ]);
    }
    out::line(format_args!("{table}"))?;
    out::line(format_args!("{}", ending(found, shown, lang).trim_end()))
}

/// What is wrong, each with its place; then the numbers.
fn ending(found: &Found, shown: &[&Audited], lang: &str) -> String {
    let mut said = String::new();
    for one in shown.iter().filter(|one| one.verdict() == Verdict::Broken) {
        for look in one.looks.iter().filter(|look| matches!(look.state, State::Broken(_))) {
            // INVARIANT: writing to a string cannot fail.
            let _ = writeln!(said, "{} ({}): {}", one.promise.id, look.kept.place, look.state.words(lang));
        }
    }
    let numbers = [Verdict::Kept, Verdict::NotYet, Verdict::Broken].map(|verdict| {
        format!("{} {}", found.count(verdict), duties::audit::verdict_words(verdict, lang).to_lowercase())
    });
    let _ = write!(
        said,
        "{} {}, policy {}: {} promises, {}",
        found.service,
        found.version,
        found.hash.get(..12).unwrap_or_default(),
        found.promises.len(),
        numbers.join(", ")
    );
    said
}

fn width() -> u16 {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .filter(|w| *w >= 40)
        .unwrap_or(WIDTH)
}
