//! The gate's reasons as stories: from the table that a test writes and asks of the gate (`docs/gate-reasons.md`).
//!
//! INVARIANT: every reason has a row there; a test holds it.

use duties::standing::ask::Reason;

const TABLE: &str = include_str!("../../../../../docs/gate-reasons.md");

/// What the table has besides what a reason says itself.
struct Example {
    person: &'static str,
    asked: &'static str,
}

/// A reason by its permanent name, however it is written.
pub fn find(name: &str) -> Option<Reason> {
    let wanted = name.trim().to_lowercase();
    Reason::ALL.iter().copied().find(|reason| reason.id() == wanted)
}

/// Allowed or denied.
pub const fn answer(reason: Reason) -> &'static str {
    if reason.allows() { "allowed" } else { "denied" }
}

/// The whole story in Markdown, as a code's is.
pub fn story(reason: Reason) -> String {
    let mut story =
        format!("# {}: {}\n\n{}\n\nLaw: {}", reason.id(), answer(reason), reason.says(), reason.article());
    if let Some(place) = reason.part().place("<purpose>", Some("<recipient>")) {
        story += &format!("\n\nIt follows from the policy's `{place}`.");
    }
    if let Some(Example { person, asked }) = example(reason) {
        story += &format!("\n\n## An example\n\nThe person {person}. Asked for: {asked}.");
    }
    story += &format!("\n\n## What would change it\n\n{}\n", reason.remedy().says());
    story
}

/// Its row: `reason` | answer | law | what it says | the person … | asked for | what would change it.
fn example(reason: Reason) -> Option<Example> {
    let begin = format!("| `{}` |", reason.id());
    let row = TABLE.lines().find(|line| line.starts_with(&begin))?;
    let cells: Vec<&'static str> = row.trim_matches('|').split('|').map(str::trim).collect();
    Some(Example { person: cells.get(4)?, asked: cells.get(5)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_its_row_in_the_table_and_says_it_in_the_same_words() {
        for reason in Reason::ALL {
            assert!(example(*reason).is_some(), "{}", reason.id());
            let told = story(*reason);
            let row = TABLE.lines().find(|line| line.starts_with(&format!("| `{}` |", reason.id()))).unwrap();
            for words in [reason.says(), reason.article(), reason.remedy().says()] {
                assert!(row.contains(words) && told.contains(words), "{}: {words}", reason.id());
            }
            assert_eq!(find(&reason.id().to_uppercase()), Some(*reason));
        }
    }
}
