//! kill -9 in the middle of a backup or a rotation: never half, and the next try does it.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use age::x25519::Identity;
use lz4_flex::frame::FrameDecoder;

use crate::backup::{abide, said, text};
use crate::kill::send;
use crate::serve::{policy, serve};

/// When a command is killed, in milliseconds after its start.
const DELAYS: [u64; 7] = [0, 30, 60, 120, 200, 320, 500];

/// Runs a command and kills it so long after; whether it was killed and had not ended.
async fn killed(command: &mut Command, delay: u64) -> bool {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    tokio::time::sleep(Duration::from_millis(delay)).await;
    let ended = child.try_wait().expect("asked");
    child.kill().ok();
    child.wait().expect("ended");
    ended.is_none()
}

/// Everything under its own name opens to its end: a file that was being written has another.
fn whole(folder: &Path, identity: &Identity) -> usize {
    let mut count = 0;
    for file in std::fs::read_dir(folder).expect("the folder").flatten() {
        if file.path().extension().is_none_or(|end| end != "age") {
            continue;
        }
        let bytes = std::fs::read(file.path()).expect("a file");
        let sealed = age::Decryptor::new(bytes.as_slice()).expect("an age file");
        let plain = sealed.decrypt(std::iter::once(identity as &dyn age::Identity)).expect("ours");
        let mut out = Vec::new();
        FrameDecoder::new(plain).read_to_end(&mut out).expect("whole");
        assert!(!out.is_empty());
        count += 1;
    }
    count
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_killed_at_any_moment_leaves_no_half_file_and_the_next_one_is_made() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name);
    let identity = Identity::generate();
    let recipient = identity.to_public().to_string();
    let server = serve(&at("server"), 1, &[]);
    for number in 0..20 {
        send(&server.base, number).await.expect("taken over");
    }
    let backup = || {
        let mut command = abide(&["backup", "--data", text(&at("server")), "--policy", text(&policy())]);
        command.args(["--address", &server.base, "--recipient", &recipient, "--to", text(&at("data"))]);
        command.args(["--keys-to", text(&at("keys")), "--key-folder-to", text(&at("third"))]);
        command
    };
    let mut kills = 0;
    for delay in DELAYS {
        kills += u32::from(killed(&mut backup(), delay).await);
        for folder in ["data", "keys", "third"].map(at) {
            if folder.exists() {
                whole(&folder, &identity);
            }
        }
        // a manifest stands beside whole backups only
        let names = |folder: &Path| -> Vec<String> {
            let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
            files.map(|file| file.file_name().to_string_lossy().into_owned()).collect()
        };
        for manifest in names(&at("data")).iter().filter_map(|name| name.strip_suffix("-manifest.json")) {
            let json =
                std::fs::read(at("data").join(format!("{manifest}-manifest.json"))).expect("a manifest");
            assert!(serde_json::from_slice::<serde_json::Value>(&json).is_ok(), "killed after {delay} ms");
            assert!(names(&at("data")).contains(&format!("{manifest}-data.age")));
            assert!(names(&at("keys")).contains(&format!("{manifest}-keys.age")));
        }
    }
    assert!(kills > 0, "it was never killed");
    let done = backup().output().expect("it runs");
    assert!(done.status.success() && said(&done).contains("backed up:"), "{}", said(&done));
    assert!(whole(&at("data"), &identity) >= 1 && whole(&at("third"), &identity) == 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rotation_killed_at_any_moment_loses_nobody_and_goes_on_we_13() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("server");
    let server = serve(&data, 1, &[]);
    for number in 0..20 {
        send(&server.base, number).await.expect("taken over");
    }
    let rotate = |more: &[&str]| {
        let mut command = abide(&["keys", "rotate"]);
        command.args(more).args(["--data", text(&data), "--policy", text(&policy())]);
        command.args(["--address", &server.base]);
        command
    };
    let people = async || {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(data.join("abide.sqlite"));
        let mut own = <sqlx::SqliteConnection as sqlx::Connection>::connect_with(&options).await.expect("it");
        let count = "SELECT count(*), count(DISTINCT subject) FROM identifier WHERE kind = 'email'";
        let found: (i64, i64) = sqlx::query_as(count).fetch_one(&mut own).await.expect("two numbers");
        found
    };
    let before = people().await;
    assert_eq!(before.1, 20);
    let mut kills = 0;
    for (number, delay) in DELAYS.into_iter().enumerate() {
        let more: &[&str] = if number % 2 == 0 { &["--indexes"] } else { &[] };
        kills += u32::from(killed(&mut rotate(more), delay).await);
        // the server finds everybody still, by whichever key: nobody becomes somebody else
        for number in [0, 7, 19] {
            send(&server.base, number).await.expect("taken over again");
        }
        assert_eq!(people().await, before, "killed after {delay} ms");
    }
    assert!(kills > 0, "it was never killed");
    for more in [&["--indexes"][..], &[]] {
        let done = rotate(more).output().expect("it runs");
        assert!(done.status.success(), "{}", said(&done));
    }
    for number in 0..20 {
        send(&server.base, number).await.expect("taken over again");
    }
    assert_eq!(people().await, before);
}
