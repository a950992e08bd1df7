//! Ask Abide's gate: may this data be used for that, now?
//!
//! **Contract.** A denial is an answer. Where no answer can be had, [`Gate::decide`] and [`Gate::decide_many`] deny with
//! [`Reason::Unavailable`]: nothing is ever allowed because a question failed. What is wrong with a question or a token is a
//! [`Problem`]. Answers are used again for a second at most; the README says how that stays true.
//!
//! **Absences.** Nothing of Abide's own crates: a program that asks over the network links a small HTTP client, and no
//! policy, database or runtime. No asynchronous half: call it where waiting is allowed (`spawn_blocking`).

mod audience;
mod error;
mod gate;
mod kept;
mod wire;
mod words;

pub use audience::{Audience, Filters};
pub use error::{Error, Problem};
pub use gate::{Gate, Options};
pub use words::{
    Answer, Channel, Conditions, Consent, Disclosed, Exception, Method, Reason, Recorded, Remedy, Said,
};
