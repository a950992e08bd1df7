//! Witnesses (C2SP tlog-witness, tlog-cosignature): others who look at the log's growth and sign what they saw, so that
//! the log cannot show one history to some and another to others.
//!
//! [`WitnessKey`] checks their signatures; [`AddCheckpoint`] is what they are sent, and [`Reply`] what they answer.
//!
//! Absences: no connection is made here, and no cosignature is believed without the witness' key from elsewhere.

mod ask;
mod cosign;

pub use ask::{AddCheckpoint, AskError, Reply};
pub use cosign::{Cosigned, WitnessKey, message};
