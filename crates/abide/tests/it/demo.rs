//! The demo as a process: started from the binary, on a free port, in a folder of its own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running demo; ended (kindly) when dropped.
pub struct Demo {
    child: Child,
    /// Its address.
    pub base: String,
    /// The staff's one-use link.
    pub staff: String,
    /// The customer the demo invites its reader to be.
    pub email: String,
}

impl Demo {
    /// Starts `abide demo` with a small shop in `folder`.
    pub fn start(folder: &Path) -> Self {
        Self::start_at(folder, 0)
    }

    /// The same on a given port: an address is part of a ledger's name, so a restart keeps it.
    pub fn start_at(folder: &Path, port: u16) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
        command.args(["demo", "--customers", "60", "--port", &port.to_string(), "--folder"]).arg(folder);
        command.stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child = command.spawn().expect("the demo starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut lines = Vec::new();
        for line in out.lines().map_while(Result::ok) {
            let last = line.contains("Ctrl-C");
            lines.push(line);
            if last {
                break;
            }
        }
        let word = |what: &str, at: usize| {
            let line = lines
                .iter()
                .find(|line| line.contains(what))
                .unwrap_or_else(|| panic!("no {what} in {lines:#?}"));
            line.split_whitespace()
                .find(|word| word.contains(if at == 0 { "http" } else { "@" }))
                .expect("a word")
                .to_owned()
        };
        let base = word("read its policy", 0).trim_end_matches("/policy").to_owned();
        Self { child, base, staff: word("work as its staff", 0), email: word("a customer:", 1) }
    }

    /// Ends it as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }

    /// Asks it to stop and says how it ended.
    pub fn stop(mut self) -> Option<i32> {
        self.terminate();
        self.child.wait().expect("it ends").code()
    }

    fn terminate(&self) {
        let _ = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status();
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.terminate();
        let _ = self.child.wait();
    }
}

#[test]
fn the_demo_keeps_its_keys_to_itself_and_stops_cleanly() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let demo = Demo::start(folder.path());
    let keys: Vec<_> = std::fs::read_dir(folder.path().join("keys")).expect("keys").flatten().collect();
    assert!(!keys.is_empty(), "the demo made no keys");
    for key in keys {
        assert_eq!(
            key.metadata().expect("a key").permissions().mode() & 0o777,
            0o600,
            "{}",
            key.path().display()
        );
    }
    assert_eq!(demo.stop(), Some(0));
}

#[tokio::test]
async fn two_demos_live_side_by_side_and_every_link_leads_somewhere() {
    let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (one, two) = (Demo::start(one.path()), Demo::start(two.path()));
    assert_ne!(one.base, two.base);
    let http = reqwest::Client::new();
    for page in [
        "/",
        "/policy",
        "/policy.md",
        "/policy.pdf",
        "/forms/contact",
        "/forms/order",
        "/privacy",
        "/verify",
        "/health",
        "/checkpoint",
        "/key",
        "/demo/mailbox",
    ] {
        let answer = http.get(format!("{}{page}", one.base)).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{page}");
    }
    let missing = http.get(format!("{}/nowhere", one.base)).send().await.expect("an answer");
    assert_eq!(missing.status(), 404);
}
