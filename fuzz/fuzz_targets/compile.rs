//! `cargo fuzz run compile --features libfuzzer`, on a nightly.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| { policy_fuzz::checks::compile(data); policy_fuzz::checks::map(data); });
