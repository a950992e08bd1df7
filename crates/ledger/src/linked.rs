//! The receipt as linked data: JSON-LD in the shape of ISO/IEC TS 27560, in the terms of the W3C Data Privacy Vocabulary
//! (DPV 2.3), around the [`Receipt`] as its proof.
//!
//! Nothing in it is believed as it stands. Everything outside `proof` is computed from what `proof` covers (the facts,
//! the opened body, the notice that the body names by its hash), and whoever checks it computes it again: what differs
//! is named. So the file may be read by programs that know DPV, and still carries not one word that is not proven.
//!
//! `body` is the opened body as JSON; who opens it is `vault`.

use serde_json::{Map, Value, json};

use crate::facts::Facts;
use crate::hash::{Hash, sha256};
use crate::kind::Kind;
use crate::receipt::{Receipt, ReceiptError};

/// The profiles of DPV's guide to TS 27560 that a whole record and receipt of consent follow.
const RECORD: &str = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
const RECEIPT: &str = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr";

/// A receipt's file: the receipt, and the linked data around it where it has that form.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// The receipt.
    pub receipt: Receipt,
    /// The whole document, to be compared with [`linked`].
    pub document: Option<Value>,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkedError {
    /// The notice is not the one the body names.
    #[error("the notice is not the one the sealed content names: it was changed")]
    Notice,
    /// The record says something else than what is proven.
    #[error("the record around the proof was changed: `{0}` is not what the entry says")]
    Differs(String),
}

impl File {
    /// Reads either form.
    ///
    /// # Errors
    /// If it is no JSON, or the receipt in it is none.
    pub fn from_json(json: &[u8]) -> Result<Self, ReceiptError> {
        let Ok(Value::Object(document)) = serde_json::from_slice(json) else {
            return Ok(Self { receipt: Receipt::from_json(json)?, document: None });
        };
        if !document.contains_key("@context") {
            return Ok(Self { receipt: Receipt::from_json(json)?, document: None });
        }
        let inner = document.get("proof").cloned().unwrap_or_default();
        let receipt = Receipt::from_json(inner.to_string().as_bytes())?;
        Ok(Self { receipt, document: Some(Value::Object(document)) })
    }

    /// Checks notice and record against what the receipt proves; [`crate::verify()`] checks the receipt itself.
    ///
    /// # Errors
    /// The first part that differs, by its JSON pointer.
    pub fn check(&self, body: Option<&Value>) -> Result<(), LinkedError> {
        check_notice(&self.receipt, body)?;
        match &self.document {
            Some(document) => differs(document, &linked(&self.receipt, body), String::new())
                .map_or(Ok(()), |at| Err(LinkedError::Differs(at))),
            None => Ok(()),
        }
    }
}

/// The hash by which a body names a notice: SHA-256 of its canonical JSON (RFC 8785). None for a notice that has
/// anything but text, lists and objects in it, or a key beyond ASCII.
#[must_use]
pub fn notice_hash(notice: &Value) -> Option<Hash> {
    let mut out = String::new();
    canonical(notice, &mut out).then(|| sha256(out.as_bytes()))
}

fn canonical(value: &Value, out: &mut String) -> bool {
    match value {
        Value::String(_) => out.push_str(&value.to_string()),
        Value::Array(list) => {
            out.push('[');
            for (at, item) in list.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                if !canonical(item, out) {
                    return false;
                }
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            out.push('{');
            for (at, key) in keys.into_iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                if !key.is_ascii() || !map.get(key).is_some_and(|value| canonical(value, out)) {
                    return false;
                }
            }
            out.push('}');
        }
        _ => return false,
    }
    true
}

fn check_notice(receipt: &Receipt, body: Option<&Value>) -> Result<(), LinkedError> {
    let Some(notice) = &receipt.notice else { return Ok(()) };
    let named = body.and_then(|body| body.get("notice")).and_then(Value::as_str);
    let found = notice_hash(notice).map(|hash| hash.to_string());
    if found.is_some() && found.as_deref() == named { Ok(()) } else { Err(LinkedError::Notice) }
}

/// Where two values differ first.
fn differs(found: &Value, expected: &Value, at: String) -> Option<String> {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let keys = found.keys().chain(expected.keys().filter(|key| !found.contains_key(*key)));
            let none = Value::Null;
            keys.into_iter().find_map(|key| {
                let (one, other) = (found.get(key).unwrap_or(&none), expected.get(key).unwrap_or(&none));
                differs(one, other, format!("{at}/{key}"))
            })
        }
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            let pairs = found.iter().zip(expected).enumerate();
            pairs.into_iter().find_map(|(nth, (one, other))| differs(one, other, format!("{at}/{nth}")))
        }
        _ => (found != expected).then(|| if at.is_empty() { "/".to_owned() } else { at }),
    }
}

/// The document of a receipt.
#[must_use]
pub fn linked(receipt: &Receipt, body: Option<&Value>) -> Value {
    let facts = &receipt.facts;
    let consents = statuses(facts, body);
    let whole = receipt.notice.is_some() && !consents.is_empty();
    let mut record = Map::new();
    if let Some(Value::Object(notice)) = &receipt.notice {
        record.extend(notice.clone());
    }
    record.insert("@type".to_owned(), record_type(&consents).into());
    record.insert("dct:identifier".to_owned(), facts.id.to_string().into());
    record.insert("dct:created".to_owned(), json!(facts.at.to_string()));
    record.insert("abide:kind".to_owned(), facts.kind.as_str().into());
    if whole {
        record.insert("dct:conformsTo".to_owned(), json!({ "@id": RECORD }));
    }
    if let Some(subject) = facts.subject {
        let person = json!({ "@id": format!("urn:uuid:{subject}"), "@type": "dpv:DataSubject" });
        record.insert("dpv:hasDataSubject".to_owned(), person);
    }
    if !facts.categories.is_empty() {
        record.insert("abide:fields".to_owned(), json!(facts.categories));
    }
    let accepted = accepted(body);
    if !accepted.is_empty() {
        record.insert("abide:accepted".to_owned(), Value::Array(accepted));
    }
    if !consents.is_empty() {
        record.insert("dpv:hasConsentStatus".to_owned(), Value::Array(consents.clone()));
    }
    let mut document = json!({
        "@context": context(),
        "@id": format!("urn:uuid:{}", facts.id),
        "@type": if consents.is_empty() { "abide:Receipt" } else { "dpv:ConsentReceipt" },
        "dct:identifier": facts.id.to_string(),
        "dpv:hasRecordOfActivity": [record],
        "proof": receipt,
    });
    if let (true, Some(document)) = (whole, document.as_object_mut()) {
        document.insert("dct:conformsTo".to_owned(), json!({ "@id": RECEIPT }));
    }
    document
}

fn record_type(consents: &[Value]) -> &'static str {
    if consents.is_empty() { "abide:Record" } else { "dpv:ConsentRecord" }
}

/// All in the file: reading it fetches nothing.
fn context() -> Value {
    json!({
        "dpv": "https://w3id.org/dpv#",
        "pd": "https://w3id.org/dpv/pd#",
        "loc": "https://w3id.org/dpv/loc#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "dct": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "abide": "urn:x-abide:",
        "dct:created": { "@type": "xsd:dateTime" },
        "dpv:isIndicatedAtTime": { "@type": "xsd:dateTime" },
        "proof": { "@id": "abide:proof", "@type": "@json" },
    })
}

/// One status for each consent the entry is about: from its boxes, else from its kind.
fn statuses(facts: &Facts, body: Option<&Value>) -> Vec<Value> {
    let boxes: Vec<&Value> = boxes(body).filter(|one| one.get("purpose").is_some()).collect();
    if boxes.is_empty() {
        let state = match facts.kind {
            Kind::ConsentAsked => "dpv:ConsentRequested",
            Kind::ConsentGiven => "dpv:ConsentGiven",
            Kind::ConsentRefused => "dpv:ConsentRefused",
            Kind::ConsentWithdrawn => "dpv:ConsentWithdrawn",
            Kind::ConsentExpired => "dpv:ConsentExpired",
            _ => return Vec::new(),
        };
        return vec![status(facts, state, facts.purpose.as_deref(), None)];
    }
    let said = |one: &Value, key: &str| one.get(key).and_then(Value::as_bool).unwrap_or(false);
    let of = |one: &&Value| {
        let counts = said(one, "ticked") && !said(one, "waits");
        let state = if counts { "dpv:ConsentGiven" } else { "dpv:ConsentRequested" };
        let text = |key: &str| one.get(key).and_then(Value::as_str);
        status(facts, state, text("purpose"), text("wording"))
    };
    boxes.iter().map(of).collect()
}

fn status(facts: &Facts, state: &str, purpose: Option<&str>, wording: Option<&str>) -> Value {
    let expressed = state == "dpv:ConsentGiven";
    let mut status = Map::new();
    let types = if expressed { json!([state, "dpv:ExpressedConsent"]) } else { json!([state]) };
    status.insert("@type".to_owned(), types);
    status.insert("dpv:isIndicatedAtTime".to_owned(), facts.at.to_string().into());
    if facts.actor == "person" {
        status.insert("dpv:isIndicatedBy".to_owned(), json!({ "@id": "dpv:DataSubject" }));
    }
    if let Some(purpose) = purpose {
        status.insert("abide:purpose".to_owned(), purpose.into());
    }
    if let Some(wording) = wording {
        status.insert("dpv:hasIndicationMethod".to_owned(), wording.into());
    }
    if let Some(expires) = facts.expires {
        status.insert("abide:expires".to_owned(), expires.to_string().into());
    }
    Value::Object(status)
}

/// What was accepted, in which words. Never a legal basis.
fn accepted(body: Option<&Value>) -> Vec<Value> {
    let texts = |one: &Value| {
        one.get("documents").filter(|texts| texts.as_array().is_some_and(|all| !all.is_empty())).cloned()
    };
    let ticked = |one: &&Value| one.get("ticked").and_then(Value::as_bool).unwrap_or(false);
    let of = |one: &Value| Some(json!({ "abide:wording": one.get("wording")?, "abide:texts": texts(one)? }));
    boxes(body).filter(ticked).filter_map(of).collect()
}

fn boxes(body: Option<&Value>) -> impl Iterator<Item = &Value> {
    let boxes = body.and_then(|body| body.get("boxes")).and_then(Value::as_array);
    boxes.map_or(&[][..], Vec::as_slice).iter()
}
