//! A clock that stands still until it is set.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// The time as the test says. Clones show the same.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<Mutex<Timestamp>>);

impl TestClock {
    /// Starts at this time, e.g. `"2026-11-02T09:00:00Z"`.
    #[must_use]
    pub fn at(time: &str) -> Self {
        Self(Arc::new(Mutex::new(time.parse().expect("a time such as 2026-11-02T09:00:00Z"))))
    }

    /// What it shows.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets it.
    pub fn set(&self, time: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }

    /// Moves it on.
    pub fn advance(&self, by: SignedDuration) {
        let now = self.time();
        self.set(now.checked_add(by).expect("a time within range"));
    }

    /// Moves it on by hours.
    pub fn advance_hours(&self, hours: i64) {
        self.advance(SignedDuration::from_hours(hours));
    }

    /// Moves it on by days of 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.advance_hours(24 * days);
    }
}

impl Default for TestClock {
    /// A Monday morning in office hours.
    fn default() -> Self {
        Self::at("2026-11-02T09:00:00Z")
    }
}

#[cfg(feature = "actors")]
impl duties::Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.time()
    }
}
