//! The permanent bytes, pinned: the vectors of `docs/ledger-format.md`, computed by another program.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;
use ledger::{Evidence, Facts, Hash, Kind, Leaf, LeafError, commit, key_commitment, sha256};
use proptest::prelude::*;
use uuid::Uuid;

use crate::fixtures::facts;

const CANONICAL: &str = "0101890a5dac96774bbcceb302099a8057000660c66c7c0a40000000000000000d636f6e73656e742d676976656e0101890a5dac96774bbcceb302099a805801000000000000000a6e6577736c65747465720000000000000001000000000000000d636f6e746163742e656d61696c000100067d74f88e080001abababababababababababababababababababababababababababababababab0000000000000006706572736f6e";

fn salt() -> [u8; 32] {
    std::array::from_fn(|index| index as u8)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn canonical_bytes_are_pinned() {
    assert_eq!(hex(&facts().canonical()), CANONICAL);
    assert_eq!(
        commit(&facts(), &salt()).to_string(),
        "0f472716bb8abc673cab8b0a205209c7a755b3412e1c9d904b328ff728ed302c"
    );
}

#[test]
fn leaf_bytes_are_pinned() {
    let key = key_commitment(&[0x42; 32]);
    assert_eq!(key.to_string(), "356146eb5c297560ce123f94325b94267fa229988416ee13ea4c469bd20b3d24");
    let leaf = Leaf::new(7, commit(&facts(), &salt()), sha256(b"sealed"), key);
    assert_eq!(hex(&leaf.bytes()[..9]), "010000000000000007");
    assert_eq!(leaf.hash().to_string(), "b3d2ef72274cf77ecfe169b3b931183b77596da6f06243c69d4c9f94b96cb160");
    assert_eq!(Leaf::from_bytes(&leaf.bytes()), Ok(leaf));
}

#[test]
fn other_bytes_are_no_leaf() {
    let bytes = Leaf::new(1, Hash::ZERO, Hash::ZERO, Hash::ZERO).bytes();
    for length in 0..bytes.len() {
        assert_eq!(Leaf::from_bytes(&bytes[..length]), Err(LeafError::Length(length)));
    }
    let mut newer = bytes;
    newer[0] = 2;
    assert_eq!(Leaf::from_bytes(&newer), Err(LeafError::Version(2)));
}

#[test]
fn kinds_have_their_own_permanent_names() {
    let names: BTreeSet<_> = Kind::ALL.iter().map(Kind::as_str).collect();
    assert_eq!(names.len(), Kind::ALL.len());
    for kind in Kind::ALL {
        assert_eq!(&Kind::parse(kind.as_str()), kind);
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(kind.as_str().chars().all(plain), "{kind}");
    }
}

#[test]
fn an_unknown_kind_stays_readable_and_is_not_destroyed_early() {
    let kind = Kind::parse("teleported");
    assert_eq!(kind, Kind::Other("teleported".to_owned()));
    assert_eq!((kind.as_str(), kind.evidence()), ("teleported", Evidence::Claims));
    let json = serde_json::to_string(&kind).unwrap();
    assert_eq!(serde_json::from_str::<Kind>(&json).unwrap(), kind);
}

#[test]
fn staff_views_are_kept_a_year_and_a_tombstone_longer() {
    assert_eq!(Kind::ViewedByStaff.evidence(), Evidence::Year);
    assert_eq!(Kind::SubjectErased.evidence(), Evidence::Claims);
    assert_eq!(Kind::ConsentGiven.evidence(), Evidence::InForce);
    assert_eq!(Kind::PolicyPublished.evidence(), Evidence::Permanent);
}

fn any_text() -> impl Strategy<Value = String> {
    // Few letters, so that texts that differ only in where one ends are likely.
    "[ab]{0,3}"
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let time = || (0_i64..3).prop_map(|micros| Timestamp::from_microsecond(micros).unwrap());
    let id = || (0_u128..2).prop_map(Uuid::from_u128);
    let who = (id(), time(), any_text(), prop::option::of(id()), prop::option::of(any_text()));
    let what = (
        prop::collection::vec(any_text(), 0..3),
        prop::option::of(any_text()),
        prop::option::of(time()),
        prop::option::of(prop_oneof![Just([0; 32]), Just([1; 32])]),
        any_text(),
    );
    (who, what).prop_map(
        |((id, at, kind, subject, purpose), (categories, recipient, expires, policy, actor))| {
            let kind = Kind::parse(&kind);
            Facts { id, at, kind, subject, purpose, categories, recipient, expires, policy, actor }
        },
    )
}

proptest! {
    #[test]
    fn different_facts_have_different_bytes(all in prop::collection::vec(any_facts(), 2..40)) {
        let bytes: HashSet<_> = all.iter().map(Facts::canonical).collect();
        let texts: HashSet<_> = all.iter().map(|facts| serde_json::to_string(facts).unwrap()).collect();
        prop_assert_eq!(bytes.len(), texts.len());
    }

    #[test]
    fn facts_survive_json(facts in any_facts()) {
        let json = serde_json::to_string(&facts).unwrap();
        prop_assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
    }

    #[test]
    fn the_salt_matters(facts in any_facts(), one in any::<[u8; 32]>(), other in any::<[u8; 32]>()) {
        prop_assert_eq!(commit(&facts, &one) == commit(&facts, &other), one == other);
    }

    #[test]
    fn a_time_finer_than_a_microsecond_is_cut(nanos in 0_i64..1_000) {
        let at = Timestamp::from_nanosecond(i128::from(nanos) + 5_000).unwrap();
        let (cut, plain) = (Facts { at, ..facts() }, Facts { at: Timestamp::from_microsecond(5).unwrap(), ..facts() });
        prop_assert_eq!(cut.canonical(), plain.canonical());
    }
}
