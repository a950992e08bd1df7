//! A group commit with nothing around it: one writer takes what waits into one commit of the rows that a consent is, into
//! the same tables with the same library, under the locked head. Nothing is hashed, looked up or checked.

use sqlx::postgres::{PgPoolOptions, Postgres};
use sqlx::sqlite::{Sqlite, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Transaction};
use tokio::sync::{mpsc, oneshot};

/// The service whose rows these are.
const SERVICE: &str = "bare";
/// Rows of one statement, the widest first: as wide as the write path's own.
const SIZES: [usize; 15] = [64, 56, 48, 40, 32, 24, 16, 8, 7, 6, 5, 4, 3, 2, 1];

/// One consent and who waits for it.
type Waiting = (u64, oneshot::Sender<()>);

/// A writer that can be asked.
#[derive(Clone)]
pub struct Bare(mpsc::Sender<Waiting>);

/// What a cell holds.
enum Cell {
    Text(&'static str),
    Int(i64),
    Blob(Vec<u8>),
}

use Cell::{Blob, Int, Text};

/// A table, and its columns.
struct Table(&'static str, &'static [&'static str]);

const TABLES: [Table; 5] = [
    Table("ledger_leaf", &["service", "entry", "format", "facts", "body", "entry_key", "hash"]),
    Table(
        "ledger_facts",
        &[
            "service",
            "entry",
            "id",
            "at",
            "kind",
            "subject",
            "purpose",
            "categories",
            "policy",
            "actor",
            "key_version",
        ],
    ),
    Table("ledger_body", &["service", "entry", "sealed", "key_version"]),
    Table("idempotency", &["service", "hash", "first_entry", "entries", "at"]),
    Table("subject_entry", &["service", "subject", "entry"]),
];

/// The cells of a consent, table by table in the order of [`TABLES`].
fn cells(nth: u64, entry: i64) -> [Vec<Cell>; 5] {
    let hash = |byte: u8| Blob(vec![byte; 32]);
    let id = || Blob(nth.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes().repeat(2));
    let key = ledger::sha256(&nth.to_be_bytes()).0.to_vec();
    [
        vec![Text(SERVICE), Int(entry), Int(1), hash(1), hash(2), hash(3), hash(4)],
        vec![
            Text(SERVICE),
            Int(entry),
            id(),
            Int(0),
            Text("consent-given"),
            id(),
            Text("campaigns"),
            Text("[]"),
            hash(7),
            Text("person"),
            Int(1),
        ],
        vec![Text(SERVICE), Int(entry), Blob(vec![3; super::BODY]), Int(1)],
        vec![Text(SERVICE), Blob(key), Int(entry), Int(1), Int(0)],
        vec![Text(SERVICE), id(), Int(entry)],
    ]
}

/// What waits, up to so many.
async fn waiting(rows: &mut mpsc::Receiver<Waiting>) -> Option<Vec<Waiting>> {
    let mut taken = vec![rows.recv().await?];
    tokio::task::yield_now().await;
    while taken.len() < 256 {
        match rows.try_recv() {
            Ok(row) => taken.push(row),
            Err(_) => break,
        }
    }
    Some(taken)
}

const HEAD: &str = "INSERT INTO ledger_head (service, size, frontier, root, checkpoint_size, indexed) VALUES ($1, 0, $2, $2, 0, 0) \
    ON CONFLICT (service) DO NOTHING";
const MOVE: &str = "UPDATE ledger_head SET size = $2, frontier = $3, root = $3 WHERE service = $1";

impl Bare {
    /// Beside what is stored in this file.
    pub async fn sqlite(path: &std::path::Path) -> Self {
        let options = SqliteConnectOptions::new().filename(path).journal_mode(SqliteJournalMode::Wal);
        let options = options.synchronous(SqliteSynchronous::Full).statement_cache_capacity(256);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.expect("opens");
        sqlx::query(HEAD).bind(SERVICE).bind(vec![0; 32]).execute(&pool).await.expect("a head");
        let (send, mut rows) = mpsc::channel::<Waiting>(1024);
        tokio::spawn(async move {
            while let Some(taken) = waiting(&mut rows).await {
                let mut tx = pool.begin_with("BEGIN IMMEDIATE").await.expect("begins");
                let lock = sqlx::query_scalar::<_, i64>("SELECT size FROM ledger_head WHERE service = $1");
                let size = lock.bind(SERVICE).fetch_one(&mut *tx).await.expect("read");
                values(&mut tx, &numbered(&taken, size)).await;
                let moved = sqlx::query(MOVE).bind(SERVICE).bind(size + taken.len() as i64).bind(vec![1; 32]);
                moved.execute(&mut *tx).await.expect("moved");
                tx.commit().await.expect("committed");
                taken.into_iter().for_each(|(_, answer)| answer.send(()).expect("somebody waits"));
            }
        });
        Self(send)
    }

    /// Beside what is stored in this database.
    pub async fn postgres(url: &str) -> Self {
        let pool = PgPoolOptions::new().max_connections(1).connect(url).await.expect("connects");
        sqlx::query(HEAD).bind(SERVICE).bind(vec![0_u8; 32]).execute(&pool).await.expect("a head");
        let (send, mut rows) = mpsc::channel::<Waiting>(1024);
        tokio::spawn(async move {
            while let Some(taken) = waiting(&mut rows).await {
                let mut tx = pool.begin().await.expect("begins");
                let lock = "SELECT size FROM ledger_head WHERE service = $1 FOR UPDATE";
                let lock = sqlx::query_scalar::<_, i64>(lock).bind(SERVICE);
                let size = lock.fetch_one(&mut *tx).await.expect("locked");
                unnested(&mut tx, &numbered(&taken, size)).await;
                let moved =
                    sqlx::query(MOVE).bind(SERVICE).bind(size + taken.len() as i64).bind(vec![1_u8; 32]);
                moved.execute(&mut *tx).await.expect("moved");
                tx.commit().await.expect("committed");
                taken.into_iter().for_each(|(_, answer)| answer.send(()).expect("somebody waits"));
            }
        });
        Self(send)
    }

    /// Waits until a consent is durable.
    pub async fn write(&self, nth: u64) {
        let (answer, done) = oneshot::channel();
        self.0.send((nth, answer)).await.expect("a writer");
        done.await.expect("written");
    }
}

fn numbered(taken: &[Waiting], size: i64) -> Vec<[Vec<Cell>; 5]> {
    taken.iter().zip(size..).map(|((nth, _), entry)| cells(*nth, entry)).collect()
}

/// Several rows to a statement of fixed width.
async fn values(tx: &mut Transaction<'_, Sqlite>, consents: &[[Vec<Cell>; 5]]) {
    for (at, Table(name, columns)) in TABLES.iter().enumerate() {
        let mut left = consents;
        for size in SIZES {
            while let Some((now, later)) = left.split_at_checked(size) {
                let row = format!("({})", vec!["?"; columns.len()].join(","));
                let text = format!(
                    "INSERT INTO {name} ({}) VALUES {}",
                    columns.join(","),
                    vec![row; size].join(",")
                );
                let mut query = sqlx::query(AssertSqlSafe(text));
                for cell in now.iter().filter_map(|consent| consent.get(at)).flatten() {
                    query = match cell {
                        Text(text) => query.bind(*text),
                        Int(number) => query.bind(*number),
                        Blob(bytes) => query.bind(bytes.as_slice()),
                    };
                }
                query.execute(&mut **tx).await.expect("inserted");
                left = later;
            }
        }
    }
}

/// One statement to a table: an array to a column.
async fn unnested(tx: &mut Transaction<'_, Postgres>, consents: &[[Vec<Cell>; 5]]) {
    for (at, Table(name, columns)) in TABLES.iter().enumerate() {
        let rows: Vec<&Vec<Cell>> = consents.iter().filter_map(|consent| consent.get(at)).collect();
        let kind = |column: usize| match rows.first().and_then(|row| row.get(column)) {
            Some(Text(_)) => "text",
            Some(Int(_)) => "bigint",
            _ => "bytea",
        };
        let arrays: Vec<_> =
            (0..columns.len()).map(|column| format!("${}::{}[]", column + 1, kind(column))).collect();
        let text =
            format!("INSERT INTO {name} ({}) SELECT * FROM unnest({})", columns.join(","), arrays.join(","));
        let mut query = sqlx::query(AssertSqlSafe(text));
        for column in 0..columns.len() {
            let cells = || rows.iter().filter_map(|row| row.get(column));
            query = match kind(column) {
                "text" => query.bind(cells().filter_map(Cell::text).collect::<Vec<_>>()),
                "bigint" => query.bind(cells().filter_map(Cell::int).collect::<Vec<_>>()),
                _ => query.bind(cells().filter_map(Cell::blob).collect::<Vec<_>>()),
            };
        }
        query.execute(&mut **tx).await.expect("inserted");
    }
}

impl Cell {
    fn text(&self) -> Option<&'static str> {
        if let Text(text) = self { Some(text) } else { None }
    }

    fn int(&self) -> Option<i64> {
        if let Int(number) = self { Some(*number) } else { None }
    }

    fn blob(&self) -> Option<Vec<u8>> {
        if let Blob(bytes) = self { Some(bytes.clone()) } else { None }
    }
}
