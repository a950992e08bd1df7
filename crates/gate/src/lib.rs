//! The gate: may this data be used for that, now? Allowed or denied, with the reason and its article of law.
//!
//! [`Standing`] is what the ledger says about one subject, folded from [`Fact`]s in the ledger's order.
//! [`decide`] holds a [`Question`] against the policy and the standing. The rules, in their order:
//!
//! 1. the policy declares the purpose (Art. 5(1)(b));
//! 2. the ledger knows the subject, and it is not erased for this purpose (Art. 17);
//! 3. processing is not restricted, or the use is one of Art. 18(2);
//! 4. the purpose was stated where and when the data was collected, or consent was given since, or a law
//!    commands the use (Art. 5(1)(b), 6(3)): WE-03, CN-16;
//! 5. the legal basis holds: consent is active; no objection stands, and none at all against marketing;
//! 6. the recipient is declared for the purpose, gets that field, and is not refused by the person;
//! 7. the data is declared for the purpose (Art. 5(1)(c));
//! 8. the retention period is not over (Art. 5(1)(e)).
//!
//! Whatever is not allowed by all of them is denied. An acceptance of terms is no fact here: it is never a basis.
//!
//! Absences: no I/O, no clock (the time is in the question), no ledger types, no allocation in [`decide`].
//! Not yet: channel permissions (ePrivacy Art. 13), signals, age, safeguards of transfers, audiences.

mod decide;
mod fact;
mod reason;
mod retention;
mod standing;

pub use decide::{Decision, Exception, Question, decide};
pub use fact::{Event, Fact};
pub use reason::Reason;
pub use retention::keep_until;
pub use standing::{Collected, Consent, Objection, Standing};
