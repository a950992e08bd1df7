//! The description against what each address answers: every status it names is met, with the kind of body and the words it
//! names; and no answer is met that it does not name.

#![expect(clippy::indexing_slicing, reason = "a description without the key fails the test")]

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method;
use duties::access::Scope;
use duties::standing::ask::Reason;
use serde_json::{Value, json};
use testkit::actors::{Answer, House, Visitor};
use uuid::Uuid;

use crate::api::{DESCRIPTION, kari, program};
use crate::each;

/// Every scope there is: what is refused is refused for another reason.
const ALL: [Scope; 5] =
    [Scope::Decide, Scope::Audience, Scope::Disclose, Scope::Consents, Scope::Suppressions];

/// The description, and which of its statuses were met.
struct Described {
    told: Value,
    met: BTreeSet<(String, String, String)>,
}

impl Described {
    fn new() -> Self {
        Self { told: serde_json::from_str(DESCRIPTION).expect("JSON"), met: BTreeSet::new() }
    }

    /// What a reference stands for.
    fn at<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(path) = value["$ref"].as_str() else { return value };
        self.told.pointer(path.trim_start_matches('#')).expect("the reference leads somewhere")
    }

    /// Holds an answer to the description of its address.
    fn holds(&mut self, method: &Method, path: &str, answer: &Answer) {
        let (method, status) = (method.as_str().to_ascii_lowercase(), answer.status.as_str().to_owned());
        let told = format!("{method} {path}: {status} {}", answer.text());
        let responses = &self.told["paths"][path][&method]["responses"];
        let response = self.at(&responses[&status]);
        assert!(response["description"].is_string(), "the status is not described: {told}");
        for (name, header) in response["headers"].as_object().into_iter().flatten() {
            let value = answer.headers.get(name.as_str()).map(|value| value.to_str().expect("text"));
            let words = &self.at(header)["schema"]["enum"];
            let known = |value| words.is_null() || words.as_array().expect("words").contains(&json!(value));
            // a problem is no answer of the gate, so it has none of the answer's headers
            let problem = answer.header("content-type") == "application/problem+json";
            assert!(problem || value.is_some_and(known), "{name} of {told}");
        }
        let content = &response["content"];
        if answer.body.is_empty() {
            let bodiless =
                answer.header("content-type") == "application/x-ndjson" || response["headers"].is_object();
            assert!(bodiless || content.is_null(), "no body: {told}");
        } else if path != "/v1/openapi.json" {
            let schema = &content[answer.header("content-type")]["schema"];
            assert!(schema.is_object(), "the kind of body is not described: {told}");
            for line in answer.text().lines() {
                self.fits(schema, &serde_json::from_str(line).expect("JSON"), &told);
            }
        }
        self.met.insert((path.to_owned(), method, status));
    }

    /// Whether a value is of a schema: of those that the description uses.
    fn fits(&self, schema: &Value, value: &Value, told: &str) {
        let schema = self.at(schema);
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.fits(part, value, told);
        }
        if let Some(words) = schema["enum"].as_array() {
            assert!(words.contains(value), "{value} is no word of {words:?}: {told}");
        }
        for key in schema["required"].as_array().into_iter().flatten() {
            assert!(value.get(key.as_str().expect("a key")).is_some(), "{key} is missing: {told}");
        }
        for (key, one) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(value) = value.get(key) {
                self.fits(one, value, told);
            }
        }
        if let (Some(object), Some(keys)) = (value.as_object(), schema["properties"].as_object()) {
            let more = &schema["additionalProperties"];
            for (key, one) in object.iter().filter(|(key, _)| !keys.contains_key(*key)) {
                assert!(
                    schema["allOf"].is_null() && more.is_null() && schema["required"].is_null(),
                    "{key} {one}: {told}"
                );
            }
        } else if let Some(object) = value.as_object().filter(|_| schema["additionalProperties"].is_object())
        {
            object.values().for_each(|one| self.fits(&schema["additionalProperties"], one, told));
        }
        for one in value.as_array().into_iter().flatten() {
            self.fits(&schema["items"], one, told);
        }
        let kinds = match &schema["type"] {
            Value::String(kind) => vec![kind.as_str()],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return,
        };
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        assert!(kinds.contains(&kind), "{value} is no {kinds:?}: {told}");
    }

    /// Fails where the description names a status that nothing gave.
    fn all_met(&self) {
        for (path, methods) in self.told["paths"].as_object().expect("paths") {
            for (method, described) in methods.as_object().expect("methods") {
                for status in described["responses"].as_object().expect("responses").keys() {
                    let place = (path.clone(), method.clone(), status.clone());
                    assert!(self.met.contains(&place), "never met: {place:?}");
                }
            }
        }
    }
}

/// One request: the address as the description writes it, and as it is asked.
struct Asks<'a> {
    described: &'a mut Described,
    who: &'a mut Visitor,
}

impl Asks<'_> {
    async fn posts(&mut self, path: &str, body: impl Into<Body>) -> Answer {
        let answer = self.who.send(Method::POST, path, Some("application/json"), body.into()).await;
        self.described.holds(&Method::POST, path, &answer);
        answer
    }

    async fn says(&mut self, path: &str, question: &Value, status: u16) {
        let _ = self.posts(path, question.to_string()).await.is(status);
    }

    async fn gets(&mut self, described: &str, path: &str, status: u16) -> Answer {
        let answer = self.who.get(path).await.is(status);
        self.described.holds(&Method::GET, described, &answer);
        answer
    }

    /// Everything that needs a token, asked with nothing to say.
    async fn everything(&mut self, status: u16) {
        for path in ["/v1/decide", "/v1/decide/batch", "/v1/disclose", "/v1/consents", "/v1/suppressed"] {
            self.says(path, &json!({}), status).await;
        }
        let _ = self.gets("/v1/audience/{purpose}", "/v1/audience/campaigns", status).await;
        for (described, path) in PROXIES {
            for method in [Method::GET, Method::POST] {
                self.proxies(&method, described, path, &[], status).await;
            }
        }
    }

    /// As a proxy, with these headers.
    async fn proxies(
        &mut self,
        method: &Method,
        described: &str,
        path: &str,
        headers: &[(&str, &str)],
        status: u16,
    ) {
        let before = self.who.headers.len();
        self.who
            .headers
            .extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let answer = self.who.send(method.clone(), path, None, Body::empty()).await.is(status);
        self.who.headers.truncate(before);
        self.described.holds(method, described, &answer);
    }
}

const PROXIES: [(&str, &str); 2] =
    [("/v1/authorize", "/v1/authorize"), ("/v1/authorize/{path}", "/v1/authorize/some/where")];

#[tokio::test]
async fn we_03_each_status_and_word_of_each_address_is_described() {
    each(async |_, house| {
        let described = &mut Described::new();
        let who = &mut program(house, &ALL).await;
        stale(&mut Asks { described, who }).await;
        let subject = kari(house).await;
        let mut asks = Asks { described, who };
        questions(&mut asks, subject).await;
        named(&mut asks).await;
        proxied(&mut asks, &subject.to_string()).await;
        recorded(&mut asks, subject).await;
        refused(house, described).await;
        described.all_met();
    })
    .await;
}

/// Nothing was read yet.
async fn stale(asks: &mut Asks<'_>) {
    let answer = asks.gets("/v1/audience/{purpose}", "/v1/audience/campaigns", 503).await;
    assert!(answer.text().contains(Reason::Stale.id()));
    let _ = asks.gets("/v1/openapi.json", "/v1/openapi.json", 200).await;
}

async fn questions(asks: &mut Asks<'_>, subject: Uuid) {
    let about = |purpose: &str| json!({ "subject": subject, "purpose": purpose });
    let batch = |question: Value, subjects: Vec<Uuid>| json!({ "question": question, "subjects": subjects });
    let give = |recipient: &str, purpose: &str| json!({ "subject": subject, "recipient": recipient, "purpose": purpose });
    let nobody = Uuid::from_u128(1);
    for purpose in ["answer-enquiries", "deliver-orders", "campaigns", "train-models"] {
        asks.says("/v1/decide", &about(purpose), 200).await;
        asks.says("/v1/decide/batch", &batch(json!({ "purpose": purpose }), vec![subject, nobody]), 200)
            .await;
    }
    let consistent = json!({ "subject": subject, "purpose": "answer-enquiries", "consistent": true });
    asks.says("/v1/decide", &consistent, 200).await;
    asks.says("/v1/decide", &json!({ "purpose": "x", "subjekt": 1 }), 400).await;
    asks.says("/v1/decide", &json!({ "purpose": "x", "subject": "kari" }), 422).await;
    let many = (0..10_001).map(Uuid::from_u128).collect();
    asks.says("/v1/decide/batch", &batch(json!({ "purpose": "campaigns" }), many), 413).await;
    asks.says("/v1/decide/batch", &batch(about("campaigns"), vec![]), 422).await;
    asks.says("/v1/decide/batch", &json!([]), 400).await;
    asks.says("/v1/disclose", &give("intility", "answer-enquiries"), 200).await;
    asks.says("/v1/disclose", &give("facebook", "answer-enquiries"), 403).await;
    asks.says("/v1/disclose", &give("postnord", "deliver-orders"), 403).await;
    let stopped = |kind: &str, value: &str| json!({ "kind": kind, "value": value, "purpose": "campaigns" });
    asks.says("/v1/suppressed", &stopped("email", "nobody@firma.example"), 200).await;
    asks.says("/v1/suppressed", &stopped("number", "1042"), 422).await;
    asks.says("/v1/suppressed", &json!({ "email": "nobody@firma.example" }), 400).await;
    asks.says("/v1/disclose", &json!({ "subject": 1 }), 400).await;
    asks.says("/v1/disclose", &json!({ "subject": "1", "recipient": "x", "purpose": "y" }), 422).await;
    for path in ["/v1/decide", "/v1/decide/batch", "/v1/disclose", "/v1/consents", "/v1/suppressed"] {
        let _ = asks.posts(path, vec![b' '; 2 << 20]).await.is(413);
    }
}

async fn named(asks: &mut Asks<'_>) {
    const PATH: &str = "/v1/audience/{purpose}";
    let answer = asks.gets(PATH, "/v1/audience/answer-enquiries", 200).await;
    asks.who.headers.push(("if-none-match".to_owned(), answer.header("etag").to_owned()));
    let _ = asks.gets(PATH, "/v1/audience/answer-enquiries", 304).await;
    asks.who.headers.pop();
    // who counts needs no tag
    let counted = asks.who.get("/v1/audience/answer-enquiries?count=only").await.is(200);
    asks.described.fits(
        &json!({ "$ref": "#/components/schemas/Count" }),
        &serde_json::from_slice(&counted.body).expect("JSON"),
        PATH,
    );
    for (query, status) in [
        ("answer-enquiries?county=NO", 400),
        ("answer-enquiries?country=ZZ", 422),
        ("answer-enquiries?country=Norway", 422),
        ("answer-enquiries?channel=pigeon", 422),
        ("train-models", 404),
        ("answer-enquiries?recipient=x", 404),
    ] {
        let _ = asks.gets(PATH, &format!("/v1/audience/{query}"), status).await.never_says(&["ZZ", "pigeon"]);
    }
}

async fn proxied(asks: &mut Asks<'_>, subject: &str) {
    for (described, path) in PROXIES {
        for method in [Method::GET, Method::POST] {
            for (purpose, more, status) in [
                ("answer-enquiries", ("x-other", "x"), 200),
                ("train-models", ("x-other", "x"), 403),
                ("answer-enquiries", ("x-abide-channel", "pigeon"), 422),
                ("answer-enquiries", ("x-abide-recipent", "x"), 400),
            ] {
                let headers = [("x-abide-subject", subject), ("x-abide-purpose", purpose), more];
                asks.proxies(&method, described, path, &headers, status).await;
            }
        }
    }
}

async fn recorded(asks: &mut Asks<'_>, subject: Uuid) {
    const PATH: &str = "/v1/consents";
    let say = |purpose: &str, surface: &str| json!({ "subject": subject, "purpose": purpose, "answer": "given", "surface": surface });
    asks.who.headers.push(("idempotency-key".to_owned(), "once".to_owned()));
    asks.says(PATH, &say("campaigns", "app"), 201).await;
    asks.says(PATH, &say("campaigns", "app"), 200).await;
    let other = json!({ "subject": subject, "purpose": "campaigns", "answer": "refused", "surface": "app" });
    asks.says(PATH, &other, 422).await;
    asks.who.headers.pop();
    asks.says(PATH, &say("answer-enquiries", "app"), 422).await;
    asks.says(PATH, &say("campaigns", " "), 422).await;
    asks.says(PATH, &say("train-models", "app"), 422).await;
    let nobody =
        json!({ "subject": Uuid::from_u128(7), "purpose": "campaigns", "answer": "given", "surface": "app" });
    asks.says(PATH, &nobody, 404).await;
    asks.says(PATH, &json!({}), 400).await;
    // allowed by then, but none of what this recipient gets is held
    asks.says(PATH, &say("facebook-campaigns", "app"), 201).await;
    let give = json!({ "subject": subject, "recipient": "facebook", "purpose": "facebook-campaigns" });
    asks.says("/v1/disclose", &give, 404).await;
}

/// No token, one of another scope, and a database that does not answer.
async fn refused(house: &House, described: &mut Described) {
    let nobody = &mut house.visitor();
    Asks { described, who: nobody }.everything(401).await;
    let other = &mut program(house, &[]).await;
    Asks { described, who: other }.everything(403).await;
    let who = &mut program(house, &ALL).await;
    house.service.db.close().await;
    Asks { described, who }.everything(503).await;
}
