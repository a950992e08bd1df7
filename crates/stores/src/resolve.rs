//! The map laid over the catalogue: for each table with personal data its key, whose its rows are and whom they
//! point at. Links the map declares come first; a table that declares none follows its real foreign keys.

use policy::map::{Link, StoreMap, TableMap};

use crate::{Column, Engine, Error, Schema, Table};

pub(crate) struct Resolved<'a> {
    pub(crate) map: &'a StoreMap,
    pub(crate) schema: &'a Schema,
    pub(crate) parts: Vec<Part<'a>>,
}

/// A table that takes part.
pub(crate) struct Part<'a> {
    pub(crate) map: &'a TableMap,
    pub(crate) table: &'a Table,
    pub(crate) key: Vec<&'a Column>,
    /// Whose the rows are; the first tie whose columns are not null decides.
    pub(crate) owners: Vec<Tie<'a>>,
    /// Whom the rows merely point at.
    pub(crate) refers: Vec<Tie<'a>>,
}

/// A reference, columns to columns.
pub(crate) struct Tie<'a> {
    pub(crate) columns: Vec<&'a Column>,
    pub(crate) parent: &'a str,
    pub(crate) to: Vec<&'a Column>,
}

impl<'a> Resolved<'a> {
    /// # Errors
    /// [`Error::Map`] when the map names what the database does not have.
    pub(crate) fn new(map: &'a StoreMap, schema: &'a Schema) -> Result<Self, Error> {
        let parts = map
            .tables
            .iter()
            .filter(|table| takes_part(table))
            .map(|table| part(map, schema, table))
            .collect::<Result<Vec<_>, Error>>()?;
        Ok(Self { map, schema, parts })
    }

    pub(crate) fn engine(&self) -> Engine {
        self.schema.engine
    }

    pub(crate) fn part(&self, table: &str) -> Option<&Part<'a>> {
        self.parts.iter().find(|part| part.map.name == table)
    }

    /// The part, or an error that says the map lacks it.
    pub(crate) fn get(&self, table: &str) -> Result<&Part<'a>, Error> {
        self.part(table).ok_or_else(|| unfit(self.map, format!("`{table}` is not in the map")))
    }
}

impl Part<'_> {
    /// The name of the table.
    pub(crate) fn name(&self) -> &str {
        &self.map.name
    }
}

/// A table with columns and something personal in it, or that rows of a person hang on.
pub(crate) fn takes_part(table: &TableMap) -> bool {
    !table.columns.is_empty()
        && (table.personal() || !table.belongs_to.is_empty() || !table.purpose.is_empty())
}

pub(crate) fn unfit(map: &StoreMap, what: String) -> Error {
    Error::Map { store: map.store.clone(), what }
}

fn part<'a>(map: &'a StoreMap, schema: &'a Schema, entry: &'a TableMap) -> Result<Part<'a>, Error> {
    let table =
        schema.table(&entry.name).ok_or_else(|| unfit(map, format!("there is no table `{}`", entry.name)))?;
    let key = columns(map, table, key_of(entry, table))?;
    if key.is_empty() {
        return Err(unfit(map, format!("`{}` has no primary key; name one with `key`", entry.name)));
    }
    let owners = match entry.belongs_to.is_empty() && entry.refers_to.is_empty() && entry.person.is_none() {
        true => real_ties(map, schema, table)?,
        false => ties(map, schema, table, &entry.belongs_to)?,
    };
    Ok(Part { map: entry, table, key, owners, refers: ties(map, schema, table, &entry.refers_to)? })
}

pub(crate) fn key_of<'a>(entry: &'a TableMap, table: &'a Table) -> &'a [String] {
    if entry.key.is_empty() { &table.primary_key } else { &entry.key }
}

fn columns<'a>(map: &StoreMap, table: &'a Table, names: &[String]) -> Result<Vec<&'a Column>, Error> {
    let column = |name: &String| {
        table.column(name).ok_or_else(|| unfit(map, format!("`{}` has no column `{name}`", table.name)))
    };
    names.iter().map(column).collect()
}

fn ties<'a>(
    map: &'a StoreMap,
    schema: &'a Schema,
    table: &'a Table,
    links: &'a [Link],
) -> Result<Vec<Tie<'a>>, Error> {
    links.iter().map(|link| tie(map, schema, table, link)).collect()
}

fn tie<'a>(
    map: &'a StoreMap,
    schema: &'a Schema,
    table: &'a Table,
    link: &'a Link,
) -> Result<Tie<'a>, Error> {
    let missing = || unfit(map, format!("`{}` links to `{}`, which is not there", table.name, link.table));
    let parent = schema.table(&link.table).ok_or_else(missing)?;
    let entry = map.table(&link.table).ok_or_else(missing)?;
    let real = table.foreign_keys.iter().find(|key| key.table == link.table && key.columns == link.columns);
    let to = match (link.to.is_empty(), real) {
        (false, _) => link.to.as_slice(),
        (true, Some(key)) => key.to.as_slice(),
        (true, None) => key_of(entry, parent),
    };
    let tie = Tie {
        columns: columns(map, table, &link.columns)?,
        parent: &link.table,
        to: columns(map, parent, to)?,
    };
    if tie.columns.len() == tie.to.len() {
        Ok(tie)
    } else {
        Err(unfit(
            map,
            format!("the link from `{}` to `{}` pairs unequal numbers of columns", table.name, link.table),
        ))
    }
}

/// A table that says nothing itself belongs where its foreign keys point, as far as people's rows are there.
fn real_ties<'a>(map: &'a StoreMap, schema: &'a Schema, table: &'a Table) -> Result<Vec<Tie<'a>>, Error> {
    let followed = table
        .foreign_keys
        .iter()
        .filter(|key| key.table != table.name && map.table(&key.table).is_some_and(takes_part));
    followed
        .map(|key| {
            let parent = schema.table(&key.table).ok_or_else(|| {
                unfit(map, format!("`{}` refers to `{}`, which is not there", table.name, key.table))
            })?;
            Ok(Tie {
                columns: columns(map, table, &key.columns)?,
                parent: &parent.name,
                to: columns(map, parent, &key.to)?,
            })
        })
        .collect()
}
