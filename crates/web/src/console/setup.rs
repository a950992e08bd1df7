//! The first account: the link that `serve` prints, then name and password, then the second factor.

mod account;
mod code;

pub(crate) use account::{create, show};
pub(crate) use code::{confirm, show as show_code};
