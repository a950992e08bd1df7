//! `cargo fuzz run fmt --features libfuzzer`, on a nightly.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| policy_fuzz::checks::format(data));
