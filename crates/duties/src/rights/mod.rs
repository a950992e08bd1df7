//! People's requests: what is held about somebody, asking for it, and carrying an erasure out across
//! Abide and the company's stores.
//!
//! Contract: only verified identifiers drive a search; where several rows may be the person, nothing is
//! shown or erased before staff chose. A plan is persisted and rehearsed before anything is destroyed;
//! each step is leased, idempotent, resumable after a kill at any point, and closed only by a second query
//! that finds nothing left. What was not verified is never shown as done, and what stays is listed with its
//! ground and end.
//!
//! Absences: no SQL, no HTTP; no personal data in errors, in step outcomes or in anything that is kept
//! after an erasure. Kinds other than access and erasure are carried out by staff, by hand; nothing here
//! pretends otherwise.

mod answering;
mod ask;
mod case;
mod choose;
pub(crate) mod clocks;
mod conversation;
mod decide;
pub(crate) mod ended;
mod error;
mod finish;
mod held;
mod inbox;
mod inform;
mod kind;
mod letters;
mod loaded;
mod open;
mod outcomes;
mod person;
mod plan;
mod points;
mod proven;
mod rehearsal;
pub(crate) mod remains;
mod run;
mod search;
mod staff;
mod summary;
mod text;
mod view;
mod waiting;
mod withhold;
mod written;

pub use ask::{Asking, NewByPerson, ask, ask_token};
pub use choose::choose;
pub(crate) use choose::enrolled_link;
pub use decide::{Lifting, announce, decide, extend, lift};
pub use error::{Error, Result};
pub use held::held;
pub use inbox::{inbox, row};
pub use inform::{Means, told};
pub use kind::{Refusal, RequestKind, RequestState};
pub(crate) use open::open_received;
pub use open::{NewByStaff, find_person, open, open_by_staff};
pub use person::{Download, answer_for, get_for, list_for, withdraw_for, write_for};
pub(crate) use plan::today;
pub use plan::{plan, rehearse};
pub use points::{POINTS, Watch, watched};
pub use proven::Proven;
pub use rehearsal::{Rehearsal, ask_rehearsal, carry_out, rehearsal};
pub use remains::backup_days;
pub(crate) use run::forget_again;
pub use run::{Ticked, run, tick};
pub use staff::{close, refuse, reply, staff_answer, staff_get};
pub use view::{
    Candidate, Clock, ClockState, Event, InboxFilter, InboxRow, May, Message, Opened, PackageView,
    PersonRequest, PersonView, PlanView, RequestSummary, RequestView, StepState, StepView,
};
pub use waiting::Waiting;
pub use withhold::{Ground, Written, withhold};
