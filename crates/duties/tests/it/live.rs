//! Everyone's standing in memory: it follows the ledger, denies when it cannot, and starts from a snapshot.

use std::collections::BTreeSet;

use db::subjects;
use duties::access::{self, Scope, Shown};
use duties::sharing::{self, NotDisclosed, disclose};
use duties::standing::ask::{Asked, Reason, answers, answers_of};
use duties::standing::audience::{self, Filter, NotNamed};
use duties::standing::live::{self, STALE_AFTER};
use duties::{Error, Service, entries, standing};
use jiff::SignedDuration;
use ledger::Kind;
use policy::Anchor;
use testkit::TestDb;
use uuid::Uuid;
use vault::SubjectKey;

use crate::fixture::House;
use crate::standing::agrees;

async fn reason(service: &Service, asked: Asked) -> Reason {
    let answers = answers(service, &[asked]).await.expect("answers");
    answers[0].decision.reason
}

fn campaigns(subject: Uuid) -> Asked {
    Asked::about(subject, "campaigns")
}

#[tokio::test]
async fn we_19_a_consent_taken_back_is_denied_by_every_node_that_followed() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let other = house.again(&db, db.node().await, 2).await;
        for node in [&house.service, &other] {
            assert_eq!(reason(node, campaigns(subject)).await, Reason::Stale, "nothing was read yet");
            let reached = live::follow(node).await.expect("follows");
            assert_eq!((reached.position, reached.people), (house.size().await, 1));
            assert_eq!(reason(node, campaigns(subject)).await, Reason::Consent);
        }
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        // in doubt the ledger itself can be asked, whatever this node has seen
        let consistent = Asked { consistent: true, ..campaigns(subject) };
        assert_eq!(reason(&other, consistent).await, Reason::ConsentWithdrawn);
        let reached = live::follow(&other).await.expect("follows");
        assert_eq!(reached.changed, 1);
        assert_eq!(reason(&other, campaigns(subject)).await, Reason::ConsentWithdrawn);
        assert_eq!(live::follow(&other).await.expect("follows").changed, 0);
        other.db.close().await;
    })
    .await;
}

#[tokio::test]
async fn a_node_that_does_not_hear_from_the_ledger_denies_and_says_so() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        live::follow(&house.service).await.expect("follows");
        house.clock.advance(STALE_AFTER);
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::Consent);
        house.clock.advance(SignedDuration::from_millis(1));
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::Stale);
        let filter = Filter { purpose: "campaigns".to_owned(), ..Filter::default() };
        assert_eq!(audience::page(&house.service, &filter, None, 10), Err(NotNamed::Denied(Reason::Stale)));
        live::follow(&house.service).await.expect("follows");
        assert_eq!(
            audience::page(&house.service, &filter, None, 10).map(|found| found.subjects),
            Ok(vec![subject])
        );
        assert_eq!(audience::count(&house.service, &filter), Ok(1));
    })
    .await;
}

#[tokio::test]
async fn so_13_the_past_and_one_record_are_answered_from_the_ledger() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let before = house.clock.time();
        house.clock.advance_hours(1);
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        live::follow(&house.service).await.expect("follows");
        let past = Asked { at: Some(before), ..campaigns(subject) };
        assert_eq!(reason(&house.service, past).await, Reason::Consent);
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::ConsentWithdrawn);
        let orders = Asked::about(subject, "deliver-orders");
        assert_eq!(reason(&house.service, orders.clone()).await, Reason::Contract);
        let nothing = Asked { record: Some(Uuid::from_u128(7)), ..orders.clone() };
        assert_eq!(reason(&house.service, nothing).await, Reason::NotStatedAtCollection);
        let each =
            answers_of(&house.service, &orders, &[subject, Uuid::from_u128(9)]).await.expect("answers");
        assert_eq!(each.reasons, [Reason::Contract, Reason::SubjectUnknown]);
        assert_eq!((each.policy, each.position), (house.service.policy.hash, Some(house.size().await)));
        let undeclared = Asked::about(subject, "train-models");
        assert_eq!(reason(&house.service, undeclared).await, Reason::PurposeNotDeclared);
    })
    .await;
}

#[tokio::test]
async fn a_snapshot_is_taken_up_and_followed_from_but_only_with_its_own_ledger() {
    TestDb::each(async |db| {
        let mut house = House::new(&db).await;
        let subject = agrees(&house).await;
        let mut bytes = Vec::new();
        assert!(!live::save(&house.service, &mut bytes).await.expect("nothing is known yet"));
        live::follow(&house.service).await.expect("follows");
        assert!(live::save(&house.service, &mut bytes).await.expect("written"));
        standing::withdraw(&house.service, subject, "campaigns").await.expect("taken back");
        house.restart(&db).await;
        assert!(live::restore(&house.service, &mut bytes.as_slice()).await.expect("read"));
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::Stale, "as old as it is");
        assert_eq!(live::follow(&house.service).await.expect("follows").changed, 1);
        assert_eq!(reason(&house.service, campaigns(subject)).await, Reason::ConsentWithdrawn);
        // damaged, or of another ledger
        let mut changed = bytes.clone();
        changed[0] ^= 1;
        assert!(!live::restore(&house.service, &mut changed.as_slice()).await.expect("another ledger's"));
        let cut = &bytes[..bytes.len() / 2];
        assert!(matches!(live::restore(&house.service, &mut &*cut).await, Err(Error::Snapshot(_))));
    })
    .await;
}

#[tokio::test]
async fn we_04_what_leaves_is_written_down_first_for_the_person_to_see() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let given = disclose(&house.service, subject, "postnord", "deliver-orders").await.expect("given");
        let fields: Vec<&str> = given.fields.keys().map(String::as_str).collect();
        assert_eq!(
            fields,
            ["contact.email", "contact.mobile", "contact.name", "contact.place", "contact.street"]
        );
        assert_eq!(given.fields["contact.street"], "Storgata 1");
        let entries = db::entries::list_of(&house.service.db, "wepack", subject).await.expect("entries");
        let last = &entries.last().expect("an entry").facts;
        assert_eq!((last.kind.as_str(), last.recipient.as_deref()), ("disclosed", Some("postnord")));
        assert_eq!((last.id, last.categories.len()), (given.entry, 5));
        // what is denied, or not held, neither leaves nor is written down
        let size = house.size().await;
        let refused = disclose(&house.service, subject, "facebook", "deliver-orders").await;
        assert!(matches!(refused, Err(NotDisclosed::Denied(Reason::RecipientNotDeclared))), "{refused:?}");
        let nobody = disclose(&house.service, Uuid::from_u128(5), "postnord", "deliver-orders").await;
        assert!(matches!(nobody, Err(NotDisclosed::Denied(Reason::SubjectUnknown))), "{nobody:?}");
        let nothing = disclose(&house.service, subject, "tripletex", "bookkeeping").await;
        assert!(matches!(nothing, Err(NotDisclosed::Nothing)), "{nothing:?}");
        assert_eq!(house.size().await, size);
    })
    .await;
}

#[tokio::test]
async fn a_token_opens_its_scopes_until_it_ends_or_is_taken_back() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let service = &house.service;
        let lasts = SignedDuration::from_hours(24);
        let token = access::add(service, &[Scope::Decide], lasts).await.expect("a token");
        let other = access::add(service, &[Scope::Decide, Scope::Audience], lasts).await.expect("a token");
        let check = async |token: &str, scope| access::check(service, token, scope).await.expect("looked up");
        assert_eq!(check(&token, Scope::Decide).await, Shown::Fits);
        assert_eq!(check(&token, Scope::Audience).await, Shown::OtherScope);
        assert_eq!(check(&other, Scope::Audience).await, Shown::Fits);
        for wrong in ["", "nothing", &token[1..]] {
            assert_eq!(check(wrong, Scope::Decide).await, Shown::Nothing);
        }
        assert!(access::revoke(service, &token).await.expect("taken back"));
        assert!(!access::revoke(service, &token).await.expect("only once"));
        assert_eq!(check(&token, Scope::Decide).await, Shown::Nothing);
        house.clock.advance_hours(24);
        assert_eq!(check(&other, Scope::Decide).await, Shown::Nothing);
        // a link that signs a person in opens nothing here
        let link = house.link("kari.nordmann@firma.example").await;
        assert_eq!(check(&link, Scope::Decide).await, Shown::Nothing);
    })
    .await;
}

/// So many people, each with one record for answering enquiries.
async fn people(house: &House, count: usize) -> Vec<(Uuid, SubjectKey)> {
    let (service, now) = (&house.service, house.clock.time());
    let mut people = Vec::new();
    for _ in 0..count {
        let id = service.new_id();
        let keys = service.keys.create_subject(id, now, service.entropy.as_ref()).await.expect("keys");
        let (state, lang) = (subjects::ACTIVE.to_owned(), "en".to_owned());
        let row = subjects::Subject { id, state, lang, created_at: now, erased_at: None };
        let entry = record(house, &keys.evidence, id);
        service
            .submit(service.unit().write(subjects::insert("wepack", &row)).entry(entry))
            .await
            .expect("written");
        people.push((id, keys.evidence));
    }
    people
}

fn record(house: &House, key: &SubjectKey, subject: Uuid) -> db::NewEntry {
    let mut facts = entries::facts(&house.service, Kind::RecordCollected, Some(subject), "person");
    facts.purpose = Some("answer-enquiries".to_owned());
    facts.categories = vec!["contact.email".to_owned()];
    entries::entry(&house.service, key, facts, None).expect("an entry")
}

/// Something about somebody besides.
async fn says(house: &House, (subject, key): &(Uuid, SubjectKey), kind: Kind, words: &[&str]) {
    let mut facts = entries::facts(&house.service, kind, Some(*subject), "person");
    facts.categories = words.iter().map(|word| (*word).to_owned()).collect();
    let entry = entries::entry(&house.service, key, facts, None).expect("an entry");
    house.service.submit(house.service.unit().entry(entry)).await.expect("written");
}

fn enquiries() -> Filter {
    Filter { purpose: "answer-enquiries".to_owned(), ..Filter::default() }
}

/// As long as the ledger that was followed, or longer: with other entries it is another one.
#[tokio::test]
async fn another_ledger_is_not_gone_on_with_however_long_it_is() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let kari = people(&house, 1).await[0].0;
        let asked = || Asked::about(kari, "answer-enquiries");
        for longer in [0, 2] {
            let others = TestDb::sqlite().await;
            let other = House::new(&others).await;
            other.clock.advance_hours(1);
            let _ = people(&other, 1 + longer).await;
            assert_eq!(other.size().await, house.size().await + longer as u64);
            let mut node = house.again(&db, db.node().await, 2 + longer as u64).await;
            live::follow(&node).await.expect("follows");
            assert_eq!(reason(&node, asked()).await, Reason::LegitimateInterest);
            let own = std::mem::replace(&mut node.db, others.node().await);
            let refused = live::follow(&node).await;
            assert!(matches!(refused, Err(Error::OtherLedger { .. })), "{refused:?}");
            assert_eq!(reason(&node, asked()).await, Reason::Stale, "nothing is known any more");
            assert_eq!(audience::count(&node, &enquiries()), Err(NotNamed::Denied(Reason::Stale)));
            // its entries are of an hour later
            house.clock.advance_hours(1);
            let reached = live::follow(&node).await.expect("read anew");
            assert_eq!((reached.position, reached.people), (other.size().await, 1 + longer));
            assert_eq!(reason(&node, asked()).await, Reason::SubjectUnknown);
            for handle in [&own, &node.db] {
                handle.close().await;
            }
        }
    })
    .await;
}

/// With and without the index, and with an index that ends within somebody's entries.
#[tokio::test]
async fn a_start_reads_person_by_person_and_knows_what_following_knows() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let service = &house.service;
        let all = people(&house, 40).await;
        // the index ends here: what follows is found without it
        for (at, person) in all.iter().enumerate() {
            if at == 20 {
                service.db.index("wepack").await.expect("an index");
            }
            let kind = [Kind::Objection, Kind::RestrictionSet, Kind::RecordCollected][at % 3].clone();
            says(&house, person, kind, &["contact.name"]).await;
        }
        for indexed in [false, true] {
            if indexed {
                service.db.index("wepack").await.expect("an index");
            }
            let node = house.again(&db, db.node().await, 2 + u64::from(indexed)).await;
            let head = db::entries::head(&node.db, "wepack").await.expect("a head");
            assert_eq!(head.indexed == head.size, indexed);
            let reached = live::follow(&node).await.expect("reads");
            assert_eq!((reached.position, reached.people), (head.size, 40));
            for (subject, _) in &all {
                let asked = Asked::about(*subject, "answer-enquiries");
                let consistent = Asked { consistent: true, ..asked.clone() };
                assert_eq!(reason(&node, asked).await, reason(&node, consistent).await);
            }
            node.db.close().await;
        }
    })
    .await;
}

/// Numbers of people are of one gate: after another was put in its place they mean others.
#[tokio::test]
async fn a_page_does_not_go_on_where_the_gate_was_made_anew() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let all = people(&house, 5).await;
        live::follow(&house.service).await.expect("follows");
        let page = |after, most| audience::page(&house.service, &enquiries(), after, most);
        let first = page(None, 2).expect("people");
        assert_eq!(first.subjects.len(), 2);
        let second = page(first.after, 2).expect("people");
        // the gate goes on: somebody new comes behind those there were
        let _ = people(&house, 1).await;
        live::follow(&house.service).await.expect("follows");
        let rest = page(second.after, 9).expect("people");
        assert_eq!((rest.subjects.len(), rest.after), (2, None));
        let named: BTreeSet<Uuid> =
            [first.subjects, second.subjects, rest.subjects].concat().into_iter().collect();
        assert!(all.iter().all(|(subject, _)| named.contains(subject)) && named.len() == 6);
        // a snapshot, or a ledger read anew: another gate
        let mut bytes = Vec::new();
        assert!(live::save(&house.service, &mut bytes).await.expect("written"));
        assert!(live::restore(&house.service, &mut bytes.as_slice()).await.expect("read"));
        live::follow(&house.service).await.expect("follows");
        assert_eq!(page(first.after, 2), Err(NotNamed::Replaced));
        assert_eq!(page(None, 9).expect("people").subjects.len(), 6);
    })
    .await;
}

/// Whoever counts goes through everybody; the ledger is followed and questions are answered all the while.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_audience_that_is_made_holds_nobody_up_and_is_the_same_for_all() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let all = people(&house, 30).await;
        live::follow(&house.service).await.expect("follows");
        let service = &house.service;
        std::thread::scope(|threads| {
            let counts: Vec<_> =
                (0..8).map(|_| threads.spawn(|| audience::count(service, &enquiries()))).collect();
            counts.into_iter().for_each(|count| assert_eq!(count.join().expect("it ends"), Ok(30)));
        });
        says(&house, &all[0], Kind::RestrictionSet, &[]).await;
        live::follow(service).await.expect("follows");
        assert_eq!(audience::count(service, &enquiries()), Ok(29));
    })
    .await;
}

/// WEPACK honours both signals; answering enquiries rests on legitimate interest.
#[tokio::test]
async fn so_26_signals_and_moved_moments_in_the_ledger_count() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let all = people(&house, 2).await;
        let of = async |person: &(Uuid, SubjectKey)| {
            live::follow(&house.service).await.expect("follows");
            reason(&house.service, Asked::about(person.0, "answer-enquiries")).await
        };
        assert_eq!(of(&all[0]).await, Reason::LegitimateInterest);
        says(&house, &all[0], Kind::Signal, &["gpc"]).await;
        assert_eq!(of(&all[0]).await, Reason::Signalled);
        assert_eq!(of(&all[1]).await, Reason::LegitimateInterest, "nobody else's");
        // what is not known, or says nothing, changes nothing
        for words in [&["gpc", "of"][..], &["gcp"], &[], &["dnt", "off"]] {
            says(&house, &all[0], Kind::Signal, words).await;
            assert_eq!(of(&all[0]).await, Reason::Signalled, "{words:?}");
        }
        says(&house, &all[0], Kind::Signal, &["gpc", "off"]).await;
        assert_eq!(of(&all[0]).await, Reason::LegitimateInterest);
        let standing = async || standing::of(&house.service, all[1].0).await.expect("a standing").anchors;
        assert_eq!(standing().await, []);
        house.clock.advance_hours(1);
        says(&house, &all[1], Kind::AnchorMoved, &["contract-end"]).await;
        says(&house, &all[1], Kind::AnchorMoved, &["some-day"]).await;
        assert_eq!(standing().await, [(Anchor::ContractEnd, house.clock.time())]);
        says(&house, &all[1], Kind::AnchorMoved, &["event:delivered"]).await;
        assert_eq!(standing().await.len(), 2);
    })
    .await;
}

/// Between the decision and the entry that tells of the disclosure somebody objects: nothing leaves.
#[tokio::test]
async fn we_04_an_objection_between_the_decision_and_the_disclosure_is_seen() {
    TestDb::each(async |db| {
        let house = House::new(&db).await;
        let subject = agrees(&house).await;
        let decide = async || sharing::decide(&house.service, subject, "postnord", "deliver-orders").await;
        let decided = decide().await.expect("it is allowed");
        let key = house.service.keys.evidence(subject).await.expect("a key");
        says(&house, &(subject, key), Kind::RestrictionSet, &[]).await;
        let size = house.size().await;
        let refused = decided.hand_out(&house.service).await;
        assert!(matches!(&refused, Err(Error::Db(error)) if error.is_conflict()), "{refused:?}");
        assert_eq!(house.size().await, size, "and nothing is written");
        let again = disclose(&house.service, subject, "postnord", "deliver-orders").await;
        assert!(matches!(again, Err(NotDisclosed::Denied(Reason::Restricted))), "{again:?}");
        // what is written about others is no reason
        let key = house.service.keys.evidence(subject).await.expect("a key");
        says(&house, &(subject, key), Kind::RestrictionLifted, &[]).await;
        let decided = decide().await.expect("it is allowed");
        let _ = people(&house, 1).await;
        decided.hand_out(&house.service).await.expect("it leaves");
    })
    .await;
}
