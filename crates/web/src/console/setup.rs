//! Setting an account up: the link that `serve` prints or an invitation brings, then name and password, then the second
//! factor.

mod account;
mod code;

pub(crate) use account::{create, show};
pub(crate) use code::{confirm, show as show_code};
