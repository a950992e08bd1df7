//! A root key that is sealed by a key service: `root.sealed` in the key folder holds what the service's transit engine
//! made of it (HashiCorp Vault, OpenBao: `POST …/encrypt/NAME`, `POST …/decrypt/NAME`), and the service opens it at each
//! start. The token comes from `ABIDE_KMS_TOKEN`.
//!
//! Trust: who may call `decrypt` and has the key folder has the root key. Plain http is taken from this machine only, where
//! the service's agent ends TLS and signs in.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use vault::{Secret, key_line, new_key_line};
use zeroize::Zeroizing;

use super::system::SystemEntropy;

const SEALED: &str = "root.sealed";

/// The root key, unsealed; made and sealed where there is none and no day's key either. `url` names the key:
/// `http://127.0.0.1:8200/v1/transit/keys/abide`.
pub async fn root(url: &str, folder: &Path) -> Result<Secret> {
    let service = Service::new(url)?;
    let place = folder.join(SEALED);
    let sealed = match std::fs::read_to_string(&place) {
        Ok(sealed) => sealed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return first(&service, folder).await,
        Err(error) => return Err(error).with_context(|| format!("cannot read {}", place.display())),
    };
    let answer = service.call("decrypt", "ciphertext", sealed.trim()).await?;
    let plain = answer.get("plaintext").and_then(|value| value.as_str()).unwrap_or_default();
    let line = Zeroizing::new(STANDARD.decode(plain).unwrap_or_default());
    let key = std::str::from_utf8(&line).ok().and_then(key_line);
    key.with_context(|| format!("what the key service opens {} to is no key of Abide", place.display()))
}

async fn first(service: &Service, folder: &Path) -> Result<Secret> {
    let days = std::fs::read_dir(folder)?
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("epoch-"));
    if days || folder.join("root.check").exists() {
        bail!(
            "there are keys in {} but no {SEALED}: restore it; a new root key would open nothing",
            folder.display()
        );
    }
    let line = new_key_line(&SystemEntropy);
    let answer = service.call("encrypt", "plaintext", &STANDARD.encode(line.as_bytes())).await?;
    let sealed = answer.get("ciphertext").and_then(|value| value.as_str());
    let sealed = sealed.context("the key service sealed nothing")?;
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(folder.join(SEALED))?;
    writeln!(file, "{sealed}")?;
    file.sync_all()?;
    key_line(&line).context("a new key")
}

struct Service {
    base: String,
    name: String,
    token: Zeroizing<String>,
}

impl Service {
    fn new(url: &str) -> Result<Self> {
        let (base, name) = url.rsplit_once("/keys/").context("the key service's URL ends in `/keys/NAME`")?;
        let local = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"];
        if !local.iter().any(|start| base.starts_with(start)) {
            bail!("the key service is asked through its agent on this machine only (`http://127.0.0.1:…`)");
        }
        let token = std::env::var("ABIDE_KMS_TOKEN").unwrap_or_default();
        Ok(Self { base: base.to_owned(), name: name.to_owned(), token: Zeroizing::new(token) })
    }

    async fn call(&self, verb: &str, field: &str, value: &str) -> Result<serde_json::Value> {
        let url = format!("{}/{verb}/{}", self.base, self.name);
        let asked = reqwest::Client::new().post(&url).json(&serde_json::json!({ field: value }));
        let asked =
            if self.token.is_empty() { asked } else { asked.header("X-Vault-Token", self.token.as_str()) };
        let answer =
            asked.send().await.with_context(|| format!("the key service at {url} does not answer"))?;
        if !answer.status().is_success() {
            bail!("the key service at {url} refused: {}", answer.status());
        }
        let mut answer: serde_json::Value = answer.json().await.context("the key service's answer")?;
        Ok(answer.get_mut("data").map(serde_json::Value::take).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use axum::Json;
    use axum::extract::Path as Segments;
    use axum::routing::post;
    use serde_json::{Value, json};

    use super::*;

    /// A key service that "seals" by turning the text round.
    async fn service() -> String {
        let turned = |text: &Value| text.as_str().unwrap_or_default().chars().rev().collect::<String>();
        let app = axum::Router::new()
            .route("/v1/transit/encrypt/{key}", post(async move |Segments(_): Segments<String>, Json(body): Json<Value>| {
                Json(json!({ "data": { "ciphertext": format!("vault:v1:{}", turned(&body["plaintext"])) } }))
            }))
            .route("/v1/transit/decrypt/{key}", post(async move |Json(body): Json<Value>| {
                let sealed = body["ciphertext"].as_str().unwrap_or_default().trim_start_matches("vault:v1:").to_owned();
                Json(json!({ "data": { "plaintext": turned(&Value::String(sealed)) } }))
            }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, app).await });
        format!("http://{address}/v1/transit/keys/abide")
    }

    #[tokio::test]
    async fn the_root_is_sealed_once_and_unsealed_at_each_start() {
        let (url, folder) = (service().await, tempfile::tempdir().expect("a folder"));
        let place: super::super::root::RootKey = format!("kms:{url}").parse().expect("a place");
        let keys = folder.path().join("keys");
        place.open(&keys).await.expect("made");
        let sealed = std::fs::read_to_string(keys.join(SEALED)).expect("it is there");
        assert!(sealed.starts_with("vault:v1:") && !keys.join("root.key").exists());
        place.open(&keys).await.expect("opened again, and held against root.check");
        std::fs::remove_file(keys.join(SEALED)).expect("removed");
        let error = place.open(&keys).await.map(drop).expect_err("not made anew").to_string();
        assert!(error.contains("a new root key would open nothing"), "{error}");
        assert!(
            root("http://kms.example/v1/transit/keys/abide", &keys).await.is_err(),
            "not over the network"
        );
    }
}
