//! The subcommands, a file each.

pub mod check;
pub mod completions;
pub mod explain;
pub mod render;
pub mod schema;
pub mod serve;
pub mod staff;
pub mod verify;
