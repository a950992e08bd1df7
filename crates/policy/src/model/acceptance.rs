//! What people accept in order to use the service. An acceptance is never a legal basis.

use super::{Length, Text};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// The box of acceptance (PC-06, PC-07, CN-17). It never stands at the privacy centre, at rights or at unsubscribing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Where it is asked.
    pub at: Vec<AcceptedAt>,
    /// What is accepted; `privacy-policy` is this policy.
    pub of: Vec<String>,
    /// The words beside the box.
    pub wording: Text,
    /// For whom a person may accept.
    pub on_behalf: Vec<OnBehalf>,
    /// How long it is kept.
    pub kept: Option<Length>,
}

words! {
    /// Where an acceptance is asked.
    AcceptedAt {
        /// At every form.
        Forms = "forms",
        /// At every sign-in to the service.
        SignIn = "sign-in",
    }
}

words! {
    /// For whom somebody acts.
    OnBehalf {
        /// For themselves.
        Themself = "self",
        /// For an organisation, with the authority to.
        Organisation = "organisation",
    }
}
