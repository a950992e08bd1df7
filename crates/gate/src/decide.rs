//! The decision.

use jiff::Timestamp;
use policy::{Basis, Messages, Policy, Purpose, Recipient};

use crate::reason::Reason;
use crate::retention::keep_until;
use crate::standing::{Collected, Consent, Objection, Standing};

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// For which purpose.
    pub purpose: &'a str,
    /// With which data: a field (`contact.email`) or a whole category (`contact`). None: with none in particular.
    pub category: Option<&'a str>,
    /// Giving it to whom.
    pub recipient: Option<&'a str>,
    /// With the data of this record only; none: with what there is of the subject.
    pub record: Option<[u8; 16]>,
    /// Why a restriction would not stand in the way.
    pub exception: Option<Exception>,
    /// When.
    pub at: Timestamp,
}

/// What is allowed although processing is restricted (Art. 18(2)); consented use is recognised without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exception {
    /// For legal claims.
    LegalClaims,
    /// For somebody else's rights.
    OthersRights,
    /// For an important public interest.
    PublicInterest,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether the use is allowed.
    pub allow: bool,
    /// Why.
    pub reason: Reason,
    /// By which policy: its hash.
    pub policy: [u8; 32],
}

/// Whether the use is allowed by the policy and what is known of the subject.
#[must_use]
pub fn decide(policy: &Policy, standing: &Standing, question: &Question<'_>) -> Decision {
    let reason = match judge(policy, standing, question) {
        Ok(reason) | Err(reason) => reason,
    };
    Decision { allow: reason.allows(), reason, policy: policy.hash }
}

/// The rules in their order; the first that fails is the reason.
fn judge(policy: &Policy, standing: &Standing, question: &Question<'_>) -> Result<Reason, Reason> {
    let purpose = policy.purpose(question.purpose).ok_or(Reason::PurposeNotDeclared)?;
    let consent = standing.consents.get(question.purpose);
    let consented = consent.is_some_and(|consent| consent.is_active(question.at));
    check(standing.known, Reason::SubjectUnknown)?;
    check(!erased(standing, question.purpose), Reason::Erased)?;
    check(!standing.restricted || consented || question.exception.is_some(), Reason::Restricted)?;
    let source = stated(standing, question);
    check(source.is_some() || consented || commanded(purpose.basis), Reason::NotStatedAtCollection)?;
    let reason = basis(purpose, standing, consent, question.at)?;
    recipient(policy, purpose, standing, question)?;
    check(
        question.category.is_none_or(|data| declares(policy, &purpose.uses, data)),
        Reason::FieldNotDeclared,
    )?;
    let collected = source.or_else(|| latest(standing, question)).map(|collected| collected.at);
    let over = keep_until(purpose, standing, collected).is_some_and(|end| end <= question.at);
    check(!over, Reason::RetentionOver)?;
    Ok(reason)
}

fn check(holds: bool, reason: Reason) -> Result<(), Reason> {
    if holds { Ok(()) } else { Err(reason) }
}

fn erased(standing: &Standing, purpose: &str) -> bool {
    let all = standing.erased.as_ref().is_some_and(|kept| !kept.contains(purpose));
    all || standing.erased_for.contains(purpose)
}

/// Whether a law commands the use whatever was stated (Art. 6(3)), or a life depends on it.
const fn commanded(basis: Basis) -> bool {
    matches!(basis, Basis::LegalObligation | Basis::VitalInterests)
}

/// The last collection of the data in question at which the purpose was stated.
fn stated<'a>(standing: &'a Standing, question: &Question<'_>) -> Option<&'a Collected> {
    asked(standing, question)
        .rfind(|collected| collected.purposes.iter().any(|stated| stated == question.purpose))
}

/// The last collection of the data in question.
fn latest<'a>(standing: &'a Standing, question: &Question<'_>) -> Option<&'a Collected> {
    asked(standing, question).next_back()
}

fn asked<'a>(
    standing: &'a Standing,
    question: &Question<'_>,
) -> impl DoubleEndedIterator<Item = &'a Collected> {
    let (record, category) = (question.record, question.category);
    let touches = move |collected: &&Collected| {
        let right = record.is_none_or(|record| record == collected.record);
        right && category.is_none_or(|category| collected.fields.iter().any(|field| within(field, category)))
    };
    standing.collected.iter().filter(touches)
}

/// Whether a field is the one named, or in the category named.
fn within(field: &str, named: &str) -> bool {
    field.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn basis(
    purpose: &Purpose,
    standing: &Standing,
    consent: Option<&Consent>,
    at: Timestamp,
) -> Result<Reason, Reason> {
    let objection = standing.objections.get(&purpose.name);
    if purpose.messages == Some(Messages::Marketing) && (standing.marketing_objection || objection.is_some())
    {
        return Err(Reason::MarketingObjected);
    }
    if purpose.basis.can_object() && objection == Some(&Objection::Stands) {
        return Err(Reason::Objected);
    }
    match purpose.basis {
        Basis::Consent => consent_basis(consent, at),
        Basis::Contract => Ok(Reason::Contract),
        Basis::LegalObligation => Ok(Reason::LegalObligation),
        Basis::VitalInterests => Ok(Reason::VitalInterests),
        Basis::PublicTask => Ok(Reason::PublicTask),
        Basis::LegitimateInterest => Ok(Reason::LegitimateInterest),
    }
}

fn consent_basis(consent: Option<&Consent>, at: Timestamp) -> Result<Reason, Reason> {
    match consent {
        Some(given) if given.is_active(at) => Ok(Reason::Consent),
        Some(Consent::Given { expires: Some(end), .. }) if *end <= at => Err(Reason::ConsentExpired),
        Some(Consent::Refused { .. }) => Err(Reason::ConsentRefused),
        Some(Consent::Withdrawn { .. }) => Err(Reason::ConsentWithdrawn),
        Some(Consent::Expired { .. }) => Err(Reason::ConsentExpired),
        Some(Consent::Given { .. }) | None => Err(Reason::NoConsent),
    }
}

fn recipient(
    policy: &Policy,
    purpose: &Purpose,
    standing: &Standing,
    question: &Question<'_>,
) -> Result<(), Reason> {
    let Some(name) = question.recipient else { return Ok(()) };
    let shared = purpose.shares_with.iter().any(|declared| declared == name);
    let known = policy.recipient(name).filter(|_| shared);
    let Recipient { gets, .. } = known.ok_or(Reason::RecipientNotDeclared)?;
    check(!standing.opted_out.contains(name), Reason::RecipientOptedOut)?;
    check(question.category.is_none_or(|data| declares(policy, gets, data)), Reason::FieldNotForRecipient)
}

/// Whether a list of fields has the one named, or every one of the category named.
fn declares(policy: &Policy, fields: &[String], named: &str) -> bool {
    if let Some(category) = policy.category(named) {
        let listed = |field: &str| {
            fields
                .iter()
                .any(|listed| listed.split_once('.').is_some_and(|(of, name)| of == named && name == field))
        };
        return !category.fields.is_empty() && category.fields.iter().all(|field| listed(&field.name));
    }
    fields.iter().any(|listed| listed == named)
}
