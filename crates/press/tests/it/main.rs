//! Tests of the crate from outside.

#[cfg(test)]
mod reading;
#[cfg(test)]
mod workbook;
