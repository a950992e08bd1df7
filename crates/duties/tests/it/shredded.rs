//! After an erasure: the files themselves, searched for the very bytes that were in them before.

use std::path::{Path, PathBuf};

use sqlx::{AssertSqlSafe, PgPool, Row as _};
use testkit::TestDb;
use uuid::Uuid;
use vault::{Epoch, KeyKind, KeyPlace, Vault, Wrapped};

use crate::ended::erased;
use crate::fixture::House;
use crate::rights_kit::kari;

/// What of a person leads to them or opens with their keys, byte by byte.
struct Traces(Vec<(&'static str, Vec<u8>)>);

impl Traces {
    async fn of(house: &House, db: &TestDb, subject: Uuid) -> Self {
        let (own, name) = (&house.service.db, "wepack");
        let mut found = Vec::new();
        for row in db::records::list(own, name, subject).await.expect("records") {
            found.push(("a record", row.sealed));
        }
        for row in db::identifiers::list(own, name, subject).await.expect("identifiers") {
            found.push(("an identifier", row.sealed));
            found.push(("a blind index", row.blind.expect("it has one").to_vec()));
        }
        let key = db.keys.current_subject(name, subject, "data").await.expect("a look").expect("a key");
        found.push(("the wrapped key", key.wrapped));
        assert!(found.len() >= 5, "{}", found.len());
        Self(found)
    }

    /// Those that stand in these bytes.
    fn in_bytes(&self, bytes: &[u8]) -> Vec<&'static str> {
        // what spills over a page is looked for by its beginning, after version and nonce
        let part = |trace: &[u8]| trace[..trace.len().min(48)].to_vec();
        let holds = |trace: &[u8]| {
            let part = part(trace);
            bytes.windows(part.len()).any(|window| window == part)
        };
        self.0.iter().filter(|(_, trace)| holds(trace)).map(|(what, _)| *what).collect()
    }
}

/// The database's file with everything beside it: log, shared memory, journals, temporary files.
fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).expect("the folder").flatten().map(|file| file.path()).collect()
}

#[tokio::test]
async fn sqlite_holds_nothing_of_them_in_file_log_or_free_pages() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    let subject = kari(&house).await;
    let traces = Traces::of(&house, &db, subject).await;
    let folder = Path::new(db.url().trim_start_matches("sqlite://")).parent().expect("a folder").to_owned();
    let everything =
        || files(&folder).iter().flat_map(|file| std::fs::read(file).expect("a file")).collect::<Vec<u8>>();
    let before = traces.in_bytes(&everything());
    assert_eq!(before.len(), traces.0.len(), "found there before, or the search finds nothing: {before:?}");
    assert_eq!(erased(&house).await, subject);
    for file in files(&folder) {
        let left = traces.in_bytes(&std::fs::read(&file).expect("a file"));
        assert!(left.is_empty(), "{}: {left:?}", file.display());
    }
}

#[tokio::test]
async fn a_reader_in_the_way_delays_it_to_the_next_round() {
    let db = TestDb::sqlite().await;
    let house = House::new(&db).await;
    let subject = kari(&house).await;
    let traces = Traces::of(&house, &db, subject).await;
    let log = format!("{}-wal", db.url().trim_start_matches("sqlite://"));
    // a backup, say: it sees the database as it was
    let pool = sqlx::SqlitePool::connect(db.url()).await.expect("it opens");
    let mut reading = pool.begin().await.expect("a transaction");
    sqlx::query("SELECT count(*) FROM record").fetch_one(&mut *reading).await.expect("it reads");
    assert_eq!(erased(&house).await, subject);
    assert!(!traces.in_bytes(&std::fs::read(&log).expect("the log")).is_empty(), "it still sees them");
    drop(reading);
    pool.close().await;
    duties::jobs::tidy(&house.service).await.expect("tidied");
    assert!(traces.in_bytes(&std::fs::read(&log).expect("the log")).is_empty());
}

/// Deleted rows stay in PostgreSQL's files until pages are written over, VACUUM or not. Counted and told; what is left, the
/// wrapped key among it, opens with no key there is once its day's is gone.
#[tokio::test]
async fn what_postgresql_leaves_behind_is_told_and_opens_no_more() {
    let Some(db) = TestDb::postgres().await else { return };
    let house = House::new(&db).await;
    let subject = kari(&house).await;
    let traces = Traces::of(&house, &db, subject).await;
    let row = db.keys.current_subject("wepack", subject, "data").await.expect("a look").expect("a key");
    let wrapped = Wrapped { version: row.version, epoch: Epoch(row.epoch), bytes: row.wrapped };
    let place = KeyPlace::subject("wepack", subject, KeyKind::Data);
    let opens = || Vault::new(Box::new(house.source.clone())).unwrap(&place, &wrapped).map(drop);
    let pool = PgPool::connect(db.url()).await.expect("it answers");
    let keys = PgPool::connect(db.keys_url()).await.expect("it answers");
    let before = [heap(&pool, &["record", "identifier"]).await, heap(&keys, &["subject_key"]).await].concat();
    if before.is_empty() {
        testkit::skipped("the account of ABIDE_TEST_POSTGRES may not read the server's files");
        return;
    }
    assert!(!traces.in_bytes(&before).is_empty(), "the search finds what is there");
    assert_eq!(erased(&house).await, subject);
    // told: the statistics follow within a second or so
    let mut told = None;
    for _ in 0..50 {
        told = duties::doctor::residue(&house.service).await.expect("counted");
        if told.is_some_and(|residue| residue.data > 0 && residue.keys > 0) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    println!("PostgreSQL tells of {told:?}");
    assert!(told.is_some_and(|told| told.data > 0 && told.keys > 0 && told.days == 30), "{told:?}");
    for (when, vacuum) in [("after the erasure", false), ("after VACUUM", true)] {
        if vacuum {
            for (pool, table) in [(&pool, "record"), (&pool, "identifier"), (&keys, "subject_key")] {
                let sql = AssertSqlSafe(format!("VACUUM {table}"));
                sqlx::raw_sql(sql).execute(pool).await.expect("it cleans");
            }
        }
        let left =
            [heap(&pool, &["record", "identifier"]).await, heap(&keys, &["subject_key"]).await].concat();
        println!("PostgreSQL, {when}: {:?} still stand in its files", traces.in_bytes(&left));
    }
    // no row of the key is there; who copied it from the files opens it as long as its day's key is there, and then never
    assert!(matches!(house.service.keys.data(subject).await, Err(duties::Error::Erased)));
    opens().expect("with the day's key of that time");
    house.clock.advance_days(31);
    duties::jobs::tidy(&house.service).await.expect("tidied");
    assert!(matches!(opens(), Err(vault::Error::EpochGone(_))), "unreadable for good");
    pool.close().await;
    keys.close().await;
}

/// The bytes of tables' files; nothing where the account may not read them.
async fn heap(pool: &PgPool, tables: &[&str]) -> Vec<u8> {
    let mut all = Vec::new();
    sqlx::raw_sql("CHECKPOINT").execute(pool).await.ok();
    for table in tables {
        let sql = format!("SELECT pg_read_binary_file(pg_relation_filepath('{table}'))");
        let Ok(row) = sqlx::query(AssertSqlSafe(sql)).fetch_one(pool).await else { return Vec::new() };
        all.extend(row.try_get::<Vec<u8>, _>(0).expect("bytes"));
    }
    all
}
