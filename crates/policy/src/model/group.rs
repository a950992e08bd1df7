//! Who stands beside the controller: joint controllers, the group, the officer, the law that counts.

use super::Text;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// The data protection officer (Art. 37).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Officer {
    /// Who it is, or how to reach them in one line.
    pub name: String,
    /// The mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The postal address.
    pub address: Option<String>,
}

impl Officer {
    /// Everything known, in one line.
    pub fn line(&self) -> String {
        let more = [&self.email, &self.phone, &self.address];
        let parts = std::iter::once(self.name.as_str()).chain(more.into_iter().flatten().map(String::as_str));
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// The law of a state and its courts (SO-31).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jurisdiction {
    /// The country whose law counts, two letters.
    pub law: String,
    /// The courts.
    pub courts: Option<Text>,
}

/// Who decides together with the controller (Art. 26).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointController {
    /// Its name in the file.
    pub name: String,
    /// Its legal name.
    pub title: String,
    /// The country, two letters.
    pub country: String,
    /// The postal address.
    pub address: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// Its address on the web.
    pub website: Option<String>,
    /// The essence of the arrangement: who does what.
    pub arrangement: Text,
    /// Whether people turn to it first.
    pub contact_point: bool,
}

/// A company of the controller's group (PC-18, WX-27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCompany {
    /// Its name in the file.
    pub name: String,
    /// Its legal name.
    pub title: String,
    /// The country, two letters.
    pub country: String,
    /// What it is to the controller.
    pub relation: Relation,
    /// The purposes for which its people have access; empty: none at all.
    pub access: Vec<String>,
}

words! {
    /// What a company of the group is to the controller.
    Relation default Sister {
        /// It owns the controller.
        Parent = "parent",
        /// The controller owns it.
        Subsidiary = "subsidiary",
        /// The same company owns both.
        Sister = "sister",
    }
}
