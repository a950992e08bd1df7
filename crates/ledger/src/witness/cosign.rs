//! Cosignatures (C2SP tlog-cosignature, Ed25519, type 0x04): a witness' signature over a checkpoint and the time.

use std::fmt;
use std::str::FromStr;

use ring::signature::{ED25519, UnparsedPublicKey};

use crate::key::{KeyType, VerifierKey};
use crate::note::{Note, NoteError, Signature};

/// The public half of a witness: as [`VerifierKey`], of type 4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessKey(VerifierKey);

/// That a witness saw this state of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// The witness' name.
    pub witness: String,
    /// When, in seconds since 1970, as the witness says.
    pub at: u64,
}

/// What a witness signs: a header, the time, and the whole text of the checkpoint.
#[must_use]
pub fn message(at: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {at}\n{text}").into_bytes()
}

impl WitnessKey {
    /// The key of that name.
    ///
    /// # Errors
    /// If the name is empty or has a plus sign or a space in it.
    pub fn new(name: &str, public: [u8; 32]) -> Result<Self, NoteError> {
        VerifierKey::typed(name, public, KeyType::Cosignature).map(Self)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// The signature line of a cosignature made at `at`: its bytes are the time and the Ed25519 signature of [`message`].
    #[must_use]
    pub fn line(&self, at: u64, signature: &[u8]) -> Signature {
        let bytes = at.to_be_bytes().iter().chain(signature).copied().collect();
        Signature { name: self.name().to_owned(), id: self.0.id(), bytes }
    }

    /// Whether a line claims to be by this witness.
    #[must_use]
    pub fn claims(&self, line: &Signature) -> bool {
        line.name == self.name() && line.id == self.0.id()
    }

    /// Whether the witness cosigned this note, and when last. Every line that claims to be by it must hold.
    ///
    /// # Errors
    /// If there is no such line, or one that does not hold.
    pub fn verify(&self, note: &Note) -> Result<Cosigned, NoteError> {
        let lines = note.signatures.iter().filter(|line| self.claims(line));
        let times = lines.map(|line| self.time(note, line)).collect::<Result<Vec<_>, _>>()?;
        let at = times.into_iter().max().ok_or_else(|| NoteError::NotSigned(self.to_string()))?;
        Ok(Cosigned { witness: self.name().to_owned(), at })
    }

    fn time(&self, note: &Note, line: &Signature) -> Result<u64, NoteError> {
        let bad = || NoteError::BadSignature(self.to_string());
        let (at, signature) = line.bytes.split_first_chunk::<8>().ok_or_else(bad)?;
        let at = u64::from_be_bytes(*at);
        let public = UnparsedPublicKey::new(&ED25519, self.0.public());
        public.verify(&message(at, &note.text), signature).map_err(|_| bad())?;
        if i64::try_from(at).is_ok() { Ok(at) } else { Err(bad()) }
    }
}

impl fmt::Display for WitnessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for WitnessKey {
    type Err = NoteError;

    fn from_str(line: &str) -> Result<Self, NoteError> {
        VerifierKey::read(line, KeyType::Cosignature).map(Self)
    }
}
