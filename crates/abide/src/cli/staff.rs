//! What `abide staff` is asked for.

use clap::{Args, Subcommand, ValueEnum};

use super::Serve;

#[derive(Args)]
pub struct Staff {
    #[command(subcommand)]
    pub verb: StaffVerb,
}

/// What to do with the accounts. `server` says which server's, in the words of `abide serve`.
#[derive(Subcommand)]
pub enum StaffVerb {
    /// Make an account and print the one-use link to set it up with. Nothing is mailed.
    Add {
        /// The mail address to sign in with.
        email: String,
        /// What the account may do.
        #[arg(long, value_enum, default_value = "support")]
        role: RoleName,
        #[command(flatten)]
        server: Serve,
    },
    /// List the accounts: state, role, address, name.
    List {
        #[command(flatten)]
        server: Serve,
    },
    /// Close an account: signed out at once, no more signing in. `add` opens it again.
    Close {
        /// The mail address it signs in with.
        email: String,
        #[command(flatten)]
        server: Serve,
    },
}

/// What an account may do.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
    /// Requests and the people behind them, without running an erasure.
    Support,
    /// The policy, the ledger and health; no people.
    Developer,
    /// Everything a request needs, and the team.
    PrivacyLead,
}
