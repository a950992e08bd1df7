//! Durable consents a second over HTTP: `POST /v1/consents` of the real router on a real port, by 64 connections on the same
//! cores, with 100,000 stored before the first figure; and how
//! fast the stored standings are made anew from them. `cargo bench -p db --bench consents` has the bare limits.
//!
//! SQLite in a temporary folder (`TMPDIR` says on which disk). Lines are `name<TAB>figure unit (remark)`.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark fails loudly and prints its figures"
)]

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use duties::access::{self, Scope};
use duties::consent::{Answer, ConsentBy, NewConsent, enter};
use duties::enrol::{Enrolled, Line, enrol};
use jiff::SignedDuration;
use testkit::TestDb;
use testkit::actors::House;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use uuid::Uuid;

/// Who waits for an answer at once.
const CONNECTIONS: usize = 64;
/// How long the figure is taken.
const WINDOW: Duration = Duration::from_secs(5);
/// People consents are of.
const PEOPLE: usize = 1_000;
/// Stored before.
const STORED: u64 = 100_000;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = TestDb::sqlite().await;
        let house = Arc::new(House::new(&db).await);
        let people = Arc::new(people(&house).await);
        fill(&house, &people).await;
        rebuilt(&house).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let pages = house.router.clone().into_make_service_with_connect_info::<SocketAddr>();
        let server = tokio::spawn(async move { axum::serve(listener, pages).await });
        let lasts = SignedDuration::from_hours(24);
        let token = access::add(&house.service, &[Scope::Consents], lasts).await.expect("a token");
        let _ = measured(address, &token, &people, Duration::from_secs(1)).await;
        let (rate, times) = measured(address, &token, &people, WINDOW).await;
        let milliseconds = |permille: usize| {
            times.get(times.len() * permille / 1000).map_or(0.0, |time| time.as_secs_f64() * 1e3)
        };
        println!(
            "http\t{rate:.0} a second ({CONNECTIONS} connections; median {:.2} ms, {STORED} stored before)",
            milliseconds(500)
        );
        println!("http-99\t{:.2} ms (99th percentile of the same)", milliseconds(990));
        server.abort();
    });
}

/// The stored standings made anew from what is stored.
async fn rebuilt(house: &House) {
    let begun = Instant::now();
    let done = duties::standing::rebuild(&house.service, |_| {}).await.expect("rebuilt");
    let rate = done.to as f64 / begun.elapsed().as_secs_f64();
    println!("rebuild\t{rate:.0} a second ({} entries)", done.to);
}

async fn people(house: &House) -> Vec<Uuid> {
    let mut people = Vec::new();
    for nth in 0..PEOPLE {
        let line = Line {
            reference: nth.to_string(),
            email: Some(format!("person{nth}@firma.example")),
            phone: None,
            number: None,
            verified: true,
            lang: None,
            links: Vec::new(),
            consents: Vec::new(),
        };
        match enrol(&house.service, &line).await.expect("enrolled") {
            Enrolled::New(subject) => people.push(subject),
            Enrolled::Before(_) => {}
        }
    }
    people
}

static NEXT: AtomicU64 = AtomicU64::new(0);

/// Somebody, all over the place.
fn somebody(people: &[Uuid]) -> Uuid {
    let nth = NEXT.fetch_add(1, Ordering::Relaxed).wrapping_mul(2_654_435_761) as usize;
    people.get(nth % people.len()).copied().expect("people")
}

async fn fill(house: &Arc<House>, people: &Arc<Vec<Uuid>>) {
    let mut tasks = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (house, people) = (Arc::clone(house), Arc::clone(people));
        tasks.spawn(async move {
            for _ in 0..STORED / CONNECTIONS as u64 {
                let new = NewConsent {
                    subject: somebody(&people),
                    purpose: "campaigns".into(),
                    answer: Answer::Given,
                    wording: None,
                    lang: "en".into(),
                    surface: "app:settings".into(),
                    method: ConsentBy::Form,
                    witness: None,
                    given_at: None,
                    expires: None,
                };
                enter(&house.service, &new, "program", None).await.expect("recorded");
            }
        });
    }
    tasks.join_all().await;
}

/// Each connection asks, waits for its answer, and asks again. The rate, and the sorted times.
async fn measured(
    address: SocketAddr,
    token: &str,
    people: &Arc<Vec<Uuid>>,
    window: Duration,
) -> (f64, Vec<Duration>) {
    let begun = Instant::now();
    let mut tasks = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (people, token) = (Arc::clone(people), token.to_owned());
        tasks.spawn(async move {
            let mut stream = TcpStream::connect(address).await.expect("connects");
            stream.set_nodelay(true).expect("a socket");
            let mut times = Vec::new();
            while begun.elapsed() < window {
                let asked = Instant::now();
                ask(&mut stream, &token, somebody(&people)).await;
                times.push(asked.elapsed());
            }
            times
        });
    }
    let mut times: Vec<Duration> = tasks.join_all().await.concat();
    let rate = times.len() as f64 / begun.elapsed().as_secs_f64();
    times.sort();
    (rate, times)
}

/// One request; an answer that is no 201 ends the benchmark.
async fn ask(stream: &mut TcpStream, token: &str, subject: Uuid) {
    let body = format!(
        r#"{{"subject":"{subject}","purpose":"campaigns","answer":"given","lang":"en","surface":"app:settings"}}"#
    );
    let request = format!(
        "POST /v1/consents HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.expect("sent");
    let (mut read, mut buffer) = (0, [0_u8; 4096]);
    loop {
        let more = stream.read(buffer.get_mut(read..).expect("room")).await.expect("answered");
        assert_ne!(more, 0, "the connection was closed");
        read += more;
        if whole(buffer.get(..read).unwrap_or_default()) {
            break;
        }
    }
    let answer = buffer.get(..read).unwrap_or_default();
    assert!(answer.starts_with(b"HTTP/1.1 201"), "{}", String::from_utf8_lossy(answer));
}

/// Whether the answer's last byte is there.
fn whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(answer.get(..end).unwrap_or_default()).to_lowercase();
    let length = head.split("content-length:").nth(1).and_then(|rest| rest.lines().next());
    let length: usize = length.and_then(|text| text.trim().parse().ok()).unwrap_or(0);
    answer.len() >= end + 4 + length
}
