//! `loop [--seconds N] [--seed N] [--limit SECONDS] [--memory MEGABYTES]`: makes inputs and checks them, one after the
//! other, on stable Rust. What breaks something is written to `fuzz/artifacts/`, and the run goes on; what takes longer
//! than the limit, or more memory, ends it. Exit code 1: something was found.

use policy_fuzz::random::Random;
use policy_fuzz::{all, corpus, mutate};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// After so many findings there is enough to mend.
const MOST_FOUND: usize = 20;
/// The corpus does not grow beyond this.
const MOST_KEPT: usize = 5_000;

struct Options {
    seconds: u64,
    seed: u64,
    limit: u64,
    memory: u64,
}

/// The input being checked, and since when.
type Current = Arc<Mutex<Option<(Instant, Vec<u8>)>>>;

fn main() {
    let options = options();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut inputs = Vec::new();
    for folder in ["examples", "crates/policy/tests", "crates/abide/tests/files"] {
        corpus::below(&root.join(folder), &mut inputs);
    }
    println!("seed {}, {} s, {} inputs to begin with", options.seed, options.seconds, inputs.len());
    let current: Current = Arc::default();
    watch(Arc::clone(&current), options.limit);
    std::panic::set_hook(Box::new(|_| {}));
    let found = rounds(&options, inputs, &current);
    if found > 0 {
        std::process::exit(1);
    }
}

fn rounds(options: &Options, mut inputs: Vec<Vec<u8>>, current: &Current) -> usize {
    let (begun, mut random) = (Instant::now(), Random::new(options.seed));
    let (mut done, mut bytes, mut slowest, mut found) = (0_u64, 0_u64, Duration::ZERO, 0);
    let mut kinds: HashSet<Vec<&'static str>> = HashSet::new();
    let mut said = begun;
    let first: Vec<Vec<u8>> = inputs.clone();
    let mut first = first.into_iter();
    while begun.elapsed().as_secs() < options.seconds && found < MOST_FOUND {
        let input = first.next().unwrap_or_else(|| mutate::input(&mut random, &inputs));
        let start = Instant::now();
        *lock(current) = Some((start, input.clone()));
        let checked = catch_unwind(AssertUnwindSafe(|| all(&input)));
        *lock(current) = None;
        slowest = slowest.max(start.elapsed());
        (done, bytes) = (done + 1, bytes + input.len() as u64);
        match checked {
            Ok(codes) => {
                if kinds.insert(codes) && inputs.len() < MOST_KEPT {
                    inputs.push(input);
                }
            }
            Err(panic) => {
                found += 1;
                let words = panic.downcast_ref::<String>().map(String::as_str);
                let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
                let place = keep("panic", &input);
                println!("FOUND {}: {}", place.display(), words.lines().next().unwrap_or_default());
            }
        }
        if done % 64 == 0 && memory() > options.memory {
            println!("FOUND: {} MB of memory, more than {}", memory(), options.memory);
            return found + 1;
        }
        if said.elapsed().as_secs() >= 60 {
            said = Instant::now();
            println!("{:>5} s: {done} inputs, {} kinds, {found} found", begun.elapsed().as_secs(), kinds.len());
        }
    }
    println!(
        "{done} inputs ({} MB) in {} s, {} kinds of findings told, slowest {} ms, {} MB of memory at most, {found} found",
        bytes / 1_000_000,
        begun.elapsed().as_secs(),
        kinds.len(),
        slowest.as_millis(),
        memory()
    );
    found
}

/// Ends the run when one input takes too long.
fn watch(current: Current, limit: u64) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(200));
            if let Some((since, input)) = lock(&current).as_ref()
                && since.elapsed().as_secs() >= limit
            {
                println!("FOUND {}: no end after {limit} s", keep("hang", input).display());
                std::process::exit(1);
            }
        }
    });
}

fn lock(current: &Current) -> std::sync::MutexGuard<'_, Option<(Instant, Vec<u8>)>> {
    current.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes an input where it can be looked at.
fn keep(kind: &str, input: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts");
    let name = input.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| (hash ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3));
    let path = folder.join(format!("{kind}-{name:016x}.yaml"));
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, input));
    if let Err(error) = written {
        println!("cannot write {}: {error}", path.display());
    }
    path
}

/// The most memory the process has held, in megabytes; 0 where the system does not say.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn options() -> Options {
    let mut options = Options { seconds: 60, seed: 1, limit: 10, memory: 512 };
    let words: Vec<String> = std::env::args().skip(1).collect();
    for pair in words.chunks(2) {
        let value = pair.get(1).and_then(|value| value.parse().ok());
        let (Some(name), Some(value)) = (pair.first(), value) else { usage() };
        match name.as_str() {
            "--seconds" => options.seconds = value,
            "--seed" => options.seed = value,
            "--limit" => options.limit = value,
            "--memory" => options.memory = value,
            _ => usage(),
        }
    }
    options
}

fn usage() -> ! {
    println!("loop [--seconds N] [--seed N] [--limit SECONDS] [--memory MEGABYTES]");
    std::process::exit(2);
}
