//! The privacy centre: a person shows that an address is theirs, sees what is held, and asks for something.
//!
//! Nothing here says to a stranger whether somebody is known: asking for a link answers the same for any address.

mod answer;
mod ask;
pub(crate) mod held;
mod home;
mod link;
mod new;
mod outcome;
mod request;
mod requests;
mod session;

pub(crate) use answer::answer;
pub(crate) use ask::{ask, send};
pub(crate) use home::{home, settle, stand_by, take_back};
pub(crate) use link::{link, open};
pub(crate) use new::{create, kinds, new};
pub(crate) use outcome::{remains as remains_table, table as outcome_table, tone as outcome_tone};
pub(crate) use request::{request, timeline, withdraw};
pub(crate) use requests::requests;
pub(crate) use session::{sign_out, signed_in};
