//! Tests of the crate from outside.

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod locales;
#[cfg(test)]
mod usage;
