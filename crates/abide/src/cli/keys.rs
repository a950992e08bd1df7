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
    /// Tell where the keys are, which days are held, and how many keys each day still wraps.
    Status {
        #[command(flatten)]
        server: Serve,
    },
    /// Wrap every key under today's, and destroy the days that are old enough. The server does so daily by itself, and may
    /// run meanwhile; stopped anywhere, it goes on where it was.
    Rotate {
        /// Rotate the keys of the blind indexes too: every identifier gets a new hash.
        #[arg(long)]
        indexes: bool,
        #[command(flatten)]
        server: Serve,
    },
    /// Print a new root key, for a place of your own (`root_key` in the settings). Keep it as long as the data.
    New,
}
