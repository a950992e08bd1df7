//! Where data is collected.

use super::Text;
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
