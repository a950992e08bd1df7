//! Where the root key comes from: the key folder, a file elsewhere, a variable, a command, or a KMS.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use vault::{Directory, Secret, key_file, key_line};

use super::private::private_folder;
use super::system::SystemEntropy;

/// The place of the root key, as `root_key` in the settings names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RootKey {
    /// `folder`: beside the days' keys.
    #[default]
    Folder,
    /// `file:PATH`: a file that only its owner may read.
    File(PathBuf),
    /// `env:NAME`: a variable.
    Variable(String),
    /// `command:PROGRAM ARGUMENTS`: what a command prints.
    Command(Vec<String>),
    /// `kms:URL`: unsealed by a key service that speaks the protocol of Vault's and OpenBao's transit engine.
    Kms(String),
}

impl std::str::FromStr for RootKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
        match (kind, rest.trim()) {
            ("folder", "") => Ok(Self::Folder),
            ("file", path) if !path.is_empty() => Ok(Self::File(path.into())),
            ("env", name) if !name.is_empty() => Ok(Self::Variable(name.to_owned())),
            ("command", line) if !line.is_empty() => {
                Ok(Self::Command(line.split_whitespace().map(ToOwned::to_owned).collect()))
            }
            ("kms", url) if !url.is_empty() => Ok(Self::Kms(url.to_owned())),
            _ => Err("it is none of `folder`, `file:PATH`, `env:NAME`, `command:PROGRAM …` and `kms:URL`"
                .to_owned()),
        }
    }
}

impl RootKey {
    /// In words, for `abide keys status`.
    pub fn told(&self) -> String {
        match self {
            Self::Folder => "in the key folder".to_owned(),
            Self::File(path) => format!("in the file {}", path.display()),
            Self::Variable(name) => format!("in the variable {name}"),
            Self::Command(line) => {
                format!("printed by the command {}", line.first().map_or("", String::as_str))
            }
            Self::Kms(url) => format!("unsealed by the key service at {url}"),
        }
    }

    /// Opens the key folder with the root key from its place.
    pub async fn open(&self, folder: &Path) -> Result<Directory> {
        private_folder(folder)?;
        let root = match self {
            Self::Folder => return Ok(Directory::open(folder, &SystemEntropy)?),
            Self::File(path) => key_file(path)?,
            Self::Variable(name) => variable(name)?,
            Self::Command(line) => command(line).await?,
            Self::Kms(url) => kms(url, folder).await?,
        };
        Ok(Directory::open_with(folder, root, &SystemEntropy)?)
    }
}

fn variable(name: &str) -> Result<Secret> {
    let text = std::env::var(name)
        .with_context(|| format!("the root key should be in the variable {name}, which is not set"))?;
    let text = zeroize::Zeroizing::new(text);
    key_line(&text).with_context(|| not_a_key(&format!("the variable {name}")))
}

async fn command(line: &[String]) -> Result<Secret> {
    let (program, arguments) = line.split_first().context("no command for the root key")?;
    let done = tokio::process::Command::new(program).args(arguments).output().await;
    let done = done.with_context(|| format!("the command for the root key, {program}, does not start"))?;
    let out = zeroize::Zeroizing::new(done.stdout);
    if !done.status.success() {
        // what it printed may hold the key: it is not repeated
        bail!("the command for the root key, {program}, ended with {}", done.status);
    }
    std::str::from_utf8(&out)
        .ok()
        .and_then(key_line)
        .with_context(|| not_a_key(&format!("what {program} prints")))
}

fn not_a_key(place: &str) -> String {
    format!("{place} is no key of Abide (one line, `abide-key-v1:` and base64); `abide keys new` prints one")
}

#[cfg(feature = "kms")]
async fn kms(url: &str, folder: &Path) -> Result<Secret> {
    super::kms::root(url, folder).await
}

#[cfg(not(feature = "kms"))]
async fn kms(url: &str, _: &Path) -> Result<Secret> {
    bail!(
        "this program was built without key services, so {url} cannot be asked: build it with `--features kms`"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_read_and_a_slip_is_told() {
        let line = RootKey::Command(vec!["pass".to_owned(), "show".to_owned(), "abide".to_owned()]);
        for (text, place) in [
            ("folder", RootKey::Folder),
            ("file:/run/secrets/root", RootKey::File("/run/secrets/root".into())),
            ("env:ABIDE_ROOT", RootKey::Variable("ABIDE_ROOT".to_owned())),
            ("command:pass show abide", line),
            (
                "kms:http://127.0.0.1:8200/v1/transit/keys/abide",
                RootKey::Kms("http://127.0.0.1:8200/v1/transit/keys/abide".to_owned()),
            ),
        ] {
            assert_eq!(text.parse::<RootKey>(), Ok(place));
        }
        for slip in ["", "file:", "vault:x", "folder:x", "env"] {
            assert!(slip.parse::<RootKey>().is_err(), "{slip}");
        }
    }

    #[tokio::test]
    async fn a_command_that_fails_or_prints_something_else_is_told_without_what_it_printed() {
        let folder = tempfile::tempdir().expect("a folder");
        let open = async |line: &str| {
            let root: RootKey = format!("command:{line}").parse().expect("a place");
            root.open(&folder.path().join("keys")).await.map(drop).map_err(|error| format!("{error:#}"))
        };
        assert!(open("false").await.expect_err("it fails").contains("ended with"));
        assert!(open("/no/such/program").await.expect_err("not there").contains("does not start"));
        let told = open("echo hunter2").await.expect_err("no key");
        assert!(told.contains("is no key of Abide") && !told.contains("hunter2"), "{told}");
        let key = vault::new_key_line(&SystemEntropy);
        open(&format!("echo {}", key.trim())).await.expect("it opens");
        let other = vault::new_key_line(&SystemEntropy);
        let told = open(&format!("echo {}", other.trim())).await.expect_err("another");
        assert!(told.contains("not the one that the keys in") && !told.contains(other.trim()), "{told}");
    }
}
