//! What `Debug` and errors show: nothing secret, nothing personal.

use std::fmt::Debug;

use vault::{Directory, IdentifierKind, KeyKind, KeyPlace, MemorySource, Secret, Token, Vault, normalise};

use crate::fixtures::{ROW, Seeded, TODAY, key, memory_vault};

fn shown(value: &dyn Debug) -> String {
    format!("{value:?} {value:#?}")
}

#[test]
fn debug_prints_no_secret() {
    let entropy = Seeded::default();
    let vault = memory_vault(&entropy);
    let secret = [0x61; 32];
    let index = KeyPlace::service("shop", KeyKind::Index(IdentifierKind::Email));
    let (_, wrapped_index) = vault.new_key(&index, TODAY, &entropy).unwrap();
    let signing = KeyPlace::service("shop", KeyKind::Signing);
    let (_, wrapped_signing) = vault.new_key(&signing, TODAY, &entropy).unwrap();
    let identifier = normalise(IdentifierKind::Email, "kari@example.no").unwrap();
    let token = Token::random(&entropy);
    let home = tempfile::TempDir::new().unwrap();
    let directory = Directory::open(home.path().join("keys"), &entropy).unwrap();
    let texts = [
        shown(&Secret::from_bytes(secret)),
        shown(&key(KeyKind::Data, 1)),
        shown(&vault::EntryKey::revealed(ROW, secret)),
        shown(&vault.index_key(&index, &wrapped_index).unwrap()),
        shown(&vault.signing_key(&signing, &wrapped_signing, "log/shop").unwrap()),
        shown(&MemorySource::new(&entropy)),
        shown(&Vault::new(Box::new(directory))),
        shown(&identifier),
        shown(&token),
    ];
    for text in &texts {
        assert!(text.len() < 80, "{text}");
        for part in ["kari", "97, 97", "6161", "aaa", token.reveal().as_str()] {
            assert!(!text.contains(part), "{text}");
        }
    }
}

#[test]
fn tokens_are_read_back_and_only_their_hash_is_kept() {
    let entropy = Seeded::default();
    let (one, two) = (Token::random(&entropy), Token::random(&entropy));
    let text = one.reveal();
    assert_eq!(text.len(), 43);
    assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
    assert_eq!(Token::parse(&text).unwrap().digest(), one.digest());
    assert_ne!(one.digest(), two.digest());
    let padded = format!("{}=", text.as_str());
    for wrong in ["", "abc", &text[1..], padded.as_str(), &text.replace(text.get(..1).unwrap(), "!")] {
        let error = Token::parse(wrong).unwrap_err().to_string();
        assert_eq!(error, "this is not a token: it was cut off or mistyped");
    }
}
