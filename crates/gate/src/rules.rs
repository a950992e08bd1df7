//! A policy compiled for deciding: names become numbers, lists become masks, dated law becomes sorted days.
//!
//! INVARIANT: the same policy compiles to the same rules; nothing here is decided, only prepared.

mod bits;
mod channels;
mod compile;

use std::collections::HashMap;

use policy::{Basis, Channel, Keep};

pub(crate) use bits::Bits;
pub(crate) use channels::{Channels, SLOTS, slot};

use crate::deadline::Moment;
use crate::question::{Ask, Question};
use crate::reason::Reason;

/// The rules of one policy.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The policy's hash.
    pub policy: [u8; 32],
    /// The law they were compiled under: its hash. Numbers of countries and days of safe transfers are of this law.
    pub law: [u8; 32],
    pub(crate) purposes: Vec<PurposeRule>,
    pub(crate) recipients: Vec<RecipientRule>,
    /// Every field (`contact.email`) and every category (`contact`).
    pub(crate) data: Vec<String>,
    /// The data that a customer entrusts (Art. 28).
    pub(crate) entrusted: Bits,
    pub(crate) channels: &'static Channels,
    /// Whether Global Privacy Control, and Do Not Track, are honoured.
    pub(crate) honours: [bool; 2],
    /// Whether there is a minimum age.
    pub(crate) minimum_age: bool,
    names: Names,
}

/// What a name's number is.
#[derive(Debug, Clone, Default)]
struct Names {
    purposes: HashMap<String, u16>,
    recipients: HashMap<String, u16>,
    data: HashMap<String, u16>,
}

/// A purpose.
#[derive(Debug, Clone)]
pub(crate) struct PurposeRule {
    pub basis: Basis,
    pub marketing: bool,
    /// Whether a customer must have instructed it.
    pub instructed: bool,
    /// The channels it reaches people by, one bit each.
    pub channels: u16,
    pub shares: Bits,
    pub uses: Bits,
    pub name: String,
    /// The purposes whose data it may use (Art. 6(4)), and itself.
    pub sources: Vec<String>,
    pub keep: Keep,
}

/// A recipient.
#[derive(Debug, Clone)]
pub(crate) struct RecipientRule {
    pub name: String,
    pub gets: Bits,
    /// From which day on a transfer is lawful, or no longer is.
    pub safe: Vec<(i64, bool)>,
    /// Whether only the person's consent makes the transfer lawful (Art. 49(1)(a)).
    pub by_consent: bool,
}

impl RecipientRule {
    /// Whether a transfer to it is lawful on that day.
    pub fn is_safe(&self, moment: Moment) -> bool {
        let day = i64::from(moment.day);
        self.safe.iter().rev().find(|(from, _)| *from <= day).is_some_and(|(_, safe)| *safe)
    }
}

impl Rules {
    /// The number of a purpose.
    #[must_use]
    pub fn purpose(&self, name: &str) -> Option<u16> {
        self.names.purposes.get(name).copied()
    }

    /// The number of a recipient.
    #[must_use]
    pub fn recipient(&self, name: &str) -> Option<u16> {
        self.names.recipients.get(name).copied()
    }

    /// The purposes in the policy's order; a purpose's number is its place.
    pub fn purposes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.purposes.iter().map(|purpose| purpose.name.as_str())
    }

    /// A question with its names resolved.
    ///
    /// # Errors
    /// The reason of the denial, where a name is not declared.
    pub fn ask(&self, question: &Question<'_>) -> Result<Ask, Reason> {
        let purpose = self.purpose(question.purpose).ok_or(Reason::PurposeNotDeclared)?;
        let recipient = resolved(question.recipient, &self.names.recipients, Reason::RecipientNotDeclared)?;
        let data = resolved(question.category, &self.names.data, Reason::FieldNotDeclared)?;
        Ok(Ask {
            purpose,
            recipient,
            data,
            channel: question.channel,
            record: question.record,
            exception: question.exception,
            at: Moment::from(question.at),
        })
    }

    /// Whether a question's purpose is reached by a channel.
    pub(crate) const fn reaches(purpose: &PurposeRule, channel: Channel) -> bool {
        purpose.channels & (1 << channel as u16) != 0
    }
}

/// The number of a name, if one is given.
fn resolved(name: Option<&str>, of: &HashMap<String, u16>, not: Reason) -> Result<Option<u16>, Reason> {
    name.map(|name| of.get(name).copied().ok_or(not)).transpose()
}
