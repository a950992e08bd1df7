//! Keys of signed notes: who signs, and the public half in its `name+hash+base64` form.

use std::fmt;
use std::str::FromStr;

use crate::hash::sha256_of;
use crate::text;

/// The type byte of a key: what its signatures are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum KeyType {
    /// Ed25519 over a note's text.
    Note = 1,
    /// Ed25519 over a time and a checkpoint (C2SP tlog-cosignature).
    Cosignature = 4,
}

/// Somebody who signs. Implemented by `vault`, the only crate that sees a private key.
pub trait Signer: Send + Sync {
    /// The key's name: the log's origin.
    fn name(&self) -> &str;
    /// The Ed25519 public key.
    fn public_key(&self) -> [u8; 32];
    /// The Ed25519 signature of the message.
    fn sign(&self, message: &[u8]) -> Vec<u8>;
}

/// A note that is not one, or whose signature does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Not in the format.
    #[error("this is no signed note: {0}")]
    Format(&'static str),
    /// Not a verifier key.
    #[error("this is no verifier key (`name+hash+base64`): {0}")]
    Key(&'static str),
    /// Nobody signed with this key.
    #[error("the note carries no signature by the key `{0}`")]
    NotSigned(String),
    /// Somebody claims to have signed with this key.
    #[error("the signature by `{0}` does not fit the text: one of them was changed")]
    BadSignature(String),
}

/// The public half of a signer: its name, its id and its Ed25519 key. Written `name+hash+base64`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    public: [u8; 32],
    kind: KeyType,
}

impl VerifierKey {
    /// The key of that name.
    ///
    /// # Errors
    /// If the name is empty or has a plus sign or a space in it.
    pub fn new(name: &str, public: [u8; 32]) -> Result<Self, NoteError> {
        Self::typed(name, public, KeyType::Note)
    }

    pub(crate) fn typed(name: &str, public: [u8; 32], kind: KeyType) -> Result<Self, NoteError> {
        if !is_name(name) {
            return Err(NoteError::Key("the name is empty or has a space, a plus or a control character"));
        }
        Ok(Self { name: name.to_owned(), public, kind })
    }

    /// Reads `name+hash+base64` of a key of this type.
    pub(crate) fn read(line: &str, kind: KeyType) -> Result<Self, NoteError> {
        let mut parts = line.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::Key("it has fewer than three parts"));
        };
        let typed = text::unbase64(key).ok_or(NoteError::Key("its last part is not base64"))?;
        let public = match (typed.split_first(), kind) {
            (Some((found, public)), _) if *found == kind as u8 => public,
            (_, KeyType::Note) => return Err(NoteError::Key("it is not of type 1 (Ed25519)")),
            (_, KeyType::Cosignature) => {
                return Err(NoteError::Key("it is not of type 4 (Ed25519 cosignatures of a witness)"));
            }
        };
        let public = public.try_into().map_err(|_| NoteError::Key("an Ed25519 key has 32 bytes"))?;
        let key = Self::typed(name, public, kind)?;
        if text::hex(&key.id()) != id {
            return Err(NoteError::Key("its hash does not fit its name and key: it was mistyped or changed"));
        }
        Ok(key)
    }

    /// The key of a signer.
    ///
    /// # Errors
    /// If its name is none.
    pub fn of(signer: &dyn Signer) -> Result<Self, NoteError> {
        Self::new(signer.name(), signer.public_key())
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The Ed25519 public key.
    #[must_use]
    pub const fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// The key id: the first four bytes of SHA-256(name ‖ "\n" ‖ type ‖ public key).
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let hash = sha256_of(&[self.name.as_bytes(), b"\n", &[self.kind as u8], &self.public]);
        let [a, b, c, d, ..] = hash.0;
        [a, b, c, d]
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed: Vec<u8> = std::iter::once(self.kind as u8).chain(self.public).collect();
        write!(f, "{}+{}+{}", self.name, text::hex(&self.id()), text::base64(&typed))
    }
}

impl FromStr for VerifierKey {
    type Err = NoteError;

    fn from_str(line: &str) -> Result<Self, NoteError> {
        Self::read(line, KeyType::Note)
    }
}

/// Whether a text can be a key's name.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c == '+' || c.is_whitespace() || c.is_control())
}
