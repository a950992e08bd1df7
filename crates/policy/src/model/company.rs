//! Who answers for the data, where, and in which languages.

use super::Officer;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// A value, and whether the company has published it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stated {
    /// The value.
    pub value: String,
    /// Not published: shown as a placeholder.
    pub assumed: bool,
}

/// Who decides why and how data is used (Art. 4(7)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controller {
    /// The legal name.
    pub name: String,
    /// The number in the register of companies.
    pub registration: Option<String>,
    /// The country, two letters (ISO 3166-1).
    pub country: String,
    /// The postal address.
    pub address: Option<Stated>,
    /// The mail address for everything about personal data.
    pub email: Option<Stated>,
    /// The telephone number.
    pub phone: Option<Stated>,
    /// The address of the service.
    pub website: Option<Stated>,
    /// The data protection officer in one line, if there is one (Art. 37).
    pub officer: Option<Stated>,
    /// The same, taken apart.
    #[serde(default)]
    pub data_protection_officer: Option<Officer>,
}

/// Who answers for the controller in another country (Art. 27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Its name in the file.
    pub name: String,
    /// Its legal name.
    pub title: String,
    /// The country, two letters.
    pub country: String,
    /// How to reach it.
    pub contact: Option<Stated>,
}

/// The supervisory authority (Art. 51).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Authority {
    /// Its name.
    pub name: Stated,
    /// The country, two letters.
    pub country: String,
    /// Where to complain.
    pub website: Option<String>,
    /// The postal address.
    #[serde(default)]
    pub address: Option<Stated>,
    /// Whether people elsewhere are told the authority of their own country (SO-32).
    #[serde(default)]
    pub elsewhere_by_country: bool,
}

/// The languages a policy speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Languages {
    /// The one that counts where two differ.
    pub reference: String,
    /// The others.
    pub also: Vec<String>,
}

impl Languages {
    /// All of them, the reference first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.reference.as_str()).chain(self.also.iter().map(String::as_str))
    }
}

/// When the office is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeHours {
    /// The time zone (IANA name).
    pub zone: String,
    /// The days, Monday first.
    pub days: Vec<Weekday>,
    /// When it opens.
    pub from: Time,
    /// When it closes; after `from`.
    pub to: Time,
    /// The country whose public holidays it keeps.
    pub holidays: Option<String>,
    /// Whether the hours are not published but assumed.
    pub assumed: bool,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

    /// The day of a three-letter name.
    pub fn parse(name: &str) -> Option<Weekday> {
        Weekday::ALL.into_iter().find(|day| day.as_str() == name)
    }

    /// Its three-letter name.
    pub fn as_str(self) -> &'static str {
        match self {
            Weekday::Mon => "mon",
            Weekday::Tue => "tue",
            Weekday::Wed => "wed",
            Weekday::Thu => "thu",
            Weekday::Fri => "fri",
            Weekday::Sat => "sat",
            Weekday::Sun => "sun",
        }
    }

    /// The same day in the calendar library's terms.
    pub fn civil(self) -> jiff::civil::Weekday {
        match self {
            Weekday::Mon => jiff::civil::Weekday::Monday,
            Weekday::Tue => jiff::civil::Weekday::Tuesday,
            Weekday::Wed => jiff::civil::Weekday::Wednesday,
            Weekday::Thu => jiff::civil::Weekday::Thursday,
            Weekday::Fri => jiff::civil::Weekday::Friday,
            Weekday::Sat => jiff::civil::Weekday::Saturday,
            Weekday::Sun => jiff::civil::Weekday::Sunday,
        }
    }
}
