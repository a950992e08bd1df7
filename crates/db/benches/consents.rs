//! Durable consents a second, as the write path carries them out, beside a bare group commit of rows of the same size with
//! the same library in the same run, and the disk's own sync beside both.
//!
//! SQLite in a temporary folder (`TMPDIR` says on which disk); PostgreSQL where `ABIDE_BENCH_POSTGRES` names an empty
//! database, with one and with four writing nodes in this process. `ABIDE_BENCH_MOST` is the size the growth curve ends
//! at (default 100,000; the documented runs say which). Lines are `name<TAB>figure unit (remark)`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark fails loudly and prints its figures"
)]

use std::io::{Seek as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use db::subjects::{self, Subject};
use db::{Db, NewEntry, Unit};
use jiff::Timestamp;
use ledger::{Facts, Hash, Kind};
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinSet;
use uuid::Uuid;

const SERVICE: &str = "bench";
/// Who waits for an answer at once.
const WAITING: usize = 64;
/// How long each figure is taken.
const WINDOW: Duration = Duration::from_secs(5);
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
    let bare = Bare::sqlite(&folder.join("bare.db")).await;
    let limit = load(&bare).await;
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
    let limit = load(&bare).await;
    limit.print("postgres-bare");
    let one = measured(std::slice::from_ref(&db)).await;
    one.print("postgres-1");
    ratio("postgres-1-ratio", &one, &limit);
    let mut nodes = vec![db];
    for _ in 1..4 {
        nodes.push(Db::open(url).await.expect("opens"));
    }
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

async fn callers<F, A>(ask: impl Fn(usize) -> F) -> Figure
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
            while begun.elapsed() < WINDOW {
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

type Row = (u64, oneshot::Sender<()>);

/// A group commit with nothing around it: one writer takes what waits into one commit of rows as wide as an entry.
#[derive(Clone)]
struct Bare(mpsc::Sender<Row>);

/// What waits, up to so many.
async fn waiting(rows: &mut mpsc::Receiver<Row>) -> Option<Vec<Row>> {
    let mut taken = vec![rows.recv().await?];
    while taken.len() < 256 {
        match rows.try_recv() {
            Ok(row) => taken.push(row),
            Err(_) => break,
        }
    }
    Some(taken)
}

impl Bare {
    async fn sqlite(path: &std::path::Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.expect("opens");
        let table =
            "CREATE TABLE bare (entry INTEGER PRIMARY KEY, subject BLOB, leaf BLOB, body BLOB) STRICT";
        sqlx::raw_sql(table).execute(&pool).await.expect("a table");
        let (send, mut rows) = mpsc::channel::<Row>(1024);
        tokio::spawn(async move {
            while let Some(taken) = waiting(&mut rows).await {
                let mut tx = pool.begin_with("BEGIN IMMEDIATE").await.expect("begins");
                let mut left = taken.as_slice();
                for (size, text) in BARE {
                    while let Some((now, later)) = left.split_at_checked(size) {
                        let mut query = sqlx::query(text);
                        for (nth, _) in now {
                            query = query
                                .bind(*nth as i64)
                                .bind(vec![1_u8; 16])
                                .bind(vec![2_u8; 105])
                                .bind(vec![3_u8; BODY]);
                        }
                        query.execute(&mut *tx).await.expect("inserted");
                        left = later;
                    }
                }
                tx.commit().await.expect("committed");
                taken.into_iter().for_each(|(_, answer)| answer.send(()).expect("somebody waits"));
            }
        });
        Self(send)
    }

    async fn postgres(url: &str) -> Self {
        let pool = PgPoolOptions::new().max_connections(2).connect(url).await.expect("connects");
        let table = "DROP TABLE IF EXISTS bare; DROP TABLE IF EXISTS bare_head; CREATE TABLE bare_head (size BIGINT); \
            INSERT INTO bare_head VALUES (0); CREATE TABLE bare (entry BIGINT PRIMARY KEY, subject BYTEA, leaf BYTEA, body BYTEA)";
        sqlx::raw_sql(table).execute(&pool).await.expect("tables");
        let (send, mut rows) = mpsc::channel::<Row>(1024);
        tokio::spawn(async move {
            while let Some(taken) = waiting(&mut rows).await {
                let mut tx = pool.begin().await.expect("begins");
                let lock = sqlx::query_scalar::<_, i64>("SELECT size FROM bare_head FOR UPDATE");
                let size = lock.fetch_one(&mut *tx).await.expect("locked");
                let entries: Vec<i64> = (size..size + taken.len() as i64).collect();
                let bytes = |byte: u8, length: usize| vec![vec![byte; length]; taken.len()];
                let insert = "INSERT INTO bare SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::bytea[])";
                let insert = sqlx::query(insert)
                    .bind(&entries)
                    .bind(bytes(1, 16))
                    .bind(bytes(2, 105))
                    .bind(bytes(3, BODY));
                insert.execute(&mut *tx).await.expect("inserted");
                let next = size + taken.len() as i64;
                sqlx::query("UPDATE bare_head SET size = $1")
                    .bind(next)
                    .execute(&mut *tx)
                    .await
                    .expect("moved");
                tx.commit().await.expect("committed");
                taken.into_iter().for_each(|(_, answer)| answer.send(()).expect("somebody waits"));
            }
        });
        Self(send)
    }

    async fn write(&self) {
        let (answer, done) = oneshot::channel();
        self.0.send((NEXT.fetch_add(1, Ordering::Relaxed), answer)).await.expect("a writer");
        done.await.expect("written");
    }
}

/// The same callers on the bare group commit.
async fn load(bare: &Bare) -> Figure {
    let bare = Arc::new(bare.clone());
    callers(|_| {
        let bare = Arc::clone(&bare);
        move || {
            let bare = Arc::clone(&bare);
            async move { bare.write().await }
        }
    })
    .await
}

/// The bare statements, the widest first.
const BARE: [(usize, &str); 3] = [(64, BARE_64), (8, BARE_8), (1, BARE_1)];
const BARE_1: &str = "INSERT INTO bare (entry, subject, leaf, body) VALUES (?, ?, ?, ?)";
const BARE_8: &str = "INSERT INTO bare (entry, subject, leaf, body) VALUES (?,?,?,?), (?,?,?,?), (?,?,?,?), (?,?,?,?), \
    (?,?,?,?), (?,?,?,?), (?,?,?,?), (?,?,?,?)";
const BARE_64: &str = include_str!("bare_64.sql");
