//! Sealed values: they open where they belong, and nothing else opens.

use std::collections::HashSet;

use proptest::prelude::*;
use uuid::Uuid;
use vault::{Error, KeyKind, Place};

use crate::fixtures::{ROW, Seeded, key, place};

#[test]
fn every_changed_bit_is_refused() {
    let key = key(KeyKind::Data, 1);
    let sealed = key.seal(&place(), b"Kari Nordmann", &Seeded::default()).unwrap();
    assert_eq!(sealed.len(), 13 + 61);
    assert_eq!(key.open(&place(), &sealed).unwrap().as_slice(), b"Kari Nordmann");
    for at in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[at / 8] ^= 1 << (at % 8);
        let error = key.open(&place(), &changed).unwrap_err();
        let expected = match at / 8 {
            0 => matches!(error, Error::Format),
            1..=44 => matches!(error, Error::WrongKey),
            _ => matches!(error, Error::Changed),
        };
        assert!(expected, "byte {}: {error}", at / 8);
    }
    for length in 0..sealed.len() {
        assert!(key.open(&place(), &sealed[..length]).is_err(), "cut to {length}");
    }
    assert!(key.open(&place(), &[sealed.as_slice(), &[0]].concat()).is_err());
}

#[test]
fn every_other_place_is_refused() {
    let key = key(KeyKind::Data, 1);
    let sealed = key.seal(&place(), b"Kari Nordmann", &Seeded::default()).unwrap();
    let elsewhere = [
        Place { service: "shed", ..place() },
        Place { table: "records", ..place() },
        Place { id: Uuid::from_u128(ROW.as_u128() + 1), ..place() },
        Place { field: "bod", ..place() },
        // The same letters, cut elsewhere.
        Place { service: "sho", table: "precord", ..place() },
    ];
    for place in elsewhere {
        let error = key.open(&place, &sealed).unwrap_err();
        assert!(matches!(error, Error::WrongKey), "{place:?}: {error}");
    }
}

#[test]
fn another_key_is_refused() {
    let sealed = key(KeyKind::Data, 1).seal(&place(), b"Kari Nordmann", &Seeded::default()).unwrap();
    let error = key(KeyKind::Data, 2).open(&place(), &sealed).unwrap_err();
    assert!(matches!(error, Error::WrongKey));
    assert!(!error.to_string().contains("Kari"));
}

#[test]
fn no_nonce_and_no_commitment_repeats() {
    let (key, entropy) = (key(KeyKind::Data, 1), Seeded::default());
    let sealed: Vec<_> = (0..2_000).map(|_| key.seal(&place(), b"same", &entropy).unwrap()).collect();
    let nonces: HashSet<_> = sealed.iter().map(|sealed| sealed[1..13].to_vec()).collect();
    let commitments: HashSet<_> = sealed.iter().map(|sealed| sealed[13..45].to_vec()).collect();
    let texts: HashSet<_> = sealed.iter().map(|sealed| sealed[45..].to_vec()).collect();
    assert_eq!((nonces.len(), commitments.len(), texts.len()), (2_000, 2_000, 2_000));
}

/// The format, pinned: a value sealed by this version must open for ever.
#[test]
fn a_value_sealed_long_ago_still_opens() {
    let hex = "01af5570f5a1810b7af78caf4b753baf15c1876b47cf926a62dbacf6f02801c67511640ebd528505\
               724303b45060505351aac93674b63f025fc9f89be079ff847d28fc6374910a3e891c";
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap() as u8;
    let (pairs, _) = hex.as_bytes().as_chunks::<2>();
    let sealed: Vec<u8> = pairs.iter().map(|[high, low]| digit(*high) << 4 | digit(*low)).collect();
    let opened = key(KeyKind::Data, 1).open(&place(), &sealed).unwrap();
    assert_eq!(opened.as_slice(), b"Kari Nordmann");
}

#[test]
fn an_entry_has_its_own_key_and_salt() {
    let evidence = key(KeyKind::Evidence, 1);
    let (one, two) = (ROW, Uuid::from_u128(5));
    assert_ne!(evidence.fact_salt(one).unwrap(), evidence.fact_salt(two).unwrap());
    assert_eq!(evidence.fact_salt(one).unwrap(), evidence.fact_salt(one).unwrap());
    let entry = evidence.entry_key(one).unwrap();
    let sealed = entry.seal("shop", b"wording", &Seeded::default()).unwrap();
    assert_eq!(entry.open("shop", &sealed).unwrap().as_slice(), b"wording");
    assert!(entry.open("shed", &sealed).is_err());
    assert!(evidence.entry_key(two).unwrap().open("shop", &sealed).is_err());
    let revealed = vault::EntryKey::revealed(one, entry.reveal());
    assert_eq!(revealed.open("shop", &sealed).unwrap().as_slice(), b"wording");
    assert_eq!(revealed.commitment(), ledger::key_commitment(&entry.reveal()));
    assert_ne!(entry.reveal(), evidence.fact_salt(one).unwrap());
}

#[test]
fn a_data_key_makes_no_salts() {
    let error = key(KeyKind::Data, 1).fact_salt(ROW).unwrap_err();
    assert_eq!(error.to_string(), "a key of kind `data` cannot be used as `evidence`");
    assert!(key(KeyKind::Data, 1).entry_key(ROW).is_err());
    assert!(key(KeyKind::ServiceEvidence, 1).fact_salt(ROW).is_ok());
}

proptest! {
    #[test]
    fn what_is_sealed_opens(
        seed in 0_u64..1_000, plain in prop::collection::vec(any::<u8>(), 0..2_000),
        service in ".{0,8}", table in ".{0,8}", id in any::<u128>(), field in ".{0,8}",
    ) {
        let key = key(KeyKind::Data, seed);
        let place = Place { service: &service, table: &table, id: Uuid::from_u128(id), field: &field };
        let sealed = key.seal(&place, &plain, &Seeded::from(seed + 7)).unwrap();
        let opened = key.open(&place, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), plain.as_slice());
        if plain.len() > 3 {
            prop_assert!(!sealed.windows(plain.len()).any(|window| window == plain));
        }
    }

    #[test]
    fn opening_anything_never_panics(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        let key = key(KeyKind::Data, 1);
        let versioned = [&[1], bytes.as_slice()].concat();
        prop_assert!(key.open(&place(), &bytes).is_err());
        prop_assert!(key.open(&place(), &versioned).is_err());
    }
}
