//! `abide keys` on the command line.

use clap::{Args, Subcommand};

use super::Serve;

#[derive(Args)]
pub struct Keys {
    #[command(subcommand)]
    pub verb: KeysVerb,
}

#[derive(Subcommand)]
pub enum KeysVerb {
    /// List every key the ledger was signed with, as it is published at /keys.
    List {
        #[command(flatten)]
        server: Serve,
    },
    /// Make a new signing key, introduced by the old one; both sign for thirty days.
    RotateSigning {
        #[command(flatten)]
        server: Serve,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
    },
}
