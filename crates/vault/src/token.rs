//! Tokens: 256 random bits for a link or a cookie. The database keeps only their SHA-256.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use crate::entropy::{Entropy, random};
use crate::error::Error;

/// A token. Shows nothing; wiped when dropped.
#[derive(Clone)]
pub struct Token(Zeroizing<[u8; 32]>);

impl Token {
    /// A new token.
    #[must_use]
    pub fn random(entropy: &dyn Entropy) -> Self {
        Self(Zeroizing::new(random(entropy)))
    }

    /// The token of its text.
    ///
    /// # Errors
    /// If it is not 32 bytes in base64url.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).map_err(|_| Error::Token)?);
        bytes.as_slice().try_into().map(|bytes| Self(Zeroizing::new(bytes))).map_err(|_| Error::Token)
    }

    /// The text that goes into the link: 43 characters of base64url.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.as_slice()))
    }

    /// What the database keeps. A plain hash is enough: 256 random bits cannot be guessed.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        ledger::sha256(self.0.as_slice()).0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
