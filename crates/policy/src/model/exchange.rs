//! What passes between people through the service: mail, invitations, messages, views, organisations.

use super::Length;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// What every message that is not service mail carries (CN-11, SO-06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Who sends.
    pub sender: String,
    /// Its postal address.
    pub postal_address: String,
    /// How a person gets out of it.
    pub unsubscribe: Vec<Unsubscribe>,
    /// Which laws it keeps.
    pub laws: Vec<MailLaw>,
}

words! {
    /// How a person gets out of a mailing.
    Unsubscribe {
        /// A link in each message.
        Link = "link",
        /// The mail program's own button (RFC 8058).
        OneClick = "one-click",
        /// The account's settings.
        Account = "account",
    }
}

words! {
    /// A law on mail.
    MailLaw {
        /// The CAN-SPAM Act of the United States.
        CanSpam = "can-spam",
        /// Article 13 of the ePrivacy Directive.
        Eprivacy = "eprivacy",
    }
}

/// Inviting somebody by the address another user gave (SO-33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitations {
    /// The purpose.
    pub purpose: String,
    /// Whether the invitation says who invited.
    pub names_sender: bool,
    /// Whether there is one only.
    pub once: bool,
    /// When the address is forgotten if nobody answers.
    pub forgotten_after: Length,
}

/// What people see of each other (PC-12 to PC-15).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Exchange {
    /// Messages between users.
    pub messages: Option<UserMessages>,
    /// Who viewed what; only the organisation viewed sees it.
    pub views: Option<Views>,
    /// Records a person marked public.
    pub public_records: Option<PublicRecords>,
}

/// Messages between users (PC-12, PC-15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserMessages {
    /// The purpose.
    pub purpose: String,
    /// The fields of the sender that the recipient sees.
    pub shows: Vec<String>,
    /// Whether the sender is told before sending.
    pub sender_told: bool,
    /// Whether a recipient can block a sender.
    pub block: bool,
    /// Whether a recipient can report a message.
    pub report: bool,
}

/// Who viewed what (PC-14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Views {
    /// The purpose.
    pub purpose: String,
    /// Whether who objected is absent.
    pub objectors_absent: bool,
}

/// Records a person marked public (PC-13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRecords {
    /// The purpose.
    pub purpose: String,
}

/// What organisations and their administrators can do (PC-10, SO-03, SO-16).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Organisations {
    /// Whether an organisation's administrator gives its people access to its profile.
    pub access_by_administrator: bool,
    /// Whether the domain of a mail address suggests a membership.
    pub domain_suggests: bool,
    /// Whether an organisation can claim the accounts of its domain: proven by DNS, people told before, requests about
    /// data routed to it.
    pub domain_claims: bool,
}
