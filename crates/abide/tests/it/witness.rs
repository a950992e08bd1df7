//! A server whose settings name a witness: it is asked over HTTP, and what it signs is handed out; and the signing key is
//! changed beside the running server.

use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use ledger::WitnessKey;
use testkit::witness::TestWitness;

use crate::serve::{policy, serve};

async fn witness(State(witness): State<Arc<TestWitness>>, body: String) -> (StatusCode, String) {
    let (status, answer) = witness.add_checkpoint(&body, 1_796_000_000);
    (StatusCode::from_u16(status).expect("a status"), answer)
}

/// Asks until the answer is as expected.
async fn until(url: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut text = String::new();
    for _ in 0..150 {
        text = reqwest::get(url).await.expect("an answer").text().await.expect("text");
        if fits(&text) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(fits(&text), "{url} says only:\n{text}");
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_witnessed_and_changes_its_key_while_it_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    // the log's key is made by the first start, and the witness must know it
    let first = serve(&data, 1, &[]);
    let address = first.base.clone();
    let key = until(&format!("{address}/key"), |text| text.contains('+')).await;
    drop(first);
    let state = folder.path().join("saw");
    let watching =
        Arc::new(TestWitness::new("witness.example/w", 3, state, vec![key.trim().parse().expect("a key")]));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let app = Router::new().route("/w/add-checkpoint", post(witness)).with_state(Arc::clone(&watching));
    tokio::spawn(async move { axum::serve(listener, app).await });
    let settings = folder.path().join("abide.toml");
    let named = format!("[[witnesses]]\nurl = \"http://127.0.0.1:{port}/w\"\nkey = \"{}\"\n", watching.key());
    std::fs::write(&settings, named).expect("settings");
    let settings = settings.to_str().expect("a path");
    let server = serve(&data, 1, &["--settings", settings, "--address", &address]);
    let cosigned = |key: &WitnessKey, text: &str| text.parse().is_ok_and(|note| key.verify(&note).is_ok());
    let checkpoint = format!("{}/checkpoint", server.base);
    until(&checkpoint, |text| cosigned(watching.key(), text)).await;
    assert!(watching.saw().is_some_and(|(size, _)| size > 0));

    let rotate = Command::new(env!("CARGO_BIN_EXE_abide"))
        .args(["keys", "rotate-signing", "--settings", settings, "--address", &address, "--policy"])
        .arg(policy())
        .arg("--data")
        .arg(&data)
        .output()
        .expect("abide runs");
    let said =
        String::from_utf8_lossy(&rotate.stdout).into_owned() + &String::from_utf8_lossy(&rotate.stderr);
    assert!(rotate.status.success() && said.contains("both keys sign until"), "{said}");
    // the server takes the new key up by itself, and the witness, who knows the old one, still signs
    let keys =
        until(&format!("{}/keys", server.base), |text| text.contains("abide-key-introduction-v1")).await;
    let list = ledger::KeyList::from_json(keys.as_bytes()).expect("a list that holds");
    let note =
        until(&checkpoint, |text| text.matches("— 127.0.0.1").count() == 2 && cosigned(watching.key(), text))
            .await;
    for listed in &list.keys {
        ledger::Checkpoint::verify(&note, &listed.key.parse().expect("a key")).expect("both sign");
    }
}
