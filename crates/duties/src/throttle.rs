//! Counters that slow down guessing and mail floods, in memory: per key and in total, over a sliding
//! window of two halves. A restart forgets them, which gives an attacker one more window and no more;
//! what must survive a restart (single use, expiry) stands in the database instead. Keys are blind
//! indexes or hashes, never addresses.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// The most keys kept at once; beyond it the oldest window is dropped, and the total still holds.
const MOST_KEYS: usize = 100_000;

/// How many of something in how long a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Allowed per key and window.
    pub each: u32,
    /// Allowed for all keys together and window.
    pub all: u32,
    /// The window.
    pub window: SignedDuration,
}

/// One counter.
#[derive(Debug)]
pub struct Throttle {
    limit: Limit,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    window: i64,
    total: u32,
    counts: HashMap<[u8; 32], u32>,
    before_total: u32,
    before: HashMap<[u8; 32], u32>,
}

impl Throttle {
    /// A counter at zero.
    #[must_use]
    pub fn new(limit: Limit) -> Self {
        Self { limit, state: Mutex::default() }
    }

    /// Counts one more for this key; false when it is one too many (it is then not counted).
    pub fn take(&self, key: [u8; 32], now: Timestamp) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let part = state.turn_to(now, self.limit.window);
        let each =
            weigh(state.before.get(&key).copied(), part) + state.counts.get(&key).copied().unwrap_or(0);
        let all = weigh(Some(state.before_total), part) + state.total;
        if each >= self.limit.each || all >= self.limit.all {
            return false;
        }
        state.total += 1;
        if state.counts.len() < MOST_KEYS {
            *state.counts.entry(key).or_insert(0) += 1;
        }
        true
    }

    /// Forgets a key, after a success.
    pub fn forget(&self, key: [u8; 32]) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.counts.remove(&key);
        state.before.remove(&key);
    }
}

impl State {
    /// Moves on to the window of `now`; returns what part of the window before still counts (0–1000).
    fn turn_to(&mut self, now: Timestamp, window: SignedDuration) -> u32 {
        let length = i64::try_from(window.as_millis()).unwrap_or(i64::MAX).max(1);
        let (index, into) =
            (now.as_millisecond().div_euclid(length), now.as_millisecond().rem_euclid(length));
        if index == self.window + 1 {
            self.before = std::mem::take(&mut self.counts);
            self.before_total = std::mem::take(&mut self.total);
        } else if index != self.window {
            *self = Self::default();
        }
        self.window = index;
        u32::try_from(1000 - into.saturating_mul(1000) / length).unwrap_or(0)
    }
}

/// Rounded up, so that one in the window before is not forgotten at once.
fn weigh(count: Option<u32>, part: u32) -> u32 {
    count.unwrap_or(0).saturating_mul(part).div_ceil(1000)
}

/// The counters of a service.
#[derive(Debug)]
pub struct Limits {
    /// Mails with a sign-in link, per address.
    pub links: Throttle,
    /// Sign-in attempts of staff, per account name.
    pub sign_in: Throttle,
    /// Attempts at the second factor, per account.
    pub codes: Throttle,
    /// Accepted form submissions, per address typed.
    pub forms: Throttle,
}

impl Default for Limits {
    fn default() -> Self {
        let hour = |each, all| Throttle::new(Limit { each, all, window: SignedDuration::from_hours(1) });
        let quarter = |each, all| Throttle::new(Limit { each, all, window: SignedDuration::from_mins(15) });
        Self {
            links: hour(5, 2_000),
            sign_in: quarter(10, 1_000),
            codes: quarter(10, 1_000),
            forms: hour(20, 20_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(60 * 24 * 365 + minutes)
    }

    #[test]
    fn each_key_and_all_together_are_limited_and_the_window_slides() {
        let throttle = Throttle::new(Limit { each: 2, all: 3, window: SignedDuration::from_mins(60) });
        let (a, b) = ([1; 32], [2; 32]);
        assert!(throttle.take(a, at(50)) && throttle.take(a, at(50)));
        assert!(!throttle.take(a, at(59)), "two each");
        assert!(throttle.take(b, at(59)) && !throttle.take(b, at(59)), "three in all");
        assert!(!throttle.take(a, at(61)), "a new window does not forget the old one at once");
        assert!(throttle.take(a, at(110)), "half of the old ones count no more");
        assert!(throttle.take(a, at(300)));
    }

    #[test]
    fn a_success_forgets_and_a_clock_that_jumps_back_does_not_panic() {
        let throttle = Throttle::new(Limit { each: 1, all: 100, window: SignedDuration::from_mins(15) });
        assert!(throttle.take([1; 32], at(0)) && !throttle.take([1; 32], at(1)));
        throttle.forget([1; 32]);
        assert!(throttle.take([1; 32], at(2)));
        assert!(throttle.take([1; 32], at(-10_000)));
    }
}
