//! Tests of the crate from outside.

#[cfg(test)]
mod escaping;
#[cfg(test)]
mod pages;
