//! A purpose as a process: why, on which basis, with which data, from where, to whom, for how long.

use super::super::tilt::iso;
use super::parties::{data_id, recipient_id};
use super::{named, said, terms};
use crate::model::{Basis, Policy, Purpose, Then};
use crate::publish::Wording;
use serde_json::{Value, json};

pub(super) fn process(policy: &Policy, purpose: &Purpose, base: &str, lang: &str) -> Value {
    let mut bases = vec![named(terms::basis(purpose.basis))];
    bases.extend(purpose.ground.map(|ground| named(terms::ground(ground))));
    let withdrawn = (purpose.basis == Basis::Consent).then(
        || json!({ "@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": named(&withdrawal(policy, base)) }),
    );
    let mut sources: Vec<&str> = purpose.sources.iter().map(|origin| terms::source(*origin)).collect();
    sources.sort_unstable();
    sources.dedup();
    json!({
        "@id": format!("{base}#process-{}", purpose.name),
        "@type": "dpv:Process",
        "dpv:hasPurpose": {
            "@id": format!("{base}#purpose-{}", purpose.name),
            "@type": terms::purpose(purpose),
            "dct:description": said(purpose.why.get(lang), lang),
        },
        "dpv:hasLegalBasis": bases,
        "dpv:hasPersonalData": purpose.uses.iter().map(|path| data(policy, path, base, lang)).collect::<Vec<_>>(),
        "dpv:hasDataSubject": { "@type": "dpv:DataSubject" },
        "dpv:hasDataSource": sources.into_iter().map(|source| json!({ "@type": source })).collect::<Vec<_>>(),
        "dpv:hasRecipient": purpose.shares_with.iter().map(|name| named(&recipient_id(base, name))).collect::<Vec<_>>(),
        "dpv:hasProcessing": purpose.profiling.then(|| json!({ "@type": "dpv:Profiling" })),
        "dpv:hasStorageCondition": storage(policy, purpose, lang),
        "dpv:hasConsentControl": withdrawn,
    })
}

fn withdrawal(policy: &Policy, base: &str) -> String {
    let site = policy.controller.website.as_ref().map(|site| site.value.trim_end_matches('/'));
    site.map_or_else(|| base.to_owned(), |site| format!("{site}/privacy"))
}

fn data(policy: &Policy, path: &str, base: &str, lang: &str) -> Value {
    let Some(field) = policy.field(path) else { return Value::Null };
    let category = path.split('.').next().and_then(|name| policy.category(name));
    let category = category.map_or("", |category| category.title.get(lang));
    let title = said(&format!("{category}: {}", field.title.get(lang)), lang);
    // A criminal record is no special category of Art. 9; DPV says so as well.
    let special = field.kind.is_special() && field.kind != crate::model::Kind::Criminal;
    let term = terms::kind(field.kind);
    let kind = if special { json!([term, "dpv:SpecialCategoryPersonalData"]) } else { json!(term) };
    json!({ "@id": data_id(base, path), "@type": kind, "dct:title": title })
}

/// The period, and what comes after it.
fn storage(policy: &Policy, purpose: &Purpose, lang: &str) -> Vec<Value> {
    let keep = &purpose.keep;
    let words = Wording::new(policy, lang).keep(keep);
    let mut all = vec![json!({
        "@type": "dpv:StorageDuration",
        "dpv:hasDuration": iso(keep.length),
        "dct:description": said(&words, lang),
    })];
    if keep.then == Then::Delete {
        all.push(json!({ "@type": "dpv:StorageDeletion" }));
    }
    all
}
