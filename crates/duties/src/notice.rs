//! What the policy says about one form, for the record in a receipt: who is responsible, for which purposes, on which
//! basis, which data, who gets it, how long, how consent is taken back (ISO/IEC TS 27560, in DPV's terms).
//!
//! An entry's body names it by its hash. INVARIANT: version 1 is permanent: the same version of a policy gives the same
//! notice for ever, because it is made again from the archive when a receipt is asked for. A change needs a new
//! version beside it; a test holds the hash of an example.

use ledger::{Hash, linked};
use policy::{Anchor, Basis, Form, Kind, Policy, Purpose, Recipient, Role};
use serde_json::{Value, json};

/// The notice of a form in one language.
pub(crate) fn of(policy: &Policy, form: &Form, lang: &str, base_url: &str) -> Value {
    let consents = form.consents.iter().map(|consent| consent.purpose.as_str());
    let names = std::iter::once(form.purpose.as_str()).chain(consents);
    let processes: Vec<Value> =
        names.filter_map(|name| policy.purpose(name)).map(|purpose| process(policy, purpose, lang)).collect();
    let kind = if form.consents.is_empty() { "dpv:PrivacyNotice" } else { "dpv:ConsentNotice" };
    json!({
        "dct:title": form.title.get(lang),
        "dct:language": lang,
        "dpv:hasDataController": controller(policy),
        "dpv:hasJurisdiction": { "@id": format!("loc:{}", policy.controller.country) },
        "dpv:hasNotice": {
            "@id": format!("{base_url}/policy/archive/{}", policy.version),
            "@type": kind,
            "dct:identifier": format!("sha256:{}", policy.hash_hex()),
            "dct:hasVersion": policy.version.to_string(),
            "dct:language": lang,
        },
        "dpv:hasProcess": processes,
        "dpv:hasConsentControl": {
            "@type": "dpv:WithdrawConsent",
            "dpv:isExercisedAt": { "@id": format!("{base_url}/privacy") },
        },
        "dpv:hasRight": rights(),
    })
}

/// Its hash, as a body names it.
pub(crate) fn hash(policy: &Policy, form: &Form, lang: &str, base_url: &str) -> Option<Hash> {
    linked::notice_hash(&of(policy, form, lang, base_url))
}

fn controller(policy: &Policy) -> Value {
    let one = &policy.controller;
    let stated = |value: &Option<policy::Stated>| value.as_ref().map(|stated| stated.value.clone());
    let mut controller = json!({
        "@type": "dpv:DataController",
        "dpv:hasName": one.name,
        "dpv:hasAddress": stated(&one.address).unwrap_or_else(|| one.country.clone()),
    });
    let contact: Vec<String> =
        [stated(&one.email), stated(&one.phone), stated(&one.website)].into_iter().flatten().collect();
    if let Some(controller) = controller.as_object_mut() {
        if !contact.is_empty() {
            controller.insert("dpv:hasContact".to_owned(), json!(contact));
        }
        if let Some(number) = &one.registration {
            controller.insert("dct:identifier".to_owned(), json!(number));
        }
    }
    controller
}

fn process(policy: &Policy, purpose: &Purpose, lang: &str) -> Value {
    let data: Vec<Value> = purpose.uses.iter().map(|path| field(policy, path, lang)).collect();
    let recipients = purpose.shares_with.iter().filter_map(|name| policy.recipient(name));
    let recipients: Vec<Value> = recipients.map(|one| recipient(one, lang)).collect();
    json!({
        "@type": "dpv:Process",
        "dpv:hasPurpose": { "@type": "dpv:Purpose", "dct:identifier": purpose.name, "dct:title": purpose.why.get(lang) },
        "dpv:hasLegalBasis": { "@id": basis(purpose.basis) },
        "dpv:hasPersonalData": data,
        "dpv:hasProcessing": [{ "@id": "dpv:Collect" }, { "@id": "dpv:Store" }, { "@id": "dpv:Use" }],
        "dpv:hasRecipient": recipients,
        "dpv:hasStorageCondition": [{
            "@type": "dpv:StorageDuration",
            "dpv:hasDuration": purpose.keep.length.span().to_string(),
            "abide:from": anchor(&purpose.keep.from),
        }],
    })
}

fn field(policy: &Policy, path: &str, lang: &str) -> Value {
    let found = policy.field(path);
    let kind = match found.map(|field| field.kind) {
        Some(Kind::Email) => "pd:EmailAddress",
        Some(Kind::Address) => "pd:PhysicalAddress",
        Some(Kind::Place) => "pd:City",
        Some(Kind::BirthDate) => "pd:BirthDate",
        Some(Kind::Age) => "pd:Age",
        Some(Kind::BankAccount) => "pd:BankAccount",
        _ => "dpv:PersonalData",
    };
    let title = found.map_or(path, |field| field.title.get(lang));
    json!({ "@type": kind, "dct:identifier": path, "dct:title": title })
}

fn recipient(one: &Recipient, lang: &str) -> Value {
    let kind = match one.role {
        Role::Processor => "dpv:DataProcessor",
        Role::Controller | Role::JointController | Role::GroupCompany => "dpv:DataController",
        Role::Authority | Role::OtherUsers | Role::Public => "dpv:Recipient",
    };
    let mut said = json!({ "@type": kind, "dct:identifier": one.name, "dpv:hasName": one.title_in(lang) });
    if let (false, Some(said)) = (one.country.is_empty(), said.as_object_mut()) {
        said.insert("dpv:hasLocation".to_owned(), json!({ "@id": format!("loc:{}", one.country) }));
    }
    said
}

fn anchor(from: &Anchor) -> String {
    match from {
        Anchor::Collection => "collection".to_owned(),
        Anchor::LastContact => "last-contact".to_owned(),
        Anchor::ContractEnd => "contract-end".to_owned(),
        Anchor::FiscalYearEnd => "fiscal-year-end".to_owned(),
        Anchor::ConsentEnd => "consent-end".to_owned(),
        Anchor::Event(name) => format!("event:{name}"),
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterests => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::LegitimateInterest => "eu-gdpr:A6-1-f",
    }
}

/// Consent taken back, access to objection, complaint (Art. 7(3), 15 to 22, 77).
fn rights() -> Vec<Value> {
    let articles = ["A7-3", "A15", "A16", "A17", "A18", "A20", "A21", "A22", "A77"];
    articles.into_iter().map(|article| json!({ "@id": format!("eu-gdpr:{article}") })).collect()
}
