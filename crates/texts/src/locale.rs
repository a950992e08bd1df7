//! How a language writes dates, times, durations, lists, numbers, countries and nearness in time.
//!
//! English is written as in Europe: day before month, 24 hours. German stands ready for a
//! catalogue of messages; its manners are complete.

mod countries;
mod dates;
mod lengths;
mod numbers;

pub use countries::{country_code, is_country};

/// A language's manners. Without a catalogue of its own a language is written as English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English, European conventions.
    En,
    /// Norwegian Bokmål.
    Nb,
    /// French.
    Fr,
    /// German.
    De,
}

impl Locale {
    /// The manners for a language tag (`nb-NO`, `no` and `nn` are Bokmål; unknown is English).
    #[must_use]
    pub fn of(lang: &str) -> Self {
        let primary = lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "nb" | "no" | "nn" => Self::Nb,
            "fr" => Self::Fr,
            "de" => Self::De,
            _ => Self::En,
        }
    }
}
