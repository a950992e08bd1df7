//! A reader that goes away ends a command quietly: no panic, no message, the exit code that shells know.

use std::process::{Command, Stdio};

#[test]
fn nobody_reading_is_no_panic() {
    let policy = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/wepack/policy.yaml");
    for arguments in [
        &["explain"][..],
        &["explain", "A0301"],
        &["completions", "bash"],
        &["schema", "policy"],
        &["render", policy],
        &["check", policy, "--format", "json"],
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
        let child =
            command.args(arguments).stdout(writer).stderr(Stdio::piped()).spawn().expect("abide runs");
        // the command keeps the writing end of the pipe open
        drop(command);
        let done = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(141), "{arguments:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("abide:"), "{arguments:?}: {said}");
    }
}
