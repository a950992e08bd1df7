//! What the company's own programs ask: answers, problems, scopes, audiences; and that the description is true.

#![expect(clippy::indexing_slicing, reason = "an answer without the key fails the test")]

use axum::body::Body;
use axum::http::Method;
use duties::access::{self, Scope};
use duties::accountability;
use duties::standing::{audience, live};
use jiff::SignedDuration;
use serde_json::{Value, json};
use testkit::actors::{Answer, House, Visitor};
use uuid::Uuid;

use crate::{contact, each};

pub const DESCRIPTION: &str = include_str!("../../assets/openapi.json");

/// A program with a token for these scopes.
pub async fn program(house: &House, scopes: &[Scope]) -> Visitor {
    let lasts = SignedDuration::from_hours(24);
    let token = access::add(&house.service, scopes, lasts).await.expect("a token");
    let mut program = house.visitor();
    program.headers.push(("authorization".to_owned(), format!("Bearer {token}")));
    program
}

async fn ask(program: &mut Visitor, path: &str, question: &Value) -> Answer {
    program.send(Method::POST, path, Some("application/json"), Body::from(question.to_string())).await
}

fn read(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).expect("JSON")
}

/// A problem of this status and code, described for this address.
fn is_problem(answer: Answer, status: u16, code: &str) {
    let answer = answer.is(status);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let told = read(&answer);
    assert_eq!(
        (told["status"].as_u64(), told["code"].as_str()),
        (Some(u64::from(status)), Some(code)),
        "{told}"
    );
    assert!(told["detail"].as_str().is_some_and(|detail| detail.len() > 10), "{told}");
}

/// Kari wrote through the contact form: her id.
pub async fn kari(house: &House) -> Uuid {
    let _ = contact(house).await;
    live::follow(&house.service).await.expect("follows");
    let filter = audience::Filter { purpose: "answer-enquiries".to_owned(), ..Default::default() };
    audience::page(&house.service, &filter, None, 2).expect("an audience").subjects[0]
}

#[tokio::test]
async fn we_03_a_program_asks_and_is_told_why() {
    each(async |_, house| {
        let subject = kari(house).await;
        let mut program = program(house, &[Scope::Decide]).await;
        let answer = ask(&mut program, "/v1/decide", &json!({ "subject": subject, "purpose": "answer-enquiries" })).await;
        let told = read(&answer.is(200));
        assert_eq!(told["allow"], true);
        assert_eq!(told["reason"], "legitimate-interest");
        assert_eq!(told["policy"], house.service.policy.hash_hex());
        let undeclared =
            json!({ "subject": subject, "purpose": "deliver-orders", "recipient": "postnord", "consistent": true });
        let told = read(&ask(&mut program, "/v1/decide", &undeclared).await.is(200));
        assert_eq!(told["allow"], false);
        assert_eq!(told["reason"], "not-stated-at-collection");
        assert_eq!(told["article"], "Art. 5(1)(b)");
        assert_eq!(told["remedy"], "ask-consent");
        assert_eq!(told["place"], "purposes/deliver-orders");
        assert_eq!(told["position"], Value::Null);
        for (question, reason) in [
            (json!({ "subject": subject, "purpose": "train-models" }), "purpose-not-declared"),
            (json!({ "subject": Uuid::from_u128(1), "purpose": "answer-enquiries" }), "subject-unknown"),
            (json!({ "subject": subject, "purpose": "answer-enquiries", "category": "shoes" }), "field-not-declared"),
            (json!({ "subject": subject, "purpose": "answer-enquiries", "recipient": "x" }), "recipient-not-declared"),
        ] {
            let told = read(&ask(&mut program, "/v1/decide", &question).await.is(200));
            assert_eq!((told["allow"].as_bool(), told["reason"].as_str()), (Some(false), Some(reason)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_batch_answers_in_order_and_from_one_state() {
    each(async |_, house| {
        let subject = kari(house).await;
        let mut program = program(house, &[Scope::Decide]).await;
        let batch = json!({
            "question": { "purpose": "answer-enquiries" },
            "subjects": [Uuid::from_u128(1), subject, Uuid::from_u128(2)],
        });
        let told = read(&ask(&mut program, "/v1/decide/batch", &batch).await.is(200));
        assert_eq!(told["answers"], json!(["subject-unknown", "legitimate-interest", "subject-unknown"]));
        assert_eq!(told["reasons"]["subject-unknown"]["allow"], false);
        assert_eq!(told["reasons"]["legitimate-interest"]["allow"], true);
        let many: Vec<Uuid> = (0..10_001).map(Uuid::from_u128).collect();
        let batch = json!({ "question": { "purpose": "answer-enquiries" }, "subjects": many });
        is_problem(ask(&mut program, "/v1/decide/batch", &batch).await, 413, "too-many");
        let most = json!({ "question": { "purpose": "answer-enquiries" }, "subjects": many[..10_000] });
        let told = read(&ask(&mut program, "/v1/decide/batch", &most).await.is(200));
        assert_eq!(told["answers"].as_array().map(Vec::len), Some(10_000));
        let named = json!({ "question": { "purpose": "x", "subject": subject }, "subjects": [] });
        is_problem(ask(&mut program, "/v1/decide/batch", &named).await, 422, "value");
    })
    .await;
}

#[tokio::test]
async fn bad_questions_are_problems_that_name_what_was_wrong() {
    each(async |_, house| {
        let mut program = program(house, &[Scope::Decide]).await;
        let id = Uuid::from_u128(1);
        for (question, status, code, named) in [
            (json!({ "purpose": "x" }), 422, "value", "subject"),
            (json!({ "subject": "kari@firma.example", "purpose": "x" }), 422, "value", "subject"),
            (json!({ "subject": id, "purpose": "x", "channel": "pigeon" }), 422, "value", "channel"),
            (json!({ "subject": id, "purpose": "x", "exception": "because" }), 422, "value", "exception"),
            (json!({ "subject": id, "purpose": "x", "at": "yesterday" }), 422, "value", "at"),
            (json!({ "subject": id, "purpose": "x", "record": "1" }), 422, "value", "record"),
            (json!({ "subject": id, "purpose": "x", "recipent": "typo" }), 400, "question", "not known"),
            (json!({ "subject": id }), 400, "question", "purpose"),
            (json!([1]), 400, "question", "line 1"),
        ] {
            let answer =
                ask(&mut program, "/v1/decide", &question).await.never_says(&["firma.example", "pigeon"]);
            let answer = answer.says(&[named]);
            is_problem(answer, status, code);
        }
        is_problem(program.get("/v1/decide").await, 405, "method");
        let long = Body::from(vec![b' '; 2 << 20]);
        let answer = program.send(Method::POST, "/v1/decide", Some("application/json"), long).await;
        is_problem(answer, 413, "too-large");
    })
    .await;
}

#[tokio::test]
async fn nobody_asks_without_a_token_of_the_scope() {
    each(async |_, house| {
        let question = json!({ "subject": Uuid::from_u128(1), "purpose": "campaigns" });
        let mut nobody = house.visitor();
        let answer = ask(&mut nobody, "/v1/decide", &question).await;
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        is_problem(answer, 401, "token");
        is_problem(nobody.get("/v1/audience/campaigns").await, 401, "token");
        nobody.headers.push(("authorization".to_owned(), "Bearer wrong".to_owned()));
        is_problem(ask(&mut nobody, "/v1/decide", &question).await, 401, "token");
        let mut decides = program(house, &[Scope::Decide]).await;
        is_problem(decides.get("/v1/audience/campaigns").await, 403, "scope");
        let mut names = program(house, &[Scope::Audience]).await;
        is_problem(ask(&mut names, "/v1/decide", &question).await, 403, "scope");
    })
    .await;
}

#[tokio::test]
async fn an_audience_is_a_line_for_each_and_is_not_sent_twice() {
    each(async |_, house| {
        let mut program = program(house, &[Scope::Audience]).await;
        is_problem(program.get("/v1/audience/answer-enquiries").await, 503, "stale");
        let subject = kari(house).await;
        let answer = program.get("/v1/audience/answer-enquiries").await.is(200);
        assert_eq!(answer.header("content-type"), "application/x-ndjson");
        assert_eq!(answer.text(), format!("{{\"subject\":\"{subject}\"}}\n"));
        let tag = answer.header("etag").to_owned();
        program.headers.push(("if-none-match".to_owned(), tag.clone()));
        let again = program.get("/v1/audience/answer-enquiries").await.is(304);
        assert!(again.body.is_empty());
        let _ = contact(house).await;
        live::follow(&house.service).await.expect("follows");
        let changed = program.get("/v1/audience/answer-enquiries").await.is(200);
        assert_ne!(changed.header("etag"), tag);
        let counted = program.get("/v1/audience/answer-enquiries?count=only").await.is(200);
        assert_eq!(read(&counted), json!({ "count": 1 }));
        let nowhere = program.get("/v1/audience/answer-enquiries?country=no").await.is(200);
        assert_eq!(nowhere.text(), "", "where nobody is known to live");
        // a country whose law is not known here is not told apart: refused, never an empty audience
        for country in ["XK", "Norway", "", "N0"] {
            let answer = program.get(&format!("/v1/audience/answer-enquiries?country={country}")).await;
            is_problem(answer.says(&["`country` must be"]), 422, "value");
        }
        is_problem(program.get("/v1/audience/train-models").await, 404, "purpose-not-declared");
        is_problem(program.get("/v1/audience/answer-enquiries?channel=pigeon").await, 422, "value");
        is_problem(program.get("/v1/audience/answer-enquiries?county=NO").await, 400, "question");
        let other = program.get("/v1/audience/answer-enquiries?recipient=facebook").await;
        is_problem(other, 404, "recipient-not-declared");
    })
    .await;
}

#[tokio::test]
async fn we_04_a_recipient_gets_the_declared_fields_and_the_person_sees_it() {
    each(async |_, house| {
        let subject = kari(house).await;
        let mut program = program(house, &[Scope::Disclose]).await;
        let give = |recipient: &str, purpose: &str| json!({ "subject": subject, "recipient": recipient, "purpose": purpose });
        let told = read(&ask(&mut program, "/v1/disclose", &give("intility", "answer-enquiries")).await.is(200));
        let policy = &house.service.policy;
        let (gets, uses) = (&policy.recipient("intility").expect("declared").gets, policy.purpose("answer-enquiries"));
        let uses = &uses.expect("declared").uses;
        let given: Vec<&String> = told["fields"].as_object().expect("fields").keys().collect();
        let held = ["contact.email", "contact.name", "correspondence.message"];
        let expected = held.into_iter().filter(|field| {
            gets.iter().any(|one| one == field) && uses.iter().any(|one| one == field)
        });
        assert_eq!(given, expected.collect::<Vec<_>>());
        assert!(!given.is_empty());
        // not the recipient, not the purpose, not the person: nothing leaves and nothing is written
        let size = accountability::checkpoint(&house.service).await.expect("a head").size;
        for (question, code) in [
            (give("facebook", "answer-enquiries"), "recipient-not-declared"),
            (give("postnord", "deliver-orders"), "not-stated-at-collection"),
            (json!({ "subject": Uuid::from_u128(3), "recipient": "intility", "purpose": "answer-enquiries" }), "subject-unknown"),
        ] {
            let answer = ask(&mut program, "/v1/disclose", &question).await.never_says(&["Kari", "firma.example"]);
            is_problem(answer, 403, code);
        }
        assert_eq!(accountability::checkpoint(&house.service).await.expect("a head").size, size);
    })
    .await;
}

#[tokio::test]
async fn so_11_a_program_records_what_was_said_and_the_next_decision_follows_it() {
    each(async |_, house| {
        let subject = kari(house).await;
        let mut program = program(house, &[Scope::Consents, Scope::Decide]).await;
        let say = |answer: &str| json!({ "subject": subject, "purpose": "campaigns", "answer": answer, "surface": "app:settings" });
        let asked = json!({ "subject": subject, "purpose": "campaigns", "consistent": true });
        let decided = async |program: &mut Visitor| read(&ask(program, "/v1/decide", &asked).await.is(200))["allow"].clone();
        assert_eq!(decided(&mut program).await, false);
        program.headers.push(("idempotency-key".to_owned(), "settings-1".to_owned()));
        let first = read(&ask(&mut program, "/v1/consents", &say("given")).await.is(201));
        let again = read(&ask(&mut program, "/v1/consents", &say("given")).await.is(200));
        assert_eq!((&first["entry"], &first["repeated"]), (&again["entry"], &json!(false)));
        assert_eq!(again["repeated"], true);
        assert_eq!(decided(&mut program).await, true);
        let size = accountability::checkpoint(&house.service).await.expect("a head").size;
        assert_eq!(first["index"].as_u64(), Some(size - 1), "{first}");
        program.headers.pop();
        let _ = ask(&mut program, "/v1/consents", &say("withdrawn")).await.is(201);
        assert_eq!(decided(&mut program).await, false);
        let mut wrong = async |question: Value, status, code| {
            is_problem(ask(&mut program, "/v1/consents", &question).await, status, code);
        };
        wrong(json!({ "subject": subject, "purpose": "campaigns", "answer": "maybe", "surface": "app" }), 400, "question").await;
        wrong(json!({ "subject": subject, "purpose": "answer-enquiries", "answer": "given", "surface": "app" }), 422, "consent-purpose-other-basis").await;
        wrong(json!({ "subject": subject, "purpose": "campaigns", "answer": "given", "surface": " " }), 422, "consent-surface-missing").await;
        wrong(json!({ "subject": subject, "purpose": "campaigns", "answer": "given", "surface": "app", "method": "pigeon" }), 422, "value").await;
        wrong(json!({ "subject": Uuid::from_u128(7), "purpose": "campaigns", "answer": "given", "surface": "app" }), 404, "subject-unknown").await;
    })
    .await;
}

/// What a proxy asks: conditions in headers, whatever address somebody asked it for.
async fn proxied(house: &House, method: Method, path: &str, conditions: &[(&str, &str)]) -> Answer {
    let mut proxy = program(house, &[Scope::Decide]).await;
    proxy.headers.extend(conditions.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    proxy.send(method, path, None, Body::empty()).await
}

#[tokio::test]
async fn we_03_a_proxy_is_answered_by_the_status_and_never_with_a_body() {
    each(async |_, house| {
        let subject = kari(house).await.to_string();
        let of = |purpose| [("x-abide-subject", subject.as_str()), ("x-abide-purpose", purpose)];
        for method in [Method::GET, Method::POST] {
            for (purpose, status, reason) in [
                ("answer-enquiries", 200, "legitimate-interest"),
                ("deliver-orders", 403, "not-stated-at-collection"),
                ("train-models", 403, "purpose-not-declared"),
            ] {
                let answer = proxied(house, method.clone(), "/v1/authorize", &of(purpose)).await.is(status);
                assert_eq!((answer.header("x-abide-reason"), answer.text().as_str()), (reason, ""));
                assert_eq!(answer.header("x-abide-policy"), house.service.policy.hash_hex());
                assert_eq!(answer.header("cache-control"), "no-store");
            }
        }
        let query = format!("/v1/authorize?subject={subject}&purpose=answer-enquiries&channel=sms");
        let answer = proxied(house, Method::GET, &query, &[]).await.is(403);
        assert_eq!(answer.header("x-abide-reason"), "channel-not-declared");
        let rest = [("x-abide-category", "shoes")];
        let query = format!("/v1/authorize?subject={subject}&purpose=answer-enquiries");
        let answer = proxied(house, Method::GET, &query, &rest).await.is(403);
        assert_eq!(answer.header("x-abide-reason"), "field-not-declared");
    })
    .await;
}

/// Envoy appends the address it was asked for: what stands there was written by whoever asked.
#[tokio::test]
async fn what_was_asked_of_the_proxy_decides_nothing() {
    each(async |_, house| {
        let subject = kari(house).await.to_string();
        let denied = [("x-abide-subject", subject.as_str()), ("x-abide-purpose", "deliver-orders")];
        for (method, path) in [
            (Method::GET, "/v1/authorize/"),
            (Method::PUT, "/v1/authorize/customers/7?purpose=answer-enquiries"),
            (Method::DELETE, "/v1/authorize/v1/authorize?subject=0&x=1"),
        ] {
            let answer = proxied(house, method, path, &denied).await.is(403);
            assert_eq!(answer.header("x-abide-reason"), "not-stated-at-collection", "{path}");
        }
        let allowed = [("x-abide-subject", subject.as_str()), ("x-abide-purpose", "answer-enquiries")];
        let _ = proxied(house, Method::PATCH, "/v1/authorize/customers?purpose=deliver-orders", &allowed)
            .await
            .is(200);
        is_problem(
            proxied(house, Method::GET, "/v1/authorize/?subject=1&purpose=x", &[]).await,
            422,
            "value",
        );
    })
    .await;
}

#[tokio::test]
async fn a_proxy_that_misspells_a_condition_lets_nobody_through() {
    each(async |_, house| {
        let subject = kari(house).await.to_string();
        let whole = [("x-abide-subject", subject.as_str()), ("x-abide-purpose", "answer-enquiries")];
        for (more, path, status, code) in [
            (("x-abide-recipent", "x"), "/v1/authorize", 400, "question"),
            (("x-abide-exception", "storage"), "/v1/authorize", 400, "question"),
            (("x-abide-purpose", "answer-enquiries"), "/v1/authorize", 422, "value"),
            (("x-abide-channel", "pigeon"), "/v1/authorize", 422, "value"),
            (("x-other", "x"), "/v1/authorize?purpose=answer-enquiries", 422, "value"),
            (("x-other", "x"), "/v1/authorize?exception=storage", 400, "question"),
        ] {
            let conditions = [&whole[..], &[more]].concat();
            is_problem(proxied(house, Method::GET, path, &conditions).await, status, code);
        }
        let address = [("x-abide-subject", "kari@firma.example"), whole[1]];
        let answer = proxied(house, Method::GET, "/v1/authorize", &address).await.never_says(&["kari"]);
        is_problem(answer, 422, "value");
        is_problem(proxied(house, Method::GET, "/v1/authorize", &whole[..1]).await, 422, "value");
        is_problem(proxied(house, Method::DELETE, "/v1/authorize", &whole).await, 405, "method");
        let mut names = program(house, &[Scope::Audience]).await;
        is_problem(names.get("/v1/authorize").await, 403, "scope");
        is_problem(house.visitor().get("/v1/authorize").await, 401, "token");
    })
    .await;
}

/// Every address, status, key and reason that the tests above met stands in the description, and nothing else does.
#[tokio::test]
async fn the_description_is_of_this_interface() {
    each(async |_, house| {
        let mut visitor = house.visitor();
        let served = visitor.get("/v1/openapi.json").await.is(200);
        assert_eq!(served.text(), DESCRIPTION);
        let told: Value = serde_json::from_str(DESCRIPTION).expect("JSON");
        assert_eq!(told["openapi"], "3.1.0");
        for (path, methods) in told["paths"].as_object().expect("paths") {
            for method in methods.as_object().expect("methods").keys() {
                let method: Method = method.to_uppercase().parse().expect("a method");
                let at = path.replace("{purpose}", "campaigns").replace("{path}", "some/where");
                let answer = visitor.send(method, &at, Some("application/json"), Body::from("{}")).await;
                let open = path == "/v1/openapi.json";
                assert_eq!(answer.status.as_u16(), if open { 200 } else { 401 }, "{path}");
            }
        }
        let reasons: Vec<&str> =
            duties::standing::ask::Reason::ALL.iter().map(|reason| reason.id()).collect();
        assert_eq!(told["components"]["schemas"]["Answer"]["properties"]["reason"]["enum"], json!(reasons));
        let subject = kari(house).await;
        let mut program = program(house, &[Scope::Decide]).await;
        let question = json!({ "subject": subject, "purpose": "answer-enquiries" });
        let answer = read(&ask(&mut program, "/v1/decide", &question).await.is(200));
        let keys: std::collections::BTreeSet<&String> =
            answer.as_object().expect("an object").keys().collect();
        let described =
            told["components"]["schemas"]["Answer"]["properties"].as_object().expect("properties");
        assert_eq!(keys, described.keys().collect());
    })
    .await;
}
