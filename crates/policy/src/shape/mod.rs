//! What may be written where: one table of keys checks a file, fills the JSON Schema and writes the reference.
//!
//! **Contract.** A table is data. [`check`] walks a tree beside it and tells of every unknown, doubled, missing or
//! ill-typed thing and of every name that leads nowhere; lowering may then read without telling anything again.

mod check;
pub(crate) mod faults;
mod meant;
mod names;
mod path;
mod places;
mod scalar;
mod suggest;

pub(crate) use check::{Checked, Place, check};
pub(crate) use scalar::{bytes, days, flag, is_email, is_name, is_url, plain, time, whole};
use suggest::intended;
pub(crate) use suggest::nearest;

/// A mapping with known keys.
#[derive(Debug)]
pub struct Shape {
    /// What it is called in messages and in the reference: "a purpose".
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Its keys, in the order of the reference.
    pub keys: &'static [Key],
}

/// A known key.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value is.
    pub value: Type,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, and the promise it makes.
    pub doc: &'static str,
    /// What counts if it is left out.
    pub default: Option<&'static str>,
    /// The provision behind it.
    pub law: Option<&'static str>,
    /// How it is written, key and value.
    pub example: &'static str,
}

impl Key {
    /// A key.
    pub(crate) const fn new(name: &'static str, need: Need, value: Type, doc: &'static str) -> Key {
        Key { name, value, need, doc, default: None, law: None, example: "" }
    }

    /// The same key with what counts if it is left out.
    pub(crate) const fn default(self, default: &'static str) -> Key {
        Key { default: Some(default), ..self }
    }

    /// The same key with the provision behind it.
    pub(crate) const fn law(self, law: &'static str) -> Key {
        Key { law: Some(law), ..self }
    }

    /// The same key with how it is written.
    pub(crate) const fn example(self, example: &'static str) -> Key {
        Key { example, ..self }
    }
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// Without it nothing can be compiled.
    Required,
    /// The law or a promise needs it: a lint of its own says which.
    Lint,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// A text on one line.
    Line,
    /// A text for people: once, in the reference language, or once for each language.
    Text,
    /// A name: lower-case letters, digits, `-` and `_`.
    Name,
    /// A whole number between two bounds.
    Whole(u32, u32),
    /// `yes` or `no`, also `true` or `false`.
    Flag,
    /// A length of time.
    Length,
    /// A length of time, or `session`.
    Lasts,
    /// A day, `2026-11-01`.
    Date,
    /// A time of day, `08:00`.
    Time,
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A country, two capital letters.
    Country,
    /// A country, `EEA` or `world`.
    Territory,
    /// A file beside the policy.
    Path,
    /// A number of bytes, `10 MB`.
    Size,
    /// The place of a declaration in this policy, `purposes/marketing/basis`.
    Place,
    /// A language, two lower-case letters.
    Language,
    /// A time zone.
    Zone,
    /// Days of the week, `mon-fri` or a list.
    Days,
    /// The moment a period counts from.
    Anchor,
    /// One of a closed set of words.
    Words(&'static [(&'static str, &'static str)]),
    /// The name of something declared elsewhere.
    Ref(Space),
    /// A list.
    List(&'static Type),
    /// A mapping whose keys are the author's.
    Map(KeyType, &'static Type),
    /// A mapping with known keys.
    Record(&'static Shape),
    /// The first if the value is a text or a list, the second if it is a mapping.
    Either(&'static Type, &'static Type),
}

/// What the author's keys of a mapping are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyType {
    /// Each declares something of this space.
    Defines(Space),
    /// Each names something of this space.
    Refers(Space),
    /// Each is one of a closed set of words.
    Words(&'static [(&'static str, &'static str)]),
    /// Anything.
    Free,
}

/// A space of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Space {
    /// Categories of data.
    Category,
    /// Fields, each `category.field`.
    Field,
    /// Purposes.
    Purpose,
    /// Recipients.
    Recipient,
    /// Agreements; `privacy-policy` is always one.
    Agreement,
    /// Forms.
    Form,
    /// Documents held beside the policy.
    Document,
    /// Names that nothing refers to.
    Other,
}

impl Space {
    /// What one of it is called.
    pub fn one(self) -> &'static str {
        match self {
            Space::Category => "category",
            Space::Field => "field",
            Space::Purpose => "purpose",
            Space::Recipient => "recipient",
            Space::Agreement => "agreement",
            Space::Form => "form",
            Space::Document => "document",
            Space::Other => "name",
        }
    }

    /// What one of it is called, with its article.
    fn a(self) -> String {
        let one = self.one();
        format!("{} {one}", if one.starts_with('a') { "an" } else { "a" })
    }

    /// Where it is declared.
    pub(crate) fn section(self) -> &'static str {
        match self {
            Space::Category | Space::Field => "data",
            Space::Purpose => "purposes",
            Space::Recipient => "recipients",
            Space::Agreement => "agreements",
            Space::Form => "forms",
            Space::Document => "documents",
            Space::Other => "",
        }
    }
}

impl Type {
    /// What a text is not that cannot be read as this.
    pub(crate) fn noun(&self) -> String {
        match self {
            Type::Line | Type::Text => "text".into(),
            Type::Name => "name".into(),
            Type::Whole(from, to) => format!("whole number from {from} to {to}"),
            Type::Flag => "`yes` and no `no`".into(),
            Type::Length | Type::Lasts => "length of time".into(),
            Type::Date => "day".into(),
            Type::Time => "time of day".into(),
            Type::Email => "e-mail address".into(),
            Type::Url => "web address".into(),
            Type::Country => "country's code".into(),
            Type::Territory => "country's code, nor `EEA` or `world`".into(),
            Type::Path => "file beside the policy".into(),
            Type::Size => "size".into(),
            Type::Language => "language's code".into(),
            Type::Zone => "time zone".into(),
            Type::Days => "day of the week".into(),
            Type::Anchor => "moment a period is counted from".into(),
            other => other.expected(),
        }
    }

    /// What is expected, in words.
    pub fn expected(&self) -> String {
        match self {
            Type::Line => "a text".into(),
            Type::Text => "a text, or one for each language".into(),
            Type::Name => "a name of lower-case letters, digits and `-`".into(),
            Type::Whole(from, to) => format!("a whole number from {from} to {to}"),
            Type::Flag => "`yes` or `no`".into(),
            Type::Length => "a length of time such as `6 months`".into(),
            Type::Lasts => "a length of time such as `6 months`, or `session`".into(),
            Type::Date => "a day such as `2026-11-01`".into(),
            Type::Time => "a time of day such as `08:00`".into(),
            Type::Email => "an e-mail address".into(),
            Type::Url => "a web address that begins with `https://`, or a path".into(),
            Type::Country => "a country as two capital letters, such as `NO`".into(),
            Type::Territory => "a country as two capital letters, `EEA` or `world`".into(),
            Type::Path => "a file beside the policy, such as `documents/balancing.pdf`".into(),
            Type::Size => "a size such as `10 MB`".into(),
            Type::Place => "the place of a declaration in this policy, such as `purposes/marketing/basis`".into(),
            Type::Language => "a language as two lower-case letters, such as `nb`".into(),
            Type::Zone => "a time zone such as `Europe/Oslo`".into(),
            Type::Days => "days such as `mon-fri`, or a list of them".into(),
            Type::Anchor => "`collection`, `last-contact`, `contract-end`, `fiscal-year-end`, `consent-end` or `event:<name>`".into(),
            Type::Words(words) => one_of(words.iter().map(|(word, _)| *word)),
            Type::Ref(space) => format!("the name of a declared {}", space.one()),
            Type::List(_) => "a list".into(),
            Type::Map(..) => "names, each with what belongs to it".into(),
            Type::Record(_) => "keys, each with its value".into(),
            // A text, or one for each language, is either already.
            Type::Either(Type::Line, other @ Type::Text) => other.expected(),
            Type::Either(one, other) => format!("{}, or {}", one.expected(), other.expected()),
        }
    }
}

/// `a`, `b` or `c`, in backticks.
pub(crate) fn one_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} or {last}", before.join(", ")),
        None => String::new(),
    }
}
