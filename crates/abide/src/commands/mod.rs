//! The subcommands, a file each.

pub mod audit;
pub mod backup;
pub mod check;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod fmt;
pub mod help;
pub mod import;
pub mod init;
pub mod key_folder;
pub mod keys;
pub mod law;
pub mod lsp;
pub mod progress;
pub mod publish;
pub mod render;
pub mod replay;
pub mod restore;
pub mod schema;
pub mod serve;
pub mod staff;
pub mod verify;
pub mod wrapping;
