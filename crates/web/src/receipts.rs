//! Receipts: the proof of what was recorded, to read, to keep and to check without us.

mod show;
mod verify;

pub(crate) use show::show;
pub(crate) use verify::verify;
