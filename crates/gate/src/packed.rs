//! A standing in a few machine words: what the hot path reads.
//!
//! A record is a head of 16 bytes, one byte a purpose, and one word for every 16 purposes and recipients: with 16 of
//! them 40 bytes, which lie together, so that a question waits for memory once.
//!
//! ```text
//! head     flags 4 · profile 2 · five days of 2
//! purpose  state 5 bits · its deadline: which of the days, 3 bits
//! word     16 × which day a consent ends, 3 bits · 16 × recipient refused, 1 bit
//! ```
//!
//! INVARIANT: words say exactly what the standing says, for every question without a record, or [`pack`] gives none;
//! then the standing itself is kept. The rules are applied elsewhere (`judge`), and in one place only.

mod pack;
mod profile;
mod read;

pub(crate) use pack::{pack, pointer};
pub(crate) use profile::{Profile, Profiles};
pub(crate) use read::{Places, Seen, country, is_beside, view};

use crate::judge::{Against, Consent};

/// The bytes before the purposes.
pub(crate) const HEAD: usize = 16;
/// How many days a record can name.
pub(crate) const DAYS: usize = 5;
/// How many purposes, and how many recipients, share one word beside the record.
pub(crate) const PER_WORD: usize = 16;

/// How many bytes and words a policy's records have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Bytes of head and purposes.
    pub bytes: usize,
    /// Words behind them.
    pub words: usize,
}

impl Layout {
    pub const fn of(purposes: usize, recipients: usize) -> Self {
        let most = if purposes > recipients { purposes } else { recipients };
        let words = if most == 0 { 1 } else { most.div_ceil(PER_WORD) };
        Self { bytes: HEAD + purposes.div_ceil(16) * 16, words }
    }

    /// The words of head and purposes.
    pub const fn front(self) -> usize {
        self.bytes / size_of::<u64>()
    }

    /// The words of a whole record.
    pub const fn len(self) -> usize {
        self.front() + self.words
    }
}

/// A record as it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Packed {
    pub bytes: Vec<u8>,
    pub words: Vec<u64>,
}

impl Packed {
    /// The record as it is kept.
    pub fn record(&self) -> impl Iterator<Item = u64> {
        let front = self.bytes.as_chunks::<8>().0.iter().map(|eight| u64::from_le_bytes(*eight));
        front.chain(self.words.iter().copied())
    }
}

/// The bits of the flags.
pub(crate) mod flag {
    pub const KNOWN: u32 = 1;
    pub const RESTRICTED: u32 = 1 << 1;
    pub const TOO_YOUNG: u32 = 1 << 2;
    pub const CUSTOMER: u32 = 1 << 3;
    /// The standing itself is kept: these words do not say everything.
    pub const BESIDE: u32 = 1 << 4;
    /// Some consent ends by itself.
    pub const ENDS: u32 = 1 << 5;
    pub const COUNTRY: u32 = 8;
    pub const CHANNELS: u32 = 16;
}

/// A purpose's state as a number of five bits.
pub(crate) const ERASED: u8 = 30;

const CONSENTS: [Consent; 5] =
    [Consent::None, Consent::Active, Consent::Refused, Consent::Withdrawn, Consent::Expired];
const AGAINST: [Against; 3] = [Against::Nothing, Against::Objection, Against::Signal];

/// The state of a purpose that is not erased.
pub(crate) const fn code(grounded: bool, consent: Consent, against: Against) -> u8 {
    grounded as u8 + 2 * (consent as u8 + 5 * against as u8)
}

/// What a code says: grounded, consent, against. The code of an erased purpose is looked at before.
pub(crate) const DECODED: [(bool, Consent, Against); 32] = {
    let mut all = [(false, Consent::None, Against::Nothing); 32];
    let mut number = 0;
    while number < ERASED as usize {
        let rest = number / 2;
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated when compiling: out of bounds does not compile"
        )]
        {
            all[number] = (number % 2 == 1, CONSENTS[rest % 5], AGAINST[rest / 5]);
        }
        number += 1;
    }
    all
};
