//! Where a sealed value or a wrapped key belongs. The place is bound into it: moved elsewhere, it does not open.
//!
//! The names of tables and fields used here are permanent: a value sealed for `record`/`body` opens only there.

use std::fmt;

use uuid::Uuid;

use crate::epoch::Epoch;
use crate::identifier::IdentifierKind;

/// The place of a sealed value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The service.
    pub service: &'a str,
    /// The table, by its permanent name.
    pub table: &'a str,
    /// The row.
    pub id: Uuid,
    /// The field, by its permanent name.
    pub field: &'a str,
}

impl<'a> Place<'a> {
    /// The place of a ledger entry's body.
    #[must_use]
    pub const fn entry_body(service: &'a str, entry: Uuid) -> Self {
        Self { service, table: "entry", id: entry, field: "body" }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let parts =
            [self.service.as_bytes(), self.table.as_bytes(), self.id.as_bytes(), self.field.as_bytes()];
        prefixed(b"abide-place-v1\n", &parts)
    }
}

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// A subject's records, identifiers and requests. Dies with the erasure.
    Data,
    /// A subject's salts, entry bodies and receipts. Dies when proof is no longer needed.
    Evidence,
    /// The service's own values (staff secrets, mail to somebody who is no subject).
    ServiceData,
    /// Salts and bodies of entries that concern no subject.
    ServiceEvidence,
    /// Blind indexes of one kind of identifier.
    Index(IdentifierKind),
    /// The ledger's signing key.
    Signing,
    /// Suppression lists, which outlive erasure.
    Suppression,
    /// Identifiers in tombstones; dies with the oldest backup.
    Tombstone,
}

impl KeyKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Data,
        Self::Evidence,
        Self::ServiceData,
        Self::ServiceEvidence,
        Self::Index(IdentifierKind::Email),
        Self::Index(IdentifierKind::Phone),
        Self::Index(IdentifierKind::Number),
        Self::Signing,
        Self::Suppression,
        Self::Tombstone,
    ];

    /// The permanent name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Evidence => "evidence",
            Self::ServiceData => "service-data",
            Self::ServiceEvidence => "service-evidence",
            Self::Index(IdentifierKind::Email) => "index-email",
            Self::Index(IdentifierKind::Phone) => "index-phone",
            Self::Index(IdentifierKind::Number) => "index-number",
            Self::Signing => "signing",
            Self::Suppression => "suppression",
            Self::Tombstone => "tombstone",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl fmt::Display for KeyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The place of a wrapped key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPlace<'a> {
    /// The service.
    pub service: &'a str,
    /// Whose key; the nil UUID for the service's own.
    pub subject: Uuid,
    /// What for.
    pub kind: KeyKind,
    /// Which of several over time, counted from 1. Stands in the row of every value sealed with it.
    pub version: u32,
}

impl<'a> KeyPlace<'a> {
    /// A subject's first key of a kind.
    #[must_use]
    pub const fn subject(service: &'a str, subject: Uuid, kind: KeyKind) -> Self {
        Self { service, subject, kind, version: 1 }
    }

    /// The service's first key of a kind.
    #[must_use]
    pub const fn service(service: &'a str, kind: KeyKind) -> Self {
        Self { service, subject: Uuid::nil(), kind, version: 1 }
    }

    /// The same at another version.
    #[must_use]
    pub const fn at_version(mut self, version: u32) -> Self {
        self.version = version;
        self
    }

    pub(crate) fn bytes(&self, epoch: Epoch) -> Vec<u8> {
        let (version, epoch) = (self.version.to_be_bytes(), epoch.0.to_be_bytes());
        let kind = self.kind.as_str().as_bytes();
        prefixed(
            b"abide-key-v1\n",
            &[self.service.as_bytes(), self.subject.as_bytes(), kind, &version, &epoch],
        )
    }
}

/// A tag, then each part with its length before it, so that no two different places share their bytes.
fn prefixed(tag: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut out = tag.to_vec();
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_be_bytes());
        out.extend_from_slice(part);
    }
    out
}
