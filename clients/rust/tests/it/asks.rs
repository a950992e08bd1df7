//! What is asked, what is used again, and what happens where no answer comes.

use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use abide_client::{Channel, Conditions, Consent, Error, Filters, Gate, Reason, Said};
use serde_json::json;
use uuid::Uuid;

use crate::server::Server;

const LINES: &str = "application/x-ndjson";

const KARI: Uuid = Uuid::from_u128(1);
const OLA: Uuid = Uuid::from_u128(2);

fn decide(gate: &Gate, subject: Uuid, purpose: &str) -> (bool, Reason) {
    let answer = gate.decide(subject, purpose, &Conditions::default()).expect("an answer");
    (answer.allow, answer.reason)
}

#[test]
fn an_answer_carries_its_reason_and_the_question_its_conditions_and_the_token() {
    let server = Server::start();
    server.told("consent", Some(1));
    let by_mail = Conditions { channel: Some(Channel::Email), ..Conditions::default() };
    let answer = server.gate().decide(KARI, "campaigns", &by_mail).expect("an answer");
    assert_eq!((answer.allow, answer.reason, answer.position), (true, Reason::Consent, Some(1)));
    let asked = server.last();
    assert_eq!(asked.line, "POST /v1/decide HTTP/1.1");
    assert!(asked.head.contains("authorization: bearer secret\r\n"), "{}", asked.head);
    assert_eq!(asked.body, json!({ "subject": KARI, "purpose": "campaigns", "channel": "email" }));
    server.told("a-reason-of-tomorrow", Some(1));
    assert_eq!(decide(&server.gate(), KARI, "campaigns"), (false, Reason::Other));
}

#[test]
fn an_answer_is_used_again_for_as_long_as_it_says_counted_from_its_question() {
    let server = Server::start();
    let gate = server.gate_with(Duration::from_secs(60), Duration::from_secs(60));
    server.told("consent", Some(1));
    assert!(decide(&gate, KARI, "campaigns").0);
    server.told("consent-withdrawn", Some(1));
    server.clock.store(999, SeqCst);
    assert!(decide(&gate, KARI, "campaigns").0, "kept");
    server.clock.store(1_000, SeqCst);
    assert!(!decide(&gate, KARI, "campaigns").0, "no setting makes it last longer than a second");
    server.clock.store(1_999, SeqCst);
    assert!(!decide(&gate, KARI, "campaigns").0);
    assert_eq!(server.asked().len(), 2, "a denial is kept as long as an allowance");
    server.told("consent", Some(1));
    server.clock.store(2_000, SeqCst);
    assert!(decide(&gate, KARI, "campaigns").0);
}

#[test]
fn what_was_seen_never_goes_backwards() {
    let server = Server::start();
    let gate = server.gate();
    server.told("consent", Some(5));
    decide(&gate, KARI, "campaigns");
    server.told("consent", Some(6));
    decide(&gate, OLA, "campaigns");
    server.told("consent-withdrawn", Some(6));
    assert!(!decide(&gate, KARI, "campaigns").0, "more of the ledger was seen: dropped");
    server.told("consent", Some(4));
    decide(&gate, KARI, "letters");
    decide(&gate, KARI, "letters");
    assert_eq!(server.asked().len(), 5, "an answer of a node that is further behind is not kept");
    for (reason, position) in [("stale", Some(7)), ("clock-behind", Some(7)), ("consent", None)] {
        server.told(reason, position);
        let before = server.asked().len();
        decide(&gate, KARI, "moment");
        decide(&gate, KARI, "moment");
        assert_eq!(server.asked().len(), before + 2, "{reason} at {position:?}");
    }
    server.told("consent", Some(7));
    decide(&gate, KARI, "campaigns");
    gate.forget(None);
    let before = server.asked().len();
    decide(&gate, KARI, "campaigns");
    assert_eq!(server.asked().len(), before + 1, "forgotten");
}

#[test]
fn an_own_write_drops_the_persons_answers_and_is_seen_by_the_next_question() {
    let server = Server::start();
    let gate = server.gate();
    server.told("consent", Some(1));
    decide(&gate, KARI, "campaigns");
    decide(&gate, OLA, "campaigns");
    server.says(201, &json!({ "entry": OLA, "index": 7, "repeated": false }).to_string());
    let consent = Consent::new(KARI, "campaigns", Said::Withdrawn, "app:settings");
    assert_eq!(gate.record_consent(&consent, Some("key-1")).expect("recorded").index, 7);
    let asked = server.last();
    assert!(asked.head.contains("idempotency-key: key-1\r\n"), "{}", asked.head);
    let sent =
        json!({ "subject": KARI, "purpose": "campaigns", "answer": "withdrawn", "surface": "app:settings" });
    assert_eq!(asked.body, sent);
    server.told("consent-withdrawn", None);
    assert!(!decide(&gate, KARI, "campaigns").0);
    assert_eq!(server.last().body["consistent"], true, "a node may not have followed");
    assert!(decide(&gate, OLA, "campaigns").0);
    assert_eq!(server.asked().len(), 4, "what is known of others stays");
    server.clock.store(2_000, SeqCst);
    server.told("consent-withdrawn", Some(9));
    decide(&gate, KARI, "campaigns");
    assert!(server.last().body.get("consistent").is_none(), "by then every node has");
}

#[test]
fn a_write_that_failed_may_have_been_written() {
    let server = Server::start();
    let gate = server.gate();
    server.told("consent", Some(1));
    decide(&gate, KARI, "campaigns");
    server.says(503, r#"{"code":"unavailable","detail":"the ledger could not be read"}"#);
    let consent = Consent::new(KARI, "campaigns", Said::Withdrawn, "app");
    let failed = gate.record_consent(&consent, None).expect_err("no ledger");
    assert_eq!(failed, Error::Unavailable("the ledger could not be read".to_owned()));
    server.told("consent-withdrawn", None);
    assert!(!decide(&gate, KARI, "campaigns").0);
}

#[test]
fn what_fails_is_denied_and_what_is_wrong_is_an_error() {
    let server = Server::start();
    let gate = server.gate();
    let unavailable = (false, Reason::Unavailable);
    server.says(503, r#"{"code":"unavailable","detail":"the ledger could not be read"}"#);
    assert_eq!(decide(&gate, KARI, "campaigns"), unavailable);
    let many = gate.decide_many(&[KARI], "campaigns", &Conditions::default()).expect("answers");
    assert_eq!(many[&KARI].reason, Reason::Unavailable);
    for body in ["<html>", "", "true", r#"{"allow":true}"#, r#"{"allow":true,"reason":"consent"}"#] {
        server.says(200, body);
        let problem = gate.decide(KARI, "campaigns", &Conditions::default()).expect_err("not Abide's");
        assert_eq!((problem.status, problem.code.as_str()), (200, "not-abide"), "{body}");
        let audience = gate.audience("campaigns", &Filters::default()).err();
        assert!(matches!(audience, Some(Error::Problem(problem)) if problem.code == "not-abide"), "{body}");
    }
    server.sends("");
    assert_eq!(decide(&gate, KARI, "campaigns"), unavailable, "hung up");
    assert_eq!(decide(&Gate::new("http://127.0.0.1:9", "x"), KARI, "campaigns"), unavailable);
    server.says(422, r#"{"code":"value","detail":"`purpose` must be one"}"#);
    let problem = gate.decide(KARI, "", &Conditions::default()).expect_err("a problem");
    assert_eq!((problem.status, problem.code.as_str()), (422, "value"));
    server.sends("HTTP/1.1 302 x\r\nlocation: http://elsewhere.example/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    assert_eq!(gate.decide(KARI, "campaigns", &Conditions::default()).expect_err("not followed").status, 302);
}

#[test]
fn many_are_asked_in_parts_and_answered_each() {
    let server = Server::start();
    let meaning = json!({ "allow": true, "article": "Art. 6(1)(a)", "remedy": "nothing", "place": null });
    let says = |answers: Vec<&str>| {
        let body = json!({ "policy": "00", "position": 1, "at": "", "reasons": { "consent": meaning }, "answers": answers });
        server.says(200, &body.to_string());
    };
    says(vec!["consent"; 10_000]);
    let people: Vec<Uuid> = (0..20_000).map(Uuid::from_u128).collect();
    let gate = server.gate();
    let found = gate.decide_many(&people, "campaigns", &Conditions::default()).expect("answers");
    assert_eq!((found.len(), server.asked().len()), (20_000, 2));
    assert!(found.values().all(|answer| answer.allow));
    says(vec!["consent"]);
    let short = gate.decide_many(&[KARI, OLA], "campaigns", &Conditions::default()).expect("answers");
    assert_eq!((short[&KARI].allow, short[&OLA].allow), (true, false), "what was not answered is denied");
}

#[test]
fn an_audience_is_read_line_by_line_and_one_that_breaks_off_is_no_audience() {
    let server = Server::start();
    let gate = server.gate();
    let line = |subject| format!("{}\n", json!({ "subject": subject }));
    server.says_as(LINES, 200, &(line(KARI) + &line(OLA)));
    let filters = Filters { country: Some("NO".to_owned()), ..Filters::default() };
    let found: Result<Vec<Uuid>, Error> = gate.audience("a/b", &filters).expect("a stream").collect();
    assert_eq!(found.expect("whole"), [KARI, OLA]);
    assert_eq!(server.last().line, "GET /v1/audience/a%2Fb?country=NO HTTP/1.1");
    let chunk = line(KARI);
    let chunked = "transfer-encoding: chunked\r\nconnection: close\r\n\r\n";
    server.sends(format!(
        "HTTP/1.1 200 x\r\ncontent-type: {LINES}\r\n{chunked}{:x}\r\n{chunk}\r\n",
        chunk.len()
    ));
    let broken: Vec<_> = gate.audience("campaigns", &Filters::default()).expect("a stream").collect();
    assert_eq!(broken.len(), 2, "one, then the error, then no more");
    assert!(matches!(broken[1], Err(Error::Unavailable(_))), "{broken:?}");
    server.says_as(LINES, 200, &(line(KARI) + "{\"subj"));
    let mut cut = gate.audience("campaigns", &Filters::default()).expect("a stream");
    assert!(cut.any(|one| one.is_err()));
    server.says(200, r#"{"count":2}"#);
    assert_eq!(gate.count("campaigns", &Filters::default()), Ok(2));
    assert_eq!(server.last().line, "GET /v1/audience/campaigns?count=only HTTP/1.1");
}
