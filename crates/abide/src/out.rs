//! Words for the terminal: results on standard output, everything else on standard error.
//!
//! A reader that goes away (`abide explain | head -1`) is no fault of ours and no panic: the command ends quietly, as
//! tools do that a closed pipe stops.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

use anyhow::{Context, Result};

/// The exit code of what a closed pipe ended: 128 and the number of SIGPIPE, as a shell shows it.
pub const CLOSED: u8 = 141;

/// Whether an error is that nobody reads any more.
pub fn is_closed(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// Writes to standard output, and sees to it that it is written when this returns.
pub fn bytes(bytes: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).context("cannot write to standard output")
}

/// A line on standard output.
pub fn line(words: Arguments<'_>) -> Result<()> {
    bytes(format!("{words}\n").as_bytes())
}

/// A line on standard error. Where nobody reads it there is nobody else to tell.
pub fn tell(words: Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}
