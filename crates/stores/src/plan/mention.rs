//! Where rows that stay name the person in free text. An address or number that nobody else has is certain and
//! will be masked; a name that others bear too is for staff to decide.

use std::collections::BTreeMap;

use policy::map::{Class, IdentifierKind};

use super::{Fate, Fates};
use crate::engine::dialect::{holds, quote};
use crate::engine::{Param, Session};
use crate::find::name_of;
use crate::read::{self, cell};
use crate::resolve::{Part, Resolved};
use crate::walk::Collected;
use crate::{Column, Error, Mention, Root, RowKey};

/// A value to look for.
pub(crate) struct Needle {
    pub(crate) text: String,
    pub(crate) certain: bool,
}

/// What stands in a text instead of the person.
pub(crate) const ERASED: &str = "[erased]";

/// The person's addresses, telephone numbers and names, and whether each is theirs alone.
pub(super) async fn needles(
    session: &mut Session,
    resolved: &Resolved<'_>,
    collected: &Collected,
    roots: &[Root],
) -> Result<Vec<Needle>, Error> {
    let mut needles: Vec<Needle> = Vec::new();
    for root in roots {
        let (Some(part), Some(owned)) = (resolved.part(&root.table), collected.get(&root.table, &root.key))
        else {
            continue;
        };
        let Some(person) = &part.map.person else { continue };
        let mut texts = Vec::new();
        for by in person.identifiers.iter().filter(|by| by.kind != IdentifierKind::Number) {
            let text = cell(part.table, &owned.row.cells, &by.column).as_text();
            texts.extend(text.map(|text| (text, vec![by.column.clone()])));
        }
        texts.extend(name_of(part.table, person, &owned.row).map(|text| (text, person.name.clone())));
        for (text, columns) in texts {
            let text = text.trim().to_owned();
            if text.chars().count() >= 4 && !needles.iter().any(|needle| needle.text == text) {
                let certain = alone(session, resolved, part, &columns, &owned.row.cells, roots).await?;
                needles.push(Needle { text, certain });
            }
        }
    }
    needles.sort_by_key(|needle| std::cmp::Reverse(needle.text.len()));
    Ok(needles)
}

/// Whether no row but the person's has these values.
async fn alone(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    columns: &[String],
    cells: &[crate::Cell],
    roots: &[Root],
) -> Result<bool, Error> {
    let mut conditions = Vec::new();
    let mut params = Vec::new();
    for name in columns {
        if let Some(text) = cell(part.table, cells, name).as_text() {
            let numbers: Vec<String> = cases(&text)
                .into_iter()
                .map(|case| {
                    params.push(Param::Text(Some(case)));
                    format!("${}", params.len())
                })
                .collect();
            conditions.push(format!("lower(CAST({} AS TEXT)) IN ({})", quote(name), numbers.join(", ")));
        }
    }
    let condition = format!("{} LIMIT 50", conditions.join(" AND "));
    let rows =
        read::rows_where(session, resolved.engine(), part.table, &part.key, &condition, params).await?;
    let mine = |key: &RowKey| roots.iter().any(|root| root.table == part.name() && root.key == *key);
    Ok(rows.iter().all(|row| mine(&row.key)))
}

/// The ways `lower` of an engine may write a text: SQLite's leaves letters beyond ASCII as they are.
fn cases(text: &str) -> [String; 3] {
    [text.to_lowercase(), text.to_ascii_lowercase(), text.to_uppercase().to_ascii_lowercase()]
}

/// Free text of rows that stay which holds one of the needles.
pub(super) async fn search(
    session: &mut Session,
    resolved: &Resolved<'_>,
    fates: &Fates,
    needles: &[Needle],
) -> Result<Vec<Mention>, Error> {
    let mut mentions = Vec::new();
    for part in &resolved.parts {
        let mut found: BTreeMap<(String, bool), Vec<RowKey>> = BTreeMap::new();
        for (column, key, certain) in hits(session, resolved, part, needles).await? {
            let fate = fates.of(part.name(), &key);
            let goes = matches!(fate, Some(Fate::Deleted | Fate::Anonymised));
            let blank = fate.is_some() && super::fate::blanked(part.map).contains(&column);
            if !goes && !blank {
                // In the person's own rows every one of their names means them.
                found.entry((column, certain || fate.is_some())).or_default().push(key);
            }
        }
        mentions.extend(found.into_iter().map(|((column, certain), rows)| Mention {
            table: part.name().to_owned(),
            column,
            key: super::steps::key(part),
            rows,
            certain,
        }));
    }
    Ok(mentions)
}

/// Rows whose free text holds a needle as a word: the column, the key, and whether one of them is certain.
pub(crate) async fn hits(
    session: &mut Session,
    resolved: &Resolved<'_>,
    part: &Part<'_>,
    needles: &[Needle],
) -> Result<Vec<(String, RowKey, bool)>, Error> {
    let free: Vec<&Column> = part
        .map
        .columns
        .iter()
        .filter(|column| matches!(column.class, Class::FreeText(_)))
        .filter_map(|column| part.table.column(&column.name))
        .collect();
    if free.is_empty() || needles.is_empty() {
        return Ok(Vec::new());
    }
    let params: Vec<Param> =
        needles.iter().flat_map(|needle| cases(&needle.text)).map(|text| Param::Text(Some(text))).collect();
    let conditions: Vec<String> = free
        .iter()
        .flat_map(|column| (1..=params.len()).map(|number| holds(resolved.engine(), column, number)))
        .collect();
    let condition = conditions.join(" OR ");
    let rows =
        read::rows_where(session, resolved.engine(), part.table, &part.key, &condition, params).await?;
    let mut hits = Vec::new();
    for row in &rows {
        for column in &free {
            let text = cell(part.table, &row.cells, &column.name).as_text().unwrap_or_default();
            let held: Vec<&Needle> =
                needles.iter().filter(|needle| redact(&text, &[&needle.text]).1 > 0).collect();
            if !held.is_empty() {
                hits.push((column.name.clone(), row.key.clone(), held.iter().any(|needle| needle.certain)));
            }
        }
    }
    Ok(hits)
}

/// The text with every whole-word occurrence of the values replaced, without regard to case, and how many.
pub(crate) fn redact<T: AsRef<str>>(text: &str, values: &[T]) -> (String, usize) {
    let (mut text, mut count) = (text.to_owned(), 0);
    for value in values {
        let (next, times) = replace(&text, value.as_ref());
        text = next;
        count += times;
    }
    (text, count)
}

fn replace(text: &str, value: &str) -> (String, usize) {
    let wanted: Vec<char> = value.chars().flat_map(char::to_lowercase).collect();
    let mut out = String::with_capacity(text.len());
    let (mut count, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        match starts(rest, &wanted).filter(|end| apart(before, value) && ends(rest, *end, value)) {
            Some(end) => {
                out.push_str(ERASED);
                count += 1;
                at += end;
            }
            None => {
                let c = rest.chars().next().unwrap_or_default();
                out.push(c);
                at += c.len_utf8().max(1);
            }
        }
    }
    (out, count)
}

/// Where the value ends in `rest`, if `rest` begins with it.
fn starts(rest: &str, wanted: &[char]) -> Option<usize> {
    let mut left = wanted;
    for (at, c) in rest.char_indices() {
        if left.is_empty() {
            return Some(at);
        }
        for lower in c.to_lowercase() {
            left = left.strip_prefix(&[lower])?;
        }
    }
    left.is_empty().then_some(rest.len())
}

/// Whether a word may begin here.
fn apart(before: Option<char>, value: &str) -> bool {
    let word = value.chars().next().is_some_and(char::is_alphanumeric);
    !(word && before.is_some_and(char::is_alphanumeric))
}

fn ends(rest: &str, end: usize, value: &str) -> bool {
    let word = value.chars().next_back().is_some_and(char::is_alphanumeric);
    !(word && rest.get(end..).and_then(|after| after.chars().next()).is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn names_go_whole_words_only() {
        let (text, count) =
            redact("Anna Smith rang; ANNA SMITH again, not Joanna Smithson.", &["Anna Smith"]);
        assert_eq!(text, "[erased] rang; [erased] again, not Joanna Smithson.");
        assert_eq!(count, 2);
    }

    #[test]
    fn letters_beyond_ascii_and_addresses() {
        let (text, count) =
            redact("Mail ÅSE@Bø.example! Åse Bø: +47 900", &["åse@bø.example", "Åse Bø", "+47 900"]);
        assert_eq!(text, "Mail [erased]! [erased]: [erased]");
        assert_eq!(count, 3);
    }
}
