//! Tokens of the company's own programs: what each may ask, and until when. Only its hash is kept; it is shown once.
//!
//! A node remembers for a second what a token opens, so that a question costs no reading of the database; a token taken
//! back elsewhere opens nothing a second later.
//!
//! Absences: no account (accounts are people's), no scope that reaches everything.

use db::tokens;
use jiff::{SignedDuration, Timestamp};
use vault::Token;

use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::service::Service;

/// What a program may ask or do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Whether a use of somebody's data is allowed.
    Decide,
    /// Who may be used for a purpose.
    Audience,
    /// The declared fields of somebody, for a declared recipient.
    Disclose,
    /// To record what somebody said about a purpose.
    Consents,
    /// Whether an address is stopped from coming in by an import.
    Suppressions,
}

impl Scope {
    /// Every scope.
    pub const ALL: &'static [Self] =
        &[Self::Decide, Self::Audience, Self::Disclose, Self::Consents, Self::Suppressions];

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decide => "decide",
            Self::Audience => "audience",
            Self::Disclose => "disclose",
            Self::Consents => "consents",
            Self::Suppressions => "suppressions",
        }
    }

    /// The scope of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.as_str() == name)
    }
}

/// What the kind of these tokens begins with; their scopes follow.
const KIND: &str = "api:";

/// Makes a token for these scopes; it is shown here and never again.
///
/// # Errors
/// [`Error::Db`].
pub async fn add(service: &Service, scopes: &[Scope], lasts: SignedDuration) -> Result<String, Error> {
    let token = Token::random(service.entropy.as_ref());
    let now = service.now();
    let scopes: Vec<&str> = scopes.iter().map(|scope| scope.as_str()).collect();
    let row = tokens::Token {
        hash: token.digest(),
        kind: format!("{KIND}{}", scopes.join(",")),
        subject: None,
        object: None,
        sealed: None,
        key_version: KEY_VERSION,
        created_at: now,
        expires_at: now.checked_add(lasts).unwrap_or(now),
        used_at: None,
    };
    service.submit(service.unit().write(tokens::insert(&service.name, &row))).await?;
    Ok(token.reveal().to_string())
}

/// Takes a token back: from now on nobody is answered who shows it. False: it was none, or was taken back before.
///
/// # Errors
/// [`Error::Db`].
pub async fn revoke(service: &Service, token: &str) -> Result<bool, Error> {
    let Ok(token) = Token::parse(token) else { return Ok(false) };
    let unit = service.unit().write(tokens::use_once(&service.name, &token.digest(), service.now()));
    let done = service.submit(unit).await;
    service.remembered.forget(&token.digest());
    match done {
        Ok(_) => Ok(true),
        Err(Error::Db(error)) if error.is_conflict() => Ok(false),
        Err(error) => Err(error),
    }
}

/// What a token that was shown opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// What is asked for.
    Fits,
    /// Something else.
    OtherScope,
    /// Nothing: it is none, was taken back, or its time is over.
    Nothing,
}

/// Whether a token opens a scope now.
///
/// # Errors
/// [`Error::Db`]: then it opens nothing.
pub async fn check(service: &Service, token: &str, scope: Scope) -> Result<Shown, Error> {
    let Ok(token) = Token::parse(token) else { return Ok(Shown::Nothing) };
    let (hash, now) = (token.digest(), service.now());
    let kind = match service.remembered.find(&hash, now) {
        Some(kind) => Some(kind),
        None => look(service, hash, now).await?,
    };
    Ok(match kind.as_deref().and_then(|kind| kind.strip_prefix(KIND)) {
        None => Shown::Nothing,
        Some(scopes) if scopes.split(',').any(|name| name == scope.as_str()) => Shown::Fits,
        Some(_) => Shown::OtherScope,
    })
}

/// What a token opens, from the database; none: nothing.
async fn look(service: &Service, hash: [u8; 32], now: Timestamp) -> Result<Option<String>, Error> {
    let row = tokens::find(&service.db, &service.name, &hash).await?;
    let Some(row) = row.filter(|row| row.used_at.is_none() && row.expires_at > now) else { return Ok(None) };
    service.remembered.keep(hash, row.kind.clone(), now, row.expires_at);
    Ok(Some(row.kind))
}
