//! TILT: what is written is valid under its schema and can be read back; what cannot be carried is told.

use crate::services::{SERVICES, policy};
use policy::machine::{Machine, from_tilt, left_out, tilt};
use policy::{Policy, Severity, Source};
use serde_json::{Value, json};

/// The rules of `tilt-schema.json` (Transparency-Information-Language/schema at 0142de9 and ba05879), by place: what
/// stands there, and whether it is required (`!`). `[]` is any entry of a list.
const SCHEMA: &str = "
meta !object
meta._id !string
meta.name !string
meta.created !day
meta.modified !day
meta.version !count
meta.language !language
meta.status !status
meta.url !uri
meta._hash !hash
controller !object
controller.name !string
controller.division string
controller.address !string
controller.country !country
controller.representative !object
controller.representative.name !string
controller.representative.email !email
controller.representative.phone phone
dataProtectionOfficer !object
dataProtectionOfficer.name !string
dataProtectionOfficer.address !string
dataProtectionOfficer.country !string
dataProtectionOfficer.email !string
dataProtectionOfficer.phone string
dataDisclosed !list
dataDisclosed[]._id !string
dataDisclosed[].category !string
dataDisclosed[].purposes !list
dataDisclosed[].purposes[].purpose !string
dataDisclosed[].purposes[].description !string
dataDisclosed[].legalBases !list
dataDisclosed[].legalBases[].reference !string
dataDisclosed[].legalBases[].description !string
dataDisclosed[].legitimateInterests !list
dataDisclosed[].legitimateInterests[].exists !yes
dataDisclosed[].legitimateInterests[].reasoning !string
dataDisclosed[].recipients !list
dataDisclosed[].recipients[].name string
dataDisclosed[].recipients[].division string
dataDisclosed[].recipients[].address string
dataDisclosed[].recipients[].country string
dataDisclosed[].recipients[].representative object
dataDisclosed[].recipients[].representative.name string
dataDisclosed[].recipients[].representative.email string
dataDisclosed[].recipients[].representative.phone string
dataDisclosed[].recipients[].category !string
dataDisclosed[].storage !list
dataDisclosed[].storage[].temporal !list
dataDisclosed[].storage[].temporal[].description !string
dataDisclosed[].storage[].temporal[].ttl !string
dataDisclosed[].storage[].purposeConditional !list
dataDisclosed[].storage[].purposeConditional[] string
dataDisclosed[].storage[].legalBasisConditional !list
dataDisclosed[].storage[].legalBasisConditional[] string
dataDisclosed[].storage[].aggregationFunction !string
dataDisclosed[].nonDisclosure !object
dataDisclosed[].nonDisclosure.legalRequirement !yes
dataDisclosed[].nonDisclosure.contractualRegulation !yes
dataDisclosed[].nonDisclosure.obligationToProvide !yes
dataDisclosed[].nonDisclosure.consequences !string
thirdCountryTransfers !list
thirdCountryTransfers[].country !string
thirdCountryTransfers[].adequacyDecision !said
thirdCountryTransfers[].appropriateGuarantees !said
thirdCountryTransfers[].presenceOfEnforceableRightsAndEffectiveRemedies !said
thirdCountryTransfers[].standardDataProtectionClause !said
accessAndDataPortability !right
accessAndDataPortability.administrativeFee !object
accessAndDataPortability.administrativeFee.amount !number
accessAndDataPortability.administrativeFee.currency !string
accessAndDataPortability.dataFormat !string
accessAndDataPortability.dataFormats !list
accessAndDataPortability.dataFormats[] string
sources !list
sources[]._id !string
sources[].dataCategory !string
sources[].sources !list
sources[].sources[].description !string
sources[].sources[].url !string
sources[].sources[].publiclyAvailable !yes
rightToInformation !right
rightToRectificationOrDeletion !right
rightToDataPortability !right
rightToWithdrawConsent !right
rightToComplain !right
rightToComplain.supervisoryAuthority !object
rightToComplain.supervisoryAuthority.name !string
rightToComplain.supervisoryAuthority.address !string
rightToComplain.supervisoryAuthority.country !string
rightToComplain.supervisoryAuthority.email !string
rightToComplain.supervisoryAuthority.phone !string
automatedDecisionMaking !object
automatedDecisionMaking.inUse !yes
automatedDecisionMaking.logicInvolved !string
automatedDecisionMaking.scopeAndIntendedEffects !string
changesOfPurpose !list
changesOfPurpose[].description !string
changesOfPurpose[].affectedDataCategories !list
changesOfPurpose[].affectedDataCategories[] string
changesOfPurpose[].plannedDateOfChange !string
changesOfPurpose[].urlOfNewVersion !string
";

/// Whether a value is what the schema asks for.
fn is(value: &Value, what: &str) -> bool {
    let text = value.as_str();
    let has = |test: fn(&str) -> bool| text.is_some_and(test);
    match what {
        "object" => value.is_object(),
        "list" => value.is_array(),
        "string" => value.is_string(),
        "yes" => value.is_boolean(),
        "number" => value.is_number(),
        "count" => value.as_i64().is_some_and(|n| n >= 1),
        "day" => has(|text| text.parse::<jiff::civil::Date>().is_ok()),
        "language" => has(|text| ["en", "nb", "fr"].contains(&text)),
        "status" => has(|text| text == "active" || text == "inactive"),
        "uri" => {
            has(|text| (text.starts_with("https://") || text.starts_with("urn:")) && !text.contains(' '))
        }
        "hash" => has(|text| text.len() == 64 && text.chars().all(|c| c.is_ascii_hexdigit())),
        "country" => has(|text| text.chars().count() == 2),
        "email" => has(|text| {
            text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
        }),
        // ^[+]*[(]{0,1}[0-9]{1,4}[)]{0,1}[-\s\./0-9]*$
        "phone" => has(|text| {
            let rest = text.trim_start_matches('+').trim_start_matches('(');
            rest.starts_with(|c: char| c.is_ascii_digit())
                && !rest.chars().skip(4).any(|c| !(c.is_ascii_digit() || " -./".contains(c)))
        }),
        "said" => value["available"].is_boolean() && value["description"].is_string(),
        "right" => {
            value["available"].is_boolean()
                && ["description", "url", "email"].iter().all(|key| value[key].is_string())
                && value["identificationEvidences"]
                    .as_array()
                    .is_some_and(|all| all.iter().all(Value::is_string))
        }
        other => panic!("no rule {other}"),
    }
}

/// Every value at a place, with `None` where a mapping that should have it has none.
fn at<'v>(value: &'v Value, place: &str) -> Vec<Option<&'v Value>> {
    let (step, rest) = place.split_once('.').map_or((place, None), |(step, rest)| (step, Some(rest)));
    let (key, list) = step.strip_suffix("[]").map_or((step, false), |key| (key, true));
    let found = value.get(key);
    let all: Vec<Option<&Value>> = match (found, list) {
        (Some(Value::Array(entries)), true) => entries.iter().map(Some).collect(),
        (_, true) => Vec::new(),
        (found, false) => vec![found],
    };
    match rest {
        None => all,
        Some(rest) => all.into_iter().flatten().flat_map(|inner| at(inner, rest)).collect(),
    }
}

fn breaches(document: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for line in SCHEMA.lines().filter(|line| !line.is_empty()) {
        let (place, rule) = line.split_once(' ').unwrap();
        let (what, required) = rule.strip_prefix('!').map_or((rule, false), |what| (what, true));
        for found in at(document, place) {
            match found {
                Some(value) if !is(value, what) => wrong.push(format!("{place} is no {what}: {value}")),
                None if required => wrong.push(format!("{place} is missing")),
                _ => {}
            }
        }
    }
    wrong
}

#[test]
fn what_is_written_is_valid_under_the_schema_in_every_language() {
    for (service, ..) in SERVICES {
        let policy = policy(service);
        for lang in policy.languages.all() {
            assert_eq!(breaches(&tilt(&policy, lang)), Vec::<String>::new(), "{service}, {lang}");
        }
    }
}

#[test]
fn the_schema_refuses_what_it_should() {
    let mut document = tilt(&policy("wepack"), "en");
    document["meta"]["_hash"] = json!("short");
    document["controller"].as_object_mut().unwrap().remove("country");
    document["dataDisclosed"][0]["storage"][0]["temporal"][0]["ttl"] = json!(3);
    let wrong = breaches(&document);
    assert_eq!(wrong.len(), 3, "{wrong:#?}");
}

fn read_back(policy: &Policy, lang: &str) -> (Policy, Vec<String>) {
    let imported = from_tilt(&tilt(policy, lang), policy.version);
    let compiled = policy::compile(&Source::new("imported.yaml", imported.text.clone()));
    let bad: Vec<_> = compiled.diagnostics.iter().filter(|told| told.severity == Severity::Error).collect();
    assert!(bad.is_empty(), "{}: {bad:#?}\n{}", policy.service, imported.text);
    (compiled.policy.unwrap(), imported.told)
}

/// What TILT carries of a policy: everything but the hash, which is the policy's own, and what is ours.
#[expect(clippy::indexing_slicing, reason = "a key that is not there fails the test")]
fn carried(policy: &Policy, lang: &str) -> Value {
    let mut document = tilt(policy, lang);
    document["meta"].as_object_mut().unwrap().remove("_hash");
    document.as_object_mut().unwrap().remove("assumed");
    // which formats data is taken along in stands there as a word, and is told when it is read
    document["accessAndDataPortability"]["dataFormat"] = Value::Null;
    document["accessAndDataPortability"]["dataFormats"] = Value::Null;
    // the order of recipients is not carried: transfers stand in the order in which they are first named
    let transfers = document["thirdCountryTransfers"].as_array_mut().unwrap();
    transfers.sort_by_key(Value::to_string);
    document
}

#[test]
fn every_service_comes_back_as_it_was_written() {
    for (service, ..) in SERVICES {
        let known = policy(service);
        for lang in known.languages.all() {
            let (again, _) = read_back(&known, lang);
            let (before, after) = (carried(&known, lang), carried(&again, lang));
            for key in before.as_object().unwrap().keys() {
                assert_same(&before[key], &after[key], &format!("{service}, {lang}: {key}"));
            }
        }
    }
}

/// Like `assert_eq!`, but shows where two large documents differ.
fn assert_same(before: &Value, after: &Value, place: &str) {
    match (before, after) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same(a, b, &format!("{place}[{at}]"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys()) {
                assert_same(&before[key], &after[key], &format!("{place}.{key}"));
            }
        }
        _ => assert_eq!(before, after, "{place}"),
    }
}

/// A document as people write them: nothing, lists where texts belong, other words for bases, two purposes at once.
fn untidy() -> Value {
    json!({
        "meta": { "name": "Grünes Rad", "created": "2021-06-21T12:21:52.321328", "language": "de", "url": "https://rad.example/daten" },
        "controller": { "name": "Grünes Rad GmbH", "country": "Deutschland", "address": null, "division": "Verleih",
                        "representative": { "name": "Jana Muster", "email": "kontakt@rad.example", "phone": null } },
        "dataProtectionOfficer": { "name": null, "email": "dsb@rad.example", "address": [] },
        "dataDisclosed": [
            { "category": "E-Mail-Adresse", "purposes": [{ "purpose": "Newsletter", "description": "Einmal im Monat" }],
              "legalBases": [{ "reference": "Art. 6 (1) lit. a DSGVO", "description": "" }],
              "legitimateInterests": [{ "~exists": [], "reasoning": [] }],
              "recipients": [{ "name": "Mailer Inc.", "country": "US", "category": "Versand" }],
              "storage": [{ "temporal": [{ "description": "nach der Abmeldung", "ttl": "P3Y" }], "purposeConditional": [],
                            "legalBasisConditional": [], "aggregationFunction": "max" }],
              "nonDisclosure": { "legalRequirement": null, "consequences": null } },
            { "category": "E-Mail-Adresse", "purposes": [{ "purpose": "Rechnungen" }, { "purpose": "Newsletter" }],
              "legalBases": [{ "reference": "GDPR-6-1-c" }], "recipients": [{ "name": [], "category": [] }],
              "storage": [{ "temporal": [], "aggregationFunction": [] }] },
        ],
        "thirdCountryTransfers": [{ "country": "US", "standardDataProtectionClause": { "available": true, "description": "SCC" } }],
        "sources": [{ "dataCategory": "E-Mail-Adresse", "sources": [{ "description": "Adresshändler", "url": "https://adr.example" }] }],
        "automatedDecisionMaking": { "inUse": true },
    })
}

#[test]
fn an_untidy_document_compiles_and_nothing_it_says_is_lost() {
    let imported = from_tilt(&untidy(), jiff::civil::date(2026, 11, 1));
    let compiled = policy::compile(&Source::new("rad.yaml", imported.text.clone()));
    let bad: Vec<_> = compiled.diagnostics.iter().filter(|told| told.severity == Severity::Error).collect();
    assert!(bad.is_empty(), "{bad:#?}\n{}", imported.text);
    let policy = compiled.policy.unwrap();
    for said in [
        "Deutschland",
        "Verleih",
        "Jana Muster",
        "Einmal im Monat",
        "nach der Abmeldung",
        "Adresshändler",
        "https://adr.example",
        "SCC",
    ] {
        let text = &imported.text;
        assert!(text.contains(said), "{said} is nowhere:\n{text}");
    }
    let news = policy.purpose("newsletter").unwrap();
    let bills = policy.purpose("rechnungen").unwrap();
    assert_eq!(
        (bills.basis, policy.is_assumed("purposes/rechnungen/law")),
        (policy::Basis::LegalObligation, true)
    );
    assert_eq!((news.basis, news.keep.length.months()), (policy::Basis::Consent, Some(36)));
    assert_eq!(policy.recipient("mailer-inc").unwrap().safeguard, Some(policy::Safeguard::Scc));
    assert!(policy.is_assumed("controller/country") && policy.is_assumed("controller/address"));
    assert!(
        imported.told.iter().any(|line| line.starts_with("controller.representative.name: Jana")),
        "{:#?}",
        imported.told
    );
}

#[test]
fn nothing_at_all_becomes_a_policy_whose_every_answer_is_open() {
    let imported = from_tilt(&json!({ "controller": {} }), jiff::civil::date(2026, 11, 1));
    let compiled = policy::compile(&Source::new("none.yaml", imported.text.clone()));
    assert!(compiled.policy.is_some(), "{:#?}\n{}", compiled.diagnostics, imported.text);
    assert_eq!(imported.told, Vec::<String>::new());
}

#[test]
fn what_tilt_has_no_place_for_is_named() {
    let left = left_out(&policy("wepack"), Machine::Tilt);
    for place in ["cookies", "forms", "languages/also", "recipients/stored_in", "signals", "attestations"] {
        assert!(left.iter().any(|known| known == place), "{place} is not in {left:?}");
    }
    for place in ["purposes/why", "purposes/basis", "recipients/country", "controller/name"] {
        assert!(!left.iter().any(|known| known == place), "{place} is carried");
    }
}

/// Every place of a document that holds no further places.
fn leaves(value: &Value, place: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, inner) in entries {
                leaves(inner, &format!("{place}/{key}"), out);
            }
        }
        Value::Array(values) if !values.is_empty() => {
            for (at, inner) in values.iter().enumerate() {
                leaves(inner, &format!("{place}/{at}"), out);
            }
        }
        _ => out.push(place.to_owned()),
    }
}

#[test]
fn whatever_stands_in_its_place_a_document_becomes_a_policy_that_compiles() {
    let strange = [
        json!(null),
        json!(-1.5e300),
        json!([["a"], { "b": [] }]),
        json!({ "": { "": "~/~1" } }),
        json!("\u{202e}: # \"{ [ - & * ! | >\t\r\n\u{0}%"),
        json!("ÆØÅ ".repeat(3_000)),
        json!("NO"),
        json!("P99999Y"),
    ];
    let mut places = Vec::new();
    leaves(&untidy(), "", &mut places);
    assert!(places.len() > 40, "{places:?}");
    for place in &places {
        for value in &strange {
            let mut document = untidy();
            *document.pointer_mut(place).unwrap() = value.clone();
            let imported = from_tilt(&document, jiff::civil::date(2026, 11, 1));
            let compiled = policy::compile(&Source::new("strange.yaml", imported.text.clone()));
            let bad: Vec<_> =
                compiled.diagnostics.iter().filter(|told| told.severity == Severity::Error).collect();
            assert!(bad.is_empty(), "{place} = {value}\n{bad:#?}\n{}", imported.text);
        }
    }
}
