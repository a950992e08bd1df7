//! Wrapped keys: they unwrap for their place and day, survive re-wrapping, and die with their day.

use uuid::Uuid;
use vault::{Epoch, Error, IdentifierKind, KeyKind, KeyPlace, MemorySource, Vault, Wrapped, normalise};

use crate::fixtures::{SUBJECT, Seeded, TODAY, memory_vault, place};

const DATA: KeyPlace<'static> = KeyPlace::subject("shop", SUBJECT, KeyKind::Data);

#[test]
fn a_wrapped_key_opens_what_the_key_sealed() {
    let entropy = Seeded::default();
    let vault = memory_vault(&entropy);
    let (key, wrapped) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    assert_eq!((wrapped.version, wrapped.epoch), (1, TODAY));
    let sealed = key.seal(&place(), b"Kari", &entropy).unwrap();
    let again = vault.unwrap(&DATA, &wrapped).unwrap();
    assert_eq!(again.open(&place(), &sealed).unwrap().as_slice(), b"Kari");
    assert_eq!(again.kind(), KeyKind::Data);
}

#[test]
fn keys_are_swapped_neither_between_people_nor_kinds_nor_services_nor_versions() {
    let entropy = Seeded::default();
    let vault = memory_vault(&entropy);
    let (_, wrapped) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    let other = Uuid::from_u128(9);
    for place in [
        KeyPlace { service: "shed", ..DATA },
        KeyPlace { subject: other, ..DATA },
        KeyPlace { kind: KeyKind::Evidence, ..DATA },
    ] {
        assert!(matches!(vault.unwrap(&place, &wrapped), Err(Error::WrongKey)), "{place:?}");
    }
    let second = DATA.at_version(2);
    assert!(matches!(vault.unwrap(&second, &wrapped), Err(Error::Version { expected: 2, found: 1 })));
    let relabelled = Wrapped { version: 2, ..wrapped.clone() };
    assert!(matches!(vault.unwrap(&second, &relabelled), Err(Error::WrongKey)));
    let redated = Wrapped { epoch: Epoch(TODAY.0 + 1), ..wrapped };
    assert!(matches!(vault.unwrap(&DATA, &redated), Err(Error::EpochGone(_))));
}

#[test]
fn every_changed_bit_of_a_wrapped_key_is_refused() {
    let entropy = Seeded::default();
    let vault = memory_vault(&entropy);
    let (_, wrapped) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    for at in 0..wrapped.bytes.len() * 8 {
        let mut changed = wrapped.clone();
        changed.bytes[at / 8] ^= 1 << (at % 8);
        assert!(vault.unwrap(&DATA, &changed).is_err(), "bit {at}");
    }
}

#[test]
fn what_was_wrapped_under_a_destroyed_day_is_gone_and_what_was_rewrapped_is_not() {
    let entropy = Seeded::default();
    let source = MemorySource::new(&entropy);
    let vault = Vault::new(Box::new(source.clone()));
    let (key, backup) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    let sealed = key.seal(&place(), b"Kari", &entropy).unwrap();
    let tomorrow = Epoch(TODAY.0 + 1);
    let row = vault.rewrap(&DATA, &backup, tomorrow, &entropy).unwrap();
    assert_ne!(row.bytes, backup.bytes);
    assert_eq!(vault.destroy_before(tomorrow, &[TODAY]).unwrap(), [], "it is still used");
    assert_eq!(vault.destroy_before(tomorrow, &[]).unwrap(), [TODAY]);
    assert_eq!(vault.epochs().unwrap(), [tomorrow]);
    // At once, and after a restart.
    for vault in [&vault, &Vault::new(Box::new(source))] {
        let survived = vault.unwrap(&DATA, &row).unwrap();
        assert_eq!(survived.open(&place(), &sealed).unwrap().as_slice(), b"Kari");
        let error = vault.unwrap(&DATA, &backup).unwrap_err();
        assert!(matches!(error, Error::EpochGone(TODAY)));
        assert!(error.to_string().contains("epoch 20778 is not in the key source"), "{error}");
    }
}

#[test]
fn reading_never_makes_a_day() {
    let entropy = Seeded::default();
    let source = MemorySource::new(&entropy);
    let vault = Vault::new(Box::new(source.clone()));
    let wrapped = Wrapped { version: 1, epoch: TODAY, bytes: vec![1; 93] };
    assert!(vault.unwrap(&DATA, &wrapped).is_err());
    assert!(vault::KeySource::list(&source).unwrap().is_empty());
}

#[test]
fn another_root_key_opens_nothing() {
    let (one, two) = (Seeded::default(), Seeded::from(3));
    let (_, wrapped) = memory_vault(&one).new_key(&DATA, TODAY, &one).unwrap();
    let other = memory_vault(&two);
    other.new_key(&DATA, TODAY, &two).unwrap();
    assert!(matches!(other.unwrap(&DATA, &wrapped), Err(Error::WrongKey)));
}

#[test]
fn the_signing_key_signs_the_same_after_a_rewrap() {
    let entropy = Seeded::default();
    let vault = memory_vault(&entropy);
    let place = KeyPlace::service("shop", KeyKind::Signing);
    let (_, wrapped) = vault.new_key(&place, TODAY, &entropy).unwrap();
    let rewrapped = vault.rewrap(&place, &wrapped, Epoch(TODAY.0 + 1), &entropy).unwrap();
    let one = vault.signing_key(&place, &wrapped, "log.example/shop").unwrap();
    let two = vault.signing_key(&place, &rewrapped, "log.example/shop").unwrap();
    let key = ledger::VerifierKey::of(&one).unwrap();
    assert_eq!(key, ledger::VerifierKey::of(&two).unwrap());
    let checkpoint =
        ledger::Checkpoint { origin: "log.example/shop".to_owned(), size: 0, root: ledger::empty_root() };
    let note = checkpoint.sign(&[&two]).unwrap().to_string();
    assert_eq!(ledger::Checkpoint::verify(&note, &key).unwrap(), checkpoint);
    assert!(vault.signing_key(&DATA, &wrapped, "x").is_err());
}

#[test]
fn an_index_depends_on_key_and_kind_and_not_on_the_spelling() {
    let entropy = Seeded::default();
    let vault = memory_vault(&entropy);
    let index_key = |service, kind| {
        let place = KeyPlace::service(service, KeyKind::Index(kind));
        let (_, wrapped) = vault.new_key(&place, TODAY, &entropy).unwrap();
        vault.index_key(&place, &wrapped).unwrap()
    };
    let shop = index_key("shop", IdentifierKind::Email);
    let email = |raw| normalise(IdentifierKind::Email, raw).unwrap();
    assert_eq!(shop.index(&email(" Kari@Example.NO ")), shop.index(&email("kari@example.no")));
    assert_ne!(shop.index(&email("kari@example.no")), shop.index(&email("ola@example.no")));
    let other = index_key("shed", IdentifierKind::Email);
    assert_ne!(shop.index(&email("kari@example.no")), other.index(&email("kari@example.no")));
    let number = normalise(IdentifierKind::Number, "12345678").unwrap();
    let phone = normalise(IdentifierKind::Phone, "+12345678").unwrap();
    assert_ne!(shop.index(&number), shop.index(&phone));
    assert_ne!(shop.index(&email("k@e.no")).to_vec(), ledger::sha256(b"k@e.no").0.to_vec());
    assert_eq!(shop.version(), 1);
    let (_, wrapped) = vault.new_key(&DATA, TODAY, &entropy).unwrap();
    assert!(matches!(vault.index_key(&DATA, &wrapped), Err(Error::Kind { .. })));
}

#[test]
fn kinds_have_their_own_names() {
    for kind in KeyKind::ALL {
        assert_eq!(KeyKind::parse(kind.as_str()), Some(kind));
    }
    assert_eq!(KeyKind::parse("master"), None);
}

#[test]
fn an_epoch_is_a_day() {
    assert_eq!((Epoch::of(0), Epoch::of(86_399), Epoch::of(86_400)), (Epoch(0), Epoch(0), Epoch(1)));
    assert_eq!((Epoch::of(-1), Epoch::of(i64::MAX)), (Epoch(0), Epoch(u32::MAX)));
    assert_eq!((Epoch(20).back(14), Epoch(3).back(14)), (Epoch(6), Epoch(0)));
}
