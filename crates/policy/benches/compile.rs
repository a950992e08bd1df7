//! How long compiling takes: the largest example, and generated policies of growing size.
//!
//! Printed, each on a line with a tab, as the median of milliseconds on a core, with the 95th percentile behind it:
//!
//! - `example`: the largest policy of `examples/`, from its text to the canonical form and the hash;
//! - `declarations`: 10,000 declarations (fields, purposes that use them, recipients that receive them);
//! - `typing`: what an editor waits for at 10,000 declarations, from a changed text to a meaning, the worst place;
//! - `completing`: the same for what can be written inside a declaration, a name among thousands (what is told of the
//!   text comes after that, beside it, and takes as long as `declarations`);
//! - `growth`: how much longer twenty times as many declarations take than 1,000 (20: linear);
//! - `part:…`: one round of each size, what the largest is made of, and what can be written elsewhere: a word of the
//!   language, and a section's key, for which the whole text is read again.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark fails loudly and prints its figures"
)]

use policy::{Source, Sources, compile, editor, fmt, tree};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

const SOUND: &str = include_str!("../tests/suite/sound.yaml");
const SIZES: [usize; 5] = [1_000, 2_000, 5_000, 10_000, 20_000];

fn main() {
    let (name, example) = largest();
    println!("part:example\t{name}, {} KB", example.text.len() / 1000);
    print("example", &mut times(30, || compiled(&example)));
    let mut medians = Vec::new();
    for size in SIZES {
        let source = Source::new("large.yaml", generated(size));
        let mut taken = times(if size > 5_000 { 7 } else { 11 }, || compiled(&source));
        medians.push(median(&mut taken));
        print(&format!("part:{size}"), &mut taken);
        if size == 10_000 {
            print("declarations", &mut taken);
            print("part:parse", &mut times(7, || drop(black_box(tree::parse(&source.text)))));
            let (text, at) = (source.text.as_str(), source.text.rfind("contract").expect("a basis"));
            print("typing", &mut times(7, || drop(black_box(opened(text).hover("large.yaml", at)))));
            let complete = |at: usize| times(7, || drop(black_box(opened(text).complete("large.yaml", at))));
            print("completing", &mut complete(text.rfind("big.f").expect("a field")));
            print("part:word", &mut complete(at));
            print("part:section", &mut complete(text.rfind("recipients:").expect("a section")));
            print("part:format", &mut times(7, || drop(black_box(fmt::format(&source.text)))));
        }
    }
    let growth = medians.last().expect("sizes") / medians.first().expect("sizes");
    println!("growth\t{growth:.1}");
}

/// A text as an editor has it after a key was pressed.
fn opened(text: &str) -> editor::Opened {
    editor::Opened::policy(Sources::one(&Source::new("large.yaml", text)))
}

fn compiled(source: &Source) {
    let compiled = black_box(compile(source));
    let told = compiled.diagnostics.first();
    let policy = compiled.policy.unwrap_or_else(|| panic!("the policy does not compile: {told:?}"));
    assert_ne!(policy.hash, [0; 32]);
}

/// The largest example that is one file.
fn largest() -> (String, Source) {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let folders = std::fs::read_dir(examples).expect("the examples").flatten();
    let paths: Vec<PathBuf> = folders.map(|folder| folder.path().join("policy.yaml")).collect();
    let sources = paths.iter().filter_map(|path| Some((path, std::fs::read_to_string(path).ok()?)));
    let sources = sources.map(|(path, text)| (path.clone(), Source::new("policy.yaml", text)));
    let whole = sources.filter(|(_, source)| compile(source).policy.is_some());
    let (path, source) = whole.max_by_key(|(_, source)| source.text.len()).expect("an example compiles");
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
    (folder.to_string_lossy().into_owned(), source)
}

/// A policy of `size` declarations: a third each of fields, purposes and recipients.
fn generated(size: usize) -> String {
    let kept = SOUND.split_once("data:\n").expect("data").0;
    let rest = SOUND.split_once("\nrights:").expect("rights").1;
    let mut text = format!("{kept}rights:{rest}data:\n  big:\n    title: Big\n    fields:\n");
    let third = size / 3;
    // INVARIANT: writing to a string cannot fail
    for i in 0..=third {
        let _ = writeln!(text, "      f{i}: {{ kind: text, title: Field {i} }}");
    }
    text.push_str("purposes:\n");
    for i in 0..third {
        let _ = writeln!(
            text,
            "  p{i}:\n    why: Do the thing {i}\n    basis: contract\n    uses: [big.f{i}]\n    shares_with: [r{i}]\n    keep: {{ for: 1 year, from: collection }}"
        );
    }
    let _ = writeln!(
        text,
        "  rest:\n    why: Do the rest\n    basis: contract\n    uses: [big.f{third}]\n    keep: {{ for: 1 year, from: collection }}"
    );
    text.push_str("recipients:\n");
    for i in 0..third {
        let _ = writeln!(text, "  r{i}: {{ name: R{i}, role: controller, country: NO, gets: [big.f{i}] }}");
    }
    text
}

/// How long each round takes, in milliseconds, after two that warm up: the time on a core where the system tells it,
/// so that what else runs on the machine does not count.
fn times(rounds: usize, mut round: impl FnMut()) -> Vec<f64> {
    round();
    round();
    let one = |_| {
        let (begun, on_core) = (Instant::now(), on_core());
        round();
        match (on_core, self::on_core()) {
            (Some(before), Some(after)) => (after - before) / 1e6,
            _ => begun.elapsed().as_secs_f64() * 1000.0,
        }
    };
    (0..rounds).map(one).collect()
}

/// How long this thread has been on a core, in nanoseconds.
fn on_core() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

fn at(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    values.get((values.len() * percent / 100).min(last)).copied().unwrap_or(f64::NAN)
}

fn median(values: &mut [f64]) -> f64 {
    at(values, 50)
}

fn print(name: &str, values: &mut [f64]) {
    println!("{name}\t{:.2} ms (95 %: {:.2} ms)", at(values, 50), at(values, 95));
}
