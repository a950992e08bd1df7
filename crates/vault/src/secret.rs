//! Thirty-two secret bytes, and what is derived from them.

use std::fmt;

use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use zeroize::Zeroizing;

use crate::entropy::{Entropy, random};
use crate::error::Error;

/// A 256-bit key. Wiped when dropped; shows nothing.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    /// The key of those bytes, for key sources outside this crate.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A new key.
    #[must_use]
    pub fn random(entropy: &dyn Entropy) -> Self {
        Self::from_bytes(random(entropy))
    }

    /// Tells keys apart without telling them.
    pub(crate) fn check(&self) -> Result<[u8; 32], Error> {
        Ok(*self.expand::<32>(&[b"abide-root-check-v1\n"])?)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// HKDF-Expand (RFC 5869) with this key, which is uniformly random, as the pseudorandom key.
    pub(crate) fn expand<const N: usize>(&self, info: &[&[u8]]) -> Result<Zeroizing<[u8; N]>, Error> {
        fill(&Prk::new_less_safe(HKDF_SHA256, self.0.as_slice()), info)
    }

    /// The key derived for a use.
    pub(crate) fn derive(&self, info: &[&[u8]]) -> Result<Self, Error> {
        self.expand(info).map(Self)
    }

    /// HKDF over two secrets: only who has both has the result.
    pub(crate) fn both(&self, other: &Self, info: &[&[u8]]) -> Result<Self, Error> {
        fill(&Salt::new(HKDF_SHA256, self.0.as_slice()).extract(other.0.as_slice()), info).map(Self)
    }
}

fn fill<const N: usize>(prk: &Prk, info: &[&[u8]]) -> Result<Zeroizing<[u8; N]>, Error> {
    let mut out = Zeroizing::new([0; N]);
    let okm = prk.expand(info, Length(N)).map_err(|_| Error::Refused)?;
    okm.fill(out.as_mut_slice()).map_err(|_| Error::Refused)?;
    Ok(out)
}

/// How many bytes to derive.
struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
