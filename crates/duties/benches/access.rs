//! An access request of one person in a large company database: Northwind scaled to 100,000 customers and a million
//! orders on PostgreSQL, with an index on `lower(contact_email)`.
//!
//! The database is given by `ABIDE_BENCH_POSTGRES` (`cargo xtask bench` makes one). Only the company's database is
//! PostgreSQL: Abide's own databases are always SQLite here, on disk like its keys and files, in a temporary folder; what
//! Abide on PostgreSQL would cost is not measured. Printed, each on a line with a tab, as the median of all customers
//! with the 95th percentile behind it:
//!
//! - `access`: `rights::run` from the click until the answer is durable (gathered, packed, sealed, entered on the
//!   ledger, the letter queued), less the time for its PDF;
//! - `pdf`: setting that PDF;
//! - `bare`: one query by lower(e-mail) for the customer with their orders, for comparison;
//! - `part:…`: what `access` is made of.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark fails loudly and prints its figures"
)]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use db::Db;
use duties::accounts::{self, Staff};
use duties::published::Memory;
use duties::rights::{self, NewByStaff, Proven, RequestKind, RequestState, Watch};
use duties::{Clock, Keys, Parts, Service};
use jiff::Timestamp;
use policy::Source;
use policy::map::{IdentifierKind, StoreMap};
use sqlx::{PgPool, Row};
use stores::Finding;
use testkit::{SeededEntropy, TestClock};
use uuid::Uuid;
use vault::{Directory, Vault};

const URL: &str = "ABIDE_BENCH_POSTGRES";
const POLICY: &str = include_str!("../../../examples/northwind/policy.yaml");
const MAP: &str = include_str!("../../../examples/northwind/scaled.map.yaml");

/// Customers measured, after a few that warm up connections and statements.
const MEASURED: usize = 50;
const WARM_UP: usize = 5;

fn main() {
    let Ok(url) = std::env::var(URL) else {
        println!("SKIPPED: the access benchmark needs {URL}; `cargo xtask bench` sets it");
        return;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(&url));
}

async fn measure(url: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let service = open(url, folder.path()).await;
    let staff = lead(&service).await;
    let bare = PgPool::connect(url).await.expect("the store answers");
    let mut times = Times::default();
    for (nth, email) in customers(&bare).await.into_iter().enumerate() {
        access(&service, &staff, &email, &mut times).await;
        times.take("bare", select(&bare, &email).await);
        if nth + 1 == WARM_UP {
            times = Times::default();
        }
    }
    times.print();
}

/// A service on Northwind's policy and the scaled map.
async fn open(url: &str, folder: &std::path::Path) -> Service {
    let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
    let policy = policy::compile(&source("policy.yaml", POLICY)).policy.expect("the policy compiles");
    let map = policy::map::compile_map(&source("scaled.map.yaml", MAP), &policy).map;
    let map: StoreMap = map.expect("the map compiles");
    let store = stores::connect(&map, url, url).await.expect("the store is connected");
    let findings = store.check(&map).await.expect("the store is read");
    // Elsewhere an index may be missing (Northwind has none on an order's employee); where we search, none may.
    let grave = |found: &&Finding| found.is_error() || found.table.as_deref() == Some("customers");
    let grave: Vec<&Finding> = findings.iter().filter(grave).collect();
    assert!(grave.is_empty(), "the store is not what is to be measured: {grave:#?}");
    let entropy = Arc::new(SeededEntropy::new(1));
    let at = |name: &str| format!("sqlite://{}", folder.join(name).display());
    let keys_db = Db::open_keys(&at("keys.db")).await.expect("a key database");
    let vault = Vault::new(Box::new(
        Directory::open(folder.join("keys"), entropy.as_ref()).expect("a key directory"),
    ));
    let base_url = "https://privacy.northwind.example".to_owned();
    let clock = Arc::new(Time(TestClock::default()));
    let keys = Keys::open(vault, keys_db, &policy.service, &base_url, clock.now(), entropy.as_ref());
    let parts = Parts {
        keys: keys.await.expect("the keys open"),
        policy: Arc::new(policy),
        source: POLICY.to_owned(),
        stores: BTreeMap::from([(map.store.clone(), store)]),
        maps: vec![Arc::new(map)],
        db: Db::open(&at("abide.db")).await.expect("a database"),
        clock,
        entropy,
        base_url,
        published: Some(Arc::new(Memory::default())),
        witnesses: Vec::new(),
    };
    duties::start(parts).await.expect("the service starts")
}

/// The privacy lead, signed in.
async fn lead(service: &Service) -> Staff {
    let link = accounts::demo_link(service).await.expect("a link");
    let session = accounts::open_demo_link(service, &link).await.expect("a look").expect("signed in");
    accounts::staff(service, &session.token).await.expect("a session").expect("signed in")
}

/// Customers spread over the whole table, each with a mailbox of their own; every tenth is stored in mixed case.
async fn customers(store: &PgPool) -> Vec<String> {
    let wanted = i64::try_from(MEASURED + WARM_UP).expect("a small number");
    let sql = "SELECT lower(contact_email) FROM (SELECT contact_email, row_number() OVER (ORDER BY customer_id) AS at, \
               count(*) OVER () AS all FROM customers WHERE contact_email LIKE 'buyer.%' OR contact_email LIKE 'Buyer.%') c \
               WHERE at % (c.all / $1) = 0 ORDER BY md5(contact_email) LIMIT $1";
    let rows = sqlx::query(sql).bind(wanted).fetch_all(store).await.expect("the store answers");
    assert_eq!(
        rows.len(),
        MEASURED + WARM_UP,
        "the store has too few customers: is it the scaled Northwind?"
    );
    rows.iter().map(|row| row.get(0)).collect()
}

/// The parts of a run: each from the point before it (the first: from the click) to its own.
const PARTS: [(&str, &str); 6] = [
    ("part:steps-kept", "start:after"),
    ("part:lease-taken", "lease:after"),
    ("part:gathered", "answer-paper:before"),
    ("pdf", "answer-paper:after"),
    ("part:packed-and-sealed", "answer:after"),
    ("part:closed", "complete:after"),
];

/// One request of a person whose address is verified, from the click to the durable answer.
async fn access(service: &Service, staff: &Staff, email: &str, times: &mut Times) {
    let id = opened(service, staff, email).await;
    let (watch, seen) = clock_watch();
    let begun = Instant::now();
    let state = rights::watched(watch, rights::run(service, staff, id)).await.expect("it runs");
    let whole = begun.elapsed();
    assert_eq!(state, RequestState::Done);
    let seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
    let (mut before, mut paper) = (begun, Duration::ZERO);
    for (name, point) in PARTS {
        let at = *seen.get(point).expect("the run came by");
        times.take(name, at - before);
        if name == "pdf" {
            paper = at - before;
        }
        before = at;
    }
    times.take("access", whole - paper);
}

async fn opened(service: &Service, staff: &Staff, email: &str) -> Uuid {
    let email = Proven { kind: IdentifierKind::Email, of: String::new(), value: email.to_owned() };
    let new = NewByStaff {
        kind: RequestKind::Access,
        identifiers: vec![email],
        detail: String::new(),
        lang: "en".to_owned(),
    };
    rights::open_by_staff(service, staff, new).await.expect("it opens").request.id
}

/// When the run came by each point.
type Seen = Arc<Mutex<BTreeMap<&'static str, Instant>>>;

fn clock_watch() -> (Watch, Seen) {
    let seen = Seen::default();
    let notes = Arc::clone(&seen);
    let watch = move |point| {
        notes.lock().unwrap_or_else(PoisonError::into_inner).insert(point, Instant::now());
        false
    };
    (Arc::new(watch), seen)
}

/// What the database alone needs for the customer with their orders.
async fn select(store: &PgPool, email: &str) -> Duration {
    let sql = "SELECT c.customer_id, c.contact_name, o.order_id, o.order_date::text FROM customers c \
               LEFT JOIN orders o ON o.customer_id = c.customer_id WHERE lower(c.contact_email) = $1";
    let begun = Instant::now();
    let rows = sqlx::query(sql).bind(email).fetch_all(store).await.expect("the store answers");
    let took = begun.elapsed();
    assert!(!rows.is_empty(), "the customer is there");
    took
}

/// The time as a test sets it, for the duties.
struct Time(TestClock);

impl Clock for Time {
    fn now(&self) -> Timestamp {
        self.0.time()
    }
}

/// What was measured, by name.
#[derive(Default)]
struct Times(BTreeMap<&'static str, Vec<Duration>>);

impl Times {
    fn take(&mut self, name: &'static str, time: Duration) {
        self.0.entry(name).or_default().push(time);
    }

    fn print(self) {
        for (name, mut times) in self.0 {
            times.sort();
            let milliseconds = |percent: usize| {
                let at = times.get(times.len() * percent / 100).copied().unwrap_or_default();
                at.as_secs_f64() * 1000.0
            };
            println!("{name}\t{:.1} ms (95 %: {:.1} ms)", milliseconds(50), milliseconds(95));
        }
    }
}
