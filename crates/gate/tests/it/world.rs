//! Random policies, histories and questions, in words of their own. The oracle reads them as they are; `told` makes of
//! them what the gate reads.

mod random;
mod told;

pub use random::Random;
pub use told::{facts, policy, question};

/// A policy, as far as decisions go.
#[derive(Debug, Clone)]
pub struct World {
    pub purposes: Vec<Purpose>,
    pub recipients: Vec<Recipient>,
    pub categories: Vec<Category>,
    pub gpc: bool,
    pub dnt: bool,
    pub minimum_age: u8,
}

#[derive(Debug, Clone)]
pub struct Purpose {
    pub name: String,
    pub basis: &'static str,
    pub uses: Vec<String>,
    pub shares_with: Vec<String>,
    pub length: (i64, &'static str),
    pub from: &'static str,
    pub messages: Option<&'static str>,
    pub channels: Vec<&'static str>,
    pub compatible_with: Vec<String>,
    pub instructed: bool,
}

#[derive(Debug, Clone)]
pub struct Recipient {
    pub name: String,
    pub country: String,
    pub stored_in: Option<String>,
    pub safeguard: Option<&'static str>,
    pub gets: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Category {
    pub name: String,
    pub entrusted: bool,
    pub fields: Vec<String>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Collected {
        record: u8,
        purposes: Vec<String>,
        fields: Vec<String>,
    },
    /// Purpose, `given`, `refused`, `withdrawn` or `expired`, until when.
    Consent(String, &'static str, Option<i64>),
    /// Purpose or all marketing; made, or taken back.
    Objection(Option<String>, bool),
    Overridden(String),
    Restricted(bool),
    Erased(Vec<(String, &'static str)>),
    ErasedFor(String),
    /// Allowed, or refused.
    Recipient(String, bool),
    Anchor(&'static str),
    Channel(&'static str, bool),
    Signal(&'static str, bool),
    Age(bool),
    Country(String),
    Instructed(String, bool),
}

/// A question.
#[derive(Debug, Clone)]
pub struct Asked {
    pub purpose: String,
    pub data: Option<String>,
    pub recipient: Option<String>,
    pub channel: Option<&'static str>,
    pub record: Option<u8>,
    pub exception: Option<&'static str>,
    pub at: i64,
}

impl World {
    pub fn knows(&self, data: &str) -> bool {
        self.categories
            .iter()
            .any(|category| category.name == data || category.fields.iter().any(|f| f == data))
    }

    pub fn is_entrusted(&self, data: &str) -> bool {
        let of = |category: &&Category| category.name == data || category.fields.iter().any(|f| f == data);
        self.categories.iter().find(of).is_some_and(|category| category.entrusted)
    }

    /// Whether a list has the field, or every field of the category.
    pub fn covers(&self, list: &[String], data: &str) -> bool {
        match self.categories.iter().find(|category| category.name == data) {
            Some(category) => !category.fields.is_empty() && category.fields.iter().all(|f| list.contains(f)),
            None => list.iter().any(|field| field == data),
        }
    }
}
