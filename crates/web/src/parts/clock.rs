//! A clock: the time left, the due date, the law behind it, and a bar that fills.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Tone;

/// A term that runs, is met, or is past.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/clock.html")]
pub struct Clock {
    /// Kept, soon, late or unknown.
    pub tone: Tone,
    /// "in 12 days", "3 days late", "met".
    pub left: String,
    /// The due date, written out; empty where the clock has stopped.
    pub due: String,
    /// The rule it comes from; empty in a table.
    pub law: String,
    /// How much of the time is gone, in percent; `None` where the clock has stopped.
    pub gone: Option<u8>,
}

impl HtmlSafe for Clock {}
