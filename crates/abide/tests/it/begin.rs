//! A policy begun from nothing or from TILT, by the commands themselves.

use std::path::Path;
use std::process::{Command, Output};

fn abide(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_abide"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("abide runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_init_writes_is_checked_without_a_warning_and_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let answers = [
        "init",
        "--yes",
        "--name",
        "Shop AS",
        "--country",
        "NO",
        "--lang",
        "en,nb",
        "--does",
        "enquiries,orders,bookkeeping,newsletter",
        "--processor",
        "Cloud GmbH:DE",
        "--processor",
        "Mailer, Inc.:US",
    ];
    let begun = abide(folder.path(), &answers);
    assert!(begun.status.success(), "{}", said(&begun));
    assert!(
        said(&begun).contains("still open") && said(&begun).contains("controller/address"),
        "{}",
        said(&begun)
    );
    let checked = abide(folder.path(), &["check", "policy.yaml"]);
    assert!(said(&checked).contains("no errors, no warnings"), "{}", said(&checked));
    let text = std::fs::read_to_string(folder.path().join("policy.yaml")).expect("it is there");
    let again = abide(folder.path(), &answers);
    assert_eq!(again.status.code(), Some(3));
    assert_eq!(std::fs::read_to_string(folder.path().join("policy.yaml")).expect("it is there"), text);
}

#[test]
fn a_policy_goes_to_tilt_and_comes_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/wepack/policy.yaml");
    let policy = policy.display().to_string();
    let written =
        abide(folder.path(), &["render", &policy, "--format", "tilt", "--lang", "nb", "--out", "w.json"]);
    assert!(
        written.status.success() && said(&written).contains("TILT has no place for:"),
        "{}",
        said(&written)
    );
    let read = abide(folder.path(), &["import", "tilt", "w.json", "--out", "back.yaml"]);
    assert!(read.status.success(), "{}", said(&read));
    let checked = abide(folder.path(), &["check", "back.yaml"]);
    assert!(checked.status.success(), "{}", said(&checked));
    let again = abide(folder.path(), &["render", "back.yaml", "--format", "dpv", "--out", "w.jsonld"]);
    assert!(again.status.success(), "{}", said(&again));
    let text = std::fs::read_to_string(folder.path().join("w.jsonld")).expect("it is there");
    assert!(text.contains("\"dpv:PrivacyNotice\"") && text.contains("#process-deliver-orders"), "{text}");
}
