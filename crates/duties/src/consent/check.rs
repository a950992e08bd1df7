//! What of a consent must be so before it is recorded.

use policy::{Basis, ConsentBy};

use super::{Answer, LONGEST, NewConsent, Problem};
use crate::service::Service;

/// The first thing that is wrong with it; none where it can be recorded.
#[must_use]
pub fn problem(service: &Service, new: &NewConsent) -> Option<Problem> {
    let found = |field, id| Some(Problem { field, id });
    let Some(purpose) = service.policy.purpose(&new.purpose) else {
        return found("purpose", "consent-purpose-unknown");
    };
    if purpose.basis != Basis::Consent {
        return found("purpose", "consent-purpose-other-basis");
    }
    if new.method == ConsentBy::Browsing {
        return found("method", "consent-method-browsing");
    }
    // no means no however it is said; only a yes has to come in a declared way
    let yes = new.answer == Answer::Given;
    if yes && !purpose.consent_by.is_empty() && !purpose.consent_by.contains(&new.method) {
        return found("method", "consent-method-undeclared");
    }
    let witness = new.witness.as_deref().unwrap_or_default().trim();
    if yes && new.method == ConsentBy::Verbal && witness.is_empty() {
        return found("witness", "consent-witness-missing");
    }
    if new.wording.as_deref().is_some_and(|words| words.trim().is_empty()) {
        return found("wording", "consent-wording-missing");
    }
    if new.surface.trim().is_empty() {
        return found("surface", "consent-surface-missing");
    }
    let long = |text: &str| text.len() > LONGEST;
    if new.wording.as_deref().is_some_and(long) || long(witness) || long(&new.surface) {
        return found("wording", "consent-too-long");
    }
    times(service, new)
}

fn times(service: &Service, new: &NewConsent) -> Option<Problem> {
    let now = service.now();
    if new.given_at.is_some_and(|at| at > now) {
        return Some(Problem { field: "given-at", id: "consent-given-later" });
    }
    let over = new.expires.is_some_and(|end| end <= now);
    over.then_some(Problem { field: "expires", id: "consent-expires-past" })
}
