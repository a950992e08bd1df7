//! A running server with a token, and the commands that work beside it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::serve::{Server, policy, serve_policy};

/// A server on a port and a folder of its own; both end with it.
pub struct Live {
    pub server: Server,
    pub folder: TempDir,
    policy: PathBuf,
}

impl Live {
    /// Of Wepack.
    pub fn start() -> Self {
        Self::of(&policy())
    }

    /// Of another policy.
    pub fn of(policy: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let server = serve_policy(policy, folder.path(), 1, &[]);
        Self { server, folder, policy: policy.to_owned() }
    }

    /// Runs a command beside the server.
    pub fn abide(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
        command.args(arguments).arg("--policy").arg(&self.policy).arg("--data").arg(self.folder.path());
        command.args(["--address", &self.server.base]).env("ABIDE_LOG", "off").output().expect("abide runs")
    }

    /// What a command that goes well prints.
    pub fn says(&self, arguments: &[&str]) -> String {
        let done = self.abide(arguments);
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("text").trim().to_owned()
    }

    /// A token for everything a program may ask.
    pub fn token(&self) -> String {
        let scopes =
            ["--scope", "decide", "--scope", "audience", "--scope", "disclose", "--scope", "consents"];
        self.says(&[&["token", "add"], &scopes[..]].concat())
    }

    /// Somebody who wrote through the contact form: the id.
    pub async fn writer(&self) -> String {
        crate::kill::send(&self.server.base, 1).await.expect("the form is taken");
        self.says(&["audience", "answer-enquiries"])
    }
}

/// What somebody must have installed for a part of a test; none, said aloud, where it is missing.
pub fn installed(program: &str, whose: &str) -> Option<Command> {
    if Command::new(program).arg("--version").output().is_ok_and(|done| done.status.success()) {
        return Some(Command::new(program));
    }
    testkit::skipped(&format!("{whose} did not run: `{program}` is not installed"));
    None
}

/// What a command said, for a test that fails.
pub fn said(done: &Output) -> String {
    String::from_utf8_lossy(&[&done.stdout[..], &done.stderr[..]].concat()).into_owned()
}
