//! Bytes that nobody would write, for the parser, the compiler and the formatter of the policy language.
//!
//! [`checks`] says what must hold of any bytes, [`corpus`] where bytes come from, [`mutate`] what becomes of them.

pub mod corpus;
pub mod mutate;
pub mod random;

#[path = "../../crates/policy/tests/it/checks.rs"]
pub mod checks;

/// Everything that must hold; gives the codes that were told, by which a new kind of input is known.
pub fn all(bytes: &[u8]) -> Vec<&'static str> {
    checks::parse(bytes);
    checks::format(bytes);
    let mut codes = checks::compile(bytes);
    codes.extend(checks::map(bytes));
    codes.sort_unstable();
    codes.dedup();
    codes
}
