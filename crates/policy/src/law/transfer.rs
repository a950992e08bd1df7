//! Whether data may go to a country: the law of a day, not of the day the policy was written.
//!
//! **Contract.** [`ground`] is the one decision: the checker, the gate, the audit, what is published and what machines read
//! all ask it. A decision on adequacy can fall, and a safeguard can be of the wrong country.

use jiff::civil::Date;

use super::{ADEQUACY, EEA, adequacy, changes, is_eea};
use crate::model::{Recipient, Safeguard};

/// What a transfer to a country rests on (Art. 44 to 49).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Nothing is needed: the country is of the European Economic Area.
    Inside,
    /// A decision on adequacy that is not limited to certain importers.
    Adequate,
    /// The safeguard that is declared.
    Held(Safeguard),
    /// Nothing: none is declared.
    Missing,
    /// Nothing: the safeguard that is declared does not reach this country.
    Unfit(Safeguard),
}

impl Ground {
    /// Whether data may go there.
    #[must_use]
    pub fn is_lawful(self) -> bool {
        !matches!(self, Ground::Missing | Ground::Unfit(_))
    }
}

/// What a transfer to a country rests on, on a day, with the safeguard that is declared for it.
#[must_use]
pub fn ground(country: &str, declared: Option<Safeguard>, on: Date) -> Ground {
    if is_eea(country, on) {
        return Ground::Inside;
    }
    let decided = adequacy(country, on);
    let limited_to = decided.as_ref().and_then(|decision| decision.only);
    match declared {
        Some(Safeguard::Dpf) if limited_to == Some("dpf") => Ground::Held(Safeguard::Dpf),
        Some(own) if !matches!(own, Safeguard::Adequacy | Safeguard::Dpf) => Ground::Held(own),
        _ if decided.is_some() && limited_to.is_none() => Ground::Adequate,
        Some(other) => Ground::Unfit(other),
        None => Ground::Missing,
    }
}

/// A country that data goes to with a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Destination<'a> {
    /// The key that names it: `country` or `stored_in`.
    pub key: &'static str,
    /// The country.
    pub country: &'a str,
    /// What sending it there rests on.
    pub ground: Ground,
}

/// Where data goes with a recipient on a day; other users and the public have no country.
pub fn destinations(recipient: &Recipient, on: Date) -> impl Iterator<Item = Destination<'_>> {
    let stored = recipient.stored_in.as_deref().map(|country| ("stored_in", country));
    let all = std::iter::once(("country", recipient.country.as_str())).chain(stored);
    all.filter(|(_, country)| !country.is_empty()).map(move |(key, country)| Destination {
        key,
        country,
        ground: ground(country, recipient.safeguard, on),
    })
}

/// The destinations outside of the European Economic Area.
pub fn abroad(recipient: &Recipient, on: Date) -> impl Iterator<Item = Destination<'_>> {
    destinations(recipient, on).filter(|one| one.ground != Ground::Inside)
}

/// Whether a transfer to a recipient is lawful on a day: to every country it answers from or stores in.
#[must_use]
pub fn transfer_is_safe(recipient: &Recipient, on: Date) -> bool {
    unsafe_country(recipient, on).is_none()
}

/// The first country of a recipient to which a transfer is not lawful on a day.
#[must_use]
pub fn unsafe_country(recipient: &Recipient, on: Date) -> Option<&str> {
    destinations(recipient, on).find(|one| !one.ground.is_lawful()).map(|one| one.country)
}

/// The days on which the answer of [`transfer_is_safe`] can change, in order.
#[must_use]
pub fn transfer_changes() -> Vec<Date> {
    changes(EEA.iter().chain(ADEQUACY.iter()))
}
