//! `abide completions`: a script for the shell.

use anyhow::Result;
use clap::CommandFactory;

use crate::Ending;
use crate::cli::Arguments;
use crate::out;

/// Prints the script.
pub fn run(shell: clap_complete::Shell) -> Result<Ending> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "abide", &mut script);
    out::bytes(&script)?;
    Ok(Ending::Well)
}
