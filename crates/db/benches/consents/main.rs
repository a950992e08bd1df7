//! Durable consents a second, as the write path carries them out, beside a bare group commit of the same rows into the same
//! tables with the same library in the same run, and the disk's own sync beside both.
//!
//! SQLite in a temporary folder (`TMPDIR` says on which disk); PostgreSQL where `ABIDE_BENCH_POSTGRES` names an empty
//! database, with one and with four writing nodes in this process. `ABIDE_BENCH_MOST` is the size the growth curve ends
//! at (default 100,000; the documented runs say which). Lines are `name<TAB>figure unit (remark)`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark fails loudly and prints its figures"
)]

mod bare;

use std::io::{Seek as _, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bare::Bare;
use db::subjects::{self, Subject};
use db::{Db, NewEntry, Unit};
use jiff::Timestamp;
use ledger::{Facts, Hash, Kind};
use tokio::task::JoinSet;
use uuid::Uuid;

const SERVICE: &str = "bench";
/// Who waits for an answer at once.
const WAITING: usize = 64;
/// How long each figure is taken.
const WINDOW: Duration = Duration::from_secs(5);
/// How long it runs before.
const WARM: Duration = Duration::from_secs(3);
/// People consents are of.
const PEOPLE: u64 = 10_000;
/// Stored before the first figure.
const STORED: u64 = 100_000;
/// A sealed body of a consent.
const BODY: usize = 300;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        sync();
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("abide.db").display());
        sqlite(&url, folder.path()).await;
        match std::env::var("ABIDE_BENCH_POSTGRES") {
            Ok(url) => postgres(&url).await,
            Err(_) => println!("SKIPPED: PostgreSQL needs ABIDE_BENCH_POSTGRES, an empty database"),
        }
    });
}

/// What the disk needs to sync 4 KiB appended.
fn sync() {
    let mut file = tempfile::tempfile().expect("a file");
    let mut times = Vec::new();
    for _ in 0..500 {
        file.seek(std::io::SeekFrom::End(0)).expect("the end");
        file.write_all(&[7; 4096]).expect("written");
        let begun = Instant::now();
        file.sync_data().expect("synced");
        times.push(begun.elapsed());
    }
    times.sort();
    let micros =
        |percent: usize| times.get(times.len() * percent / 100).map_or(0.0, |time| time.as_secs_f64() * 1e6);
    println!("sync\t{:.0} µs (99 %: {:.0} µs; fdatasync of 4 KiB appended)", micros(50), micros(99));
}

async fn sqlite(url: &str, folder: &std::path::Path) {
    let db = Db::open(url).await.expect("opens");
    people(&db).await;
    fill(&db, STORED).await;
    let limit = load(&[Bare::sqlite(&folder.join("abide.db")).await]).await;
    limit.print("sqlite-bare");
    let ours = measured(std::slice::from_ref(&db)).await;
    ours.print("sqlite");
    ratio("sqlite-ratio", &ours, &limit);
    let most: u64 =
        std::env::var("ABIDE_BENCH_MOST").ok().and_then(|most| most.parse().ok()).unwrap_or(STORED);
    let mut size = STORED * 10;
    while size <= most {
        fill(&db, size - db::entries::head(&db, SERVICE).await.expect("a head").size.min(size)).await;
        measured(std::slice::from_ref(&db)).await.print(&format!("sqlite-at-{size}"));
        size *= 10;
    }
    db.close().await;
}

async fn postgres(url: &str) {
    let db = Db::open(url).await.expect("opens");
    people(&db).await;
    fill(&db, STORED).await;
    let bare = Bare::postgres(url).await;
    let limit = load(&[bare]).await;
    limit.print("postgres-bare");
    let one = measured(std::slice::from_ref(&db)).await;
    one.print("postgres-1");
    ratio("postgres-1-ratio", &one, &limit);
    let mut nodes = vec![db];
    for _ in 1..4 {
        nodes.push(Db::open(url).await.expect("opens"));
    }
    let mut bare = vec![];
    for _ in 0..4 {
        bare.push(Bare::postgres(url).await);
    }
    let limit = load(&bare).await;
    limit.print("postgres-bare-4");
    let four = measured(&nodes).await;
    four.print("postgres-4");
    ratio("postgres-4-ratio", &four, &limit);
}

fn ratio(name: &str, ours: &Figure, limit: &Figure) {
    println!("{name}\t{:.2} (of the bare group commit in this run)", ours.rate / limit.rate);
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).expect("a time")
}

/// An id that says which.
fn id(kind: u8, nth: u64) -> Uuid {
    let hash = ledger::sha256(&[[kind].as_slice(), &nth.to_be_bytes()].concat());
    Uuid::from_slice(hash.0.get(..16).unwrap_or_default()).expect("16 bytes")
}

async fn people(db: &Db) {
    for chunk in 0..PEOPLE / 1000 {
        let mut unit = Unit::new(SERVICE, at(0));
        for nth in chunk * 1000..(chunk + 1) * 1000 {
            let row = Subject {
                id: id(1, nth),
                state: subjects::ACTIVE.into(),
                lang: "en".into(),
                created_at: at(0),
                erased_at: None,
            };
            unit = unit.write(subjects::insert(SERVICE, &row));
        }
        db.submit(unit).await.expect("written");
    }
}

/// A consent as it is recorded: somebody who is there, an entry with its body, once under its key.
fn consent(nth: u64) -> Unit {
    let who = id(1, nth.wrapping_mul(2_654_435_761) % PEOPLE);
    let facts = Facts {
        id: id(2, nth),
        at: at(0),
        kind: Kind::ConsentGiven,
        subject: Some(who),
        purpose: Some("campaigns".into()),
        categories: vec![],
        recipient: None,
        expires: None,
        policy: Some([7; 32]),
        actor: "person".into(),
    };
    let commitment = ledger::commit(&facts, &[9; 32]);
    let entry = NewEntry { facts, commitment, body: Some(vec![3; BODY]), key: Hash([5; 32]), key_version: 1 };
    let once = ledger::sha256(&nth.to_be_bytes()).0;
    Unit::new(SERVICE, at(0)).once(once).write(subjects::hold(SERVICE, who)).entry(entry)
}

static NEXT: AtomicU64 = AtomicU64::new(0);

/// Stores so many as fast as can be.
async fn fill(db: &Db, count: u64) {
    let mut tasks = JoinSet::new();
    for _ in 0..count / 256 {
        if tasks.len() >= 64 {
            tasks.join_next().await;
        }
        let db = db.clone();
        tasks.spawn(async move {
            let mut unit = Unit::new(SERVICE, at(0));
            for _ in 0..256 {
                unit.entries.extend(consent(NEXT.fetch_add(1, Ordering::Relaxed)).entries);
            }
            db.submit(unit).await.expect("written");
        });
    }
    tasks.join_all().await;
    db.index(SERVICE).await.expect("indexed");
}

/// How many, and how long each waited.
struct Figure {
    rate: f64,
    times: Vec<Duration>,
}

impl Figure {
    fn print(&self, name: &str) {
        let milliseconds = |permille: usize| {
            self.times.get(self.times.len() * permille / 1000).map_or(0.0, |time| time.as_secs_f64() * 1e3)
        };
        println!(
            "{name}\t{:.0} a second ({WAITING} waiting; median {:.2} ms, 99 %: {:.2} ms)",
            self.rate,
            milliseconds(500),
            milliseconds(990)
        );
    }
}

/// [`WAITING`] callers, spread over the nodes, each waits for its answer and asks again.
async fn measured(nodes: &[Db]) -> Figure {
    let ask = |caller: usize| {
        let db = nodes.get(caller % nodes.len()).cloned().expect("a node");
        move || {
            let db = db.clone();
            async move { drop(db.submit(consent(NEXT.fetch_add(1, Ordering::Relaxed))).await.expect("written")) }
        }
    };
    callers(ask).await
}

/// Once for [`WARM`] so that every statement is prepared, and then for the figure.
async fn callers<F, A>(ask: impl Fn(usize) -> F) -> Figure
where
    F: Fn() -> A + Send + 'static,
    A: Future<Output = ()> + Send,
{
    let _ = during(WARM, &ask).await;
    during(WINDOW, &ask).await
}

async fn during<F, A>(window: Duration, ask: &impl Fn(usize) -> F) -> Figure
where
    F: Fn() -> A + Send + 'static,
    A: Future<Output = ()> + Send,
{
    let begun = Instant::now();
    let mut tasks = JoinSet::new();
    for caller in 0..WAITING {
        let ask = ask(caller);
        tasks.spawn(async move {
            let mut times = Vec::new();
            while begun.elapsed() < window {
                let asked = Instant::now();
                ask().await;
                times.push(asked.elapsed());
            }
            times
        });
    }
    let mut times: Vec<Duration> = tasks.join_all().await.concat();
    let rate = times.len() as f64 / begun.elapsed().as_secs_f64();
    times.sort();
    Figure { rate, times }
}

/// The same callers on the bare group commit.
/// They are spread over the writers.
async fn load(bare: &[Bare]) -> Figure {
    callers(|caller| {
        let bare = bare.get(caller % bare.len()).cloned().expect("a writer");
        move || {
            let bare = bare.clone();
            async move { bare.write(NEXT.fetch_add(1, Ordering::Relaxed)).await }
        }
    })
    .await
}
