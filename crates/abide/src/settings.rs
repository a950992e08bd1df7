//! `abide.toml`: the settings of a server. Unknown keys are fatal; each key states default, unit and trust: who may
//! change it, and what they could do with it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::adapters::object_store::Address;
use crate::adapters::root::RootKey;
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
    /// Where the root key is. Default `folder`: in the key folder. Else `file:PATH`, `env:NAME`, `command:PROGRAM …` (what it
    /// prints), or `kms:URL` (a program built with `--features kms`).
    /// Trust: with the key folder and the two databases it opens everything; without it nothing ever opens again.
    root_key: Option<String>,
    /// The published ledger's folder. Default `<data>/published`; better on another disk than the database.
    /// Trust: who shortens it is found out by anyone who kept a checkpoint; who can write it and the database can
    /// rewrite both alike.
    published: Option<PathBuf>,
    /// Who is asked to cosign the ledger's state. Default nobody.
    witnesses: Vec<WitnessFile>,
    /// The published ledger in an object store that speaks S3, `s3://bucket/prefix`, instead of a folder. No default. Its
    /// credentials come from ABIDE_PUBLISHED_KEY and ABIDE_PUBLISHED_SECRET.
    /// Trust: as `published`; give the credentials no right to delete versions, and the bucket a lock.
    published_store: Option<String>,
    /// The object store's address, `https://s3.example`. No default.
    /// Trust: who changes it receives the hashes and checkpoints, and no personal data.
    published_endpoint: Option<String>,
    /// The object store's region. Default `us-east-1`.
    published_region: Option<String>,
    /// Mail.
    mail: MailFile,
    /// The service.
    service: ServiceFile,
}

/// A witness (C2SP tlog-witness): somebody else's server that signs that it saw the ledger grow, and only grow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessFile {
    /// Its submission prefix, `https://witness.example/w`. No default.
    /// Trust: who changes it can keep cosignatures away, and forge none.
    pub url: String,
    /// Its public key, `<name>+<8 digits>+<base 64>` of type 4. No default; ask the witness itself for it.
    /// Trust: who changes it can pass for the witness towards this server; people check with the key they have.
    #[serde(deserialize_with = "witness_key")]
    pub key: ledger::WitnessKey,
}

fn witness_key<'de, D: serde::Deserializer<'de>>(text: D) -> Result<ledger::WitnessKey, D::Error> {
    String::deserialize(text)?.parse().map_err(serde::de::Error::custom)
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
    pub root_key: RootKey,
    pub published: PathBuf,
    /// The object store that takes the place of the folder.
    pub published_at: Option<Address>,
    /// Where requests wait while the database is behind what is published.
    pub queue: PathBuf,
    pub from: Option<String>,
    pub witnesses: Vec<WitnessFile>,
    pub policy: PathBuf,
    pub maps: Vec<PathBuf>,
    /// Where the gate's snapshots lie: made by Abide, of use to this server only.
    pub snapshots: PathBuf,
    /// Where a restore that is under way notes what it restores.
    pub restoring: PathBuf,
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
        let root_key = file.root_key.as_deref().map_or(Ok(RootKey::default()), str::parse);
        let root_key =
            root_key.map_err(|why: String| anyhow::anyhow!("`root_key` in the settings file: {why}"))?;
        let (endpoint, region) = (file.published_endpoint.as_deref(), file.published_region.as_deref());
        let published_at = file.published_store.as_deref().map(|url| Address::parse(url, endpoint, region));
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
            root_key,
            published: file.published.unwrap_or_else(|| data.join("published")),
            published_at: published_at.transpose()?,
            queue: data.join("queue"),
            snapshots: data.join("gate"),
            restoring: data.join("restoring.json"),
            from: file.mail.from,
            witnesses: file.witnesses,
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
        (self.published_at.is_none() && self.published.starts_with(folder)).then_some(folder)
    }
}

impl Settings {
    /// The command that publishes the policy file on this server.
    pub fn publish_command(&self, effective: Option<jiff::civil::Date>) -> String {
        let day = effective.map(|day| format!(" --effective {day}")).unwrap_or_default();
        format!("abide publish {}{day}{}", self.policy.display(), self.named)
    }
}

/// What is wrong with a settings file, as a check tells it: the same values the server would run with.
pub fn checked(path: &Path, policy: &Path) -> Result<(policy::Source, Vec<policy::Diagnostic>)> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("cannot read the settings file {}", path.display()))?;
    let settings = Settings::read(&Serve::of(path, policy))?;
    let folder = |address: &str| {
        address.strip_prefix("sqlite://").and_then(|file| Path::new(file).parent().map(Path::to_owned))
    };
    let beside = |place: &Path| {
        let databases = [&settings.database, &settings.keys_database];
        databases.into_iter().filter_map(|address| folder(address)).any(|folder| place.starts_with(folder))
    };
    let deployment = policy::Deployment {
        listens_publicly: !settings.listen.ip().is_loopback(),
        address: settings.address.clone(),
        keys_beside_database: beside(&settings.keys),
        ledger_beside_database: settings.published_beside().is_some(),
    };
    let source = policy::Source::new(path.display().to_string(), text);
    let told = policy::deployment(&source, &deployment);
    Ok((source, told))
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
    fn a_witness_needs_a_key_of_its_own_kind() {
        let file = |key: &str| format!("[[witnesses]]\nurl = \"https://w.example\"\nkey = \"{key}\"");
        let wrong = toml::from_str::<File>(&file("w.example+00000000+AQID")).expect_err("a log's key");
        assert!(wrong.to_string().contains("not of type 4"), "{wrong}");
        let key = ledger::WitnessKey::new("w.example", [7; 32]).expect("a name").to_string();
        let right = toml::from_str::<File>(&file(&key)).expect("a witness");
        assert_eq!(
            right.witnesses.first().map(|witness| witness.key.name().to_owned()).as_deref(),
            Some("w.example")
        );
    }

    #[test]
    fn every_key_has_a_default_but_the_policy() {
        let file: File = toml::from_str("[service]\npolicy = \"p.yaml\"").expect("a small file");
        assert_eq!(file.service.policy, Some(PathBuf::from("p.yaml")));
    }
}
