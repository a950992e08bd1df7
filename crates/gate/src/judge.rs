//! The rules in their order: the only place where anything is decided.
//!
//! Contract: [`judge`] sees a [`View`], whoever made it: the exact fold or the packed words. The first rule that
//! fails is the reason; where none fails, the basis is.
//!
//! Absences: no allocation, no names, no time but the question's.

use policy::law::ChannelRule;
use policy::{Basis, Channel};

use crate::question::Ask;
use crate::reason::Reason;
use crate::rules::{PurposeRule, Rules, SLOTS, slot};

/// What counts of a subject for one question, at its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct View {
    pub person: Person,
    pub cell: Cell,
}

/// What is said of the person whatever the purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Person {
    pub known: bool,
    pub restricted: bool,
    /// Said to be younger than asked.
    pub too_young: bool,
    /// Gave data under a contract (ePrivacy Directive, Art. 13(2)).
    pub customer: bool,
    /// Where the person lives, by number.
    pub country: u8,
    /// What was said of each channel.
    pub channels: [Said; SLOTS.len()],
}

/// What a person said of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Said {
    #[default]
    Nothing,
    Allowed,
    Refused,
}

/// What is said of one purpose, and the data and recipient in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    pub erased: bool,
    /// The purpose was stated when the data was collected; or instructed, where an instruction is needed.
    pub grounded: bool,
    pub consent: Consent,
    pub against: Against,
    pub opted_out: bool,
    /// The period is over.
    pub over: bool,
}

/// A consent at the moment in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    None,
    Active,
    Refused,
    Withdrawn,
    Expired,
}

/// What stands against a purpose; an objection hides a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Against {
    Nothing,
    Objection,
    Signal,
}

/// The reason, by the rules in their order.
#[inline]
pub(crate) fn judge(rules: &Rules, ask: &Ask, view: &View) -> Reason {
    match decide(rules, ask, view) {
        Ok(reason) | Err(reason) => reason,
    }
}

#[inline]
fn decide(rules: &Rules, ask: &Ask, View { person, cell }: &View) -> Result<Reason, Reason> {
    let purpose = rules.purposes.get(usize::from(ask.purpose)).ok_or(Reason::PurposeNotDeclared)?;
    let consented = cell.consent == Consent::Active;
    check(person.known, Reason::SubjectUnknown)?;
    check(!cell.erased, Reason::Erased)?;
    check(!person.restricted || consented || ask.exception.is_some(), Reason::Restricted)?;
    source(rules, ask, purpose, cell, consented)?;
    let reason = basis(purpose, cell)?;
    if let Some(channel) = ask.channel {
        reached(rules, ask, purpose, person, channel)?;
    }
    check(cell.against != Against::Signal, Reason::Signalled)?;
    check(!person.too_young || purpose.commanded(), Reason::TooYoung)?;
    if let Some(number) = ask.recipient {
        recipient(rules, ask, purpose, cell, number)?;
    }
    check(ask.data.is_none_or(|data| purpose.uses.has(data)), Reason::FieldNotDeclared)?;
    check(!cell.over, Reason::RetentionOver)?;
    Ok(reason)
}

#[inline]
const fn check(holds: bool, reason: Reason) -> Result<(), Reason> {
    if holds { Ok(()) } else { Err(reason) }
}

/// Whether an instruction is needed for this use (CN-20).
#[inline]
pub(crate) fn needs_instruction(rules: &Rules, purpose: &PurposeRule, data: Option<u16>) -> bool {
    purpose.instructed || data.is_some_and(|data| rules.entrusted.has(data))
}

/// Where the data comes from: the customer's instruction, or what was stated when it was collected (WE-03, CN-16).
#[inline]
fn source(
    rules: &Rules,
    ask: &Ask,
    purpose: &PurposeRule,
    cell: &Cell,
    consented: bool,
) -> Result<(), Reason> {
    if needs_instruction(rules, purpose, ask.data) {
        return check(cell.grounded, Reason::NotInstructed);
    }
    // who was asked for consent was told of the purpose: what they said then decides, under the basis
    let told = purpose.basis == Basis::Consent && cell.consent != Consent::None;
    check(cell.grounded || consented || told || purpose.commanded(), Reason::NotStatedAtCollection)
}

#[inline]
fn basis(purpose: &PurposeRule, cell: &Cell) -> Result<Reason, Reason> {
    if cell.against == Against::Objection {
        return Err(if purpose.marketing { Reason::MarketingObjected } else { Reason::Objected });
    }
    match (purpose.basis, cell.consent) {
        (Basis::Consent, Consent::Active) => Ok(Reason::Consent),
        (Basis::Consent, Consent::None) => Err(Reason::NoConsent),
        (Basis::Consent, Consent::Refused) => Err(Reason::ConsentRefused),
        (Basis::Consent, Consent::Withdrawn) => Err(Reason::ConsentWithdrawn),
        (Basis::Consent, Consent::Expired) => Err(Reason::ConsentExpired),
        (Basis::Contract, _) => Ok(Reason::Contract),
        (Basis::LegalObligation, _) => Ok(Reason::LegalObligation),
        (Basis::VitalInterests, _) => Ok(Reason::VitalInterests),
        (Basis::PublicTask, _) => Ok(Reason::PublicTask),
        (Basis::LegitimateInterest, _) => Ok(Reason::LegitimateInterest),
    }
}

/// Marketing by a channel needs more than a basis: what the person's country asks for. A consent to a purpose that
/// declares the channel is that permission; an entry by somebody else is none (PC-11).
#[inline]
fn reached(
    rules: &Rules,
    ask: &Ask,
    purpose: &PurposeRule,
    person: &Person,
    channel: Channel,
) -> Result<(), Reason> {
    check(Rules::reaches(purpose, channel), Reason::ChannelNotDeclared)?;
    let Some(slot) = slot(channel).filter(|_| purpose.marketing) else { return Ok(()) };
    match person.channels.get(slot).copied().unwrap_or_default() {
        Said::Refused => return Err(Reason::ChannelRefused),
        Said::Allowed => return Ok(()),
        Said::Nothing => {}
    }
    let free = match rules.channels.rule(person.country, slot, ask.at) {
        ChannelRule::OptOut => true,
        ChannelRule::SoftOptIn => person.customer,
        ChannelRule::OptIn => false,
    };
    check(free || purpose.basis == Basis::Consent, Reason::ChannelNotPermitted)
}

#[inline]
fn recipient(
    rules: &Rules,
    ask: &Ask,
    purpose: &PurposeRule,
    cell: &Cell,
    number: u16,
) -> Result<(), Reason> {
    let known = rules.recipients.get(usize::from(number)).filter(|_| purpose.shares.has(number));
    let recipient = known.ok_or(Reason::RecipientNotDeclared)?;
    check(!cell.opted_out, Reason::RecipientOptedOut)?;
    let agreed = !recipient.by_consent || cell.consent == Consent::Active;
    check(agreed && recipient.is_safe(ask.at), Reason::TransferUnsafe)?;
    check(ask.data.is_none_or(|data| recipient.gets.has(data)), Reason::FieldNotForRecipient)
}
