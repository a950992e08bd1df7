//! Rotation of the signing key: the old key signs the new one's introduction, and the new one signs it too.
//!
//! An introduction is a signed note of its own, which no reader can take for a checkpoint (its first line is no origin).
//! With it, who trusts either key can check what the other signed: the new key is vouched for by the old; the old by
//! the new, but only for the states of the log up to the size at the rotation. So a key that is stolen after it was
//! replaced signs nothing that the trust in its successor reaches.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::checkpoint::decimal;
use crate::key::{NoteError, Signer, VerifierKey};
use crate::note::{self, Note};

/// The first line.
const HEAD: &str = "abide-key-introduction-v1";
/// The value of [`KeyList::format`].
pub const KEYS_FORMAT: &str = "abide-keys-v1";

/// That one key follows another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduction {
    /// The key so far.
    pub old: VerifierKey,
    /// The key from now on.
    pub new: VerifierKey,
    /// The largest published size that the old key signed alone.
    pub size: u64,
    /// When, in seconds since 1970.
    pub at: u64,
    /// Until when checkpoints are signed with both, in seconds since 1970.
    pub until: u64,
}

/// A text that is no introduction, or keys that do not follow each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntroductionError {
    /// Not in the format.
    #[error("this is no introduction of a key: {0}")]
    Format(&'static str),
    /// Not signed by both keys.
    #[error("the introduction does not hold: {0}")]
    Note(#[from] NoteError),
    /// Two logs.
    #[error("the introduction names keys of two logs")]
    Names,
    /// A list that says something else than its introductions.
    #[error("the list of keys does not fit its introductions: {0}")]
    List(&'static str),
}

/// How a key is reached from the one that is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// It is the same.
    Itself,
    /// It came later; the trusted one introduced it, or one that did.
    Later,
    /// It came earlier, and counts up to this size of the log.
    Earlier(u64),
}

impl Introduction {
    /// Signs it with both keys.
    ///
    /// # Errors
    /// If the keys are of two logs, or the signers have others.
    pub fn sign(&self, old: &dyn Signer, new: &dyn Signer) -> Result<Note, IntroductionError> {
        if self.old.name() != self.new.name() {
            return Err(IntroductionError::Names);
        }
        let note = note::sign(&self.to_string(), &[old, new])?;
        note.verify(&self.old)?;
        note.verify(&self.new)?;
        Ok(note)
    }

    /// Reads a signed introduction and checks both signatures.
    ///
    /// # Errors
    /// If it is none, or one of the two keys did not sign it.
    pub fn verify(note: &str) -> Result<Self, IntroductionError> {
        let note: Note = note.parse()?;
        let read: Self = note.text.parse()?;
        note.verify(&read.old)?;
        note.verify(&read.new)?;
        Ok(read)
    }
}

impl fmt::Display for Introduction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { old, new, size, at, until } = self;
        writeln!(f, "{HEAD}\nold {old}\nnew {new}\nsize {size}\nat {at}\nuntil {until}")
    }
}

impl FromStr for Introduction {
    type Err = IntroductionError;

    fn from_str(text: &str) -> Result<Self, IntroductionError> {
        let mut lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        if lines.next() != Some(HEAD) {
            return Err(IntroductionError::Format("its first line is not `abide-key-introduction-v1`"));
        }
        let mut field = |name: &'static str| {
            let line = lines.next().and_then(|line| line.split_once(' ')).filter(|(found, _)| *found == name);
            line.map(|(_, value)| value).ok_or(IntroductionError::Format("a line is missing or out of order"))
        };
        let number = |digits: &str| decimal(digits).ok_or(IntroductionError::Format("a number is none"));
        let (old, new) = (field("old")?.parse()?, field("new")?.parse()?);
        let (size, at, until) = (number(field("size")?)?, number(field("at")?)?, number(field("until")?)?);
        let read = Self { old, new, size, at, until };
        match (read.old.name() == read.new.name(), read.to_string() == text) {
            (false, _) => Err(IntroductionError::Names),
            (true, false) => Err(IntroductionError::Format("it has lines that do not belong there")),
            (true, true) => Ok(read),
        }
    }
}

/// Whether introductions lead from one key to the other, forwards or backwards; none if they do not.
///
/// # Errors
/// If one of them does not hold: then none of them is believed.
pub fn reach(
    introductions: &[String],
    trusted: &VerifierKey,
    key: &VerifierKey,
) -> Result<Option<Reached>, IntroductionError> {
    let all = introductions.iter().map(|note| Introduction::verify(note)).collect::<Result<Vec<_>, _>>()?;
    if trusted == key {
        return Ok(Some(Reached::Itself));
    }
    if walk(&all, trusted, key).is_some() {
        return Ok(Some(Reached::Later));
    }
    Ok(walk(&all, key, trusted).map(Reached::Earlier))
}

/// From one key forwards to another; the size up to which the first counts.
fn walk(all: &[Introduction], from: &VerifierKey, to: &VerifierKey) -> Option<u64> {
    let (mut at, mut first) = (from, None);
    // a chain has no more links than there are introductions: a circle ends here
    for _ in all {
        let step = all.iter().find(|step| step.old == *at)?;
        first = first.or(Some(step.size));
        at = &step.new;
        if at == to {
            return first;
        }
    }
    None
}

/// Every key a log was signed with, the oldest first: what a service publishes as `keys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyList {
    /// Always [`KEYS_FORMAT`].
    pub format: String,
    /// The log.
    pub origin: String,
    /// The keys.
    pub keys: Vec<ListedKey>,
}

/// One key and when it signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedKey {
    /// As `name+hash+base64`.
    pub key: String,
    /// From when, in seconds since 1970; the first key has none.
    pub from: Option<u64>,
    /// Until when; the last key has none.
    pub until: Option<u64>,
    /// The signed introduction; the first key has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduction: Option<String>,
}

impl KeyList {
    /// The list that a first key and the introductions after it make.
    ///
    /// # Errors
    /// If an introduction does not hold, or does not follow the key before it.
    pub fn of(first: &VerifierKey, introductions: &[String]) -> Result<Self, IntroductionError> {
        let listed = |key: &VerifierKey, from, introduction| {
            let key = key.to_string();
            ListedKey { key, from, until: None, introduction }
        };
        let (mut at, mut keys) = (first.clone(), vec![listed(first, None, None)]);
        for note in introductions {
            let step = Introduction::verify(note)?;
            if step.old != at {
                return Err(IntroductionError::List("an introduction does not follow the key before it"));
            }
            if let Some(before) = keys.last_mut() {
                before.until = Some(step.until);
            }
            keys.push(listed(&step.new, Some(step.at), Some(note.clone())));
            at = step.new;
        }
        Ok(Self { format: KEYS_FORMAT.to_owned(), origin: first.name().to_owned(), keys })
    }

    /// Reads a list and checks it: it says what its introductions say, and nothing else.
    ///
    /// # Errors
    /// If it is none, or says something that no introduction does.
    pub fn from_json(json: &[u8]) -> Result<Self, IntroductionError> {
        let list: Self = serde_json::from_slice(json)
            .map_err(|_| IntroductionError::Format("the list is not of this form"))?;
        let first = list.keys.first().ok_or(IntroductionError::List("it names no key"))?.key.parse()?;
        if Self::of(&first, &list.introductions())? == list {
            Ok(list)
        } else {
            Err(IntroductionError::List("a key, a time or the log's name was changed"))
        }
    }

    /// As JSON, indented, ending in a newline.
    #[must_use]
    pub fn to_json(&self) -> String {
        // INVARIANT: text and numbers only: writing them as JSON cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// The introductions, the oldest first.
    #[must_use]
    pub fn introductions(&self) -> Vec<String> {
        self.keys.iter().filter_map(|key| key.introduction.clone()).collect()
    }
}
