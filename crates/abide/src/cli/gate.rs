//! What `abide decide`, `abide audience` and `abide token` are asked for.

use clap::{Args, Subcommand};

use super::Serve;

#[derive(Args)]
pub struct Decide {
    /// The person: an id, or what they verified: a mail address, a telephone number (`+47…`), or a number of yours with
    /// its name in the store map (`customer-number:1042`).
    pub person: String,
    /// For which purpose; every purpose of the policy when not given.
    pub purpose: Option<String>,
    /// With which data: a field (`contact.email`) or a category (`contact`).
    #[arg(long)]
    pub category: Option<String>,
    /// Giving it to whom.
    #[arg(long)]
    pub recipient: Option<String>,
    /// Reaching the person by which channel: `email`, `sms`, `post` …
    #[arg(long)]
    pub channel: Option<String>,
    /// Why a restriction would not stand in the way: `storage`, `legal-claims`, `others-rights`, `public-interest`.
    #[arg(long)]
    pub exception: Option<String>,
    /// As of a past moment, such as 2026-11-30T12:00:00Z.
    #[arg(long)]
    pub at: Option<jiff::Timestamp>,
    /// Tell where in the policy it follows from, and what would change the answer.
    #[arg(long)]
    pub explain: bool,
    /// Print JSON, an object a purpose.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub server: Serve,
}

#[derive(Args)]
pub struct Audience {
    /// For which purpose.
    pub purpose: String,
    /// Only people of this country, two letters.
    #[arg(long)]
    pub country: Option<String>,
    /// Only those whom the use may reach by this channel.
    #[arg(long)]
    pub channel: Option<String>,
    /// Only those whose data may go to this recipient.
    #[arg(long)]
    pub recipient: Option<String>,
    /// Print how many there are, and no ids.
    #[arg(long)]
    pub count: bool,
    /// Print JSON: an object a line, as `/v1/audience` sends them; with `--count` one object.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub server: Serve,
}

#[derive(Args)]
pub struct Token {
    #[command(subcommand)]
    pub verb: TokenVerb,
}

/// What to do with the tokens of the company's own programs.
#[derive(Subcommand)]
pub enum TokenVerb {
    /// Make a token and print it; only its hash is kept, so it is shown this once.
    Add {
        /// What it may ask; may be given several times: `decide`, `audience`, `disclose`, `consents`,
        /// `suppressions`.
        #[arg(long = "scope", required = true)]
        scopes: Vec<String>,
        /// For how many days it is good.
        #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u16).range(1..=3650))]
        days: u16,
        #[command(flatten)]
        server: Serve,
    },
    /// Take a token back, at once; it is read from standard input, so that no list of commands keeps it.
    Revoke {
        #[command(flatten)]
        server: Serve,
    },
}
