//! `abide completions`: a script for the shell.

use anyhow::Result;
use clap::CommandFactory;

use crate::Ending;
use crate::cli::Arguments;

/// Prints the script.
pub fn run(shell: clap_complete::Shell) -> Result<Ending> {
    clap_complete::generate(shell, &mut Arguments::command(), "abide", &mut std::io::stdout());
    Ok(Ending::Well)
}
