//! The subcommands, a file each.

pub mod audit;
pub mod check;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod fmt;
pub mod help;
pub mod import;
pub mod init;
pub mod keys;
pub mod law;
pub mod lsp;
pub mod publish;
pub mod render;
pub mod schema;
pub mod serve;
pub mod staff;
pub mod verify;
