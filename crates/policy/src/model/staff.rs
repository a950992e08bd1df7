//! Who may see what inside the house, and from which age people may use the service.

use super::{Channel, Length, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// A role of the staff and what it may see (PC-18, WX-11, WX-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRole {
    /// Its name in the file.
    pub name: String,
    /// Its name for people.
    pub title: Text,
    /// For which purposes it may look; empty: it sees nothing.
    pub purposes: Vec<String>,
    /// Which categories it may see; empty: those its purposes use.
    pub categories: Vec<String>,
    /// Whether each view needs a reason.
    pub reason: bool,
    /// How long an access lasts.
    pub length: Option<Length>,
    /// Whether the customer sees each access.
    pub seen_by_customer: bool,
}

/// From which age people may use the service (Art. 8, PC-01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Age {
    /// The years.
    pub years: u8,
    /// How it is shown.
    pub shown_by: ShownBy,
    /// Whether and how a guardian can approve somebody younger.
    pub guardian: Option<Guardian>,
    /// Whether data of somebody younger is deleted when found (SO-28).
    pub delete_when_found: bool,
    /// Who may report that somebody is younger, where there is a way to (SO-28, CN-03).
    pub reports: Option<Reports>,
}

/// A guardian who approves for somebody younger (Art. 8(1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guardian {
    /// From which age.
    pub from: u8,
    /// By which way the guardian approves.
    pub approves_by: Channel,
}

words! {
    /// How an age is shown.
    ShownBy default Attestation {
        /// The person says so in passing; nothing but that is kept.
        Attestation = "attestation",
        /// It is not asked.
        None = "none",
    }
}

words! {
    /// Who may report that somebody is too young.
    Reports {
        /// Anyone, without an account.
        Anyone = "anyone",
        /// Who is signed in.
        SignedIn = "signed-in",
    }
}
