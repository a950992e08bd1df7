//! Recipients and their countries as TILT has them.

use crate::draft::clean;
use crate::law::{self, Destination, Ground};
use crate::model::{Policy, Recipient, Role, Safeguard};
use document::texts;
use serde_json::{Map, Value, json};

/// A recipient beside a field it gets: its name and country, and as its category what it does and what it is.
pub(super) fn recipient(recipient: &Recipient, lang: &str) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: &str| {
        if !value.is_empty() {
            out.insert(key.to_owned(), json!(value));
        }
    };
    put("name", recipient.title_in(lang));
    put("country", &recipient.country);
    put("category", &category(recipient, lang));
    if let Some(representative) = &recipient.representative {
        out.insert("representative".to_owned(), json!({ "name": representative }));
    }
    Value::Object(out)
}

/// `Carries your parcel (Works on our instructions)`.
fn category(recipient: &Recipient, lang: &str) -> String {
    let role = said(recipient.role, lang);
    match &recipient.what {
        Some(what) => format!("{} ({role})", what.get(lang).trim_end_matches('.')),
        None => role,
    }
}

fn said(role: Role, lang: &str) -> String {
    texts::texts(lang).say(&format!("document-role-{}", role.as_str()))
}

/// What a category says a recipient does, and its role where it is said in our words.
pub(super) fn role(category: &str, lang: &str) -> (Option<String>, Option<Role>) {
    for role in Role::WORDS.iter().filter_map(|(word, _)| Role::parse(word)) {
        let said = said(role, lang);
        if category == said {
            return (None, Some(role));
        }
        if let Some(what) = category.strip_suffix(&format!(" ({said})")) {
            return (Some(clean(what)), Some(role));
        }
    }
    (Some(clean(category)).filter(|what| !what.is_empty()), None)
}

/// The transfers to third countries: one a recipient and country, because each rests on something of its own.
pub(super) fn transfers(policy: &Policy, lang: &str) -> Value {
    let of = |recipient| {
        law::abroad(recipient, policy.version).map(move |place| transfer(&place, recipient, lang))
    };
    policy.recipients.iter().flat_map(of).collect()
}

fn transfer(place: &Destination<'_>, recipient: &Recipient, lang: &str) -> Value {
    use Safeguard::{Adequacy, Bcr, Certification, ContractNeeds, Dpf, ExplicitConsent, Scc};
    let safeguard = match place.ground {
        Ground::Held(held) => Some(held),
        Ground::Adequate => Some(Adequacy),
        Ground::Inside | Ground::Missing | Ground::Unfit(_) => None,
    };
    let about = |holds: &[Safeguard]| {
        let held = safeguard.filter(|safeguard| holds.contains(safeguard));
        let said = held.map(|held| sentence(recipient, held, lang)).unwrap_or_default();
        json!({ "available": held.is_some(), "description": said })
    };
    let mut rights = about(&[Adequacy, Dpf, Scc, Bcr, Certification]);
    // Art. 49 has no place of its own; that nothing protects the data there is said where rights would be.
    if let Some(held @ (ExplicitConsent | ContractNeeds)) = safeguard {
        rights = json!({ "available": false, "description": sentence(recipient, held, lang) });
    }
    json!({
        "country": place.country,
        "adequacyDecision": about(&[Adequacy, Dpf]),
        "appropriateGuarantees": about(&[Bcr, Certification]),
        "presenceOfEnforceableRightsAndEffectiveRemedies": rights,
        "standardDataProtectionClause": about(&[Scc]),
    })
}

/// `Netlify: Certified under the EU–US Data Privacy Framework (Art. 45)`.
fn sentence(recipient: &Recipient, safeguard: Safeguard, lang: &str) -> String {
    format!("{}: {}", recipient.title_in(lang), protection(safeguard, lang))
}

fn protection(safeguard: Safeguard, lang: &str) -> String {
    texts::texts(lang).say(&format!("document-safeguard-{}", safeguard.as_str()))
}

/// The safeguard a description means, for the recipient it names: our own sentence, or none.
pub(super) fn safeguard(description: &str, lang: &str) -> Option<(String, Safeguard)> {
    let known = Safeguard::WORDS.iter().filter_map(|(word, _)| Safeguard::parse(word));
    known.into_iter().find_map(|safeguard| {
        let name = description.strip_suffix(&format!(": {}", protection(safeguard, lang)))?;
        Some((name.to_owned(), safeguard))
    })
}
