//! From the tree to the map. What `shape` has told is not told again; a name the policy lacks is.

use super::rules;
use super::{
    Class, ColumnMap, Erase, IdentifiedBy, IdentifierKind, Keep, Link, Money, Period, Person, SomebodyElse,
    StoreMap, TableMap,
};
use crate::diagnostic::{Diagnostic, Span};
use crate::shape::{flag, nearest};
use crate::tree::{Entry, Node};
use crate::{Anchor, Kind, Policy, Text, Unit};

/// The map a tree means, and the names in it that lead nowhere.
pub(super) fn map(root: &Node, policy: &Policy) -> (StoreMap, Vec<Diagnostic>) {
    let mut lowering = Lowering { policy, told: Vec::new() };
    let tables = entries(root.get("tables")).iter().map(|entry| lowering.table(entry)).collect();
    let ends = root.get("financial_year_ends");
    let financial_year_ends = ends.and_then(|node| lowering.year_end(node)).unwrap_or((12, 31));
    let mut map = StoreMap { store: text(root.get("store")), financial_year_ends, tables };
    followers(&mut map, policy);
    (map, lowering.told)
}

struct Lowering<'a> {
    policy: &'a Policy,
    told: Vec<Diagnostic>,
}

impl Lowering<'_> {
    fn year_end(&mut self, node: &Node) -> Option<(i8, i8)> {
        let said = text(Some(node));
        let (month, day) = said.split_once('-')?;
        let read = (month.parse().ok(), day.parse().ok());
        match read {
            (Some(month), Some(day)) if jiff::civil::Date::new(2024, month, day).is_ok() => {
                Some((month, day))
            }
            _ => {
                self.told
                    .push(rules::YEAR_END.breach(format!("`{said}` is no day of the year")).at(node.span));
                None
            }
        }
    }

    fn table(&mut self, entry: &Entry) -> TableMap {
        let node = &entry.value;
        let columns: Vec<ColumnMap> =
            entries(node.get("columns")).iter().map(|column| self.column(column)).collect();
        let purpose = text(node.get("purpose"));
        let erase = if columns.is_empty() { Erase::Nothing } else { self.erase(node, &columns) };
        TableMap {
            name: entry.key.text.to_string(),
            title: self.words(node.get("title")),
            person: node.get("person").map(person),
            belongs_to: links(node.get("belongs_to")),
            refers_to: links(node.get("refers_to")),
            key: list(node.get("key")),
            somebody_else: node.get("somebody_else").and_then(somebody_else),
            purpose,
            also_for: list(node.get("also_for")),
            columns,
            erase,
        }
    }

    fn column(&mut self, entry: &Entry) -> ColumnMap {
        let record = entry.value.entries().is_some();
        let is = if record { entry.value.get("is") } else { Some(&entry.value) };
        let free = flag(&text(entry.value.get("free_text"))).unwrap_or(false);
        let mask = entry.value.get("mask").map(|node| text(Some(node)));
        let class = self.class(&text(is), is.map_or(entry.key.span, |node| node.span), free);
        let unit = entry.value.get("unit").and_then(|node| self.unit(node, &text(is), &class));
        let title = self.words(entry.value.get("title"));
        ColumnMap { name: entry.key.text.to_string(), title, class, mask, unit }
    }

    /// The unit of amounts; only money has one.
    fn unit(&mut self, node: &Node, said: &str, class: &Class) -> Option<Money> {
        let written = text(Some(node));
        let unit = Money::parse(&written);
        let kind = class.field().and_then(|field| self.policy.field(field)).map(|field| field.kind);
        let message = match (&unit, kind) {
            (Some(_), Some(Kind::Money)) => return unit,
            (Some(_), _) => format!("`{said}` is not money, so `{written}` does not say how it is stored"),
            (None, _) => format!("`{written}` is no unit of money"),
        };
        let help = "write an ISO 4217 code, `NOK`, or `NOK/100` where hundredths are stored; only fields of the kind `money` take one";
        self.told.push(rules::UNIT.breach(message).at(node.span).help(help));
        None
    }

    /// A text, or one for each language.
    fn words(&self, node: Option<&Node>) -> Text {
        let reference = self.policy.languages.reference.as_str();
        match node.and_then(Node::entries) {
            Some(all) => {
                let each = all.iter().map(|one| (one.key.text.to_string(), text(Some(&one.value))));
                Text::new(reference, each.filter(|(_, words)| !words.is_empty()).collect())
            }
            None if text(node).is_empty() => Text::new(reference, Default::default()),
            None => Text::only(reference, &text(node)),
        }
    }

    /// The kind of the field says what the column is: a message may name people, a password is a secret.
    fn class(&mut self, said: &str, at: Span, free: bool) -> Class {
        match said {
            "key" => return Class::Key,
            "not-personal" => return Class::NotPersonal,
            "other-person" => return Class::OtherPerson,
            _ => {}
        }
        let name = said.to_owned();
        match self.policy.field(said).map(|field| field.kind) {
            Some(kind) if kind.is_secret() => Class::Secret(name),
            Some(kind) if free || kind == Kind::Message => Class::FreeText(name),
            Some(_) => Class::Field(name),
            None => {
                self.unknown_field(said, at);
                Class::OtherPerson
            }
        }
    }

    fn unknown_field(&mut self, said: &str, at: Span) {
        if said.is_empty() {
            return;
        }
        let words = ["key", "not-personal", "other-person"].map(ToOwned::to_owned);
        let fields = self.policy.data.iter().flat_map(|category| {
            category.fields.iter().map(|field| format!("{}.{}", category.name, field.name))
        });
        let known: Vec<String> = words.into_iter().chain(fields).collect();
        let help = match nearest(said, known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a field of the policy, `key`, `not-personal` or `other-person`".to_owned(),
        };
        let problem = rules::UNKNOWN_FIELD.breach(format!("the policy has no field `{said}`"));
        self.told.push(problem.at(at).help(help));
    }

    fn erase(&mut self, table: &Node, columns: &[ColumnMap]) -> Erase {
        let Some(node) = table.get("erase") else { return Erase::Delete };
        match text(Some(node)).as_str() {
            "anonymise" => return Erase::Anonymise,
            "follow" => return Erase::Follow(Vec::new()),
            _ => {}
        }
        let Some(ground) = node.get("keep") else { return Erase::Delete };
        let name = text(Some(ground));
        let Some(purpose) = self.policy.purpose(&name) else {
            let near = nearest(&name, self.policy.purposes.iter().map(|purpose| purpose.name.as_str()));
            let help = near.map_or("name a purpose with a legal obligation".to_owned(), |n| {
                format!("did you mean `{n}`?")
            });
            self.told.push(
                rules::UNKNOWN_PURPOSE
                    .breach(format!("the policy has no purpose `{name}`"))
                    .at(ground.span)
                    .help(help),
            );
            return Erase::Delete;
        };
        let refers: Vec<String> =
            links(table.get("refers_to")).into_iter().flat_map(|link| link.columns).collect();
        let counted_from = text(node.get("counted_from"));
        let mut blank = not_needed(columns, &refers, &purpose.uses);
        // The date that says until when must stay as long as the row does.
        blank.retain(|name| *name != counted_from);
        blank.extend(
            list(node.get("blank")).into_iter().filter(|name| !blank.contains(name)).collect::<Vec<_>>(),
        );
        Erase::Keep(Keep { ground: name, counted_from, period: period(&purpose.keep), blank })
    }
}

/// The personal columns whose fields the obligation does not use. References to others stay: they are theirs.
fn not_needed(columns: &[ColumnMap], refers: &[String], uses: &[String]) -> Vec<String> {
    let needed =
        |column: &ColumnMap| column.class.field().is_some_and(|field| uses.iter().any(|used| used == field));
    let blank = columns.iter().filter(|column| column.class.personal() && !needed(column));
    blank.filter(|column| !refers.contains(&column.name)).map(|column| column.name.clone()).collect()
}

fn period(keep: &crate::Keep) -> Period {
    let amount = i32::from(keep.length.amount);
    let (months, days) = match keep.length.unit {
        Unit::Years => (amount.saturating_mul(12), 0),
        Unit::Months => (amount, 0),
        Unit::Weeks => (0, amount.saturating_mul(7)),
        Unit::Days => (0, amount),
        Unit::Hours | Unit::Minutes => (0, 1),
    };
    Period { months, days, from_financial_year_end: keep.from == Anchor::FiscalYearEnd }
}

/// Rows that follow others lose what the ground of those does not use.
fn followers(map: &mut StoreMap, policy: &Policy) {
    let grounds: Vec<Option<String>> = map.tables.iter().map(|table| ground(map, table, 0)).collect();
    for (table, ground) in map.tables.iter_mut().zip(grounds) {
        let uses =
            ground.and_then(|name| policy.purpose(&name)).map_or(&[][..], |purpose| purpose.uses.as_slice());
        let refers: Vec<String> = table.refers_to.iter().flat_map(|link| link.columns.clone()).collect();
        if let Erase::Follow(blank) = &mut table.erase {
            *blank = not_needed(&table.columns, &refers, uses);
        }
    }
}

fn ground(map: &StoreMap, table: &TableMap, depth: usize) -> Option<String> {
    match &table.erase {
        Erase::Keep(keep) => Some(keep.ground.clone()),
        Erase::Follow(_) if depth < 16 => {
            table.belongs_to.iter().find_map(|link| ground(map, map.table(&link.table)?, depth + 1))
        }
        _ => None,
    }
}

fn person(node: &Node) -> Person {
    let one = |key: &str, kind| {
        node.get(key).map(|column| IdentifiedBy { column: text(Some(column)), kind, of: String::new() })
    };
    let numbers = entries(node.get("numbers")).iter().map(|entry| IdentifiedBy {
        column: text(Some(&entry.value)),
        kind: IdentifierKind::Number,
        of: entry.key.text.to_string(),
    });
    let direct = one("email", IdentifierKind::Email).into_iter().chain(one("phone", IdentifierKind::Phone));
    Person { identifiers: direct.chain(numbers).collect(), name: list(node.get("name")) }
}

fn links(node: Option<&Node>) -> Vec<Link> {
    entries(node)
        .iter()
        .map(|entry| {
            let target = text(Some(&entry.value));
            let (table, to) =
                target.rsplit_once('.').map_or((target.as_str(), ""), |(table, to)| (table, to));
            Link { columns: commas(&entry.key.text), table: table.to_owned(), to: commas(to) }
        })
        .collect()
}

fn somebody_else(node: &Node) -> Option<SomebodyElse> {
    let is = text(node.get("is"));
    let (table, names) = is.rsplit_once('.')?;
    Some(SomebodyElse {
        column: text(node.get("unless")),
        table: table.to_owned(),
        name: commas(names),
        columns: list(node.get("columns")),
    })
}

fn commas(text: &str) -> Vec<String> {
    text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

pub(super) fn entries(node: Option<&Node>) -> &[Entry] {
    node.and_then(Node::entries).unwrap_or_default()
}

pub(super) fn text(node: Option<&Node>) -> String {
    node.and_then(Node::scalar).map(|scalar| scalar.text.to_string()).unwrap_or_default()
}

pub(super) fn list(node: Option<&Node>) -> Vec<String> {
    node.and_then(Node::items).unwrap_or_default().iter().map(|item| text(Some(item))).collect()
}
