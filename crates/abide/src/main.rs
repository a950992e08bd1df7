//! abide
fn main() {}
