//! What `abide check`, `abide law` and `abide lsp` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

/// How findings are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading: each problem with its line underlined.
    Human,
    /// For programs: one JSON document.
    Json,
    /// For code scanning: a log by SARIF 2.1.0.
    Sarif,
    /// For GitHub: annotations of a pull request.
    Github,
    /// For test reports: JUnit's XML.
    Junit,
}

#[derive(Args)]
pub struct Check {
    /// The policy file.
    pub policy: PathBuf,
    /// A store map of the policy; may be given several times.
    #[arg(long = "map")]
    pub maps: Vec<PathBuf>,
    /// Also hold each map against its live database (`ABIDE_STORE_<NAME>_READ_URL`).
    #[arg(long, requires = "maps")]
    pub live: bool,
    /// Also look at a server's settings: TLS, keys, the published ledger.
    #[arg(long)]
    pub settings: Option<PathBuf>,
    /// Answer under the law of this day; that of the day the policy is dated when not given.
    #[arg(long)]
    pub as_of: Option<Date>,
    /// Make the changes that are safe, then check what is left.
    #[arg(long)]
    pub fix: bool,
    /// End with 1 on warnings too.
    #[arg(long)]
    pub deny_warnings: bool,
    /// How to print the findings.
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
}

/// What a fact of the law is about.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TopicName {
    /// Members of the European Economic Area.
    Eea,
    /// Decisions on adequacy.
    Adequacy,
    /// The age of consent to online services.
    Ages,
    /// Supervisory authorities and how to reach them.
    Authorities,
    /// Periods that the law gives to answer and to tell.
    Clocks,
    /// How long accounting material is kept.
    Bookkeeping,
    /// What authorities recommend where no law says how long.
    Guidance,
    /// What marketing by a channel needs.
    Channels,
    /// The time zones in which days are counted.
    Zones,
    /// Public holidays; of the year of the day asked for.
    Holidays,
}

#[derive(Args)]
pub struct Law {
    /// The day; today when not given.
    #[arg(long)]
    pub as_of: Option<Date>,
    /// One topic; all but the holidays when not given.
    #[arg(long, value_enum)]
    pub topic: Option<TopicName>,
    /// One country, two capital letters; with it the holidays are listed too.
    #[arg(long)]
    pub country: Option<String>,
    /// Only what begins or ends after the day.
    #[arg(long)]
    pub changes: bool,
    /// Only what nobody has held against its source yet.
    #[arg(long)]
    pub to_be_checked: bool,
    /// Print the facts as JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Lsp {
    /// Accepted, since editors pass it; standard input and output is what is spoken.
    #[arg(long, hide = true)]
    pub stdio: bool,
}
