//! Random policies, histories and questions: the exact fold, the packed words and the oracle say the same.
//!
//! `ABIDE_GATE_CASES=100000000 cargo test --release -p gate the_gate_is_the_oracle -- --nocapture` runs as many as wanted.

use std::collections::BTreeMap;

use gate::{Event, Fact, Gate, Reason, Rules, Standing, decide};

use crate::oracle;
use crate::world::{Asked, Random, What, World, facts, policy, question};

/// How many histories share a policy, and questions a history.
const HISTORIES: u64 = 12;
const QUESTIONS: u64 = 15;

/// What the three say of a question, and the table of all answers to it where that is asked for; they must agree.
fn held(
    world: &World,
    rules: &Rules,
    gate: &Gate,
    history: &[(i64, What)],
    (asked, tabled): (&Asked, bool),
) -> &'static str {
    let expected = oracle::answer(world, history, asked);
    let question = question(asked);
    let exact = decide(rules, &Standing::fold(&facts(history)), &question);
    let told = || format!("{asked:#?}\n{history:#?}\n{world:#?}");
    assert_eq!(exact.reason.id(), expected, "the fold: {}", told());
    assert_eq!(exact.allow, exact.reason.allows());
    if let Ok(ask) = rules.ask(&question) {
        let packed = gate.decide_for(&ask, &[7; 16]).reason;
        if tabled {
            let number = gate.find(&[7; 16]).unwrap();
            assert_eq!(gate.answers(&ask).reason(number), packed, "the table: {}", told());
        }
        let only_the_ledger = asked.record.is_some() && packed == Reason::AskTheLedger;
        assert!(
            only_the_ledger || packed.id() == expected,
            "the words: {packed:?} is not {expected}: {}",
            told()
        );
    }
    expected
}

/// Runs so many cases from a seed; how often each reason was given, and how many standings fitted into words.
fn run(seed: u64, cases: u64) -> (BTreeMap<&'static str, u64>, f64) {
    let mut random = Random(seed);
    let (mut met, mut done, mut beside, mut histories) = (BTreeMap::new(), 0, 0_u64, 0_u64);
    while done < cases {
        let world = random.world();
        let rules = Rules::of(&policy(&world));
        for _ in 0..HISTORIES {
            let history = random.history(&world);
            let mut gate = Gate::new(rules.clone());
            gate.set([7; 16], Standing::fold(&facts(&history))).unwrap();
            (histories, beside) = (histories + 1, beside + gate.beside() as u64);
            for _ in 0..QUESTIONS {
                let asked = random.asked(&world, &history);
                // A table is thousands of judgements: of a long run every sixteenth question has one.
                let tabled = cases <= 100_000 || done % 16 == 0;
                *met.entry(held(&world, &rules, &gate, &history, (&asked, tabled))).or_default() += 1;
                done += 1;
            }
        }
    }
    (met, 1.0 - beside as f64 / histories as f64)
}

#[test]
fn the_gate_is_the_oracle() {
    let cases = std::env::var("ABIDE_GATE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(8_000);
    let seed = std::env::var("ABIDE_GATE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let mut left: u64 = cases;
    let mut met: BTreeMap<&str, u64> = BTreeMap::new();
    let mut fitted = 0.0;
    let mut part = seed;
    while left > 0 {
        let now = left.min(1_000_000);
        let (some, share) = run(part, now);
        some.into_iter().for_each(|(reason, count)| *met.entry(reason).or_default() += count);
        (left, part, fitted) = (left - now, part + 1, share);
        if cases > 1_000_000 {
            println!(
                "{} of {cases} cases agree; words say {:.0} % of the standings",
                cases - left,
                share * 100.0
            );
        }
    }
    println!("{met:#?}");
    // The scenes are worth something: every reason that follows from rules is met, and most standings fit in words.
    let not_of_rules = [Reason::Stale, Reason::ClockBehind, Reason::AskTheLedger, Reason::PurposeNotDeclared];
    let missing = Reason::ALL.iter().filter(|reason| !met.contains_key(reason.id()));
    let missing: Vec<_> = missing.filter(|reason| !not_of_rules.contains(reason)).collect();
    assert!(missing.is_empty(), "never met: {missing:?}");
    assert!(fitted > 0.5, "{fitted}");
}

#[test]
fn nothing_that_takes_away_ever_allows() {
    let mut random = Random(7);
    let mut allowed = 0;
    for _ in 0..60 {
        let world = random.world();
        let rules = Rules::of(&policy(&world));
        for _ in 0..60 {
            let history = random.history(&world);
            let asked = random.asked(&world, &history);
            let (facts, question) = (facts(&history), question(&asked));
            let after = |event: Option<Event>| {
                let more = event.map(|event| Fact { at: question.at, policy: None, event });
                decide(&rules, &Standing::fold(facts.iter().chain(&more)), &question)
            };
            if !after(None).allow {
                continue;
            }
            allowed += 1;
            assert_eq!(after(Some(Event::Erased { kept: Vec::new() })).reason, Reason::Erased);
            let purpose = asked.purpose.clone();
            assert_ne!(after(Some(Event::ConsentWithdrawn { purpose })).reason, Reason::Consent);
            let purpose = Some(asked.purpose.clone());
            assert_ne!(after(Some(Event::Objected { purpose })).reason, Reason::LegitimateInterest);
        }
    }
    assert!(allowed > 200, "{allowed}");
}

#[test]
fn folding_in_two_steps_is_folding_in_one_and_so_13_the_past_stays() {
    let mut random = Random(11);
    for _ in 0..100 {
        let world = random.world();
        let mut all = facts(&random.history(&world));
        let cut = random.below(all.len() as u64 + 1) as usize;
        let mut standing = Standing::fold(&all[..cut]);
        all[cut..].iter().for_each(|fact| standing.apply(fact));
        assert_eq!(standing, Standing::fold(&all));
        all.sort_by_key(|fact| fact.at);
        if let Some(last) = all.get(cut) {
            let until = all.iter().filter(|fact| fact.at <= last.at);
            assert_eq!(Standing::as_of(&all, last.at), Standing::fold(until));
        }
    }
}
