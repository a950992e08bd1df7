//! The client knows every address, key and word of the description.

use std::collections::BTreeSet;

use abide_client::{Channel, Conditions, Consent, Exception, Method, Reason, Remedy, Said};
use serde_json::{Value, json};
use uuid::Uuid;

const DESCRIPTION: &str = include_str!("../../../../crates/web/assets/openapi.json");
const GATE: &str = include_str!("../../src/gate.rs");
const WORDS: &str = include_str!("../../src/words.rs");

fn described() -> Value {
    serde_json::from_str(DESCRIPTION).expect("JSON")
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_object().expect("an object").keys().cloned().collect()
}

fn keys(schema: &Value) -> BTreeSet<String> {
    names(&schema["properties"])
}

fn set(words: &[&str]) -> BTreeSet<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The fields of a struct in a source, in its spelling.
fn fields(source: &str, name: &str) -> BTreeSet<String> {
    let body = source.split(&format!("struct {name} {{\n")).nth(1).expect("the struct");
    let body = body.split("\n}").next().expect("its end");
    let field = |line: &str| {
        let line = line.trim().trim_start_matches("pub ");
        line.split_once(": ")
            .filter(|_| !line.starts_with('/') && !line.starts_with('#'))
            .map(|(name, _)| name.to_owned())
    };
    body.lines().filter_map(field).collect()
}

#[test]
fn every_address_is_asked_or_is_for_proxies_and_readers() {
    let ours =
        set(&["/v1/decide", "/v1/decide/batch", "/v1/audience/{purpose}", "/v1/disclose", "/v1/consents"]);
    // whoever imports people asks about addresses, which a gate does not know
    let others = set(&["/v1/authorize", "/v1/authorize/{path}", "/v1/openapi.json", "/v1/suppressed"]);
    let told = names(&described()["paths"]);
    assert!(ours.iter().all(|path| GATE.contains(path.trim_end_matches("{purpose}"))));
    assert_eq!(ours.difference(&told).count(), 0);
    let unknown: Vec<&String> =
        told.iter().filter(|path| !ours.contains(*path) && !others.contains(*path)).collect();
    assert!(unknown.is_empty(), "the client does not know {unknown:?}");
}

#[test]
fn every_key_is_known() {
    let told = described();
    let schemas = &told["components"]["schemas"];
    let all = Conditions {
        category: Some(String::new()),
        recipient: Some(String::new()),
        channel: Some(Channel::Email),
        record: Some(Uuid::nil()),
        exception: Some(Exception::Storage),
        at: Some(String::new()),
        consistent: true,
    };
    let conditions = names(&json!(all));
    assert_eq!(keys(&schemas["Question"]), &conditions | &set(&["subject", "purpose"]));
    assert_eq!(keys(&schemas["BatchQuestion"]), &conditions | &set(&["purpose"]));
    let some = || Some(String::new());
    let consent = Consent {
        wording: some(),
        lang: some(),
        method: Some(Method::Form),
        witness: some(),
        given_at: some(),
        expires: some(),
        ..Consent::new(Uuid::nil(), "", Said::Given, "")
    };
    assert_eq!(keys(&schemas["Consent"]), names(&json!(consent)));
    let meaning = &schemas["BatchAnswer"]["properties"]["reasons"]["additionalProperties"];
    for (schema, found) in [
        (&schemas["Answer"], fields(WORDS, "Answer")),
        (&schemas["Recorded"], fields(WORDS, "Recorded")),
        (&schemas["Disclosed"], fields(WORDS, "Disclosed")),
        (&schemas["BatchAnswer"], fields(GATE, "BatchAnswer")),
        (meaning, fields(GATE, "Meaning")),
        (&schemas["Batch"], fields(GATE, "Batch<'a>")),
        (&schemas["Disclosure"], fields(GATE, "Disclosure<'a>")),
        (&schemas["Count"], fields(GATE, "Count")),
        (&schemas["Problem"], set(&["type", "title", "status", "code", "detail"])),
    ] {
        assert_eq!(keys(schema), found);
    }
    assert_eq!(schemas["Batch"]["properties"]["subjects"]["maxItems"], 10_000);
    let parameters = told["paths"]["/v1/audience/{purpose}"]["get"]["parameters"].as_array().expect("a list");
    let query: BTreeSet<String> = parameters
        .iter()
        .filter(|one| one["in"] == "query")
        .filter_map(|one| one["name"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(query, set(&["country", "channel", "recipient", "count"]));
}

#[test]
fn every_word_is_known() {
    let told = described();
    let schemas = &told["components"]["schemas"];
    let words = |schema: &str, key: &str| schemas[schema]["properties"][key]["enum"].clone();
    assert_eq!(words("Answer", "reason"), json!(Reason::ALL));
    assert_eq!(schemas["BatchAnswer"]["properties"]["answers"]["items"]["enum"], json!(Reason::ALL));
    assert_eq!(words("Answer", "remedy"), json!(Remedy::ALL));
    assert_eq!(words("Question", "channel"), json!(Channel::ALL));
    assert_eq!(words("Question", "exception"), json!(Exception::ALL));
    assert_eq!(words("Consent", "answer"), json!(Said::ALL));
    assert_eq!(words("Consent", "method"), json!(Method::ALL));
}
