//! Ids and secrets from the clock and the randomness handed in.

use jiff::Timestamp;
use uuid::{Builder, Uuid};
use vault::Entropy;

/// UUID version 7: milliseconds, then randomness.
#[must_use]
pub fn new(now: Timestamp, entropy: &dyn Entropy) -> Uuid {
    let mut random = [0_u8; 10];
    entropy.fill(&mut random);
    from(now, random)
}

/// UUID version 7 with the given ten random bytes (an id that must come out the same again).
#[must_use]
pub fn from(at: Timestamp, random: [u8; 10]) -> Uuid {
    Builder::from_unix_timestamp_millis(u64::try_from(at.as_millisecond()).unwrap_or(0), &random).into_uuid()
}
