//! A server that answers what the test put there, and remembers what it was asked.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use abide_client::{Gate, Options};
use serde_json::{Value, json};

/// A request: its first line, its head in lower case, its body.
#[derive(Clone)]
pub struct Asked {
    pub line: String,
    pub head: String,
    pub body: Value,
}

#[derive(Default)]
struct State {
    asked: Vec<Asked>,
    next: Vec<u8>,
}

pub struct Server {
    base: String,
    state: Arc<Mutex<State>>,
    /// Milliseconds.
    pub clock: Arc<AtomicU64>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        // it ends with the test's process
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _ = answer(stream, &shared);
            }
        });
        Self { base, state, clock: Arc::default() }
    }

    pub fn gate(&self) -> Gate {
        self.gate_with(Duration::from_secs(1), Duration::from_secs(60))
    }

    pub fn gate_with(&self, ttl: Duration, timeout: Duration) -> Gate {
        let clock = Arc::clone(&self.clock);
        let clock = Box::new(move || Duration::from_millis(clock.load(Ordering::SeqCst)));
        Gate::with(&self.base, "secret", Options { ttl, timeout, clock })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("a state")
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.state().asked.clone()
    }

    pub fn last(&self) -> Asked {
        self.asked().pop().expect("a request")
    }

    /// What is answered from now on, byte by byte.
    pub fn sends(&self, bytes: impl Into<Vec<u8>>) {
        self.state().next = bytes.into();
    }

    pub fn says(&self, status: u16, body: &str) {
        self.says_as("application/json", status, body);
    }

    pub fn says_as(&self, kind: &str, status: u16, body: &str) {
        let length = body.len();
        self.sends(format!(
            "HTTP/1.1 {status} x\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        ));
    }

    /// A decision of this reason, which saw this much of the ledger.
    pub fn told(&self, reason: &str, position: Option<u64>) {
        let body = json!({
            "allow": reason == "consent", "reason": reason, "article": "Art. 6(1)(a)", "remedy": "nothing", "place": null,
            "policy": "00", "position": position, "at": "2026-11-30T12:00:00Z",
        });
        self.says(200, &body.to_string());
    }
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let (mut line, mut head) = (String::new(), String::new());
    lines.read_line(&mut line)?;
    while !head.ends_with("\r\n\r\n") && lines.read_line(&mut head)? > 2 {}
    let head = head.to_ascii_lowercase();
    let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
    let mut body = vec![0; length.and_then(|text| text.parse().ok()).unwrap_or(0)];
    lines.read_exact(&mut body)?;
    let next = {
        let mut state = state.lock().expect("a state");
        let body = serde_json::from_slice(&body).unwrap_or_default();
        state.asked.push(Asked { line: line.trim_end().to_owned(), head, body });
        state.next.clone()
    };
    stream.write_all(&next)
}
