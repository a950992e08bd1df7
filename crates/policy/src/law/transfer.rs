//! Whether data may go to a country: the law of a day, not of the day the policy was written.

use jiff::civil::Date;

use super::{ADEQUACY, EEA, adequacy, changes, is_eea};
use crate::model::{Recipient, Safeguard};

/// Whether a transfer to a recipient is lawful on a day (Art. 44 to 49): every country it answers from or stores in
/// is of the EEA, or its safeguard holds there. A decision of adequacy can fall.
#[must_use]
pub fn transfer_is_safe(recipient: &Recipient, on: Date) -> bool {
    unsafe_country(recipient, on).is_none()
}

/// The first country of a recipient to which a transfer is not lawful on a day.
#[must_use]
pub fn unsafe_country(recipient: &Recipient, on: Date) -> Option<&str> {
    countries(recipient).find(|country| !is_eea(country, on) && !covers(recipient.safeguard, country, on))
}

/// The days on which the answer of [`transfer_is_safe`] can change, in order.
#[must_use]
pub fn transfer_changes() -> Vec<Date> {
    changes(EEA.iter().chain(ADEQUACY.iter()))
}

/// The countries that matter; other users and the public have none.
fn countries(recipient: &Recipient) -> impl Iterator<Item = &str> {
    let all = std::iter::once(recipient.country.as_str()).chain(recipient.stored_in.as_deref());
    all.filter(|country| !country.is_empty())
}

fn covers(safeguard: Option<Safeguard>, country: &str, on: Date) -> bool {
    let decided = adequacy(country, on);
    match safeguard {
        None => decided.is_some_and(|decision| decision.only.is_none()),
        Some(Safeguard::Adequacy) => decided.is_some_and(|decision| decision.only.is_none()),
        Some(Safeguard::Dpf) => decided.is_some_and(|decision| decision.only == Some("dpf")),
        Some(_) => true,
    }
}
