//! What machines read of a policy: TILT (Transparency Information Language) and W3C DPV (Data Privacy Vocabulary), and a
//! first policy from TILT.
//!
//! **Contract.** What is written keeps to the terms and types of each language. What a language has no place for is named
//! by [`left_out`] or told by [`from_tilt`]; nothing is dropped in silence. Absences: no I/O, no clock.

mod carried;
mod dpv;
mod tilt;

pub use carried::left_out;
pub use dpv::dpv;
pub use tilt::{Imported, from_tilt, tilt};

use crate::words::words;

words! {
    /// A language that machines read.
    Machine {
        /// Transparency Information Language, as JSON.
        Tilt = "tilt",
        /// W3C Data Privacy Vocabulary 2.3, as JSON-LD.
        Dpv = "dpv",
    }
}

/// The policy in a language for machines; texts for people in `lang`.
pub fn written(policy: &crate::Policy, machine: Machine, lang: &str) -> serde_json::Value {
    match machine {
        Machine::Tilt => tilt(policy, lang),
        Machine::Dpv => dpv(policy, lang),
    }
}
