//! The answer to an access request (Art. 15) and the receipt of an erasure: documents for reading, files for
//! using.
//!
//! Contract: every item of Art. 15(1)(a)–(h) and (2) is in every answer, also where it is "none"; other
//! people's data are withheld and that is said; the same input gives the same bytes.
//!
//! Absences: gathers nothing itself (that is `rights`), no SQL, no keys, no clock.

mod holding;
mod outcome;

pub use holding::{
    Agreement, Cell, Column, Disclosure, Group, Held, HeldIdentifier, HeldReceipt, HeldRequest, Place, PlaceState,
    Row, Section, StaffLook, Why,
};
pub use outcome::{Outcome, OutcomeRow, RemainsRow};
