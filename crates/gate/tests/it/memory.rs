//! The gate in memory: following, staleness, clocks, records, snapshots, audiences.

use gate::{Audiences, Event, Fact, Gate, Id, Question, Reason, Rules, SnapshotError, Standing};
use jiff::Timestamp;
use policy::{Anchor, Policy};

use crate::fixtures::{RULES, WEPACK, ask, collected, day, fact};

fn id(number: u32) -> Id {
    let mut id = [0; 16];
    id[..4].copy_from_slice(&number.to_be_bytes());
    id
}

/// Everybody ordered; every third agreed to campaigns; every seventh objected; every fifth lives in Norway.
fn facts_of(number: u32) -> Vec<Fact> {
    let mut facts =
        vec![fact("2026-11-02", collected([1; 16], "deliver-orders", &["contact.name", "contact.email"]))];
    let more = [
        (3, Event::ConsentGiven { purpose: "campaigns".to_owned(), expires: Some(day("2027-11-02")) }),
        (5, Event::Country { country: "NO".to_owned() }),
        (7, Event::Objected { purpose: None }),
        (11, Event::OptedOut { recipient: "intility".to_owned() }),
    ];
    facts.extend(
        more.into_iter()
            .filter(|(each, _)| number.is_multiple_of(*each))
            .map(|(_, event)| fact("2026-11-03", event)),
    );
    facts
}

fn town(people: u32) -> Gate {
    let mut gate = Gate::new(RULES.clone());
    for number in 0..people {
        assert_eq!(gate.set(id(number), Standing::fold(&facts_of(number))), Some(number));
    }
    gate
}

#[test]
fn a_gate_that_lost_the_ledger_denies_and_says_so() {
    let mut gate = town(3);
    let at = |second: i64| Timestamp::from_second(day("2026-11-10").as_second() + second).unwrap();
    let orders = RULES.ask(&ask("deliver-orders", "2026-11-10")).unwrap();
    gate.reached(9, at(0), at(1));
    assert_eq!((gate.position(), gate.latest()), (9, at(0)));
    assert_eq!(gate.decide(&orders.at(at(1)), 0).reason, Reason::Contract);
    assert_eq!(gate.decide(&orders.at(at(2)), 0).reason, Reason::Stale);
    assert_eq!(gate.answers(&orders.at(at(2))).reason(0), Reason::Stale);
    assert_eq!(gate.answers(&orders.at(at(1))).reason(99), Reason::SubjectUnknown);
    // Whoever is unknown may have come since.
    assert_eq!(gate.decide_for(&orders.at(at(2)), &id(99)).reason, Reason::Stale);
    assert_eq!(gate.decide_for(&orders.at(at(1)), &id(99)).reason, Reason::SubjectUnknown);
    assert_eq!(gate.decide(&orders.at(at(1)), 99).reason, Reason::SubjectUnknown);
    // Nodes' clocks differ by seconds; a minute is no difference any more.
    assert_eq!(gate.decide(&orders.at(at(-60)), 0).reason, Reason::Contract);
    assert_eq!(gate.decide(&orders.at(at(-61)), 0).reason, Reason::ClockBehind);
}

#[test]
fn a_change_is_followed_at_once_and_names_what_it_was_decided_by() {
    let mut gate = town(10);
    let campaigns = RULES.ask(&ask("campaigns", "2026-11-10")).unwrap();
    let decision = gate.decide_for(&campaigns, &id(3));
    assert_eq!((decision.allow, decision.reason, decision.policy), (true, Reason::Consent, WEPACK.hash));
    let mut facts = facts_of(3);
    facts.push(fact("2026-11-04", collected([2; 16], "campaigns", &["contact.name"])));
    facts.push(fact("2026-11-04", Event::ConsentWithdrawn { purpose: "campaigns".to_owned() }));
    assert_eq!(gate.set(id(3), Standing::fold(&facts)), Some(3));
    assert_eq!(gate.decide(&campaigns, 3).reason, Reason::ConsentWithdrawn);
    assert_eq!((gate.len(), gate.is_empty(), gate.id(3)), (10, false, Some(&id(3))));
}

#[test]
fn one_record_is_the_ledgers_to_answer() {
    let gate = town(1);
    let question = Question { record: Some([1; 16]), ..ask("deliver-orders", "2026-11-10") };
    assert_eq!(gate.decide(&RULES.ask(&question).unwrap(), 0).reason, Reason::AskTheLedger);
}

/// Different data on different days for one purpose: words cannot say it, so the standing itself is kept.
#[test]
fn pc_23_what_words_cannot_say_is_kept_exactly() {
    let mut gate = town(1);
    let facts = [
        fact("2026-01-02", collected([1; 16], "answer-enquiries", &["contact.name"])),
        fact("2026-11-02", collected([2; 16], "answer-enquiries", &["contact.email"])),
    ];
    gate.set(id(5), Standing::fold(&facts)).unwrap();
    assert_eq!(gate.beside(), 1);
    let of = |category| Question { category: Some(category), ..ask("answer-enquiries", "2027-02-01") };
    let reason = |question: Question<'_>| gate.decide_for(&RULES.ask(&question).unwrap(), &id(5)).reason;
    assert_eq!(reason(of("contact.name")), Reason::RetentionOver);
    assert_eq!(reason(of("contact.email")), Reason::LegitimateInterest);
    assert_eq!(reason(Question { record: Some([1; 16]), ..of("contact.name") }), Reason::RetentionOver);
    gate.set(id(5), Standing::fold(&facts[..1])).unwrap();
    assert_eq!(gate.beside(), 0);
}

#[test]
fn a_snapshot_is_the_same_gate_and_a_damaged_one_is_refused() {
    let mut gate = town(500);
    let twice = [
        fact("2026-01-02", collected([1; 16], "answer-enquiries", &["contact.name"])),
        fact("2026-11-02", collected([2; 16], "answer-enquiries", &["contact.email"])),
    ];
    gate.set(id(7_000), Standing::fold(&twice)).unwrap();
    gate.reached(77, day("2026-11-09"), day("2026-11-20"));
    let mut bytes = Vec::new();
    gate.write_snapshot(&mut bytes).unwrap();
    let (read, anew) = Gate::read_snapshot(RULES.clone(), &mut bytes.as_slice()).unwrap();
    assert_eq!((read.position(), read.latest(), read.len()), (77, day("2026-11-09"), 501));
    // Who is kept exactly is folded anew, and denied until then.
    assert_eq!(anew, [id(7_000)]);
    let mut read = read;
    let now = day("2026-11-10");
    assert_eq!(
        read.decide_for(&RULES.ask(&ask("campaigns", "2026-11-10")).unwrap(), &id(3)).reason,
        Reason::Stale
    );
    read.reached(77, day("2026-11-09"), now);
    for purpose in RULES.purposes() {
        let ask = RULES.ask(&Question::about(purpose, now)).unwrap();
        assert_eq!(read.decide_for(&ask, &id(7_000)).reason, Reason::AskTheLedger);
        for number in 0..500 {
            assert_eq!(read.decide_for(&ask, &id(number)), gate.decide_for(&ask, &id(number)));
        }
    }
    for cut in [0, 7, 40, 100, bytes.len() / 2, bytes.len() - 1] {
        let error = Gate::read_snapshot(RULES.clone(), &mut &bytes[..cut]).unwrap_err();
        assert!(matches!(error, SnapshotError::Damaged), "{cut}: {error}");
    }
    for at in [60, 90, 300, bytes.len() / 2, bytes.len() - 20] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(Gate::read_snapshot(RULES.clone(), &mut changed.as_slice()).is_err(), "{at}");
    }
    let mut foreign = bytes.clone();
    foreign[0] ^= 1;
    let error = Gate::read_snapshot(RULES.clone(), &mut foreign.as_slice()).unwrap_err();
    assert!(matches!(error, SnapshotError::Foreign));
    let other = Policy { hash: [1; 32], ..Policy::clone(&WEPACK) };
    let error = Gate::read_snapshot(Rules::of(&other), &mut bytes.as_slice()).unwrap_err();
    assert!(matches!(error, SnapshotError::OtherPolicy));
}

/// A country is a number in it, and its number is its place in the law.
#[test]
fn a_snapshot_of_another_law_is_refused() {
    let mut bytes = Vec::new();
    town(3).write_snapshot(&mut bytes).unwrap();
    let mut rules = RULES.clone();
    assert_eq!(rules.law, policy::law::hash());
    rules.law[0] ^= 1;
    let error = Gate::read_snapshot(rules, &mut bytes.as_slice()).unwrap_err();
    assert!(matches!(error, SnapshotError::OtherLaw), "{error}");
}

#[test]
fn who_gets_the_standing_of_somebody_else_answers_alike_and_their_own_changes_nothing() {
    let mut gate = town(4);
    let twice = [
        fact("2026-01-02", collected([1; 16], "answer-enquiries", &["contact.name"])),
        fact("2026-11-02", collected([2; 16], "answer-enquiries", &["contact.email"])),
    ];
    let exact = gate.set(id(70), Standing::fold(&twice)).unwrap();
    let reasons = |gate: &Gate, number: u32| -> Vec<Reason> {
        let asks = RULES.purposes().map(|name| RULES.ask(&Question::about(name, day("2026-11-10"))).unwrap());
        let one = |ask| {
            let decided = gate.decide(&ask, number);
            assert_eq!(gate.answers(&ask).decide(number), decided);
            decided.reason
        };
        asks.map(one).collect()
    };
    for (who, number) in [(id(3), 3), (id(70), exact)] {
        let before = reasons(&gate, number);
        assert!(before.contains(&Reason::LegitimateInterest) || before.contains(&Reason::Consent));
        assert_eq!(gate.set_as(who, number), Some(number), "themselves");
        assert_eq!((reasons(&gate, number), gate.beside(), gate.len()), (before, 1, 5));
    }
    let like = gate.set_as(id(71), exact).unwrap();
    assert_eq!((reasons(&gate, like), gate.beside()), (reasons(&gate, exact), 2));
    assert_eq!(gate.set_as(id(71), 3), Some(like));
    assert_eq!((reasons(&gate, like), gate.beside()), (reasons(&gate, 3), 1));
    assert_eq!(gate.set_as(id(72), 99), None, "nobody has that number");
}

#[test]
fn an_audience_is_whom_the_gate_allows() {
    let mut gate = town(3_000);
    let mut audiences = Audiences::default();
    let question = Question { recipient: Some("intility"), ..ask("campaigns", "2026-11-10") };
    let asked = RULES.ask(&question).unwrap();
    let allowed = |gate: &Gate, number: u32| gate.decide(&asked, number).allow;
    let answers = gate.answers(&asked);
    let (mut told, all) = (Vec::new(), 0..3_003);
    answers.each(all.clone(), |number, reason| told.push((number, reason)));
    assert_eq!(told, all.map(|number| (number, gate.decide(&asked, number).reason)).collect::<Vec<_>>());
    let expected = |gate: &Gate, each: u32| -> Vec<Id> {
        (0..3_000).filter(|n| n % each == 0 && allowed(gate, *n)).map(id).collect()
    };
    assert_eq!(audiences.count(&gate, &asked, None), expected(&gate, 1).len() as u64);
    assert_eq!(audiences.count(&gate, &asked, Some("NO")), expected(&gate, 5).len() as u64);
    assert_eq!(audiences.count(&gate, &asked, Some("DE")), 0);
    assert_eq!(audiences.count(&gate, &asked, Some("??")), 0);
    // Page by page it is the same, and each once.
    for (country, each) in [(None, 1), (Some("NO"), 5)] {
        let (mut after, mut found) = (None, Vec::new());
        loop {
            let page = audiences.page(&gate, &asked, country, after, 70);
            found.extend(page.ids);
            after = page.after;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(found, expected(&gate, each));
    }
    // A change is followed; so is the next day, and the day a consent ends.
    let mut facts = facts_of(15);
    facts.push(fact("2026-11-04", Event::ConsentWithdrawn { purpose: "campaigns".to_owned() }));
    let number = gate.set(id(15), Standing::fold(&facts)).unwrap();
    audiences.changed(&gate, number);
    assert!(!audiences.page(&gate, &asked, None, None, 3_000).ids.contains(&id(15)));
    assert_eq!(audiences.count(&gate, &asked, Some("NO")), expected(&gate, 5).len() as u64);
    let number = gate.set(id(9_999), Standing::fold(&facts_of(3))).unwrap();
    audiences.changed(&gate, number);
    assert!(audiences.page(&gate, &asked, None, None, 4_000).ids.contains(&id(9_999)));
    assert_eq!(audiences.count(&gate, &asked.at(day("2027-11-02")), None), 0);
    assert!(audiences.size() > 0);
}

/// A pass may be interrupted anywhere, and the gate may change meanwhile: the audience is that of the end.
#[test]
fn an_audience_made_in_stretches_is_the_same() {
    let mut gate = town(1_000);
    let mut audiences = Audiences::default();
    let asked = RULES.ask(&ask("campaigns", "2026-11-10")).unwrap();
    let mut stretches = 0;
    while !audiences.prepare(&gate, &asked, 64) {
        // one whom the pass has come to, one whom it has not, and one who is new
        for (number, like) in [(3 + 6 * stretches, 1), (999 - 7 * stretches, 3), (1_000 + stretches, 3)] {
            let number = gate.set(id(number), Standing::fold(&facts_of(like))).unwrap();
            audiences.changed(&gate, number);
        }
        stretches += 1;
    }
    assert!(stretches >= 15, "{stretches}");
    let expected: Vec<Id> = (0..gate.len() as u32)
        .filter(|n| gate.decide(&asked, *n).allow)
        .map(|n| *gate.id(n).unwrap())
        .collect();
    assert_eq!(audiences.page(&gate, &asked, None, None, 2_000).ids, expected);
    assert_eq!(audiences.count(&gate, &asked, None), expected.len() as u64);
}

/// Who asks for the same again and again keeps it, however many others are asked for once.
#[test]
fn the_audience_that_nobody_asked_for_the_longest_goes_first() {
    let gate = town(100);
    let mut audiences = Audiences::default();
    let of = |data: usize| {
        let fields = WEPACK
            .data
            .iter()
            .flat_map(|one| one.fields.iter().map(move |f| format!("{}.{}", one.name, f.name)));
        let field = fields.cycle().nth(data).unwrap();
        let recipients = WEPACK.recipients.len();
        let recipient = WEPACK.recipients[data % recipients].name.clone();
        let purpose = WEPACK.purposes[data % WEPACK.purposes.len()].name.clone();
        RULES.ask(&Question {
            category: Some(&field),
            recipient: Some(&recipient),
            ..ask(&purpose, "2026-11-10")
        })
    };
    let asks: std::collections::BTreeSet<_> = (0..200).map(|data| of(data).unwrap()).collect();
    assert!(asks.len() > 100, "{} different questions", asks.len());
    let often = RULES.ask(&ask("campaigns", "2026-11-10")).unwrap();
    assert!(audiences.prepare(&gate, &often, 100));
    for other in &asks {
        assert!(audiences.prepare(&gate, other, 100));
        // with no stretch left to look at anybody, only what is kept whole is whole
        assert!(audiences.prepare(&gate, &often, 0), "it was kept");
    }
    let first = asks.first().unwrap();
    assert!(!audiences.prepare(&gate, first, 0), "it was not asked for again");
}

/// A short period may end within the day an audience was made.
#[test]
fn a_period_of_hours_ends_within_the_day() {
    let mut policy = Policy::clone(&WEPACK);
    let purpose = policy.purposes.iter_mut().find(|purpose| purpose.name == "run-website").unwrap();
    purpose.keep.length = policy::Length::new(6, policy::Unit::Hours);
    purpose.keep.from = Anchor::Collection;
    let rules = Rules::of(&policy);
    let mut gate = Gate::new(rules.clone());
    let mut audiences = Audiences::default();
    gate.set(
        id(0),
        Standing::fold(&[fact("2026-11-02", collected([1; 16], "run-website", &["technical.ip"]))]),
    )
    .unwrap();
    assert_eq!(gate.beside(), 1);
    let at = |hour: i64| Timestamp::from_second(day("2026-11-02").as_second() + hour * 3_600).unwrap();
    let ask = rules.ask(&Question::about("run-website", at(1))).unwrap();
    assert_eq!((audiences.count(&gate, &ask, None), audiences.ended(&gate, &ask)), (1, 0));
    let over = ask.at(at(6));
    assert_eq!((audiences.count(&gate, &over, None), audiences.ended(&gate, &over)), (0, 1));
    assert!(audiences.page(&gate, &ask.at(at(6)), None, None, 10).ids.is_empty());
}

/// Ids, words and index, with the most people that an index of this size holds; the benchmark prints what ten million
/// take.
#[test]
fn sixteen_purposes_take_an_id_thirty_two_bytes_a_word_and_a_place_in_the_index() {
    let mut policy = WEPACK.clone();
    policy.purposes.truncate(16);
    policy.recipients.truncate(16);
    assert_eq!((policy.purposes.len(), policy.recipients.len()), (16, 16), "a policy of sixteen");
    let rules = Rules::of(&policy);
    let people = 14_000;
    let mut gate = Gate::new(rules.clone());
    gate.reserve(people as usize);
    for number in 0..people {
        gate.set(id(number), Standing::fold(&facts_of(number))).unwrap();
    }
    assert_eq!(gate.beside(), 0, "words say all of it");
    let each = gate.size() as f64 / f64::from(people);
    println!("{each:.1} bytes each");
    assert!((16.0 + 32.0 + 8.0 + 4.0..64.0).contains(&each), "{each}");
}
