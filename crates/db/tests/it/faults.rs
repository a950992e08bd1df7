//! The process is killed, the disk is full, the connection is cut, all under load: what was acknowledged is there once,
//! and the tree is whole.
//!
//! The writing process is this test binary, started again with [`WRITES`] naming the database. `ABIDE_KILLS=200 cargo test
//! -p db --test it faults` kills it that often on each engine; the ordinary run does it a few times.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use db::{Db, Error, subjects};
use testkit::TestDb;
use tokio::task::JoinSet;

use crate::behind::meddle;
use crate::sample::{self, SERVICE, entry, subject, unit};

/// The database the child writes to.
const WRITES: &str = "ABIDE_TEST_WRITES_TO";
/// Its tasks.
const WRITERS: u64 = 16;

fn kills() -> u32 {
    std::env::var("ABIDE_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3)
}

/// A consent as the API writes it: for somebody who is there, once under its key.
fn consent(who: uuid::Uuid, key: [u8; 32]) -> db::Unit {
    let mut made = entry(Some(who));
    // an id of its own in each process: the samples' ids begin anew
    made.facts.id = uuid::Uuid::from_slice(&key[..16]).unwrap();
    made.commitment = ledger::commit(&made.facts, &[9; 32]);
    unit().once(key).write(subjects::hold(SERVICE, who)).entry(made)
}

fn key(run: &str, writer: u64, nth: u64) -> [u8; 32] {
    ledger::sha256(format!("{run} {writer} {nth}").as_bytes()).0
}

/// The child: writes as fast as it can, and says each key that was acknowledged. Not a test of its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() {
    let Ok(url) = std::env::var(WRITES) else { return };
    let run = std::env::var("ABIDE_TEST_RUN").unwrap();
    let db = Db::open(&url).await.unwrap();
    let who = subject();
    db.submit(unit().write(subjects::insert(SERVICE, &who))).await.ok();
    let mut tasks = JoinSet::new();
    for writer in 0..WRITERS {
        let (db, run) = (db.clone(), run.clone());
        tasks.spawn(async move {
            for nth in 0..100_000 {
                match db.submit(consent(who.id, key(&run, writer, nth))).await {
                    Ok(_) => {
                        let mut out = std::io::stdout().lock();
                        writeln!(out, "ack {writer} {nth}").and_then(|()| out.flush()).unwrap();
                    }
                    Err(error) => {
                        let mut out = std::io::stdout().lock();
                        writeln!(out, "failed {error}").and_then(|()| out.flush()).unwrap();
                        return;
                    }
                }
            }
        });
    }
    tasks.join_all().await;
}

/// Starts the child; `limit`: the most 512-byte blocks a file may have.
fn start(url: &str, run: &str, limit: Option<u32>) -> Child {
    let me = std::env::current_exe().unwrap();
    let arguments = ["faults::child", "--exact", "--nocapture", "--test-threads=1"];
    let mut command = match limit {
        None => Command::new(me),
        Some(blocks) => {
            let mut shell = Command::new("sh");
            let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
            shell.arg("-c").arg(script).arg(me);
            shell
        }
    };
    command.args(arguments).env(WRITES, url).env("ABIDE_TEST_RUN", run);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// What a line of the child says: an acknowledged key.
fn acknowledged(line: &str) -> Option<(u64, u64)> {
    let mut words = line.split_whitespace().skip_while(|word| *word != "ack").skip(1);
    Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

/// Everything that was acknowledged is there, once; the tree is whole.
async fn holds(t: &TestDb, run: &str, acks: &[(u64, u64)]) {
    let node = t.node().await;
    let size = sample::verify(&node).await;
    let mut asked = JoinSet::new();
    for (writer, nth) in acks.iter().copied() {
        let (node, run) = (node.clone(), run.to_owned());
        asked.spawn(async move { node.submit(consent(sample::id(), key(&run, writer, nth))).await });
    }
    let mut indexes = BTreeSet::new();
    for again in asked.join_all().await {
        let again = again.unwrap();
        assert!(again.repeated, "{run}: something was acknowledged and is not there");
        assert!(again.indexes[0] < size && indexes.insert(again.indexes[0]), "{run}: twice");
    }
    let mut keys = BTreeSet::new();
    let mut next = 0;
    loop {
        let page = db::entries::list(&node, SERVICE, next, 1000).await.unwrap();
        let Some(last) = page.last() else { break };
        next = last.index + 1;
        assert!(page.iter().all(|entry| keys.insert(entry.facts.id)), "{run}: an entry is there twice");
    }
    node.close().await;
}

#[tokio::test]
async fn killed_under_load_nothing_acknowledged_is_lost_and_nothing_is_there_twice() {
    TestDb::each(async |t| {
        for round in 0..kills() {
            let run = format!("kill {round}");
            let mut child = start(t.url(), &run, None);
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let mut acks = vec![];
            // killed after another number of acknowledgements each time
            let most = 1 + (round as usize * 37) % 400;
            while acks.len() < most {
                let line = lines.next().expect("the child goes on").unwrap();
                acks.extend(acknowledged(&line));
            }
            assert!(child.try_wait().unwrap().is_none(), "{run}: it was writing still");
            child.kill().unwrap();
            // what it still said before it died counts as acknowledged
            acks.extend(lines.map_while(Result::ok).filter_map(|line| acknowledged(&line)));
            child.wait().unwrap();
            assert!(acks.len() >= most, "{run}");
            holds(&t, &run, &acks).await;
        }
    })
    .await;
}

/// Only where a file can be full: SQLite's.
#[cfg(unix)]
#[tokio::test]
async fn on_a_full_disk_nothing_is_acknowledged_that_is_not_there_and_it_goes_on_afterwards() {
    let t = TestDb::sqlite().await;
    let mut all = 0;
    for (round, blocks) in [1_500, 3_000, 6_001].into_iter().enumerate() {
        let run = format!("full {round}");
        let mut child = start(t.url(), &run, Some(blocks));
        let lines: Vec<String> =
            BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok).collect();
        child.wait().unwrap();
        let acks: Vec<_> = lines.iter().filter_map(|line| acknowledged(line)).collect();
        // a writer that could not even open the database says nothing: only a file that was too large already may do that
        let opened = lines.iter().any(|line| line.contains("ack ") || line.contains("failed "));
        assert!(
            lines.iter().any(|line| line.contains("failed ")) || !opened,
            "{run}: the disk was never full"
        );
        holds(&t, &run, &acks).await;
        all += acks.len();
    }
    assert!(all > 0, "nothing was ever acknowledged");
    let node = t.node().await;
    let before = sample::verify(&node).await;
    node.submit(unit().entry(entry(None))).await.unwrap();
    assert_eq!(sample::verify(&node).await, before + 1, "with room again it goes on");
}

/// Connections are cut again and again, also during commits; whoever repeats under the key is written once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_cut_during_commits_write_each_unit_once() {
    let Some(t) = TestDb::postgres().await else { return };
    let who = subject();
    t.db.submit(unit().write(subjects::insert(SERVICE, &who))).await.unwrap();
    let over = Arc::new(AtomicBool::new(false));
    let cutter = {
        let (over, url) = (Arc::clone(&over), t.url().to_owned());
        tokio::spawn(async move {
            let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() \
                AND pid <> pg_backend_pid() AND state <> 'idle'";
            let mut cuts = 0;
            while !over.load(Ordering::Relaxed) {
                meddle(&url, cut).await;
                cuts += 1;
                tokio::time::sleep(Duration::from_millis(15)).await;
            }
            cuts
        })
    };
    let mut writers = JoinSet::new();
    let failures = Arc::new(std::sync::atomic::AtomicU32::new(0));
    for writer in 0..8 {
        let (db, failures) = (t.db.clone(), Arc::clone(&failures));
        writers.spawn(async move {
            let mut indexes = vec![];
            for nth in 0..25 {
                let made = consent(who.id, key("cut", writer, nth));
                loop {
                    match db.submit(made.clone()).await {
                        Ok(done) => break indexes.extend(done.indexes),
                        Err(error) => {
                            assert!(!matches!(error, Error::Closed | Error::Corrupt { .. }), "{error}");
                            failures.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                }
            }
            indexes
        });
    }
    let indexes = writers.join_all().await.concat();
    over.store(true, Ordering::Relaxed);
    let cuts = cutter.await.unwrap();
    assert_eq!(indexes.iter().collect::<BTreeSet<_>>().len(), 200, "each key has entries of its own");
    let size = sample::verify(&t.db).await;
    let failures = failures.load(Ordering::Relaxed);
    assert_eq!(size, 200, "{cuts} cuts, {failures} failures: each once");
    assert!(cuts > 0 && failures > 0, "{cuts} cuts, {failures} failures: nobody was ever cut off");
}
