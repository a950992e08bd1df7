//! The key that signs the ledger's checkpoints.

use std::fmt;

use ring::signature::{Ed25519KeyPair, KeyPair as _};

use crate::error::Error;
use crate::secret::Secret;

/// An Ed25519 signing key under the name of the log it signs for.
pub struct SigningKey {
    name: String,
    public: [u8; 32],
    pair: Ed25519KeyPair,
}

impl SigningKey {
    pub(crate) fn new(name: &str, secret: &Secret) -> Result<Self, Error> {
        let seed = secret.expand::<32>(&[b"abide-signing-v1\n"])?;
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).map_err(|_| Error::Refused)?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| Error::Refused)?;
        Ok(Self { name: name.to_owned(), public, pair })
    }
}

impl ledger::Signer for SigningKey {
    fn name(&self) -> &str {
        &self.name
    }

    fn public_key(&self) -> [u8; 32] {
        self.public
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({}, …)", self.name)
    }
}
