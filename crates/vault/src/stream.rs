//! Large values, sealed and opened chunk by chunk: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as age uses it.
//!
//! ```text
//! header = version 1 │ nonce 16 │ commitment 32
//! key 32 ‖ commitment 32 = HKDF-Expand(secret, "abide-stream-v1\n" ‖ nonce ‖ place)
//! chunk  = AES-256-GCM(key, counter 11 ‖ last 1, 65,536 bytes of plain text; the last one has fewer, or as many)
//! ```
//!
//! Contract: chunks that are left out, repeated, swapped, or of another value are refused, and so is an end that is not
//! the end. What was opened before a refusal must be thrown away by whoever wrote it somewhere.

use std::fmt;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::entropy::{Entropy, random};
use crate::error::Error;
use crate::secret::Secret;

/// How much plain text a chunk holds; only the last one may hold less.
pub const CHUNK: usize = 65_536;

const VERSION: u8 = 1;
const NONCE: usize = 16;
const COMMITMENT: usize = 32;
const TAG: usize = 16;

/// Seals a value chunk by chunk.
pub struct Sealer(Chunks);

/// Opens a value chunk by chunk.
pub struct Opener(Chunks);

struct Chunks {
    key: LessSafeKey,
    next: u64,
    ended: bool,
}

impl Sealer {
    /// The sealer of a new value, and its header, which must be kept beside the chunks.
    pub(crate) fn new(
        secret: &Secret,
        place: &[u8],
        entropy: &dyn Entropy,
    ) -> Result<(Self, Vec<u8>), Error> {
        let nonce: [u8; NONCE] = random(entropy);
        let (key, commitment) = derive(secret, &nonce, place)?;
        let header = [&[VERSION][..], &nonce, &commitment].concat();
        Ok((Self(Chunks { key, next: 0, ended: false }), header))
    }

    /// The next chunk; every one but the last is [`CHUNK`] long.
    ///
    /// # Errors
    /// [`Error::Refused`] for another length, or after the last one.
    pub fn seal(&mut self, plain: &[u8], last: bool) -> Result<Vec<u8>, Error> {
        if plain.len() > CHUNK || (!last && plain.len() != CHUNK) {
            return Err(Error::Refused);
        }
        let nonce = self.0.nonce(last)?;
        let mut out = Vec::with_capacity(plain.len() + TAG);
        out.extend_from_slice(plain);
        self.0.key.seal_in_place_append_tag(nonce, Aad::empty(), &mut out).map_err(|_| Error::Refused)?;
        Ok(out)
    }
}

impl Opener {
    /// The opener of the value with this header.
    pub(crate) fn new(secret: &Secret, place: &[u8], header: &[u8]) -> Result<Self, Error> {
        let (version, rest) = header.split_first().ok_or(Error::Format)?;
        let (nonce, stated) = rest.split_first_chunk::<NONCE>().ok_or(Error::Format)?;
        if *version != VERSION || stated.len() != COMMITMENT {
            return Err(Error::Format);
        }
        let (key, commitment) = derive(secret, nonce, place)?;
        if commitment != *stated {
            return Err(Error::WrongKey);
        }
        Ok(Self(Chunks { key, next: 0, ended: false }))
    }

    /// The next chunk; `last` where none is to come.
    ///
    /// # Errors
    /// [`Error::Changed`] where it is not the chunk that stood here, or the end is not the end.
    pub fn open(&mut self, sealed: &[u8], last: bool) -> Result<Zeroizing<Vec<u8>>, Error> {
        if sealed.len() < TAG || sealed.len() > CHUNK + TAG || (!last && sealed.len() != CHUNK + TAG) {
            return Err(Error::Changed);
        }
        let nonce = self.0.nonce(last)?;
        let mut text = Zeroizing::new(sealed.to_vec());
        let opened = self.0.key.open_in_place(nonce, Aad::empty(), &mut text);
        let length = opened.map_err(|_| Error::Changed)?.len();
        text.truncate(length);
        Ok(text)
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// [`Error::Changed`] where the last chunk was not there: the value was cut off.
    pub fn finish(self) -> Result<(), Error> {
        if self.0.ended { Ok(()) } else { Err(Error::Changed) }
    }
}

impl Chunks {
    /// A counter and whether it is the end: no nonce is used twice under one key.
    fn nonce(&mut self, last: bool) -> Result<Nonce, Error> {
        if self.ended {
            return Err(Error::Refused);
        }
        let mut nonce = [0; 12];
        for (to, from) in nonce.iter_mut().skip(3).zip(self.next.to_be_bytes()) {
            *to = from;
        }
        if let Some(flag) = nonce.last_mut() {
            *flag = u8::from(last);
        }
        self.next = self.next.checked_add(1).ok_or(Error::Refused)?;
        self.ended = last;
        Ok(Nonce::assume_unique_for_key(nonce))
    }
}

fn derive(
    secret: &Secret,
    nonce: &[u8; NONCE],
    place: &[u8],
) -> Result<(LessSafeKey, [u8; COMMITMENT]), Error> {
    let both = secret.expand::<64>(&[b"abide-stream-v1\n", nonce, place])?;
    let (key, commitment) = both.split_first_chunk::<32>().ok_or(Error::Refused)?;
    let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| Error::Refused)?;
    let commitment = commitment.try_into().map_err(|_| Error::Refused)?;
    Ok((LessSafeKey::new(key), commitment))
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer(…)")
    }
}

impl fmt::Debug for Opener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opener(…)")
    }
}
