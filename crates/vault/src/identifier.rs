//! Identifiers in one spelling, and blind indexes: how a person is found without their address being stored.
//!
//! A blind index is HMAC-SHA256 under a key per service and kind. Whoever has the database without the keys can
//! neither read nor guess it; equal identifiers still have equal indexes, so keys rotate and rows are deleted
//! with the subject. None is to be kept of kinds with few possible values.

use std::fmt;

use ring::hmac;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::region::Region;
use crate::secret::Secret;

/// What identifies a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentifierKind {
    /// An e-mail address.
    Email,
    /// A telephone number, with its country prefix.
    Phone,
    /// A customer, member or employee number.
    Number,
}

impl IdentifierKind {
    /// The permanent name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Number => "number",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Email, Self::Phone, Self::Number].into_iter().find(|kind| kind.as_str() == name)
    }
}

impl fmt::Display for IdentifierKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An identifier in its one spelling. `Debug` shows only its kind; it is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Identifier {
    kind: IdentifierKind,
    value: Zeroizing<String>,
}

impl Identifier {
    /// What kind.
    #[must_use]
    pub const fn kind(&self) -> IdentifierKind {
        self.kind
    }

    /// The value: personal data.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl fmt::Debug for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identifier({}, …)", self.kind)
    }
}

/// The identifier in its one spelling. A telephone number must have its country prefix (`+47…`, `0047…`).
///
/// # Errors
/// If it is not of that kind. The error does not repeat it.
pub fn normalise(kind: IdentifierKind, raw: &str) -> Result<Identifier, Error> {
    normalise_in(kind, raw, None)
}

/// As [`normalise`], with the person's country, in which a telephone number without prefix is.
///
/// # Errors
/// As [`normalise`].
pub fn normalise_in(kind: IdentifierKind, raw: &str, region: Option<&Region>) -> Result<Identifier, Error> {
    let value = match kind {
        IdentifierKind::Email => email(raw).ok_or(Error::Identifier("an e-mail address"))?,
        IdentifierKind::Phone => phone(raw, region).ok_or(Error::Identifier(
            "a telephone number with its country prefix, such as +47 22 00 00 00",
        ))?,
        IdentifierKind::Number => number(raw).ok_or(Error::Identifier("a customer or member number"))?,
    };
    Ok(Identifier { kind, value: Zeroizing::new(value) })
}

/// Trimmed and lower-case, an international domain in letters. Plus-addresses and dots are left alone: only
/// their owner knows what they mean.
fn email(raw: &str) -> Option<String> {
    let address = fold(raw.trim());
    let (local, domain) = address.rsplit_once('@')?;
    let domain = in_letters(domain.strip_suffix('.').unwrap_or(domain));
    let value = format!("{local}@{domain}");
    let good = !local.is_empty() && !domain.split('.').any(str::is_empty);
    (good && !value.contains(breaks) && value.len() <= 254).then_some(value)
}

/// A domain in its letters (`xn--blbr-roah` is `blåbær`); as it is where UTS 46 knows no other spelling of it.
fn in_letters(domain: &str) -> String {
    let domain = domain.replace('\u{3002}', ".");
    match idna::domain_to_unicode(&domain) {
        (letters, Ok(())) if !letters.contains('@') => letters,
        _ => domain,
    }
}

fn breaks(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// E.164: `+` and digits. Separators are dropped; letters are refused. A number without a country prefix is read in
/// `region`, whose trunk prefix (what is dialled before it within the country only) is no part of it.
fn phone(raw: &str, region: Option<&Region>) -> Option<String> {
    let raw = raw.trim().replace("(0)", "");
    let separator = |c: char| c.is_whitespace() || "-./()\u{2010}\u{2011}\u{2013}".contains(c);
    let dense: String = fold(&raw).chars().filter(|c| !separator(*c)).collect();
    let digits = match (dense.strip_prefix('+').or_else(|| dense.strip_prefix("00")), region) {
        (Some(international), _) => international.to_owned(),
        (None, Some(region)) => region.international(&dense),
        (None, None) => return None,
    };
    let good = (7..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    (good && !digits.starts_with('0')).then(|| format!("+{digits}"))
}

/// Trimmed and upper-case, in Unicode's compatibility form.
fn number(raw: &str) -> Option<String> {
    let upper = |text: &str| text.nfkc().flat_map(char::to_uppercase).nfkc().collect::<String>();
    let value = upper(&upper(raw)).trim().to_owned();
    let good = !value.is_empty() && value.len() <= 254 && !value.contains(char::is_control);
    good.then_some(value)
}

/// Lower-case, in Unicode's compatibility form (NFKC): full-width letters are ordinary ones, an accent that was typed
/// after its letter is part of it. Twice, because lowering a letter may leave something to compose.
fn fold(text: &str) -> String {
    let once = |text: &str| text.nfkc().flat_map(char::to_lowercase).nfkc().collect::<String>();
    once(&once(text))
}

/// The key of blind indexes.
pub struct IndexKey {
    version: u32,
    key: hmac::Key,
}

impl IndexKey {
    pub(crate) fn new(version: u32, secret: &Secret) -> Result<Self, Error> {
        let key = secret.expand::<32>(&[b"abide-index-v1\n"])?;
        Ok(Self { version, key: hmac::Key::new(hmac::HMAC_SHA256, key.as_slice()) })
    }

    /// The key's version, to stand in the row.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The blind index: HMAC-SHA256(key, kind ‖ 0x00 ‖ value).
    #[must_use]
    pub fn index(&self, identifier: &Identifier) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.key);
        context.update(identifier.kind.as_str().as_bytes());
        context.update(&[0]);
        context.update(identifier.value.as_bytes());
        let mut out = [0; 32];
        out.copy_from_slice(context.sign().as_ref());
        out
    }
}

impl fmt::Debug for IndexKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IndexKey(version {}, …)", self.version)
    }
}
