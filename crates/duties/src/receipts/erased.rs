//! The receipt of an erasure, to read: what was done and what stays. The words are the report's own, in the language
//! the person asked in; headings and dates follow the reader.

use document::{Block, Inline};
use texts::Texts;

use super::block::{heading, text};
use crate::answer::{OutcomeLine, RemainsRow, Report};

/// The report in two tables.
pub(super) fn blocks(report: &Report, words: &Texts) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !report.outcomes.is_empty() {
        let head = ["where", "what", "entries", "outcome", "why", "until"];
        let lines = report.lines();
        let rows = lines.iter().map(|line| done(line, words)).collect();
        blocks.extend(table(words, "done", &head, rows));
        blocks.push(Block::Paragraph(text(&words.say("receipt-erasure-exact"))));
    }
    if !report.remains.is_empty() {
        let rows = report.remains.iter().map(|row| stays(row, words)).collect();
        blocks.extend(table(words, "stays", &["what", "why", "until"], rows));
    }
    blocks
}

fn table(words: &Texts, name: &str, head: &[&str], rows: Vec<Vec<Vec<Inline>>>) -> [Block; 2] {
    let caption = words.say(&format!("receipt-erasure-{name}"));
    let head = head.iter().map(|name| words.say(&format!("receipt-erasure-{name}"))).collect();
    [heading(&caption, name), Block::Table { caption, head, rows }]
}

fn done(line: &OutcomeLine, words: &Texts) -> Vec<Vec<Inline>> {
    let until = line.until.map(|until| until.words(words)).unwrap_or_default();
    let count = words.number(i64::try_from(line.count()).unwrap_or(i64::MAX));
    let ground: Vec<String> = line.ground.iter().cloned().chain(line.columns(words)).collect();
    let ground = ground.join(". ");
    [&line.place, &line.table, &count, &line.outcome_title, &ground, &until].map(|cell| text(cell)).to_vec()
}

fn stays(row: &RemainsRow, words: &Texts) -> Vec<Vec<Inline>> {
    let until = row.until.map_or_else(|| words.say("rights-until-open"), |until| words.date(until));
    [&row.what, &row.ground, &until].map(|cell| text(cell)).to_vec()
}
