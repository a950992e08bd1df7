//! A policy is its content: comments and formatting do not change its hash, everything else does.

use super::suite::SOUND;
use super::wepack;
use policy::{Policy, Source, compile};

fn compiled(text: &str) -> Policy {
    compile(&Source::new("policy.yaml", text)).policy.unwrap()
}

#[test]
fn comments_and_formatting_do_not_count() {
    let plain = compiled(SOUND);
    let other = SOUND
        .replace(
            "uses: [contact.name, contact.email]",
            "# these two\n    uses:\n      - contact.name\n      - 'contact.email' # both",
        )
        .replace(
            "why: Answer your enquiry\n    basis: contract",
            "basis: \"contract\"\n    why: >-\n      Answer\n      your enquiry",
        )
        .replace("\npurposes:", "\n\n# why\n\npurposes:");
    assert_eq!(plain.canonical, compiled(&other).canonical);
    assert_eq!(plain.hash, compiled(&other).hash);
}

#[test]
fn every_declaration_counts() {
    let plain = compiled(SOUND);
    for (from, to) in [
        ("6 months", "7 months"),
        ("Answer your enquiry", "Answer you"),
        ("basis: contract", "basis: vital-interests"),
        ("2026-01-01", "2026-01-02"),
        ("[email]", "[email, sms]"),
        ("Gata 1", "Gata 2"),
    ] {
        assert_ne!(plain.hash, compiled(&SOUND.replace(from, to)).hash, "{from}");
    }
}

#[test]
fn the_archive_gives_the_same_policy_back() {
    let policy = wepack::policy();
    let again = Policy::from_canonical(&policy.canonical).unwrap();
    assert_eq!(policy, again);
    assert_eq!(policy.hash_hex().len(), 64);
}

#[test]
fn the_hash_is_sha_256_of_the_canonical_text() {
    let policy = compiled(SOUND);
    let digest = ring::digest::digest(&ring::digest::SHA256, policy.canonical.as_bytes());
    assert_eq!(digest.as_ref(), policy.hash);
}
