//! Signed notes (C2SP signed-note): a text and who signed it, readable by people and by existing tools.
//!
//! Ed25519 (type 0x01) is signed and verified here. Signature lines of other types and keys, such as witness
//! cosignatures, are kept as they are.

use std::fmt;
use std::str::FromStr;

use ring::signature::{ED25519, UnparsedPublicKey};

use crate::key::is_name;
pub use crate::key::{NoteError, Signer, VerifierKey};
use crate::text;

/// More signature lines than this are refused.
const MAX_SIGNATURES: usize = 100;
/// Longer notes are refused.
const MAX_NOTE: usize = 1 << 20;

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// The key id.
    pub id: [u8; 4],
    /// The signature, in the form of the key's type.
    pub bytes: Vec<u8>,
}

/// A text and its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The signed text, including its last newline.
    pub text: String,
    /// The signature lines, in their order.
    pub signatures: Vec<Signature>,
}

impl Note {
    /// Adds a signature over the text.
    ///
    /// # Errors
    /// If the signer's name is none.
    pub fn add(&mut self, signer: &dyn Signer) -> Result<(), NoteError> {
        let key = VerifierKey::of(signer)?;
        let bytes = signer.sign(self.text.as_bytes());
        self.signatures.push(Signature { name: key.name().to_owned(), id: key.id(), bytes });
        Ok(())
    }

    /// Whether the key signed this text. Every line that claims to be by this key must hold.
    ///
    /// # Errors
    /// If there is no such line, or one that does not hold.
    pub fn verify(&self, key: &VerifierKey) -> Result<(), NoteError> {
        let id = key.id();
        let mut lines =
            self.signatures.iter().filter(|line| line.name == key.name() && line.id == id).peekable();
        if lines.peek().is_none() {
            return Err(NoteError::NotSigned(key.to_string()));
        }
        let public = UnparsedPublicKey::new(&ED25519, key.public());
        let holds = lines.all(|line| public.verify(self.text.as_bytes(), &line.bytes).is_ok());
        if holds { Ok(()) } else { Err(NoteError::BadSignature(key.to_string())) }
    }
}

/// Signs a text.
///
/// # Errors
/// If the text is not one that can be signed (UTF-8 ending in a newline, no other control character).
pub fn sign(text: &str, signers: &[&dyn Signer]) -> Result<Note, NoteError> {
    check_text(text)?;
    let mut note = Note { text: text.to_owned(), signatures: Vec::new() };
    signers.iter().try_for_each(|signer| note.add(*signer))?;
    Ok(note)
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for line in &self.signatures {
            let bytes: Vec<u8> = line.id.iter().chain(&line.bytes).copied().collect();
            writeln!(f, "— {} {}", line.name, text::base64(&bytes))?;
        }
        Ok(())
    }
}

impl FromStr for Note {
    type Err = NoteError;

    fn from_str(note: &str) -> Result<Self, NoteError> {
        if note.len() > MAX_NOTE {
            return Err(NoteError::Format("it is longer than 1 MiB"));
        }
        let end = note.rfind("\n\n").ok_or(NoteError::Format("no blank line before the signatures"))?;
        let (text, rest) = note.split_at(end + 1);
        check_text(text)?;
        let signatures = lines(rest.strip_prefix('\n').unwrap_or_default())?;
        Ok(Self { text: text.to_owned(), signatures })
    }
}

/// Reads signature lines alone, as a witness answers with them: at least one, each ending in a newline.
///
/// # Errors
/// If one is not in the format, or there are more than a note may have.
pub fn lines(lines: &str) -> Result<Vec<Signature>, NoteError> {
    let lines =
        lines.strip_suffix('\n').ok_or(NoteError::Format("no signature, or the last line does not end"))?;
    let signatures: Vec<_> =
        lines.split('\n').take(MAX_SIGNATURES + 1).map(signature).collect::<Result<_, _>>()?;
    if signatures.len() > MAX_SIGNATURES {
        return Err(NoteError::Format("more than 100 signatures"));
    }
    Ok(signatures)
}

fn signature(line: &str) -> Result<Signature, NoteError> {
    let wrong = NoteError::Format("a signature line is not `— name base64`");
    let parts = line.strip_prefix("— ").and_then(|rest| rest.split_once(' '));
    let Some((name, encoded)) = parts else { return Err(wrong) };
    let bytes = text::unbase64(encoded).unwrap_or_default();
    match bytes.split_first_chunk::<4>() {
        Some((id, bytes)) if is_name(name) && !bytes.is_empty() => {
            Ok(Signature { name: name.to_owned(), id: *id, bytes: bytes.to_vec() })
        }
        _ => Err(wrong),
    }
}

fn check_text(text: &str) -> Result<(), NoteError> {
    if !text.ends_with('\n') || text.len() > MAX_NOTE {
        return Err(NoteError::Format("its text must end in a newline and be shorter than 1 MiB"));
    }
    if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
        return Err(NoteError::Format("its text has a control character in it"));
    }
    Ok(())
}
