//! `abide.toml`: the settings of a server. Unknown keys are fatal; each key states default, unit and trust: who may
//! change it, and what they could do with it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::cli::Serve;

/// The file as written. Everything has a default but the service's policy.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    /// Where to listen. Default 127.0.0.1:8410. A public address needs a proxy that ends TLS.
    /// Trust: who changes it can expose the pages on another network.
    listen: Option<SocketAddr>,
    /// The address people use. Default `http://<listen>`.
    /// Trust: it stands in every mail; who changes it can lead people to pages of their own.
    address: Option<String>,
    /// The folder for the embedded database, the keys and the published ledger. Default `abide-data`.
    /// Trust: who reads all of it reads everything; keep the keys and the databases on different disks.
    data: Option<PathBuf>,
    /// Abide's own database. Default `sqlite://<data>/abide.sqlite`.
    /// Trust: who writes it can delete rows, but not without the ledger showing it.
    database: Option<String>,
    /// The key database. Default `sqlite://<data>/keys.sqlite`.
    /// Trust: without the key folder its rows open nothing.
    keys_database: Option<String>,
    /// The key folder (root and epoch keys). Default `<data>/keys`, mode 0700.
    /// Trust: with the two databases it opens everything. Never put it into their backups.
    keys: Option<PathBuf>,
    /// The published ledger's folder. Default `<data>/published`; better on another disk than the database.
    /// Trust: who shortens it is found out by anyone who kept a checkpoint; who can write it and the database can
    /// rewrite both alike.
    published: Option<PathBuf>,
    /// Mail.
    mail: MailFile,
    /// The service.
    service: ServiceFile,
}

/// Mail settings; the server's URL with its password comes from ABIDE_SMTP_URL.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MailFile {
    /// The sender, `Name <address>`. Default: the controller's name and contact address in the policy.
    from: Option<String>,
}

/// The service this server runs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ServiceFile {
    /// The policy file. No default.
    policy: Option<PathBuf>,
    /// The store maps. Default none.
    maps: Vec<PathBuf>,
}

/// The settings in force.
#[derive(Debug, Clone)]
pub struct Settings {
    pub listen: SocketAddr,
    pub address: String,
    pub database: String,
    pub keys_database: String,
    pub keys: PathBuf,
    pub published: PathBuf,
    pub from: Option<String>,
    pub policy: PathBuf,
    pub maps: Vec<PathBuf>,
    /// Where the gate's snapshots lie: made by Abide, of use to this server only.
    pub snapshots: PathBuf,
    /// What names this server on a command line, as it was named when it was started.
    named: String,
}

impl Settings {
    /// Reads the file, if one is named, and lets the command line win.
    pub fn read(serve: &Serve) -> Result<Self> {
        let file = serve.settings.as_deref().map(read).transpose()?.unwrap_or_default();
        let Some(policy) = serve.policy.clone().or(file.service.policy) else {
            bail!(
                "no policy is named: write --policy FILE, or `policy` under [service] in the settings file"
            );
        };
        let data = serve.data.clone().or(file.data).unwrap_or_else(|| PathBuf::from("abide-data"));
        let listen = serve.listen.or(file.listen).unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8410)));
        let address = serve.address.clone().or(file.address).unwrap_or_else(|| format!("http://{listen}"));
        let maps = if serve.maps.is_empty() { file.service.maps } else { serve.maps.clone() };
        let sqlite = |name: &str| format!("sqlite://{}", data.join(name).display());
        Ok(Self {
            listen,
            address: address.trim_end_matches('/').to_owned(),
            database: serve.database.clone().or(file.database).unwrap_or_else(|| sqlite("abide.sqlite")),
            keys_database: serve
                .keys_database
                .clone()
                .or(file.keys_database)
                .unwrap_or_else(|| sqlite("keys.sqlite")),
            keys: file.keys.unwrap_or_else(|| data.join("keys")),
            published: file.published.unwrap_or_else(|| data.join("published")),
            snapshots: data.join("gate"),
            from: file.mail.from,
            policy,
            maps,
            named: named(serve),
        })
    }
}

impl Settings {
    /// The folder of the embedded database, where the published ledger lies in it or next to it.
    pub fn published_beside(&self) -> Option<&Path> {
        let folder = Path::new(self.database.strip_prefix("sqlite://")?).parent()?;
        self.published.starts_with(folder).then_some(folder)
    }
}

impl Settings {
    /// The command that publishes the policy file on this server.
    pub fn publish_command(&self, effective: Option<jiff::civil::Date>) -> String {
        let day = effective.map(|day| format!(" --effective {day}")).unwrap_or_default();
        format!("abide publish {}{day}{}", self.policy.display(), self.named)
    }
}

/// The options that named the server, but no address of a database: it may hold a password.
fn named(serve: &Serve) -> String {
    let path = |option: &str, path: &Option<PathBuf>| {
        path.as_ref().map(|path| format!(" --{option} {}", path.display())).unwrap_or_default()
    };
    let hidden = |option: &str, given: bool| if given { format!(" --{option} …") } else { String::new() };
    let address = serve.address.as_ref().map(|address| format!(" --address {address}")).unwrap_or_default();
    let databases =
        [("database", serve.database.is_some()), ("keys-database", serve.keys_database.is_some())];
    let databases: String = databases.into_iter().map(|(option, given)| hidden(option, given)).collect();
    path("settings", &serve.settings) + &path("data", &serve.data) + &databases + &address
}

/// Relative paths in a settings file are relative to the file.
fn read(path: &Path) -> Result<File> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the settings file {}", path.display()))?;
    let mut file: File =
        toml::from_str(&text).with_context(|| format!("in the settings file {}", path.display()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let places = [&mut file.data, &mut file.keys, &mut file.published, &mut file.service.policy];
    for place in places.into_iter().flatten().chain(&mut file.service.maps) {
        *place = folder.join(&place);
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_fatal_and_named() {
        let error =
            toml::from_str::<File>("listenn = \"127.0.0.1:1\"").expect_err("an unknown key").to_string();
        assert!(error.contains("listenn"), "{error}");
    }

    #[test]
    fn every_key_has_a_default_but_the_policy() {
        let file: File = toml::from_str("[service]\npolicy = \"p.yaml\"").expect("a small file");
        assert_eq!(file.service.policy, Some(PathBuf::from("p.yaml")));
    }
}
