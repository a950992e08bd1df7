//! Sealing: AES-256-GCM with a random nonce, a key derived for this one value, and a commitment to that key.
//!
//! ```text
//! version 1 │ nonce 12 │ commitment 32 │ ciphertext … │ tag 16
//! key 32 ‖ commitment 32 = HKDF-Expand(secret, "abide-seal-v1\n" ‖ nonce ‖ place)      associated data = place
//! ```
//!
//! AES-GCM alone lets somebody who knows two keys craft a ciphertext that opens under both; the commitment
//! forbids it. Deriving per value makes a repeated nonce harmless unless the 12 bytes repeat under one secret.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::entropy::{Entropy, random};
use crate::error::Error;
use crate::secret::Secret;

const VERSION: u8 = 1;
const NONCE: usize = 12;
const COMMITMENT: usize = 32;
const TAG: usize = 16;
/// How much longer a sealed value is.
pub(crate) const OVERHEAD: usize = 1 + NONCE + COMMITMENT + TAG;

/// Seals `plain` for `place`.
pub(crate) fn seal(
    secret: &Secret,
    place: &[u8],
    plain: &[u8],
    entropy: &dyn Entropy,
) -> Result<Vec<u8>, Error> {
    let nonce: [u8; NONCE] = random(entropy);
    let (key, commitment) = derive(secret, &nonce, place)?;
    let mut out = Vec::with_capacity(plain.len() + OVERHEAD);
    out.push(VERSION);
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&commitment);
    let mut text = Zeroizing::new(plain.to_vec());
    let nonce = Nonce::assume_unique_for_key(nonce);
    let tag = key.seal_in_place_separate_tag(nonce, Aad::from(place), &mut text);
    let tag = tag.map_err(|_| Error::Refused)?;
    out.extend_from_slice(&text);
    out.extend_from_slice(tag.as_ref());
    Ok(out)
}

/// Opens what was sealed with this secret for this place.
pub(crate) fn open(secret: &Secret, place: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (version, rest) = sealed.split_first().ok_or(Error::Format)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(Error::Format)?;
    let (stated, text) = rest.split_first_chunk::<COMMITMENT>().ok_or(Error::Format)?;
    if *version != VERSION || text.len() < TAG {
        return Err(Error::Format);
    }
    let (key, commitment) = derive(secret, nonce, place)?;
    // Not secret, so an ordinary comparison does.
    if commitment != *stated {
        return Err(Error::WrongKey);
    }
    let mut text = Zeroizing::new(text.to_vec());
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let length = key.open_in_place(nonce, Aad::from(place), &mut text).map_err(|_| Error::Changed)?.len();
    text.truncate(length);
    Ok(text)
}

fn derive(
    secret: &Secret,
    nonce: &[u8; NONCE],
    place: &[u8],
) -> Result<(LessSafeKey, [u8; COMMITMENT]), Error> {
    let both = secret.expand::<64>(&[b"abide-seal-v1\n", nonce, place])?;
    let (key, commitment) = both.split_first_chunk::<32>().ok_or(Error::Refused)?;
    let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| Error::Refused)?;
    let commitment = commitment.try_into().map_err(|_| Error::Refused)?;
    Ok((LessSafeKey::new(key), commitment))
}
