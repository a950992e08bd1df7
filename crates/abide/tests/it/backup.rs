//! Backed up while serving, the machine lost, restored elsewhere: with the commands of `docs/operations.md`.

use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use age::secrecy::ExposeSecret as _;

use crate::serve::{policy, serve};
use crate::visitor::Visitor;

pub fn abide(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_abide"));
    command.args(arguments).env("NO_COLOR", "1").env("ABIDE_LOG", "off");
    command
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

/// The one file in a folder whose name ends so.
fn file(folder: &Path, end: &str) -> PathBuf {
    let found = std::fs::read_dir(folder).expect("the folder").flatten().map(|file| file.path());
    let mut found: Vec<PathBuf> = found.filter(|path| path.to_string_lossy().ends_with(end)).collect();
    found.sort();
    found.pop().expect("the file")
}

pub fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

/// Settings of a server in a folder, with the published ledger of another place.
fn settings(folder: &Path, address: &str, published: &Path) -> PathBuf {
    let place = folder.join("abide.toml");
    let written = format!(
        "address = \"{address}\"\ndata = \"data\"\npublished = \"{}\"\n[service]\npolicy = \"{}\"\n",
        published.display(),
        policy().display()
    );
    std::fs::write(&place, written).expect("written");
    place
}

async fn send(base: &str, email: &str) {
    let mut visitor = Visitor::new(base);
    visitor.open("/forms/contact").await;
    let token = visitor.between("name=\"form-token\" value=\"", "\"").expect("a token");
    let fields = [
        ("form-token", token.as_str()),
        ("contact.name", "Ola Nordmann"),
        ("contact.email", email),
        ("correspondence.message", "Is the shop open on 17 May?"),
        ("accepted", "accept"),
    ];
    visitor.send("/forms/contact", &fields).await;
    assert!(visitor.place.contains("/receipts/"), "{}", visitor.place);
}

/// Makes the next day's key, as a server opened after midnight would: the folder is no longer what the backup holds.
fn another_day(keys: &Path) {
    let day = |file: &Path| file.file_stem()?.to_str()?.strip_prefix("epoch-")?.parse::<u64>().ok();
    let files: Vec<PathBuf> =
        std::fs::read_dir(keys).expect("the keys").flatten().map(|file| file.path()).collect();
    let last = files.iter().filter_map(|file| Some((day(file)?, file))).max().expect("a day's key");
    std::fs::copy(last.1, keys.join(format!("epoch-{}.key", last.0 + 1))).expect("copied");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_backs_up_loses_the_machine_and_restores() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name);
    let identity = age::x25519::Identity::generate();
    std::fs::write(at("id.txt"), identity.to_string().expose_secret()).expect("written");
    let recipient = identity.to_public().to_string();
    let server = serve(&at("first"), 1, &[]);
    send(&server.base, "ola@kunde.example").await;

    // while it serves; data and keys in one place are refused
    let (first, published) = (at("first"), at("first").join("published"));
    let backup = |keys_to: &Path| {
        let (data_to, folder_to) = (at("backup"), at("third"));
        let mut command = abide(&["backup", "--data", text(&first), "--policy", text(&policy())]);
        command.args(["--address", &server.base, "--recipient", &recipient, "--to", text(&data_to)]);
        command.args(["--keys-to", text(keys_to), "--key-folder-to", text(&folder_to)]);
        command.output().expect("it runs")
    };
    let refused = backup(&at("backup"));
    assert!(said(&refused).contains("need places of their own"), "{}", said(&refused));
    let done = backup(&at("elsewhere"));
    assert!(done.status.success() && said(&done).contains("backed up:"), "{}", said(&done));
    for name in ["-data.age", "-manifest.json"] {
        let bytes = std::fs::read(file(&at("backup"), name)).expect("a file");
        assert!(!String::from_utf8_lossy(&bytes).contains("kunde.example"), "{name}");
    }
    // after the backup somebody comes; then the machine is gone, but for what was published
    send(&server.base, "siv@kunde.example").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let address = server.base.clone();
    drop(server);

    std::fs::create_dir(at("second")).expect("a folder");
    let settings = settings(&at("second"), &address, &published);
    let (id, data) = (at("id.txt"), file(&at("backup"), "-data.age"));
    let (keys, folder) = (file(&at("elsewhere"), "-keys.age"), at("third").join("abide-key-folder.age"));
    let restore = || {
        let mut command = abide(&["restore", "--settings", text(&settings), "--identity", text(&id)]);
        command.args(["--from", text(&data), "--keys-from", text(&keys), "--key-folder-from", text(&folder)]);
        command
    };
    // killed again and again, each time a little later, until it is done: the same command goes on with what is there
    let mut kills = 0;
    let words = loop {
        let started = restore().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut restoring = started.expect("it runs");
        tokio::time::sleep(Duration::from_millis(kills * kills * 10)).await;
        restoring.kill().expect("killed, or ended before");
        let ended = restoring.wait_with_output().expect("ended");
        if ended.status.signal() != Some(9) {
            assert!(ended.status.success(), "after {kills} kills: {}", said(&ended));
            break said(&ended);
        }
        kills += 1;
        if std::fs::read_to_string(at("second").join("data/restoring.json"))
            .is_ok_and(|note| note.contains("key folder"))
        {
            another_day(&at("second").join("data/keys"));
        }
    };
    assert!(kills > 0, "it was never killed");
    for part in ["verified:", "people have their keys", "replayed entries", "record-collected", "up to date"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    let again = restore().output().expect("it runs");
    assert!(!again.status.success() && said(&again).contains("is not empty"), "{}", said(&again));

    let mut status = abide(&["keys", "status", "--settings", text(&settings)]);
    let status = said(&status.output().expect("it runs"));
    assert!(
        status.contains("in the key folder") && status.contains("keys are wrapped under this day's"),
        "{status}"
    );
    let mut rotate = abide(&["keys", "rotate", "--indexes", "--settings", text(&settings)]);
    let rotate = said(&rotate.output().expect("it runs"));
    assert!(rotate.contains("identifiers are found by new index keys"), "{rotate}");
    let mut audit = abide(&["replay", "--settings", text(&settings)]);
    assert!(said(&audit.output().expect("it runs")).contains("up to date with the published ledger"));
}

/// Where a crash would write one at all: a shell that may dump core does, this program does not.
#[test]
fn a_crash_leaves_no_core() {
    let folder = tempfile::tempdir().expect("a folder");
    let crash = |program: &str| {
        let line = format!("ulimit -c unlimited 2>/dev/null; exec {program}");
        let mut command = Command::new("sh");
        command.args(["-c", &line]).current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.stderr(Stdio::null()).spawn().expect("it runs");
        std::thread::sleep(Duration::from_millis(500));
        let id = child.id().to_string();
        Command::new("kill").args(["-ABRT", &id]).status().expect("kill");
        child.wait().expect("ended")
    };
    let other = crash("sleep 60");
    // `fmt -` waits for standard input
    let ours = crash(&format!("{} fmt -", env!("CARGO_BIN_EXE_abide")));
    assert_eq!(ours.signal(), Some(6), "it was running");
    assert!(!ours.core_dumped(), "a core of it was written");
    println!("another program's core here: {}", other.core_dumped());
}
