//! Where data is collected.

use super::{Length, OnBehalf, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Its name in the file and in its address.
    pub name: String,
    /// Its heading.
    pub title: Text,
    /// What stands before the fields.
    pub intro: Text,
    /// What the button says; empty: the usual word.
    pub button: Text,
    /// The one purpose its data serves (WE-03).
    pub purpose: String,
    /// What it asks, in order.
    pub asks: Vec<Ask>,
    /// The agreements a person must accept to send it; `privacy-policy` is this policy.
    pub accepts: Vec<String>,
    /// The words beside the box of acceptance.
    pub wording: Text,
    /// Consents it offers: each a box of its own, never ticked, never needed.
    pub consents: Vec<Consent>,
    /// Who enters the data.
    #[serde(default)]
    pub entered_by: EnteredBy,
    /// Within how long a person whose data another entered is told (Art. 14).
    #[serde(default)]
    pub tells_person_within: Option<Length>,
    /// Whether a consent counts only once the address has shown itself to be the person's (WX-04).
    #[serde(default)]
    pub double_opt_in: bool,
    /// Whether nothing of it is published before the person approved that exact text (WX-06).
    #[serde(default)]
    pub approved_before_publication: bool,
    /// For whom a person may send it.
    #[serde(default)]
    pub on_behalf: Vec<OnBehalf>,
    /// Whether the person attests the minimum age.
    #[serde(default)]
    pub attests_age: bool,
    /// What may be attached, if anything.
    #[serde(default)]
    pub attachments: Option<Attachments>,
}

/// What may be attached to a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachments {
    /// How many bytes each may have; `None`: the built-in limit.
    pub at_most: Option<u64>,
    /// The endings of the files, such as `pdf`; empty: any.
    pub kinds: Vec<String>,
}

words! {
    /// Who enters the data of a form.
    EnteredBy default Person {
        /// The person.
        Person = "person",
        /// The staff, on the person's behalf.
        Staff = "staff",
        /// A system that calls the interface.
        Api = "api",
        /// A file that is imported.
        Import = "import",
        /// A partner.
        Partner = "partner",
    }
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// The field, `category.field`.
    pub field: String,
    /// Whether the form cannot be sent without it.
    pub required: bool,
    /// Its label.
    pub label: Text,
    /// A word of help below it; may be empty.
    pub hint: Text,
}

/// A consent a form offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The purpose consented to; its basis is consent.
    pub purpose: String,
    /// The words beside the box.
    pub wording: Text,
}
