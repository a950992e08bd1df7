//! Epochs: days, counted from 1970-01-01 (UTC).

use std::fmt;

/// The seconds of a day.
const DAY: i64 = 86_400;

/// A day on which keys are wrapped under a wrapping key of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Epoch(pub u32);

impl Epoch {
    /// The epoch of a moment, in seconds since 1970. Times before 1970 are the first day.
    #[must_use]
    pub fn of(unix_seconds: i64) -> Self {
        Self(u32::try_from(unix_seconds.div_euclid(DAY).max(0)).unwrap_or(u32::MAX))
    }

    /// The epoch so many days before; not before the first.
    #[must_use]
    pub const fn back(self, days: u32) -> Self {
        Self(self.0.saturating_sub(days))
    }
}

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
