//! What `abide diff` and `abide publish` are asked for.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::Serve;

#[derive(Args)]
pub struct Diff {
    /// The policy file as it is or was.
    pub old: PathBuf,
    /// The policy file as it shall be.
    pub new: PathBuf,
    /// The day the new one shall take effect; the day it is dated when not given.
    #[arg(long)]
    pub effective: Option<Date>,
    /// The language; the new policy's reference language when not given.
    #[arg(long, visible_alias = "language")]
    pub lang: Option<String>,
    /// How to print the differences.
    #[arg(long, value_enum, default_value = "human")]
    pub format: DiffFormat,
    /// The same as `--format json`.
    #[arg(long)]
    pub json: bool,
}

/// How differences are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// A table.
    Human,
    /// One JSON document.
    Json,
    /// A document in Markdown, as the archive shows it.
    Markdown,
}

#[derive(Args)]
pub struct Publish {
    /// The policy file of the new version.
    pub file: PathBuf,
    /// The day it takes effect, at its beginning where the controller is; today: at once. The first lawful day (never
    /// before the day it is dated) when not given.
    #[arg(long)]
    pub effective: Option<Date>,
    #[command(flatten)]
    pub server: Serve,
}
