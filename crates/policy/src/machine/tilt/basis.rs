//! Legal bases as TILT refers to them: `GDPR-6-1-a`.

use crate::model::{Basis, Ground};

const BASES: [(Basis, &str); 6] = [
    (Basis::Consent, "GDPR-6-1-a"),
    (Basis::Contract, "GDPR-6-1-b"),
    (Basis::LegalObligation, "GDPR-6-1-c"),
    (Basis::VitalInterests, "GDPR-6-1-d"),
    (Basis::PublicTask, "GDPR-6-1-e"),
    (Basis::LegitimateInterest, "GDPR-6-1-f"),
];

const GROUNDS: [(Ground, &str); 10] = [
    (Ground::ExplicitConsent, "GDPR-9-2-a"),
    (Ground::Employment, "GDPR-9-2-b"),
    (Ground::VitalInterests, "GDPR-9-2-c"),
    (Ground::Membership, "GDPR-9-2-d"),
    (Ground::MadePublic, "GDPR-9-2-e"),
    (Ground::LegalClaims, "GDPR-9-2-f"),
    (Ground::PublicInterest, "GDPR-9-2-g"),
    (Ground::HealthCare, "GDPR-9-2-h"),
    (Ground::PublicHealth, "GDPR-9-2-i"),
    (Ground::Research, "GDPR-9-2-j"),
];

/// The reference of a legal basis.
pub(super) fn reference(basis: Basis) -> &'static str {
    BASES.iter().find(|(known, _)| *known == basis).map_or("", |(_, reference)| reference)
}

/// The reference of a ground for special categories.
pub(super) fn ground_reference(ground: Ground) -> &'static str {
    GROUNDS.iter().find(|(known, _)| *known == ground).map_or("", |(_, reference)| reference)
}

/// A reference without what writers vary: capitals, spaces, brackets, `Art.`, `lit.`.
fn bare(reference: &str) -> String {
    let lower = reference.to_lowercase().replace("dsgvo", "gdpr").replace("art", "").replace("lit", "");
    let kept: String = lower.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    match parts.split_last() {
        Some((last, rest)) if *last == "gdpr" => format!("gdpr-{}", rest.join("-")),
        _ => parts.join("-"),
    }
}

/// The legal basis a reference means.
pub(super) fn basis(reference: &str) -> Option<Basis> {
    let bare = bare(reference);
    BASES.iter().find(|(_, known)| known.to_lowercase() == bare).map(|(basis, _)| *basis)
}

/// The ground a reference means.
pub(super) fn ground(reference: &str) -> Option<Ground> {
    let bare = bare(reference);
    GROUNDS.iter().find(|(_, known)| known.to_lowercase() == bare).map(|(ground, _)| *ground)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_understood_as_writers_vary_it() {
        for text in ["GDPR-6-1-f", "gdpr-6-1-f", "Art. 6 (1) lit. f GDPR", "DSGVO-6-1-f"] {
            assert_eq!(basis(text), Some(Basis::LegitimateInterest), "{text}");
        }
        assert_eq!(basis("BDSG-42-5"), None);
        assert_eq!(ground("GDPR-9-2-h"), Some(Ground::HealthCare));
    }

    #[test]
    fn every_basis_and_ground_has_a_reference_that_means_it() {
        for (word, _) in Basis::WORDS {
            let known = Basis::parse(word).unwrap();
            assert_eq!(basis(reference(known)), Some(known));
        }
        for (word, _) in Ground::WORDS {
            let known = Ground::parse(word).unwrap();
            assert_eq!(ground(ground_reference(known)), Some(known));
        }
    }
}
