//! What is held about one person, as the privacy centre shows it and the answer prints it:
//! plain values in the reader's language. Every value here is personal data.

use jiff::{Timestamp, civil::Date};
use policy::map::Money;
use serde::Serialize;
use texts::Texts;
use uuid::Uuid;

use super::RemainsRow;

/// Everything held about one person at one moment.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// The language the words are in.
    pub lang: String,
    /// When it was gathered.
    pub as_of: Timestamp,
    /// The data itself, grouped as WE-11 asks; only groups that hold something.
    pub groups: Vec<Group>,
    /// Consents and acceptances: what, when, which version and wording.
    pub agreements: Vec<Agreement>,
    /// Verified identifiers: how this person is known.
    pub identifiers: Vec<HeldIdentifier>,
    /// Receipts the person can open again.
    pub receipts: Vec<HeldReceipt>,
    /// Who got data, actually (C-154/21), the latest first.
    pub disclosures: Vec<Disclosure>,
    /// Which staff looked, when, for which purpose, the latest first.
    pub views: Vec<StaffLook>,
    /// The person's requests, the latest first.
    pub requests: Vec<HeldRequest>,
    /// Each place that was asked, also when it could not answer.
    pub places: Vec<Place>,
    /// Other people's entries that point at this person: a sentence each.
    pub mentions: Vec<String>,
    /// What stays although the person was erased, with ground and end.
    pub remains: Vec<RemainsRow>,
}

impl Held {
    /// Whether everything answered and nothing was found: only then may a page say "nothing held".
    pub fn is_nothing(&self) -> bool {
        self.places.iter().all(|place| place.state == PlaceState::Read)
            && self.groups.is_empty()
            && self.agreements.is_empty()
            && self.identifiers.is_empty()
            && self.receipts.is_empty()
            && self.requests.is_empty()
            && self.disclosures.is_empty()
            && self.views.is_empty()
            && self.mentions.is_empty()
            && self.remains.is_empty()
    }
}

/// A group of WE-11, or of the policy's own categories.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// Stable name: `contact`, `account`, `about-you`, `payment`, `pictures`, `preferences`, or the category's.
    pub key: String,
    /// The title in words.
    pub title: String,
    /// The tables with columns of this group.
    pub sections: Vec<Section>,
}

/// The columns of one source that belong to one group, with their rows.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Where it stands: `form:contact` or `store:shop/customers`.
    pub source: String,
    /// The same in words: "You filled in: Contact us" or "Shop database: customers".
    pub title: String,
    /// Where it came from in the sense of Art. 15(1)(g).
    pub origin: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// What the rows as a whole are kept for, besides what their columns serve.
    pub why: Vec<Why>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// What is held but not shown, and why: a sentence each.
    pub withheld: Vec<String>,
}

impl Section {
    /// Every purpose something in it serves, once.
    pub fn purposes(&self) -> impl Iterator<Item = &Why> {
        let all = self.columns.iter().flat_map(|column| &column.why).chain(&self.why);
        let mut named: Vec<&str> = Vec::new();
        all.filter(move |why| {
            let new = !named.contains(&why.purpose.as_str());
            named.push(&why.purpose);
            new
        })
    }

    /// The rows whose last day is over: how many, and the first of those days.
    #[must_use]
    pub fn overdue(&self, today: Date) -> Option<(usize, Date)> {
        let over: Vec<Date> =
            self.rows.iter().filter_map(|row| row.until).filter(|until| *until < today).collect();
        Some((over.len(), over.into_iter().min()?))
    }

    /// Whether any value is stored, or something is said about one: else it is a heading over nothing.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let stored = |row: &Row| row.cells.iter().any(|cell| *cell != Cell::Empty);
        !self.withheld.is_empty() || self.rows.iter().any(stored)
    }
}

/// One column, with why it is held (CN-05).
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its technical name.
    pub name: String,
    /// Its title in words.
    pub title: String,
    /// The policy's field, "contact.email", where it has one.
    pub field: Option<String>,
    /// How amounts in it are stored, where the store's map says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Money>,
    /// Whether it holds countries by their two letters.
    #[serde(skip)]
    pub country: bool,
    /// Each purpose that uses it.
    pub why: Vec<Why>,
}

impl Column {
    /// A value of this column as people read it: an amount with its currency, a country by its name, a day in words.
    /// Files keep it as it is stored.
    #[must_use]
    pub fn shown(&self, value: &str, texts: &Texts) -> String {
        if let Some(amount) =
            self.unit.as_ref().and_then(|unit| texts.money(value, unit.decimals(), &unit.currency))
        {
            return amount;
        }
        if self.country && value.len() == 2 {
            return texts.country(value);
        }
        // Exactly a day: a number or a longer stamp stays what it is.
        let day = (value.len() == 10).then(|| value.parse::<Date>().ok()).flatten();
        day.map_or_else(|| value.to_owned(), |day| texts.date(day))
    }
}

/// "Why do you have this?": one purpose.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Why {
    /// The purpose's name.
    pub purpose: String,
    /// The purpose in words.
    pub title: String,
    /// The legal basis, its name in the policy: `contract`.
    pub basis: String,
    /// The legal basis in words with its article.
    pub basis_title: String,
    /// The law or the interest, where the basis has one.
    pub because: Option<String>,
    /// How long, in words.
    pub keep: String,
    /// With whom it is shared, by name.
    pub recipients: Vec<String>,
}

/// One row.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its key in words, where it has one.
    pub key: String,
    /// When it was given or made, where known.
    pub at: Option<Timestamp>,
    /// The last day it may be kept, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The values.
    pub cells: Vec<Cell>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", content = "value", rename_all = "kebab-case")]
pub enum Cell {
    /// Nothing stored.
    Empty,
    /// The value.
    Value(String),
    /// Held, but another person's: not shown, and said so.
    Withheld,
    /// Held, and shown to nobody (a password's hash).
    Secret,
}

impl Cell {
    /// The value, or what is said instead of it.
    pub fn words(&self, texts: &Texts) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Value(value) => value.clone(),
            Self::Withheld => texts.say("answer-cell-withheld"),
            Self::Secret => texts.say("answer-cell-secret"),
        }
    }
}

/// A consent or an acceptance.
#[derive(Clone, Debug, Serialize)]
pub struct Agreement {
    /// The ledger entry.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// The entry's kind: `accepted`, `consent_given`, `consent_withdrawn` …
    pub kind: String,
    /// The kind in words.
    pub title: String,
    /// The purpose in words, where it has one.
    pub purpose: Option<String>,
    /// The wording that was shown, where the entry has it.
    pub wording: Option<String>,
    /// The policy's version.
    pub version: Option<String>,
}

/// How the person is known.
#[derive(Clone, Debug, Serialize)]
pub struct HeldIdentifier {
    /// The kind in words: "e-mail".
    pub kind: String,
    /// The value.
    pub value: String,
    /// When it was verified.
    pub verified_at: Option<Timestamp>,
}

/// A receipt.
#[derive(Clone, Debug, Serialize)]
pub struct HeldReceipt {
    /// Its id, as in `/receipts/{id}`.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// What it proves, in words.
    pub title: String,
}

/// A request.
#[derive(Clone, Debug, Serialize)]
pub struct HeldRequest {
    /// Its id, as in `/privacy/requests/{id}`.
    pub id: Uuid,
    /// What a person can quote.
    pub reference: String,
    /// The kind in words.
    pub kind: String,
    /// The state in words.
    pub state: String,
    /// When it came.
    pub at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// One disclosure.
#[derive(Clone, Debug, Serialize)]
pub struct Disclosure {
    /// When.
    pub at: Timestamp,
    /// To whom, by name.
    pub recipient: String,
    /// For which purpose, in words.
    pub purpose: Option<String>,
    /// Which categories.
    pub categories: Vec<String>,
}

/// One look by staff.
#[derive(Clone, Debug, Serialize)]
pub struct StaffLook {
    /// When.
    pub at: Timestamp,
    /// For which purpose, in words.
    pub purpose: String,
    /// Until when this evidence is kept.
    pub until: Option<Date>,
}

/// A place that was asked.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// Its name: `abide` or the store's.
    pub name: String,
    /// Its title in words.
    pub title: String,
    /// What came of it.
    pub state: PlaceState,
    /// The state in a sentence.
    pub says: String,
    /// Rows found.
    pub rows: u64,
}

/// What came of asking a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceState {
    /// It answered; what it holds is shown.
    Read,
    /// It could not be reached now; what it holds is unknown.
    Unreachable,
    /// Several rows may be this person; staff must choose before anything is shown.
    NeedsChoice,
}
