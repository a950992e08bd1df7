//! Text somebody wrote freely: a message, a note. It may name other people, and no map can tell where; so staff are
//! told to read it before it is handed out, and the answer says that it stands as it was written (Art. 15(4)).

use policy::{Kind, Policy};

use crate::answer::{Cell, Held, Section};

/// In how many rows of what is held somebody wrote freely.
pub(super) fn rows(policy: &Policy, held: &Held) -> u64 {
    let sections = held.groups.iter().flat_map(|group| &group.sections);
    let count: usize = sections.map(|section| in_section(policy, section)).sum();
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn in_section(policy: &Policy, section: &Section) -> usize {
    let free: Vec<bool> = section
        .columns
        .iter()
        .map(|column| column.field.as_deref().and_then(|name| policy.field(name)))
        .map(|field| field.is_some_and(|field| field.kind == Kind::Message))
        .collect();
    let written = |cells: &Vec<Cell>| {
        cells.iter().zip(&free).any(|(cell, free)| *free && matches!(cell, Cell::Value(_)))
    };
    section.rows.iter().filter(|row| written(&row.cells)).count()
}
