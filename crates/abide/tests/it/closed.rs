//! The server on a database that is behind what was published, with nothing to replay from: it answers nobody, takes
//! requests in, and they are there once it is open again.

use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;

use crate::kill::send;
use crate::serve::{serve_at, sink};
use crate::visitor::Visitor;

const OPEN: &str = "/console/setup";

/// The files of the embedded database in a folder, copied to another, in the place of those that are there.
fn copy_database(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for name in ["abide.sqlite", "abide.sqlite-wal", "abide.sqlite-shm"] {
        std::fs::remove_file(to.join(name)).ok();
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name)).expect("copied");
        }
    }
    assert!(to.join("abide.sqlite").exists());
}

/// Waits until so many entries at least are published; how many.
async fn published(data: &Path, least: u64) -> u64 {
    for _ in 0..300 {
        let note = std::fs::read_to_string(data.join("published/wepack/checkpoint")).unwrap_or_default();
        // a checkpoint's second line is the size (C2SP tlog-checkpoint)
        if let Some(size) =
            note.lines().nth(1).and_then(|size| size.parse().ok()).filter(|size| *size >= least)
        {
            return size;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{least} entries are not published within half a minute");
}

fn waiting(data: &Path) -> usize {
    std::fs::read_dir(data.join("queue/wepack/request")).map_or(0, Iterator::count)
}

#[tokio::test(flavor = "multi_thread")]
async fn we_13_behind_what_was_published_it_answers_nobody_and_keeps_what_it_takes_in() {
    let home = tempfile::tempdir().expect("a folder");
    let (data, old, new) = (home.path().join("data"), home.path().join("old"), home.path().join("new"));
    let letters = Arc::new(Mutex::new(Vec::new()));
    let smtp = sink(Arc::clone(&letters)).await;
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let server = serve_at(port, &data, smtp, OPEN);
    send(&server.base, 1).await.expect("taken over");
    let first = published(&data, 2).await;
    drop(server);
    copy_database(&data, &old);
    let server = serve_at(port, &data, smtp, OPEN);
    send(&server.base, 2).await.expect("taken over");
    published(&data, first + 1).await;
    drop(server);
    copy_database(&data, &new);

    // the old database is back, and what happened since is gone from where it was published
    copy_database(&old, &data);
    std::fs::remove_dir_all(data.join("published/wepack/replay")).expect("removed");
    let server = serve_at(port, &data, smtp, "is closed");
    let http = reqwest::Client::new();
    for path in ["/", "/privacy", "/forms/contact", "/console", "/health", "/receipts/x"] {
        let answer = http.get(format!("{}{path}", server.base)).send().await.expect("an answer");
        assert_eq!(answer.status(), 503, "{path}");
    }
    for (method, path) in
        [("POST", "/v1/decide"), ("POST", "/v1/consents"), ("GET", "/v1/audience/campaigns")]
    {
        let method = method.parse().expect("a method");
        let asked = http.request(method, format!("{}{path}", server.base)).bearer_auth("abide_any");
        let answer = asked.json(&json!({})).send().await.expect("an answer");
        assert_eq!(answer.status(), 503, "{path}");
        let problem: serde_json::Value = answer.json().await.expect("a problem");
        assert_eq!(problem["code"], "closed", "{path}: {problem}");
    }
    assert!(send(&server.base, 3).await.is_none(), "no form is taken over");
    let mut anne = Visitor::new(&server.base);
    anne.open("/").await;
    assert!(anne.page.contains("action=\"/privacy/queue\""), "{}", anne.page);
    let fields = [("kind", "objection"), ("email", "anne@kunde.example"), ("detail", "")];
    anne.send("/privacy/queue", &fields).await;
    assert!(anne.page.contains("anne@kunde.example"), "{}", anne.page);
    assert_eq!(waiting(&data), 1);
    // killed: it was durable before it was acknowledged
    drop(server);
    let to_anne = || letters.lock().expect("letters").iter().any(|one: &String| one.contains("To: anne@"));
    assert!(!to_anne(), "nothing leaves a closed server");

    // the right database is back
    copy_database(&new, &data);
    let server = serve_at(port, &data, smtp, OPEN);
    let answer = http.get(format!("{}/privacy", server.base)).send().await.expect("an answer");
    assert_eq!(answer.status(), 200);
    for _ in 0..150 {
        if to_anne() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(to_anne(), "whoever asked is written to");
    assert_eq!(waiting(&data), 1, "it waits for her word");
    assert!(send(&server.base, 4).await.is_some(), "forms are taken over again");
}
