//! `abide serve` as a company runs it: mail leaves through SMTP, the first account is made from the printed link, and
//! what cannot work is refused with a sentence that helps.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt};

/// A mail server that keeps what it is given (RFC 5321, the part a client needs).
pub async fn sink(letters: Arc<Mutex<Vec<String>>>) -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take(stream, Arc::clone(&letters)));
        }
    });
    port
}

async fn take(stream: tokio::net::TcpStream, letters: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = tokio::io::BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match word.as_str() {
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    letter.push_str(&line);
                    letter.push('\n');
                }
                letters.lock().expect("letters").push(letter);
                write.write_all(b"250 taken\r\n").await?;
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => write.write_all(b"250 fine\r\n").await?,
        }
    }
    Ok(())
}

/// A running server; ended when dropped.
pub struct Server {
    child: Child,
    /// Its address.
    pub base: String,
    setup: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Wepack's policy.
pub fn policy() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/wepack/policy.yaml")
}

fn command(data: &Path, listen: &str) -> Command {
    command_of(&policy(), data, listen)
}

fn command_of(policy: &Path, data: &Path, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    command.arg("serve").arg("--policy").arg(policy).arg("--data").arg(data).args(["--listen", listen]);
    command.env_remove("ABIDE_SMTP_URL").env("NO_COLOR", "1");
    command
}

/// Starts a server without accounts, whose mail goes to this port.
pub fn serve(data: &Path, smtp: u16, more: &[&str]) -> Server {
    serve_policy(&policy(), data, smtp, more)
}

/// The same with another policy.
pub fn serve_policy(policy: &Path, data: &Path, smtp: u16, more: &[&str]) -> Server {
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
    let mut command = command_of(policy, data, &format!("127.0.0.1:{port}"));
    started(command.args(more), port, smtp, "/console/setup")
}

/// A server at this port: its address is part of its ledger's name. Waits until it says this word.
pub fn serve_at(port: u16, data: &Path, smtp: u16, word: &str) -> Server {
    started(&mut command(data, &format!("127.0.0.1:{port}")), port, smtp, word)
}

fn started(command: &mut Command, port: u16, smtp: u16, word: &str) -> Server {
    command.env("ABIDE_SMTP_URL", format!("smtp://127.0.0.1:{smtp}")).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::null()).spawn().expect("the server starts");
    let out = BufReader::new(child.stdout.take().expect("a pipe"));
    let said = out.lines().map_while(Result::ok).find(|line| line.contains(word));
    let setup = said.unwrap_or_else(|| panic!("the server does not say `{word}`"));
    Server { child, base: format!("http://127.0.0.1:{port}"), setup: setup.trim().to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_asked_for_leaves_by_smtp_and_the_first_run_link_opens_the_set_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let letters = Arc::new(Mutex::new(Vec::new()));
    let server = serve(folder.path(), sink(Arc::clone(&letters)).await, &[]);
    let http = reqwest::Client::new();
    let setup = http.get(&server.setup).send().await.expect("an answer");
    assert_eq!(setup.status(), 200);
    assert!(setup.text().await.expect("a page").contains("type=\"password\""));
    let ask = http.post(format!("{}/privacy", server.base)).header("Origin", &server.base);
    let ask =
        ask.header("Content-Type", "application/x-www-form-urlencoded").body("email=anne%40kunde.example");
    assert!(ask.send().await.expect("an answer").status().is_success());
    for _ in 0..50 {
        tokio::time::sleep(Duration::from_millis(200)).await;
        if !letters.lock().expect("letters").is_empty() {
            break;
        }
    }
    let letters = letters.lock().expect("letters");
    let letter = letters.first().expect("a letter within ten seconds");
    for expected in ["To: anne@kunde.example", "multipart/alternative", "/privacy/link/"] {
        let unfolded = letter.replace("=\n", "");
        assert!(unfolded.contains(expected), "the letter has no `{expected}`:\n{letter}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_server_runs_on_postgresql() {
    let Some(database) = testkit::postgres_database().await else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let server = serve(folder.path(), 1, &["--database", &database.url()]);
    let health = reqwest::get(format!("{}/health", server.base)).await.expect("an answer");
    assert_eq!(health.status(), 200);
    drop(server);
}

#[test]
fn a_second_server_on_the_same_folder_is_refused_until_the_first_has_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = serve(folder.path(), 1, &[]);
    let address = first.base.clone();
    let second = || {
        let mut second = command(folder.path(), "127.0.0.1:0");
        second.args(["--address", &address]).env("ABIDE_SMTP_URL", "smtp://127.0.0.1:1");
        second
    };
    let done = second().output().expect("abide runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(3), "{said}");
    for expected in ["serves the database", "abide.sqlite", "stop that one first", "--database postgres://"] {
        assert!(said.contains(expected), "no `{expected}` in {said}");
    }
    // killed, not stopped: nothing stale keeps the next one out
    drop(first);
    let mut child = second().stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let out = BufReader::new(child.stdout.take().expect("a pipe"));
    let served = out.lines().map_while(Result::ok).any(|line| line.contains("/console/setup"));
    child.kill().and_then(|()| child.wait()).expect("it ends");
    assert!(served, "the next server does not start");
}

#[test]
fn a_published_ledger_beside_the_database_is_warned_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("abide.toml");
    let elsewhere = tempfile::tempdir().expect("another folder");
    std::fs::write(&settings, format!("published = {:?}", elsewhere.path())).expect("settings");
    for (more, warned) in [(vec![], true), (vec!["--settings", settings.to_str().expect("a path")], false)] {
        // without a mail server it ends by itself, after it has looked at its settings
        let done = command(folder.path(), "127.0.0.1:0").args(more).output().expect("abide runs");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(said.contains("lies beside the database"), warned, "{said}");
    }
}

#[test]
fn without_a_mail_server_or_tls_it_says_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    for (listen, expected) in [("127.0.0.1:0", "ABIDE_SMTP_URL"), ("0.0.0.0:0", "a proxy that ends TLS")] {
        let done = command(folder.path(), listen).output().expect("abide runs");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(3), "{said}");
        assert!(said.contains(expected), "{said}");
    }
}
