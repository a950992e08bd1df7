//! People: looked for by an identifier, for a purpose that is asked first and logged with the view; and requests that
//! reached the staff by telephone, letter or at the counter.

mod consent;
mod enter;
mod explain;
mod find;
mod identifier;
mod show;
mod timeline;

pub(crate) use consent::{ask_consent, enter_consent};
pub(crate) use enter::{create, enter};
pub(crate) use explain::explain;
pub(crate) use find::{ask, find};
pub(crate) use show::show;
pub(crate) use timeline::{evidence, timeline};
