//! People's requests as staff work on them: the inbox, one request, and what may be done with it.

mod act;
mod decide;
mod gate;
mod list;
mod plan;
mod progress;
mod rehearse;
mod run;
mod show;
mod view;
mod wrong;

pub(crate) use act::{announce, choose, close, decide, extend, lift, plan, refuse, reply, told, withhold};
pub(crate) use list::{list, table};
pub(crate) use progress::progress;
pub(crate) use rehearse::{rehearse, show as rehearsal};
pub(crate) use run::run;
pub(crate) use show::show;
