//! What `abide backup`, `abide restore` and `abide replay` are asked for.

use std::path::PathBuf;

use clap::Args;

use super::Serve;

#[derive(Args)]
pub struct Backup {
    #[command(flatten)]
    pub server: Serve,
    /// The folder for backups of the data.
    #[arg(long)]
    pub to: PathBuf,
    /// The folder for backups of the key database: another place, so that who steals one has not the other.
    #[arg(long)]
    pub keys_to: PathBuf,
    /// The folder for the one backup of the key folder, replaced each time. Best on a medium that is locked away.
    #[arg(long)]
    pub key_folder_to: Option<PathBuf>,
    /// Whom to encrypt to: an age recipient (`age1…`); may be given several times.
    #[arg(long = "recipient", required = true)]
    pub recipients: Vec<String>,
    /// Days after which backups of this server are removed. Default: as the policy promises.
    #[arg(long)]
    pub keep_days: Option<u16>,
    /// Go on, and make one every so many hours.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=8760))]
    pub every_hours: Option<u16>,
}

#[derive(Args)]
pub struct Restore {
    #[command(flatten)]
    pub server: Serve,
    /// The backup of the data (`…-data.age`).
    #[arg(long)]
    pub from: Option<PathBuf>,
    /// The backup of the key database (`…-keys.age`).
    #[arg(long)]
    pub keys_from: Option<PathBuf>,
    /// The backup of the key folder (`abide-key-folder.age`).
    #[arg(long)]
    pub key_folder_from: Option<PathBuf>,
    /// The file with the age identity (`AGE-SECRET-KEY-1…`) that opens them.
    #[arg(long)]
    pub identity: PathBuf,
}

#[derive(Args)]
pub struct Replay {
    #[command(flatten)]
    pub server: Serve,
    /// A store of the company that was restored from a backup of its own: erase in it again who was erased.
    #[arg(long, conflicts_with = "force")]
    pub store: Option<String>,
    /// Go on without what happened since the backup. Withdrawals and erasures since are lost, and every reader of the
    /// published ledger sees where it was broken off.
    #[arg(long, requires = "reason")]
    pub force: bool,
    /// Why; it stands on the ledger.
    #[arg(long)]
    pub reason: Option<String>,
}
