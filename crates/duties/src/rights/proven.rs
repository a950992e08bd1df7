//! An identifier that staff verified, not a mail.

use policy::map::IdentifierKind;
use serde::{Deserialize, Serialize};

/// An identifier staff verified themselves (a customer number on a letter, a passport at the counter).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proven {
    /// Its kind.
    pub kind: IdentifierKind,
    /// What a number is called in the store's map (`customer-number`); empty for the other kinds.
    pub of: String,
    /// The value. Personal data.
    pub value: String,
}
