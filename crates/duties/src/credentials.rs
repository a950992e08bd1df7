//! What staff prove themselves with: a password and a second factor. Pure; keeps nothing.

pub mod password;
pub mod qr;
pub mod totp;

#[cfg(test)]
mod tests;
