//! Against a store in this process that checks every signature by the published rules of Signature Version 4.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use duties::published::Published;
use rusty_s3::Credentials;

use super::{Address, ObjectStore};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG";

#[derive(Default)]
struct Store {
    objects: Mutex<BTreeMap<String, Vec<u8>>>,
    /// How many of the next requests go wrong on the server's side.
    broken: Mutex<u32>,
}

fn hmac(key: &[u8], message: &str) -> [u8; 32] {
    let mut block = [0_u8; 64];
    block[..key.len()].copy_from_slice(key);
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = ledger::sha256(&[pad(0x36).as_slice(), message.as_bytes()].concat());
    ledger::sha256(&[pad(0x5c).as_slice(), &inner.0].concat()).0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the address is signed with our secret, for this method and host.
fn is_signed(method: &Method, uri: &Uri, host: &str) -> bool {
    let query = uri.query().unwrap_or_default();
    let mut pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let value = |name: &str| pairs.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| *value);
    let (date, signature) = (value("X-Amz-Date").to_owned(), value("X-Amz-Signature").to_owned());
    let credential = value("X-Amz-Credential").replace("%2F", "/");
    let (_, scope) = credential.split_once('/').unwrap_or_default();
    pairs.retain(|(key, _)| *key != "X-Amz-Signature");
    pairs.sort_unstable();
    let canonical: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let request =
        format!("{method}\n{}\n{}\nhost:{host}\n\nhost\nUNSIGNED-PAYLOAD", uri.path(), canonical.join("&"));
    let hashed = ledger::sha256(request.as_bytes());
    let to_sign = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{hashed}");
    let first = format!("AWS4{SECRET}").into_bytes();
    let key = scope.split('/').fold(first, |key, part| hmac(&key, part).to_vec());
    credential.starts_with("key/") && hex(&hmac(&key, &to_sign)) == signature
}

async fn answer(
    State(store): State<Arc<Store>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let host = headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_signed(&method, &uri, host) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut broken = store.broken.lock().unwrap();
    if *broken > 0 {
        *broken -= 1;
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let Some(name) = uri.path().strip_prefix("/bucket") else { return StatusCode::NOT_FOUND.into_response() };
    let name = name.trim_start_matches('/').to_owned();
    let mut objects = store.objects.lock().unwrap();
    match method {
        Method::PUT => drop(objects.insert(name, body.to_vec())),
        Method::DELETE => {
            objects.remove(&name);
            return StatusCode::NO_CONTENT.into_response();
        }
        _ if name.is_empty() => return list(&objects, uri.query().unwrap_or_default()).into_response(),
        _ => {
            return match objects.get(&name) {
                Some(bytes) => bytes.clone().into_response(),
                None => StatusCode::NOT_FOUND.into_response(),
            };
        }
    }
    StatusCode::OK.into_response()
}

/// Two a page, so that lists go on.
fn list(objects: &BTreeMap<String, Vec<u8>>, query: &str) -> String {
    let value = |name: &str| {
        let found = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name);
        found.map_or(String::new(), |(_, value)| value.replace("%2F", "/"))
    };
    let (prefix, after) = (value("prefix"), value("continuation-token"));
    let all: Vec<&String> =
        objects.keys().filter(|name| name.starts_with(&prefix) && **name > after).collect();
    let page = all.iter().take(2);
    let contents: String = page
        .clone()
        .map(|name| format!("<Contents><Key>{name}</Key><LastModified>2026-11-30T00:00:00.000Z</LastModified><ETag>\"x\"</ETag><Size>1</Size><StorageClass>STANDARD</StorageClass></Contents>"))
        .collect();
    let more = all.len() > 2;
    let next = match page.clone().next_back() {
        Some(last) if more => format!("<NextContinuationToken>{last}</NextContinuationToken>"),
        _ => String::new(),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>{more}</IsTruncated>{contents}{next}</ListBucketResult>"
    )
}

async fn served() -> (Arc<Store>, Address) {
    let store = Arc::new(Store::default());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let app = Router::new().fallback(answer).with_state(Arc::clone(&store));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let address = Address::parse("s3://bucket/ledgers/", Some(&endpoint), None).expect("an address");
    (store, address)
}

fn opened(address: &Address, secret: &str) -> ObjectStore {
    ObjectStore::with(address, "wepack", Credentials::new("key", secret)).expect("a store")
}

#[tokio::test]
async fn what_is_put_is_there_whole_and_listed_page_by_page() {
    let (store, address) = served().await;
    let objects = opened(&address, SECRET);
    assert_eq!(objects.latest_checkpoint().await.expect("read"), None);
    let tombstones =
        ["tombstone/a.json", "tombstone/b.json", "tombstone/c.json", "tombstone/d.json", "tombstone/e.json"];
    for path in tombstones.iter().chain(&["checkpoint", "tile/0/x001/067", "tile/0/000.p/12"]) {
        objects.put(path, path.as_bytes()).await.expect("put");
        assert_eq!(objects.get(path).await.expect("got").as_deref(), Some(path.as_bytes()));
    }
    objects.sync().await.expect("synced");
    assert_eq!(objects.latest_checkpoint().await.expect("read").as_deref(), Some("checkpoint"));
    assert_eq!(objects.list("tombstone").await.expect("listed"), tombstones);
    assert!(objects.list("nothing").await.expect("listed").is_empty());
    objects.remove("tombstone/c.json").await.expect("removed");
    objects.remove("tombstone/c.json").await.expect("gone already");
    assert_eq!(objects.list("tombstone").await.expect("listed").len(), 4);
    assert!(store.objects.lock().unwrap().keys().all(|name| name.starts_with("ledgers/wepack/")));
}

#[tokio::test]
async fn a_wrong_secret_is_refused_and_said_without_it() {
    let (store, address) = served().await;
    let wrong = opened(&address, "another secret");
    let error = wrong.put("checkpoint", b"x").await.expect_err("refused").to_string();
    assert!(error.contains("403") && error.contains("check the credentials"), "{error}");
    assert!(!error.contains("another secret") && !error.contains("X-Amz"), "{error}");
    assert!(store.objects.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_store_that_stumbles_is_asked_again_and_one_that_is_down_is_named() {
    let (store, address) = served().await;
    let objects = opened(&address, SECRET);
    *store.broken.lock().unwrap() = 2;
    objects.put("checkpoint", b"x").await.expect("the third try");
    *store.broken.lock().unwrap() = 3;
    let error = objects.put("checkpoint", b"y").await.expect_err("down").to_string();
    assert!(error.contains("503") && error.contains("s3://bucket/ledgers/wepack/checkpoint"), "{error}");
    assert_eq!(objects.get("checkpoint").await.expect("got").as_deref(), Some(b"x".as_slice()));
    let nobody = Address { endpoint: "http://127.0.0.1:1".to_owned(), ..address };
    let error = opened(&nobody, SECRET).get("checkpoint").await.expect_err("nobody there").to_string();
    assert!(!error.contains("X-Amz"), "no signature in an error: {error}");
}

#[test]
fn an_address_that_lacks_something_says_so() {
    for (url, endpoint) in [("s3://bucket", None), ("s3:///x", Some("http://s3.example"))] {
        assert!(Address::parse(url, endpoint, None).is_err(), "{url}");
    }
    let whole =
        Address::parse("s3://b/p/q/", Some("https://s3.example"), Some("eu-north-1")).expect("an address");
    assert_eq!((whole.within("wepack").as_str(), whole.region.as_str()), ("p/q/wepack", "eu-north-1"));
}
