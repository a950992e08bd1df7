//! What a map says held against the policy and against itself.

use super::lower::entries;
use super::rules;
use super::{Class, Erase, StoreMap, TableMap};
use crate::diagnostic::{Diagnostic, Span};
use crate::shape::nearest;
use crate::tree::{Entry, Node};
use crate::{Basis, Policy};

pub(super) fn check(root: &Node, map: &StoreMap, policy: &Policy, told: &mut Vec<Diagnostic>) {
    let written = entries(root.get("tables"));
    for (entry, table) in written.iter().zip(&map.tables).filter(|(_, table)| !table.columns.is_empty()) {
        purpose(entry, table, policy, told);
        columns_named(entry, table, told);
        links(entry, table, map, told);
        whose(entry, table, told);
        people(entry, table, told);
        duty(entry, table, policy, told);
    }
    if map.people().next().is_none() && !map.tables.is_empty() {
        let at = root.get("tables").map_or(root.span, |node| node.span);
        let at = Span::new(at.start, at.start);
        told.push(
            rules::NO_PEOPLE
                .breach("no table of this map says how a person is found")
                .at(at)
                .help("add `person:` to one"),
        );
    }
}

fn place(entry: &Entry, key: &str) -> Span {
    let inner = entries(Some(&entry.value)).iter().find(|inner| inner.key.text == key);
    inner.map_or(entry.key.span, |inner| {
        if inner.value.entries().is_some() { inner.key.span } else { inner.value.span }
    })
}

fn purpose(entry: &Entry, table: &TableMap, policy: &Policy, told: &mut Vec<Diagnostic>) {
    let names = || [&table.purpose].into_iter().chain(&table.also_for).filter(|name| !name.is_empty());
    for name in names().filter(|name| policy.purpose(name).is_none()) {
        let near = nearest(name, policy.purposes.iter().map(|purpose| purpose.name.as_str()));
        let help =
            near.map_or("use a purpose of the policy".to_owned(), |near| format!("did you mean `{near}`?"));
        let key = if *name == table.purpose { "purpose" } else { "also_for" };
        let message = format!("the policy has no purpose `{name}`");
        told.push(rules::UNKNOWN_PURPOSE.breach(message).at(place(entry, key)).help(help));
    }
    let purposes: Vec<&crate::Purpose> = names().filter_map(|name| policy.purpose(name)).collect();
    let used = |field: &str| purposes.iter().any(|purpose| purpose.uses.iter().any(|used| used == field));
    let written = entries(entry.value.get("columns"));
    for (column, at) in table.columns.iter().zip(written).filter(|_| !purposes.is_empty()) {
        let Some(field) = column.class.field().filter(|field| !used(field)) else { continue };
        let message =
            format!("`{}` holds `{field}`, which the purpose `{}` does not use", column.name, table.purpose);
        let help = format!("add `{field}` to what `{}` uses, or stop keeping it here", table.purpose);
        told.push(rules::NOT_NEEDED.breach(message).at(at.value.span).help(help));
    }
}

/// Every column named anywhere in a table stands under its `columns`.
fn columns_named(entry: &Entry, table: &TableMap, told: &mut Vec<Diagnostic>) {
    let mut named: Vec<(&str, &str)> = Vec::new();
    if let Some(person) = &table.person {
        named.extend(person.identifiers.iter().map(|by| (by.column.as_str(), "person")));
        named.extend(person.name.iter().map(|column| (column.as_str(), "person")));
    }
    named.extend(
        table.belongs_to.iter().flat_map(|link| &link.columns).map(|column| (column.as_str(), "belongs_to")),
    );
    named.extend(
        table.refers_to.iter().flat_map(|link| &link.columns).map(|column| (column.as_str(), "refers_to")),
    );
    named.extend(table.key.iter().map(|column| (column.as_str(), "key")));
    if let Some(rule) = &table.somebody_else {
        named.extend(
            rule.columns.iter().chain([&rule.column]).map(|column| (column.as_str(), "somebody_else")),
        );
    }
    if let Erase::Keep(keep) = &table.erase {
        named.extend(keep.blank.iter().chain([&keep.counted_from]).map(|column| (column.as_str(), "erase")));
    }
    for (column, key) in
        named.into_iter().filter(|(column, _)| !column.is_empty() && table.column(column).is_none())
    {
        let help = match nearest(column, table.columns.iter().map(|known| known.name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "say under `columns` what it holds".to_owned(),
        };
        let message = format!("`{}` has no column `{column}` in this map", table.name);
        told.push(rules::UNKNOWN_COLUMN.breach(message).at(place(entry, key)).help(help));
    }
}

fn links(entry: &Entry, table: &TableMap, map: &StoreMap, told: &mut Vec<Diagnostic>) {
    let all = table
        .belongs_to
        .iter()
        .map(|l| (l, "belongs_to"))
        .chain(table.refers_to.iter().map(|l| (l, "refers_to")));
    for (link, key) in all {
        let target = map.table(&link.table).filter(|target| !target.columns.is_empty());
        let at = entry.value.get(key).map_or(entry.key.span, |node| {
            let one = entries(Some(node))
                .iter()
                .find(|e| e.key.text.starts_with(link.columns.first().map_or("", String::as_str)));
            one.map_or(entry.key.span, |one| one.value.span)
        });
        match target {
            None => {
                let near = nearest(&link.table, map.tables.iter().map(|table| table.name.as_str()));
                let help = near.map_or("name a table of this map with columns".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                });
                let message = format!("this map has no table `{}` with columns", link.table);
                told.push(rules::DANGLING_LINK.breach(message).at(at).help(help));
            }
            Some(target) => {
                for column in link.to.iter().filter(|column| target.column(column).is_none()) {
                    let message = format!("`{}` has no column `{column}` in this map", target.name);
                    told.push(rules::UNKNOWN_COLUMN.breach(message).at(at).help("correct the link"));
                }
            }
        }
        own_field(table, link, key, at, told);
    }
}

/// A reference to somebody else is not the row's own data.
fn own_field(table: &TableMap, link: &super::Link, key: &str, at: Span, told: &mut Vec<Diagnostic>) {
    let field =
        |name: &&String| table.column(name).is_some_and(|column| matches!(column.class, Class::Field(_)));
    if let Some(column) = link.columns.iter().find(field).filter(|_| key == "refers_to") {
        let message = format!("`{column}` refers to another person but is mapped as the row's own field");
        told.push(rules::REFERENCE_AS_FIELD.breach(message).at(at).help("map it as `other-person` or `key`"));
    }
}

fn whose(entry: &Entry, table: &TableMap, told: &mut Vec<Diagnostic>) {
    let owned = table.person.is_some() || !table.belongs_to.is_empty();
    if matches!(table.erase, Erase::Follow(_)) && table.belongs_to.is_empty() {
        let message = format!("`{}` is to follow the row it belongs to, but belongs to none", table.name);
        told.push(
            rules::NOTHING_TO_FOLLOW.breach(message).at(place(entry, "erase")).help("say `belongs_to`"),
        );
    } else if !owned && table.personal() {
        let message = format!("`{}` holds personal data, but does not say whose", table.name);
        told.push(
            rules::NOBODYS
                .breach(message)
                .at(entry.key.span)
                .help("say `belongs_to`, or `person` if each row is a person"),
        );
    }
}

fn people(entry: &Entry, table: &TableMap, told: &mut Vec<Diagnostic>) {
    if table.person.as_ref().is_some_and(|person| person.identifiers.is_empty()) {
        let message = format!("people in `{}` can be found by nothing", table.name);
        told.push(
            rules::UNFINDABLE
                .breach(message)
                .at(place(entry, "person"))
                .help("add `email:`, `phone:` or `numbers:`"),
        );
    }
}

fn duty(entry: &Entry, table: &TableMap, policy: &Policy, told: &mut Vec<Diagnostic>) {
    let Erase::Keep(keep) = &table.erase else { return };
    if policy.purpose(&keep.ground).is_some_and(|purpose| purpose.basis != Basis::LegalObligation) {
        let message = format!(
            "`{}` rests on no legal obligation, so it cannot keep rows of an erased person",
            keep.ground
        );
        told.push(
            rules::NO_OBLIGATION
                .breach(message)
                .at(place(entry, "erase"))
                .help("name a purpose with `basis: legal-obligation`, or say `erase: delete`"),
        );
    }
}
