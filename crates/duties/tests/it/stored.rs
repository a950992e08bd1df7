//! The stored standing: follows the ledger, equals the fold over random histories, can be rebuilt, forgets the erased.

use std::collections::BTreeSet;

use db::NewEntry;
use db::standing::StandingRow;
use db::subjects;
use duties::{entries, standing};
use gate::Standing;
use jiff::SignedDuration;
use ledger::Kind;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use testkit::TestDb;
use uuid::Uuid;

use crate::fixture::House;

/// Histories each engine is shown; `ABIDE_CASES` for more.
fn cases() -> usize {
    std::env::var("ABIDE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(8)
}

const PURPOSES: [&str; 3] = ["campaigns", "answer-enquiries", "deliver-orders"];

/// One thing that happens to one of three people.
#[derive(Debug, Clone)]
struct Step {
    who: usize,
    kind: Kind,
    purpose: &'static str,
    minutes: i64,
    lasts: Option<i64>,
}

fn step() -> impl Strategy<Value = Step> {
    let kinds = vec![
        Kind::ConsentGiven,
        Kind::ConsentGiven,
        Kind::ConsentRefused,
        Kind::ConsentWithdrawn,
        Kind::ConsentExpired,
        Kind::ConsentAsked,
        Kind::Objection,
        Kind::ObjectionWithdrawn,
        Kind::ObjectionOverridden,
        Kind::ObjectionOverridden,
        Kind::RestrictionSet,
        Kind::RestrictionLifted,
        Kind::RecipientOptedOut,
        Kind::RecipientOptedIn,
        Kind::RecordCollected,
        Kind::ViewedByStaff,
    ];
    // now and then the clock goes back
    let rare = prop_oneof![40 => select(kinds), 1 => Just(Kind::SubjectErased)];
    (0..3_usize, rare, select(&PURPOSES[..]), -3..20_i64, prop::option::of(1..90_i64))
        .prop_map(|(who, kind, purpose, minutes, lasts)| Step { who, kind, purpose, minutes, lasts })
}

/// The entry of a step; an objection to "deliver-orders" stands for all marketing.
fn entry(house: &House, key: &vault::SubjectKey, subject: Uuid, step: &Step) -> NewEntry {
    let minutes = SignedDuration::from_mins(step.minutes);
    house.clock.set(house.clock.time().checked_add(minutes).expect("a time"));
    let mut facts = entries::facts(&house.service, step.kind.clone(), Some(subject), "person");
    let general = matches!(step.kind, Kind::Objection | Kind::ObjectionWithdrawn);
    if !(general && step.purpose == "deliver-orders") {
        facts.purpose = Some(step.purpose.to_owned());
    }
    if step.kind == Kind::ConsentGiven {
        let lasts = step.lasts.map(SignedDuration::from_mins);
        facts.expires = lasts.map(|lasts| facts.at.checked_add(lasts).expect("a time"));
    }
    facts.recipient = Some(if step.minutes % 2 == 0 { "postnord" } else { "dhl" }.to_owned());
    facts.categories = vec!["contact.email".to_owned()];
    entries::entry(&house.service, key, facts, None).expect("an entry")
}

async fn people(house: &House) -> Vec<(Uuid, vault::SubjectKey)> {
    let mut people = Vec::new();
    for _ in 0..3 {
        let subject = house.service.new_id();
        let made =
            house.service.keys.create_subject(subject, house.clock.time(), house.service.entropy.as_ref());
        people.push((subject, made.await.expect("keys").evidence));
        let row = subjects::Subject {
            id: subject,
            state: subjects::ACTIVE.to_owned(),
            lang: "en".to_owned(),
            created_at: house.clock.time(),
            erased_at: None,
        };
        let unit = house.service.unit().write(subjects::insert("wepack", &row));
        house.service.submit(unit).await.expect("a subject");
    }
    people
}

/// What the rows of each person say must be what the gate folds and what the whole history leaves; of somebody erased
/// there is no row.
async fn holds(house: &House, people: &[(Uuid, vault::SubjectKey)], told: &str) {
    let stood = db::entries::head(&house.service.db, "wepack").await.expect("a head").stood;
    for (subject, _) in people {
        let entries = db::entries::list_of(&house.service.db, "wepack", *subject).await.expect("entries");
        let rows = db::standing::list(&house.service.db, "wepack", *subject).await.expect("rows");
        let row = subjects::get(&house.service.db, "wepack", *subject).await.expect("a subject");
        if row.state == subjects::ERASED {
            let erased = entries.iter().find(|entry| entry.facts.kind == Kind::SubjectErased);
            // before it has followed the erasure, the erasure itself deletes the rows; here nobody does
            if erased.is_some_and(|entry| entry.index < stood) {
                assert_eq!(rows, [], "{told}: rows of somebody erased");
            }
            continue;
        }
        assert_eq!(rows, standing::expected("wepack", &entries, stood), "{told}");
        if stood <= entries.last().map_or(0, |entry| entry.index) {
            continue;
        }
        let folded = standing::of(&house.service, *subject).await.expect("a fold");
        same(house, &rows, &folded, told);
    }
}

/// The rows against the gate's fold, thing by thing.
fn same(house: &House, rows: &[StandingRow], folded: &Standing, told: &str) {
    let state = |aspect: &str, about: &str| {
        let row = rows.iter().find(|row| row.aspect == aspect && row.about == about);
        row.map(|row| (row.state.as_str(), row.until, row.at))
    };
    let now = house.clock.time();
    for purpose in PURPOSES {
        let active = state("consent", purpose).is_some_and(|(state, until, at)| {
            state == "given" && at <= now && until.is_none_or(|until| now < until)
        });
        let given = folded.consents.get(purpose).is_some_and(|given| given.is_active(now));
        assert_eq!(active, given, "{told}: {purpose}");
        assert_eq!(
            state("consent", purpose).is_some(),
            folded.consents.contains_key(purpose),
            "{told}: {purpose}"
        );
        let objection = state("objection", purpose).map(|(state, ..)| state);
        let stands = match folded.objections.get(purpose) {
            Some(gate::Objection::Stands) => Some("stands"),
            Some(gate::Objection::Overridden) => Some("overridden"),
            None => objection.filter(|state| ["withdrawn", "unfounded"].contains(state)),
        };
        assert_eq!(objection, stands, "{told}: {purpose}");
        let stated = folded.collected.iter().any(|one| one.purposes.iter().any(|name| name == purpose));
        assert_eq!(state("stated", purpose).is_some(), stated, "{told}: {purpose}");
    }
    let all = |aspect: &str, wanted: &str| state(aspect, "*").is_some_and(|(state, ..)| state == wanted);
    assert_eq!(all("objection", "stands"), folded.marketing_objection, "{told}");
    assert_eq!(all("restriction", "set"), folded.restricted, "{told}");
    for recipient in ["postnord", "dhl"] {
        let out = state("recipient", recipient).is_some_and(|(state, ..)| state == "out");
        assert_eq!(out, folded.opted_out.contains(recipient), "{told}");
    }
    let collected = rows.iter().filter(|row| row.aspect == "collected").count();
    assert_eq!(collected, folded.collected.len(), "{told}");
}

async fn history(house: &House, steps: &[Step], cuts: &[u64]) {
    let people = people(house).await;
    let mut cuts = cuts.iter().cycle();
    let mut erased = BTreeSet::new();
    for (nth, step) in steps.iter().enumerate() {
        let (subject, key) = &people[step.who];
        let mut unit = house.service.unit().entry(entry(house, key, *subject, step));
        // whatever is written of somebody erased afterwards, nothing stands of them
        if step.kind == Kind::SubjectErased && erased.insert(step.who) {
            unit = unit.write(subjects::erase("wepack", *subject, house.clock.time()));
        }
        house.service.submit(unit).await.expect("written");
        if nth % 5 == 0 {
            let most = *cuts.next().expect("a cut");
            standing::follow_up_to(&house.service, most).await.expect("followed");
            holds(house, &people, "on the way").await;
        }
    }
    while !standing::follow_up_to(&house.service, *cuts.next().expect("a cut"))
        .await
        .expect("followed")
        .is_level()
    {}
    holds(house, &people, "followed").await;
    let before = rows(house).await;
    standing::rebuild(&house.service, |_| ()).await.expect("rebuilt");
    holds(house, &people, "rebuilt").await;
    assert_eq!(before, rows(house).await, "rebuilt it is the same");
}

async fn rows(house: &House) -> Vec<StandingRow> {
    db::standing::page(&house.service.db, "wepack", Uuid::nil(), 1_000_000).await.expect("rows")
}

#[tokio::test]
async fn the_stored_standing_equals_the_fold_over_random_histories() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let config = Config { rng_seed: RngSeed::Fixed(20_261_130), ..Config::default() };
        let mut runner = TestRunner::new(config);
        let cases = cases();
        let one = (prop::collection::vec(step(), 1..40), prop::collection::vec(1..9_u64, 4));
        for _ in 0..cases {
            let (steps, cuts) = one.new_tree(&mut runner).expect("a history").current();
            history(&house, &steps, &cuts).await;
        }
    })
    .await;
}

#[tokio::test]
async fn two_nodes_follow_and_neither_counts_twice() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let other = house.again(&db, db.node().await, 77).await;
        for _ in 0..6 {
            house.contact_again().await;
        }
        let (a, b) = tokio::join!(standing::follow(&house.service), standing::follow(&other));
        let (a, b) = (a.expect("followed"), b.expect("followed"));
        assert!(a.is_level() || b.is_level(), "{a:?} {b:?}");
        standing::follow(&house.service).await.expect("followed");
        let subject = house.contact().await.subject;
        standing::follow(&other).await.expect("followed");
        let rows = db::standing::list(&other.db, "wepack", subject).await.expect("rows");
        assert_eq!(rows.iter().filter(|row| row.aspect == "collected").count(), 7);
    })
    .await;
}

#[tokio::test]
async fn so_13_a_withdrawal_counts_also_when_the_clock_was_set_back() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let (subject, key) = people(&house).await.remove(0);
        for (kind, minutes) in [(Kind::ConsentGiven, 0), (Kind::ConsentWithdrawn, 60)] {
            let step = Step { who: 0, kind, purpose: "campaigns", minutes, lasts: None };
            let unit = house.service.unit().entry(entry(&house, &key, subject, &step));
            house.service.submit(unit).await.expect("written");
        }
        let later = house.clock.time();
        house.clock.set(later.checked_sub(SignedDuration::from_mins(30)).expect("a time"));
        let decided = standing::decide(&house.service, subject, "campaigns", house.clock.time()).await;
        assert!(!decided.expect("decided").allow);
        let before = house.clock.time().checked_sub(SignedDuration::from_mins(10)).expect("a time");
        let then = standing::as_of(&house.service, subject, before).await.expect("as of");
        assert!(then.consents["campaigns"].is_active(before), "and a past time answers as it did");
    })
    .await;
}

#[tokio::test]
async fn a_consent_that_ran_out_is_written_down_once_and_one_given_anew_stands() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = house.contact().await.subject;
        let given = async |lasts: i64| {
            let key = house.service.keys.evidence(subject).await.expect("the key");
            let step = Step {
                who: 0,
                kind: Kind::ConsentGiven,
                purpose: "campaigns",
                minutes: 0,
                lasts: Some(lasts),
            };
            let unit = house.service.unit().entry(entry(&house, &key, subject, &step));
            house.service.submit(unit).await.expect("written");
        };
        given(30).await;
        standing::follow(&house.service).await.expect("followed");
        assert_eq!(standing::expire(&house.service).await.expect("looked"), 0, "not over yet");
        house.clock.advance_hours(1);
        // given anew, but the stored standing does not know it yet
        given(30).await;
        assert_eq!(standing::expire(&house.service).await.expect("looked"), 0, "given anew");
        house.clock.advance_hours(1);
        assert_eq!(standing::expire(&house.service).await.expect("looked"), 1);
        assert_eq!(standing::expire(&house.service).await.expect("looked"), 0, "once, followed or not");
        standing::follow(&house.service).await.expect("followed");
        assert_eq!(standing::expire(&house.service).await.expect("looked"), 0);
        let rows = db::standing::list(&house.service.db, "wepack", subject).await.expect("rows");
        assert!(rows.iter().any(|row| row.about == "campaigns" && row.state == "expired"), "{rows:?}");
    })
    .await;
}
