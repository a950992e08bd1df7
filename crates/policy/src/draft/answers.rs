//! What a company is asked for its first policy.

use super::names;
use crate::words::words;
use jiff::civil::Date;

words! {
    /// What companies commonly do with data.
    Activity {
        /// People write to it, and it answers.
        Enquiries = "enquiries",
        /// It delivers what people order.
        Orders = "orders",
        /// It keeps accounts, as the law asks.
        Bookkeeping = "bookkeeping",
        /// People have accounts with it.
        Accounts = "accounts",
        /// It sends news to those who agreed.
        Newsletter = "newsletter",
        /// It counts how its site is used, of those who agreed.
        Statistics = "statistics",
    }
}

/// A company that handles data on the controller's behalf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Processor {
    /// Its name.
    pub name: String,
    /// Its country, two letters.
    pub country: String,
}

/// What was answered. What was not is left empty, and stands as an open question in the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The legal name of the company.
    pub name: String,
    /// Its country, two letters.
    pub country: String,
    /// The mail address for everything about personal data.
    pub email: Option<String>,
    /// The postal address.
    pub address: Option<String>,
    /// The address of its site.
    pub website: Option<String>,
    /// The languages, the reference first; each has a catalogue in `texts`.
    pub languages: Vec<String>,
    /// What it does with data.
    pub activities: Vec<Activity>,
    /// Who handles data for it.
    pub processors: Vec<Processor>,
    /// The day the policy is dated.
    pub today: Date,
}

impl Answers {
    /// The service's name, as it follows from the company's.
    pub fn service(&self) -> String {
        names::slug(&self.name, "service").replace('_', "-")
    }
}
