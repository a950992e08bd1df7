//! `abide staff`, beside a running server.

use std::path::Path;
use std::process::{Command, Output};

use crate::serve::{policy, serve};

fn staff(data: &Path, address: &str, verb: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    command.arg("staff").args(verb).arg("--policy").arg(policy()).arg("--data").arg(data);
    command.args(["--address", address]).env("ABIDE_LOG", "off").output().expect("abide runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_added_listed_and_closed_while_the_server_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = serve(folder.path(), 1, &[]);
    let run = |verb: &[&str]| staff(folder.path(), &server.base, verb);
    let added = run(&["add", "anna@wepack.example"]);
    let text = said(&added);
    assert_eq!(added.status.code(), Some(0), "{text}");
    assert!(text.contains("anna@wepack.example can set up an account as support"), "{text}");
    let link = text.split_whitespace().find(|word| word.starts_with("http")).expect("a link").to_owned();
    let page = reqwest::get(&link).await.expect("an answer");
    assert_eq!(page.status(), 200);
    assert!(page.text().await.expect("a page").contains("anna@wepack.example"));
    let listed = said(&run(&["list"]));
    assert!(listed.contains("invited  support      anna@wepack.example"), "{listed}");

    assert_eq!(run(&["close", "anna@wepack.example"]).status.code(), Some(0));
    assert_eq!(reqwest::get(&link).await.expect("an answer").status(), 410);
    for wrong in
        [&["close", "anna@wepack.example"][..], &["close", "nobody@wepack.example"], &["add", "nobody"]]
    {
        let refused = run(wrong);
        assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    }
}

#[test]
fn a_mistyped_folder_does_not_become_a_new_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("nowhere");
    let refused = staff(&nowhere, "http://127.0.0.1:1", &["list"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(said(&refused).contains("there is no database at"), "{}", said(&refused));
    assert!(!nowhere.exists());
}
