//! A real nginx asks the gate before it lets a request through, with the configuration that docs/gate.md prints.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::json;

use crate::live::Live;

const DOCS: &str = include_str!("../../../../docs/gate.md");

/// Ended when dropped: the master ends its workers.
struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        let ended = Command::new("kill").arg(self.0.id().to_string()).status();
        assert!(std::thread::panicking() || ended.is_ok_and(|status| status.success()), "nginx runs on");
        let _ = self.0.wait();
    }
}

fn program() -> Option<&'static str> {
    let found =
        ["nginx", "/usr/sbin/nginx"].into_iter().find(|name| Command::new(name).arg("-v").output().is_ok());
    if found.is_none() {
        testkit::skipped("no nginx asked the gate: it is not installed (Debian: nginx-light)");
    }
    found
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port()
}

/// What stands in the documentation, at this test's addresses; its temporary files lie in its folder.
fn configuration(folder: &Path, abide: &str, application: u16, listen: u16) -> String {
    let printed =
        DOCS.split("```nginx\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a configuration");
    let mut text = printed.to_owned();
    for (there, here) in [
        ("127.0.0.1:8410", abide.to_owned()),
        ("127.0.0.1:9000", format!("127.0.0.1:{application}")),
        ("127.0.0.1:8080", format!("127.0.0.1:{listen}")),
        ("host privacy.example", format!("host {abide}")),
    ] {
        assert!(text.contains(there), "{there} is gone from the configuration");
        text = text.replace(there, &here);
    }
    let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let kept = kinds.map(|kind| format!("{kind}_temp_path {}/{kind};", folder.display())).join(" ");
    text.replacen("http {", &format!("http {{ access_log off; {kept}"), 1)
}

async fn application() -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let pages = axum::Router::new().fallback(async || "the customer");
    tokio::spawn(async move { axum::serve(listener, pages).await });
    port
}

async fn in_front_of(live: &Live, token: &str, folder: &Path, nginx: &str) -> (Nginx, String) {
    let (abide, listen) = (live.server.base.trim_start_matches("http://"), free_port());
    let text = configuration(folder, abide, application().await, listen);
    let file = folder.join("nginx.conf");
    std::fs::write(&file, text).expect("a configuration");
    let token = format!("proxy_set_header authorization \"Bearer {token}\";\n");
    std::fs::write(folder.join("abide-token.conf"), token).expect("a token");
    let log = folder.join("error.log");
    let more = format!("daemon off; pid {}/nginx.pid; error_log {};", folder.display(), log.display());
    let mut command = Command::new(nginx);
    command.arg("-e").arg(&log).arg("-p").arg(folder).arg("-c").arg(&file).args(["-g", &more]);
    let mut child = command.stdout(Stdio::null()).spawn().expect("nginx starts");
    for _ in 0..300 {
        if tokio::net::TcpStream::connect(("127.0.0.1", listen)).await.is_ok() {
            return (Nginx(child), format!("http://127.0.0.1:{listen}"));
        }
        assert!(child.try_wait().expect("its state").is_none(), "{:?}", std::fs::read_to_string(&log));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nginx does not listen: {:?}", std::fs::read_to_string(&log));
}

/// The status, the reason and the body that somebody gets.
async fn get(http: &reqwest::Client, address: &str) -> (StatusCode, String, String) {
    let request = http.get(address).header("x-abide-purpose", "answer-enquiries").header("x-abide-foo", "1");
    let answer = request.send().await.expect("an answer");
    let reason =
        answer.headers().get("x-abide-reason").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (status, reason) = (answer.status(), reason.to_owned());
    (status, reason, answer.text().await.expect("a body"))
}

/// Asks until the node has followed the ledger.
async fn until(http: &reqwest::Client, address: &str, status: StatusCode, reason: &str) -> String {
    let mut last = None;
    for _ in 0..100 {
        let (found, why, body) = get(http, address).await;
        if (found, why.as_str()) == (status, reason) {
            return body;
        }
        last = Some((found, why));
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("never {status} with {reason}, but {last:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn we_03_nginx_lets_through_what_the_gate_allows_and_nothing_else() {
    let Some(nginx) = program() else { return };
    let (live, folder) = (Live::start(), tempfile::tempdir().expect("a folder"));
    let (subject, token) = (live.writer().await, live.token());
    let (running, base) = in_front_of(&live, &token, folder.path(), nginx).await;
    let (http, at) = (reqwest::Client::new(), format!("{base}/campaigns/{subject}"));
    let say = async |answer: &str| {
        let said = json!({ "subject": subject, "purpose": "campaigns", "answer": answer, "surface": "app" });
        let request = http.post(format!("{}/v1/consents", live.server.base)).bearer_auth(&token).json(&said);
        assert_eq!(request.send().await.expect("an answer").status(), 201);
    };
    // headers that somebody sends along change nothing: the question is nginx' own
    let body = until(&http, &at, StatusCode::FORBIDDEN, "not-stated-at-collection").await;
    assert!(!body.contains("the customer"), "{body}");
    say("given").await;
    assert_eq!(until(&http, &at, StatusCode::OK, "consent").await, "the customer");
    say("withdrawn").await;
    let _ = until(&http, &at, StatusCode::FORBIDDEN, "consent-withdrawn").await;
    let nobody = format!("{base}/campaigns/0198b2a0-0000-7000-8000-000000000001");
    let _ = until(&http, &nobody, StatusCode::FORBIDDEN, "subject-unknown").await;
    assert_eq!(
        get(&http, &format!("{base}/may-we")).await.0,
        StatusCode::NOT_FOUND,
        "nobody asks it from outside"
    );
    // nobody to ask, or a subject that is none: nobody gets through
    let none = format!("{base}/campaigns/{}", "-".repeat(36));
    assert_eq!(get(&http, &none).await.0, StatusCode::INTERNAL_SERVER_ERROR);
    drop(live);
    assert_eq!(get(&http, &at).await.0, StatusCode::INTERNAL_SERVER_ERROR);
    drop(running);
}
