//! The console: what staff work with. A view of personal data asks for its purpose first and is logged; what cannot be
//! undone is rehearsed, shown with its numbers, and confirmed by typing the request's reference.

mod bulk;
pub(crate) mod demands;
pub(crate) mod health;
pub(crate) mod people;
pub(crate) mod policy;
pub(crate) mod promises;
mod purpose;
pub(crate) mod registers;
pub(crate) mod requests;
mod session;
pub(crate) mod setup;
pub(crate) mod sign_in;
pub(crate) mod team;
mod today;
mod undelivered;

pub(crate) use today::today;
