//! The subcommands, a file each.

pub mod audit;
pub mod beside;
pub mod check;
pub mod completions;
pub mod diff;
pub mod doctor;
pub mod enrol;
pub mod explain;
pub mod fmt;
pub mod help;
pub mod import;
pub mod init;
pub mod keys;
pub mod law;
pub mod lsp;
pub mod publish;
pub mod rebuild;
pub mod render;
pub mod schema;
pub mod serve;
pub mod staff;
pub mod verify;
