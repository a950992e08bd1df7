//! `answer.json`: the answer for machines, in a stable order.

use serde::Serialize;

use super::explanation::Explanation;
use super::{
    Agreement, Answer, Disclosure, Group, HeldIdentifier, HeldReceipt, HeldRequest, Place, RemainsRow,
    StaffLook,
};

/// Name and version of the format.
pub const FORMAT: &str = "abide-answer-v1";

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    service: &'a str,
    controller: &'a str,
    reference: &'a str,
    language: &'a str,
    received_at: String,
    as_of: String,
    policy_version: String,
    policy_hash: String,
    searched: &'a [Place],
    identifiers: &'a [HeldIdentifier],
    data: &'a [Group],
    mentions: &'a [String],
    agreements: &'a [Agreement],
    explanation: &'a Explanation,
    disclosures: &'a [Disclosure],
    viewed_by_staff: &'a [StaffLook],
    requests: &'a [HeldRequest],
    receipts: &'a [HeldReceipt],
    remains: &'a [RemainsRow],
}

/// The bytes of `answer.json`.
pub fn json(answer: &Answer<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let held = answer.held;
    serde_json::to_vec_pretty(&File {
        format: FORMAT,
        service: &answer.policy.service,
        controller: answer.controller(),
        reference: &answer.reference,
        language: &held.lang,
        received_at: answer.received_at.to_string(),
        as_of: held.as_of.to_string(),
        policy_version: answer.policy.version.to_string(),
        policy_hash: answer.policy.hash_hex(),
        searched: &held.places,
        identifiers: &held.identifiers,
        data: &held.groups,
        mentions: &held.mentions,
        agreements: &held.agreements,
        explanation: answer.explanation,
        disclosures: &held.disclosures,
        viewed_by_staff: &held.views,
        requests: &held.requests,
        receipts: &held.receipts,
        remains: &held.remains,
    })
}
