//! The published ledger in an object store that speaks S3, outside the databases and their backups.
//!
//! A file is one object: whole or not at all, and durable when the store says it has it; so there is nothing to flush.
//! Requests are signed by `rusty-s3` (Signature Version 4) and carried by `ureq` on a thread that may wait; one that got
//! no answer is tried again, since putting and deleting may be repeated.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use axum::http::StatusCode;
use duties::Clock;
use duties::published::{Answer, CHECKPOINT, NotPublished, Published};
use rusty_s3::actions::{DeleteObject, GetObject, ListObjectsV2, PutObject};
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use ureq::Agent;

use super::system::SystemClock;

/// How long a signature is good for.
const SIGNED_FOR: Duration = Duration::from_secs(60);
/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// The largest object that is read, in bytes.
const MOST: u64 = 64 * 1024 * 1024;
/// How often a request is made that got no answer.
const TRIES: u32 = 3;

/// Where the store is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its URL without the bucket.
    pub endpoint: String,
    /// Its region; `us-east-1` where it has none.
    pub region: String,
    /// The bucket.
    pub bucket: String,
    /// What every object's name begins with; may be empty.
    pub prefix: String,
}

impl Address {
    /// Of `s3://bucket/prefix`, at an endpoint.
    pub fn parse(url: &str, endpoint: Option<&str>, region: Option<&str>) -> Result<Self> {
        let rest = url.strip_prefix("s3://").unwrap_or_default();
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(endpoint) = endpoint else {
            bail!("`published` is {url}: name the store's address too, as `published_endpoint` (https://…)")
        };
        if bucket.is_empty() {
            bail!("`published` is {url}: it needs a bucket, s3://bucket/prefix");
        }
        Ok(Self {
            endpoint: endpoint.to_owned(),
            region: region.unwrap_or("us-east-1").to_owned(),
            bucket: bucket.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
        })
    }

    fn within(&self, service: &str) -> String {
        if self.prefix.is_empty() { service.to_owned() } else { format!("{}/{service}", self.prefix) }
    }
}

/// One service's objects.
pub struct ObjectStore {
    bucket: Bucket,
    credentials: Credentials,
    agent: Agent,
    prefix: String,
}

impl ObjectStore {
    /// The objects of a service; credentials are the environment's.
    pub fn open(address: &Address, service: &str) -> Result<Self> {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let (Some(key), Some(secret)) = (variable("ABIDE_PUBLISHED_KEY"), variable("ABIDE_PUBLISHED_SECRET"))
        else {
            bail!("the object store needs its credentials in ABIDE_PUBLISHED_KEY and ABIDE_PUBLISHED_SECRET")
        };
        Self::with(address, service, Credentials::new(key, secret))
    }

    /// The same with these credentials.
    pub fn with(address: &Address, service: &str, credentials: Credentials) -> Result<Self> {
        let endpoint = address.endpoint.parse();
        let endpoint =
            endpoint.with_context(|| format!("`published_endpoint` {} is no address", address.endpoint))?;
        let bucket = Bucket::new(endpoint, UrlStyle::Path, address.bucket.clone(), address.region.clone())
            .context("`published_endpoint` is no address of an object store")?;
        Ok(Self { bucket, credentials, agent: agent(), prefix: address.within(service) })
    }

    fn name(&self, path: &str) -> String {
        format!("{}/{path}", self.prefix)
    }

    fn sign<'a>(&self, action: &impl S3Action<'a>) -> String {
        action.sign_with_time(SIGNED_FOR, &SystemClock.now()).to_string()
    }

    /// Carries a request out; again where nobody answered or the store asks for it.
    async fn ask(&self, how: How, url: impl Fn() -> String, body: &[u8]) -> Result<Answered, String> {
        let mut why = String::new();
        for _ in 0..TRIES {
            let (agent, address, body) = (self.agent.clone(), url(), body.to_vec());
            let carried = tokio::task::spawn_blocking(move || carry(&agent, how, &address, &body)).await;
            match carried.map_err(|_| "the request was broken off".to_owned())? {
                Ok(answer) if answer.0.is_server_error() => why = answer.0.to_string(),
                Ok(answer) => return Ok(answer),
                Err(error) => why = said(&error),
            }
        }
        Err(why)
    }

    async fn write(&self, path: &str, bytes: &[u8]) -> Result<(), String> {
        let name = self.name(path);
        let url = || self.sign(&PutObject::new(&self.bucket, Some(&self.credentials), &name));
        expect(self.ask(How::Put, url, bytes).await?, &[StatusCode::OK]).map(|_| ())
    }

    async fn read(&self, path: &str) -> Result<Option<Vec<u8>>, String> {
        let name = self.name(path);
        let url = || self.sign(&GetObject::new(&self.bucket, Some(&self.credentials), &name));
        let answer = self.ask(How::Get, url, b"").await?;
        if answer.0 == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        expect(answer, &[StatusCode::OK]).map(Some)
    }

    async fn delete(&self, path: &str) -> Result<(), String> {
        let name = self.name(path);
        let url = || self.sign(&DeleteObject::new(&self.bucket, Some(&self.credentials), &name));
        let fine = [StatusCode::OK, StatusCode::NO_CONTENT, StatusCode::NOT_FOUND];
        expect(self.ask(How::Delete, url, b"").await?, &fine).map(|_| ())
    }

    async fn names(&self, folder: &str) -> Result<Vec<String>, String> {
        let (within, mut found, mut next) = (self.name(&format!("{folder}/")), vec![], None::<String>);
        loop {
            let url = || {
                let mut action = ListObjectsV2::new(&self.bucket, Some(&self.credentials));
                action.with_prefix(within.as_str());
                if let Some(next) = &next {
                    action.with_continuation_token(next.as_str());
                }
                self.sign(&action)
            };
            let bytes = expect(self.ask(How::Get, url, b"").await?, &[StatusCode::OK])?;
            let text = String::from_utf8(bytes).map_err(|_| "its list is not text".to_owned())?;
            let list =
                ListObjectsV2::parse_response(&text).map_err(|_| "its list cannot be read".to_owned())?;
            let own = |key: &str| {
                key.strip_prefix(&self.prefix).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned)
            };
            found.extend(list.contents.iter().filter_map(|one| own(&one.key)));
            match list.next_continuation_token {
                Some(token) => next = Some(token),
                None => return Ok(found),
            }
        }
    }

    fn refused<T>(&self, path: &str, done: Result<T, String>) -> Result<T, NotPublished> {
        let path = format!("s3://{}/{}", self.bucket.name(), self.name(path));
        done.map_err(|reason| NotPublished { path, reason })
    }
}

/// The bytes of an answer with one of these statuses.
fn expect((status, bytes): Answered, fine: &[StatusCode]) -> Result<Vec<u8>, String> {
    if fine.contains(&status) {
        return Ok(bytes);
    }
    let hint = match status {
        StatusCode::FORBIDDEN => "; check the credentials, the region and this machine's clock",
        StatusCode::NOT_FOUND => "; check that the bucket exists",
        _ => "",
    };
    Err(format!("it answered {status}{hint}"))
}

/// What is done with an object.
#[derive(Clone, Copy)]
enum How {
    Put,
    Get,
    Delete,
}

/// Status and bytes.
type Answered = (StatusCode, Vec<u8>);

/// TLS by `rustls` on `ring` with the bundled roots, as every other connection of this program.
fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE));
    config.http_status_as_error(false).max_redirects(0).build().into()
}

fn carry(agent: &Agent, how: How, url: &str, body: &[u8]) -> Result<Answered, ureq::Error> {
    let mut answer = match how {
        How::Put => agent.put(url).send(body)?,
        How::Get => agent.get(url).call()?,
        How::Delete => agent.delete(url).call()?,
    };
    let status = StatusCode::from_u16(answer.status().as_u16()).unwrap_or(StatusCode::BAD_GATEWAY);
    let bytes = answer.body_mut().with_config().limit(MOST).read_to_vec()?;
    Ok((status, bytes))
}

/// Why nobody answered. An address carries a signature: it stays out of the message.
fn said(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => format!("no answer within {} s", PATIENCE.as_secs()),
        ureq::Error::HostNotFound => "the host of `published_endpoint` is not found".to_owned(),
        ureq::Error::Io(error) => error.kind().to_string(),
        _ => "no answer that could be read".to_owned(),
    }
}

impl Published for ObjectStore {
    fn put<'a>(&'a self, path: &'a str, bytes: &'a [u8]) -> Answer<'a, ()> {
        Box::pin(async move { self.refused(path, self.write(path, bytes).await) })
    }

    fn get<'a>(&'a self, path: &'a str) -> Answer<'a, Option<Vec<u8>>> {
        Box::pin(async move { self.refused(path, self.read(path).await) })
    }

    fn remove<'a>(&'a self, path: &'a str) -> Answer<'a, ()> {
        Box::pin(async move { self.refused(path, self.delete(path).await) })
    }

    fn list<'a>(&'a self, folder: &'a str) -> Answer<'a, Vec<String>> {
        Box::pin(async move { self.refused(folder, self.names(folder).await) })
    }

    /// Every object was durable when the store said it had it.
    fn sync(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }

    fn latest_checkpoint(&self) -> Answer<'_, Option<String>> {
        Box::pin(async move {
            let found = self.refused(CHECKPOINT, self.read(CHECKPOINT).await)?;
            Ok(found.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        })
    }
}

#[cfg(test)]
mod tests;
