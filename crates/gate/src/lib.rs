//! The gate: may this data be used for that, now? Allowed or denied, with the reason and its article of law.
//!
//! [`Rules`] are a policy compiled for deciding. [`Standing`] is what the ledger says about one subject, folded from
//! [`Fact`]s in the ledger's order. [`decide`] holds a [`Question`] against both, exactly. [`Gate`] keeps everyone's
//! standing in a few machine words and answers from them in nanoseconds, [`Answers`] the same question of many;
//! [`Audiences`] are everyone it allows. The rules
//! stand in one place (`judge`), whoever asks. In their order:
//!
//! 1. the policy declares the purpose, the recipient and the data that are named (Art. 5(1)(b));
//! 2. the ledger knows the subject, and it is not erased for this purpose, but for what Art. 17(3) keeps;
//! 3. processing is not restricted, or the use is one of Art. 18(2);
//! 4. the purpose was stated where and when the data was collected, or consent was given since, or a law
//!    commands the use (Art. 5(1)(b), 6(3), 6(4)): WE-03, CN-16. What a customer entrusted needs its instruction: CN-20;
//! 5. the legal basis holds: consent is active; no objection stands, and none at all against marketing;
//! 6. the channel is declared, and marketing by it permitted in the person's country (ePrivacy Directive, Art. 13);
//! 7. no honoured signal of the browser stands against it (Art. 21(5));
//! 8. the person is not said to be too young (Art. 8);
//! 9. the recipient is declared for the purpose, not refused by the person, safe to transfer to, and gets that field;
//! 10. the data is declared for the purpose (Art. 5(1)(c));
//! 11. the retention period is not over (Art. 5(1)(e)).
//!
//! Whatever is not allowed by all of them is denied. An acceptance of terms is no fact here: it is never a basis.
//!
//! Absences: no I/O, no clock (the time is in the question), no ledger types, no allocation in [`Gate::decide`].

mod answers;
mod audience;
mod deadline;
mod fact;
mod gate;
mod judge;
mod packed;
mod people;
mod question;
mod reason;
mod retention;
mod rules;
mod snapshot;
mod standing;
mod view;

pub use answers::Answers;
pub use audience::{Audiences, Page};
pub use fact::{Event, Exemption, Fact, Signal};
pub use gate::{Decision, Gate, decide};
pub use people::Id;
pub use question::{Ask, Exception, Question};
pub use reason::{Part, Reason, Remedy};
pub use retention::keep_until;
pub use rules::Rules;
pub use snapshot::SnapshotError;
pub use standing::{Collected, Consent, ConsentState, Objection, Standing};
