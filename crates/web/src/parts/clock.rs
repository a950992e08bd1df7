//! A clock: the time left, the due date, the law behind it, and a bar that fills.

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::Timestamp;

use super::Tone;

/// A term that runs, is met, or is past.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/clock.html")]
pub struct Clock {
    /// Kept, soon, late or unknown.
    pub tone: Tone,
    /// "in 12 days", "3 days late", "met".
    pub left: String,
    /// The due date, written out.
    pub due: String,
    /// The rule it comes from; empty in a table.
    pub law: String,
    /// How much of the time is gone, in percent.
    pub gone: u8,
}

impl Clock {
    /// How many percent of the time from `start` to `end` are gone at `now`: 0 to 100.
    pub fn share(start: Timestamp, end: Timestamp, now: Timestamp) -> u8 {
        let whole = end.as_second().saturating_sub(start.as_second()).max(1);
        let gone = now.as_second().saturating_sub(start.as_second()).clamp(0, whole);
        u8::try_from(gone.saturating_mul(100) / whole).unwrap_or(100)
    }

    /// Late after the end, soon in the last fifth, else kept.
    pub fn tone_of(start: Timestamp, end: Timestamp, now: Timestamp) -> Tone {
        if now > end {
            return Tone::Late;
        }
        if Self::share(start, end, now) >= 80 { Tone::Soon } else { Tone::Kept }
    }
}

impl HtmlSafe for Clock {}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_bar_fills_and_never_spills() {
        assert_eq!(Clock::share(at(0), at(100), at(-5)), 0);
        assert_eq!(Clock::share(at(0), at(100), at(37)), 37);
        assert_eq!(Clock::share(at(0), at(100), at(900)), 100);
        assert_eq!(Clock::share(at(0), at(0), at(0)), 0);
    }

    #[test]
    fn a_clock_warns_in_its_last_fifth() {
        assert_eq!(Clock::tone_of(at(0), at(100), at(79)), Tone::Kept);
        assert_eq!(Clock::tone_of(at(0), at(100), at(80)), Tone::Soon);
        assert_eq!(Clock::tone_of(at(0), at(100), at(101)), Tone::Late);
    }
}
