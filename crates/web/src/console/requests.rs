//! People's requests as staff work on them: the inbox, one request, and what may be done with it.

mod act;
mod gate;
mod list;
mod plan;
mod progress;
mod run;
mod show;
mod view;

pub(crate) use act::{choose, close, plan, refuse, rehearse, reply};
pub(crate) use list::{list, table};
pub(crate) use progress::progress;
pub(crate) use run::run;
pub(crate) use show::show;
