//! The clock, handed in. Nothing in this crate asks the machine what time it is.

use jiff::Timestamp;

/// Where the time comes from: the machine's clock in `abide`, a settable one in tests.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}
