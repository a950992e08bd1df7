//! Hosted forms: what is asked and why, boxes that nobody ticked for you, what was typed kept after a refusal.

mod show;
mod submit;

pub(crate) use show::show;
pub(crate) use submit::submit;
