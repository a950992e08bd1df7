//! What `abide suppress` is asked for.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Serve;

#[derive(Args)]
pub struct Suppress {
    #[command(subcommand)]
    pub verb: SuppressVerb,
}

/// What to do with those who must not come back.
#[derive(Subcommand)]
pub enum SuppressVerb {
    /// Take a list in; the server may run meanwhile. Ends with 1 where a line could not be read.
    Import {
        /// The list.
        file: PathBuf,
        /// What its people said no to; may be given several times.
        #[arg(long = "purpose", required_unless_present = "everything")]
        purposes: Vec<String>,
        /// They said no to everything: no import may bring them in.
        #[arg(long, conflicts_with = "purposes")]
        everything: bool,
        /// Only say which lines cannot be read; nothing is written.
        #[arg(long)]
        check: bool,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        server: Serve,
    },
    /// Tell whether an address or number is stopped; it is read from standard input, so that no list of commands keeps it.
    /// Ends with 1 where it is.
    Check {
        /// For this purpose; when not given: from coming in at all.
        #[arg(long)]
        purpose: Option<String>,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        server: Serve,
    },
    /// Tell how many addresses and numbers are stopped.
    Count {
        #[command(flatten)]
        server: Serve,
    },
}
