//! The machine's clock and the operating system's randomness: the one place where they are read.

use jiff::Timestamp;

/// The machine's clock.
pub struct SystemClock;

impl duties::Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everybody else is handed")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl SystemClock {
    /// The day it is here, for what is dated when it is written.
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everybody else is handed")]
    pub fn today() -> jiff::civil::Date {
        jiff::Zoned::now().date()
    }
}

/// The operating system's random bytes.
pub struct SystemEntropy;

impl vault::Entropy for SystemEntropy {
    /// # Panics
    /// When the operating system gives no randomness: nothing secret can be made then, so nothing goes on.
    #[expect(clippy::panic, reason = "keys made without randomness would be worse than none")]
    fn fill(&self, out: &mut [u8]) {
        if let Err(error) = getrandom::fill(out) {
            panic!("the operating system gives no randomness: {error}");
        }
    }
}
