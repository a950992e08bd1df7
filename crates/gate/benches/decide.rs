//! How long an answer takes, beside a bare pointer chase over as much memory in the same run.
//!
//! Printed, each on a line with a tab: what, the figure with its unit, and how it spread. Ten million people unless
//! `ABIDE_BENCH_PEOPLE` says otherwise; the first 16 purposes and recipients of Wepack's policy.
//!
//! - `gate:random`: one question of many, worked out beforehand, by number at random (throughput); `gate:each`: the
//!   same one by one; `gate:single`: each judged by itself;
//! - `gate:chase`, `gate:dependent`: a bare pointer chase; `decide` where each call depends on the last;
//! - `gate:id`, `gate:cold`: by id, at random; one timed call by id (with what the clock itself costs behind it);
//! - `gate:hot`: the same few people again and again;
//! - `gate:answers`: working a question out;
//! - `gate:bytes`, `gate:load`: memory of each of them; loading all from a snapshot file;
//! - `gate:count`, `gate:page`, `gate:audience`: an audience with three conditions: counted, its first 1,000 ids, and
//!   what the first question of a day costs.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a benchmark fails loudly and prints its figures"
)]

use std::hint::black_box;
use std::io::{BufReader, BufWriter, Write as _};
use std::time::Instant;

use gate::{Ask, Audiences, Event, Fact, Gate, Id, Question, Rules, Standing};
use jiff::Timestamp;
use policy::{Channel, Source};

const ROUNDS: usize = 7;
const CALLS: usize = 2_000_000;

fn main() {
    let people: u32 =
        std::env::var("ABIDE_BENCH_PEOPLE").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000_000);
    let text = include_str!("../../../examples/wepack/policy.yaml").to_owned();
    let compiled = policy::compile(&Source { name: "policy.yaml".to_owned(), text });
    let mut policy = compiled.policy.expect("a policy");
    policy.purposes.truncate(16);
    policy.recipients.truncate(16);
    let rules = Rules::of(&policy);
    let gate = town(&rules, people);
    println!(
        "part:people\t{people}, {} purposes, {} recipients",
        policy.purposes.len(),
        policy.recipients.len()
    );
    let at = time(700_000);
    let ask = rules.ask(&Question::about("campaigns", at)).expect("declared");
    let random: Vec<u32> = numbers(CALLS, people);
    let answers = gate.answers(&ask);
    per_call("gate:random", CALLS, || {
        let mut allowed = 0;
        answers.each(random.iter().copied(), |_, reason| allowed += usize::from(reason.allows()));
        allowed
    });
    per_call("gate:each", CALLS, || random.iter().filter(|one| answers.reason(**one).allows()).count());
    per_call("gate:single", CALLS, || random.iter().filter(|one| gate.reason(&ask, **one).allows()).count());
    dependent(&gate, &ask, people);
    let ids: Vec<Id> = random.iter().map(|number| id(*number)).collect();
    let by_id = |id: &&Id| gate.find(id).is_some_and(|number| answers.reason(number).allows());
    per_call("gate:id", CALLS, || ids.iter().filter(by_id).count());
    cold(&gate, &ask, &ids);
    let few: Vec<u32> = random.iter().take(64).copied().collect();
    let again = || {
        (0..CALLS / 64).map(|_| few.iter().filter(|one| black_box(&answers).reason(**one).allows()).count())
    };
    per_call("gate:hot", CALLS / 64 * 64, || again().sum());
    let worked =
        || (0..100).map(|_| usize::from(black_box(gate.answers(black_box(&ask))).reason(0).allows())).sum();
    per_call("gate:answers", 100, worked);
    println!("gate:bytes\t{:.1} B\tof each, with ids and index", gate.size() as f64 / f64::from(people));
    audience(&gate, &rules, at);
    snapshot(&gate, rules);
}

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).expect("a time")
}

/// A scrambled id for each number: like UUIDs, with nothing to guess from one to the next.
fn id(number: u32) -> Id {
    let a = mix(u64::from(number) + 1);
    let mut id = [0; 16];
    id[..8].copy_from_slice(&a.to_le_bytes());
    id[8..].copy_from_slice(&mix(a).to_le_bytes());
    id
}

const fn mix(seed: u64) -> u64 {
    let z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn numbers(count: usize, below: u32) -> Vec<u32> {
    let one = |n| ((u128::from(mix(n)) * u128::from(below)) >> 64) as u32;
    (1..=count as u64).map(one).collect()
}

/// People of many kinds: each of 512 standings is folded and packed once, and everybody has one of them.
fn town(rules: &Rules, people: u32) -> Gate {
    let mut gate = Gate::new(rules.clone());
    gate.reserve(people as usize);
    for number in 0..people {
        let kind = if number < 512 { number } else { (mix(u64::from(number)) % 512) as u32 };
        if number < 512 {
            gate.set(id(number), Standing::fold(&facts(kind)));
        } else {
            gate.set_as(id(number), kind);
        }
    }
    gate
}

fn facts(kind: u32) -> Vec<Fact> {
    let fact = |second: u32, event| Fact { at: time(i64::from(second)), policy: None, event };
    let mut facts = vec![
        fact(kind, collected("deliver-orders", &["contact.name", "contact.email", "contact.street"])),
        fact(kind + 1, collected("answer-enquiries", &["contact.name", "contact.email"])),
    ];
    let agreed = Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: Some(time(40_000_000)) };
    let countries = ["NO", "SE", "DK", "DE"];
    // how many of a thousand
    let more = [
        (400, agreed),
        (50, Event::Objected { purpose: None }),
        (5, Event::Restricted),
        (60, Event::OptedOut { recipient: "intility".to_owned() }),
    ];
    for (at, (share, event)) in more.into_iter().enumerate() {
        let chance = mix(u64::from(kind) * 8 + at as u64) % 1_000;
        facts.extend((chance < share).then(|| fact(kind + 2, event)));
    }
    let country = countries[(kind % 4) as usize].to_owned();
    facts.push(fact(kind + 3, Event::Country { country }));
    facts
}

fn collected(purpose: &str, fields: &[&str]) -> Event {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    Event::Collected { record: [1; 16], purposes: vec![purpose.to_owned()], fields }
}

/// Prints the median of rounds, in nanoseconds of one call.
fn per_call(name: &str, calls: usize, mut run: impl FnMut() -> usize) {
    let mut taken: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let begin = Instant::now();
            black_box(run());
            begin.elapsed().as_nanos() as f64 / calls as f64
        })
        .collect();
    print(name, "ns", &mut taken);
}

fn print(name: &str, unit: &str, taken: &mut [f64]) {
    taken.sort_by(f64::total_cmp);
    let [best, worst] = [taken[0], taken[taken.len() - 1]];
    println!("{name}\t{:.1} {unit}\t{best:.1} to {worst:.1}", taken[taken.len() / 2]);
}

/// A chain over as many bytes as the records take, each link in a place of its own; then decisions in a chain.
fn dependent(gate: &Gate, ask: &Ask, people: u32) {
    let mut chain = vec![[0_u32; 8]; people as usize];
    let mut order: Vec<u32> = (0..people).collect();
    (1..people).rev().for_each(|at| order.swap(at as usize, (mix(u64::from(at)) % u64::from(at)) as usize));
    order.iter().zip(order.iter().cycle().skip(1)).for_each(|(from, to)| chain[*from as usize][0] = *to);
    drop(order);
    let links = CALLS / 4;
    per_call("gate:chase", links, || (0..links).fold(0_u32, |at, _| chain[at as usize][0]) as usize);
    drop(chain);
    let answers = gate.answers(ask);
    let next = |at: u32, step: usize| {
        let reason = answers.reason(at) as u64;
        ((u128::from(mix(u64::from(at) ^ reason << 40 ^ (step as u64) << 48)) * u128::from(people)) >> 64)
            as u32
    };
    per_call("gate:dependent", links, || (0..links).fold(0, next) as usize);
}

/// One call at a time, by an id that nobody asked for lately.
fn cold(gate: &Gate, ask: &Ask, ids: &[Id]) {
    let mut clock: Vec<f64> = (0..10_000).map(|_| nanoseconds(|| 0)).collect();
    let few = ids.iter().step_by(ids.len() / 20_000);
    let mut taken: Vec<f64> =
        few.map(|id| nanoseconds(|| usize::from(gate.decide_for(ask, id).allow))).collect();
    clock.sort_by(f64::total_cmp);
    taken.sort_by(f64::total_cmp);
    let of = |all: &[f64], part: usize| all[all.len() * part / 100];
    println!(
        "gate:cold\t{:.0} ns\t99 %: {:.0}; the clock alone {:.0}",
        of(&taken, 50),
        of(&taken, 99),
        of(&clock, 50)
    );
}

fn nanoseconds(run: impl FnOnce() -> usize) -> f64 {
    let begin = Instant::now();
    black_box(run());
    begin.elapsed().as_nanos() as f64
}

fn audience(gate: &Gate, rules: &Rules, at: Timestamp) {
    let question = Question {
        recipient: Some("intility"),
        channel: Some(Channel::Email),
        ..Question::about("campaigns", at)
    };
    let ask = rules.ask(&question).expect("declared");
    let mut audiences = Audiences::default();
    let milliseconds = |run: &mut dyn FnMut() -> usize| nanoseconds(run) / 1e6;
    let first = milliseconds(&mut || audiences.count(gate, &ask, Some("NO")) as usize);
    println!("gate:audience\t{first:.1} ms\tonce a day and question");
    let mut counted: Vec<f64> =
        (0..ROUNDS).map(|_| milliseconds(&mut || audiences.count(gate, &ask, Some("NO")) as usize)).collect();
    print("gate:count", "ms", &mut counted);
    let mut paged: Vec<f64> = (0..ROUNDS)
        .map(|_| milliseconds(&mut || audiences.page(gate, &ask, Some("NO"), None, 1_000).ids.len()))
        .collect();
    print("gate:page", "ms", &mut paged);
    let begin = Instant::now();
    let (mut after, mut found) = (None, 0);
    loop {
        let page = audiences.page(gate, &ask, None, after, 10_000);
        found += page.ids.len();
        after = page.after;
        if after.is_none() {
            break;
        }
    }
    let each = found as f64 / begin.elapsed().as_secs_f64() / 1e6;
    println!("gate:stream\t{each:.1} million ids/s\t{found} of them, page by page, in process");
    println!(
        "part:audiences\t{:.1} B of each for {} countries and one question",
        audiences.size() as f64 / gate.len() as f64,
        4
    );
}

fn snapshot(gate: &Gate, rules: Rules) {
    let path = std::env::temp_dir().join(format!("abide-gate-{}.snapshot", std::process::id()));
    let written = nanoseconds(|| {
        let mut out = BufWriter::with_capacity(1 << 20, std::fs::File::create(&path).expect("a file"));
        gate.write_snapshot(&mut out).expect("written");
        out.flush().expect("written");
        0
    });
    println!("part:snapshot\t{:.2} s to write", written / 1e9);
    let mut taken: Vec<f64> = (0..3)
        .map(|_| {
            nanoseconds(|| {
                let file = std::fs::File::open(&path).expect("a file");
                let mut from = BufReader::with_capacity(1 << 20, file);
                Gate::read_snapshot(rules.clone(), &mut from).expect("a snapshot").0.len()
            }) / 1e9
        })
        .collect();
    print("gate:load", "s", &mut taken);
    std::fs::remove_file(path).expect("removed");
}
