//! The class of every column, from one checked-in file: what is personal, what is secret, what is only ours.
//!
//! The same file is to drive export, erasure and the redaction of logs. A test holds it against the live schema.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Names a person, or leads to one: ids of subjects, keyed hashes of addresses.
    Identifier,
    /// What people gave or said, sealed.
    Content,
    /// Opens something: hashes of tokens and passwords, wrapped keys.
    Secret,
    /// What Abide needs to run: states, times, leases.
    Operational,
    /// What proves something: the ledger, policies.
    Evidence,
}

/// A column with its class.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// `main` or `keys`.
    pub database: &'static str,
    /// The table.
    pub table: &'static str,
    /// The column.
    pub name: &'static str,
    /// The class's name.
    pub class: &'static str,
}

impl Column {
    /// Its class; none if the file names one that does not exist.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        match self.class {
            "identifier" => Some(Class::Identifier),
            "content" => Some(Class::Content),
            "secret" => Some(Class::Secret),
            "operational" => Some(Class::Operational),
            "evidence" => Some(Class::Evidence),
            _ => None,
        }
    }
}

/// Every column in the order of the file.
pub fn classes() -> impl Iterator<Item = Column> {
    let (mut database, mut table) = ("", "");
    include_str!("../classes.txt").lines().filter_map(move |line| {
        let line = line.split('#').next().unwrap_or_default();
        let words: Vec<_> = line.split_whitespace().collect();
        match words.as_slice() {
            [head] => {
                (database, table) = head.split_once('.').unwrap_or(("", head));
                None
            }
            [name, class] => Some(Column { database, table, name, class }),
            _ => None,
        }
    })
}
