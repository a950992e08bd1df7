//! `cargo fuzz run parse --features libfuzzer`, on a nightly.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| policy_fuzz::checks::parse(data));
