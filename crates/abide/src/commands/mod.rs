//! The subcommands, a file each.

pub mod audience;
pub mod audit;
pub mod check;
pub mod completions;
pub mod decide;
pub mod diff;
pub mod explain;
pub mod fmt;
pub mod help;
pub mod publish;
pub mod render;
pub mod schema;
pub mod serve;
pub mod staff;
pub mod token;
pub mod verify;
