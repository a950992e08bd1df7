//! How long an editor waits for an answer of `abide lsp` over its standard input and output, in a policy of 10,000
//! declarations that is full of faults, each question asked right after a key was pressed.
//!
//! Printed, each on a line with a tab, as the median of milliseconds by the clock, with the 95th percentile behind it:
//!
//! - `editor:hover`, `editor:complete`: from the change and the question sent to the answer read, between what else the
//!   server tells;
//! - `part:told`: from a change to the problems that are told of it, the pause in typing included.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark fails loudly and prints its figures"
)]

use std::fmt::Write as _;
use std::io::{BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};

const ROUNDS: usize = 40;
const URI: &str = "file:///tmp/abide-bench/large.yaml";

struct Editor {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    asked: i32,
    version: i32,
}

impl Editor {
    fn open(text: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_abide"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("abide runs");
        let stdin = child.stdin.take().expect("its input");
        let stdout = BufReader::new(child.stdout.take().expect("its output"));
        let mut editor = Self { child, stdin, stdout, asked: 0, version: 1 };
        editor.ask("initialize", json!({ "capabilities": {} }));
        editor.note("initialized", json!({}));
        let document = json!({ "uri": URI, "languageId": "yaml", "version": 1, "text": text });
        editor.note("textDocument/didOpen", json!({ "textDocument": document }));
        editor.told(1);
        editor
    }

    fn send(&mut self, message: Message) {
        message.write(&mut self.stdin).expect("sent");
        self.stdin.flush().expect("sent");
    }

    fn read(&mut self) -> Message {
        Message::read(&mut self.stdout).expect("read").expect("the server lives")
    }

    fn note(&mut self, method: &str, params: Value) {
        self.send(Message::Notification(Notification::new(method.to_owned(), params)));
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        self.send(Message::Request(Request::new(self.asked.into(), method.to_owned(), params)));
        loop {
            if let Message::Response(response) = self.read() {
                assert_eq!(response.id, self.asked.into());
                return response.response_result.unwrap_or_else(|error| panic!("{method}: {error:?}"));
            }
        }
    }

    /// Reads on until the problems of a version are told.
    fn told(&mut self, version: i32) {
        while !matches!(self.read(), Message::Notification(told) if told.params.get("version") == Some(&version.into()))
        {
        }
    }

    /// Presses a key at the end of a line.
    fn press(&mut self, line: usize, column: usize) {
        self.version += 1;
        let at = json!({ "line": line, "character": column });
        let change = json!({ "range": { "start": at, "end": at }, "text": "x" });
        let document = json!({ "uri": URI, "version": self.version });
        self.note("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    }
}

fn main() {
    let text = faulty();
    let line = text.lines().count() - 1;
    let start = text.lines().last().expect("a line").len();
    let mut editor = Editor::open(&text);
    let mut typed = 0;
    for (name, method) in [("hover", "textDocument/hover"), ("complete", "textDocument/completion")] {
        let mut waited = Vec::new();
        for round in 0..ROUNDS {
            let begun = Instant::now();
            editor.press(line, start + typed);
            typed += 1;
            let at = json!({ "line": line, "character": start + typed });
            editor.ask(method, json!({ "textDocument": { "uri": URI }, "position": at }));
            waited.push(begun.elapsed());
            // as people type: mostly on and on, now and then with a pause in which problems are looked for
            std::thread::sleep(Duration::from_millis(if round % 4 == 0 { 400 } else { 90 }));
        }
        print(&format!("editor:{name}"), &mut waited);
    }
    let told = |_| {
        let begun = Instant::now();
        editor.press(line, start + typed);
        typed += 1;
        editor.told(editor.version);
        begun.elapsed()
    };
    print("part:told", &mut (0..10).map(told).collect::<Vec<_>>());
    drop(editor.stdin);
    let _ = editor.child.kill();
    editor.child.wait().expect("ended");
}

/// 10,000 declarations with something wrong in each; the last line is being written.
fn faulty() -> String {
    let mut text = String::from("abide: 1\nservice: big\ndata:\n");
    for n in 0..10_000 {
        // INVARIANT: writing to a string cannot fail
        let _ = write!(text, "  cat-{n}:\n    name: Thing {n}\n    kind: text\n");
    }
    text.push_str("  last:\n    ti");
    text
}

fn print(name: &str, waited: &mut [Duration]) {
    waited.sort();
    let ms = |percent: usize| {
        let at = waited.get(waited.len() * percent / 100).or(waited.last());
        at.map_or(f64::NAN, |one| one.as_secs_f64() * 1e3)
    };
    println!("{name}\t{:.2} ms (95 %: {:.2} ms)", ms(50), ms(95));
}
