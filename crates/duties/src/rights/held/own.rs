//! What Abide itself holds: records by collection point, identifiers, and what the ledger says.

use std::collections::BTreeMap;

use db::{identifiers, links, records};
use stores::{Identifier, Root};
use texts::texts;
use uuid::Uuid;
use vault::{IdentifierKind, Place, SubjectKey};

use super::sections::{Raw, Table, cut};
use super::{Search, entries};
use crate::answer::{Cell, Held, HeldIdentifier, Row, Section, words};
use crate::rights::case::{self, Choice};
use crate::rights::{Result, clocks, search};
use crate::{Service, collect, subjects};

/// What is known before the stores are asked.
pub(super) struct Known {
    pub identifiers: Vec<Identifier>,
    pub sections: Vec<(String, Section)>,
    /// The purposes the person has consented to and not taken back.
    pub consented: Vec<String>,
}

/// Reads Abide's own part into `held`.
pub(super) async fn read(service: &Service, search: &Search<'_>, held: &mut Held) -> Result<Known> {
    let lang = held.lang.clone();
    let keys = service.keys.subject(search.subject).await?;
    let known = subjects::identifiers(service, search.subject).await?;
    held.identifiers = identifiers_held(service, search, &known, &lang).await?;
    let consented = entries::read(service, search.subject, &keys.evidence, held).await?;
    let (sections, records) = read_records(service, search.subject, &keys.data, &consented, &lang).await?;
    held.places.push(super::abide(records, &lang));
    Ok(Known { identifiers: search::identifiers(&known, search.proven), sections, consented })
}

async fn identifiers_held(
    service: &Service,
    search: &Search<'_>,
    known: &[subjects::Identifier],
    lang: &str,
) -> Result<Vec<HeldIdentifier>> {
    let texts = texts(lang);
    let rows = identifiers::list(&service.db, &service.name, search.subject).await?;
    let shown = known.iter().map(|one| {
        let kind = texts.say(&format!("rights-identifier-{}", one.kind.as_str()));
        // A number carries its name: `CUSTOMER-NUMBER:1042`.
        let named = one.value.split_once(':').filter(|_| one.kind == IdentifierKind::Number);
        let (kind, value) = named.map_or((kind, one.value.to_string()), |(of, number)| {
            (words(&of.to_lowercase()), number.to_owned())
        });
        let row = rows.iter().find(|row| row.id == one.id);
        HeldIdentifier { kind, value, verified_at: row.and_then(|row| row.verified_at) }
    });
    Ok(shown.collect())
}

/// A record with its opened values.
type Given = (records::Record, BTreeMap<String, String>);

/// Records, one table for each form, and how many there are.
async fn read_records(
    service: &Service,
    subject: Uuid,
    key: &SubjectKey,
    consented: &[String],
    lang: &str,
) -> Result<(Vec<(String, Section)>, u64)> {
    let mut forms: BTreeMap<String, Vec<Given>> = BTreeMap::new();
    for row in records::list(&service.db, &service.name, subject).await? {
        let values = collect::open(service, key, &row)?;
        forms.entry(row.form.clone()).or_default().push((row, values));
    }
    let count = forms.values().map(Vec::len).sum::<usize>();
    let tables = forms.into_iter().map(|(form, rows)| form_table(service, &form, rows, consented, lang));
    let sections = tables.flat_map(|table| cut(&service.policy, table, lang)).collect();
    Ok((sections, u64::try_from(count).unwrap_or(u64::MAX)))
}

fn form_table(service: &Service, form: &str, rows: Vec<Given>, consented: &[String], lang: &str) -> Table {
    let texts = texts(lang);
    let mut fields: Vec<String> = Vec::new();
    for field in rows.iter().flat_map(|(_, values)| values.keys()) {
        if !fields.contains(field) {
            fields.push(field.clone());
        }
    }
    let declared = service.policy.form(form);
    let asked =
        |field: &String| declared.and_then(|form| form.asks.iter().position(|ask| ask.field == *field));
    fields.sort_by_key(|field| asked(field).unwrap_or(usize::MAX));
    let title = declared.map_or(form, |form| form.title.get(lang));
    let cells = |values: &BTreeMap<String, String>| {
        let value = |field| values.get(field).filter(|value| !value.is_empty()).cloned();
        fields.iter().map(|field| value(field).map_or(Cell::Empty, Cell::Value)).collect()
    };
    Table {
        source: format!("form:{form}"),
        title: texts.with("rights-section-form", &[("form", title.into())]),
        origin: texts.say("rights-origin-form"),
        // Contact details in a form are the person's own, whatever else the form asks.
        people: true,
        ground: None,
        purposes: rows
            .iter()
            .take(1)
            .map(|(row, _)| row.purpose.clone())
            .chain(consented.iter().cloned())
            .collect(),
        rows: rows
            .iter()
            .map(|(row, values)| Row {
                key: String::new(),
                at: Some(row.received_at),
                until: row.keep_until.map(|until| clocks::zone(&service.policy).to_datetime(until).date()),
                cells: cells(values),
            })
            .collect(),
        columns: fields
            .iter()
            .map(|field| Raw {
                name: field.clone(),
                field: Some(field.clone()),
                title: None,
                unit: None,
                withheld: None,
            })
            .collect(),
    }
}

/// What staff chose earlier, from the links that were kept. Rows not linked were not this person then.
pub(super) async fn linked(service: &Service, subject: Uuid) -> Result<BTreeMap<String, Choice>> {
    let rows = links::list(&service.db, &service.name, subject).await?;
    let mut choices: BTreeMap<String, Choice> = BTreeMap::new();
    if rows.is_empty() {
        return Ok(choices);
    }
    let key = service.keys.data(subject).await?;
    for row in rows {
        let linked: Linked = case::open(&key, &link_place(service, row.id), &row.sealed, "link")?;
        let choice = choices.entry(row.store).or_default();
        if linked.theirs { choice.chosen.push(linked.root) } else { choice.others.push(linked.root) }
    }
    Ok(choices)
}

/// A row that staff decided about.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in crate::rights) struct Linked {
    /// The row.
    pub root: Root,
    /// Whether it is the person.
    pub theirs: bool,
}

/// The permanent place of a link's sealed row key.
pub(in crate::rights) fn link_place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "link", id, field: "row" }
}
