//! What Art. 15 asks to be said besides the data: every item of (1)(a)–(h) and (2), in words, also where it
//! is "none".

use std::collections::BTreeSet;

use policy::law::{self, Ground};
use policy::{Origin, Policy, Recipient, Stated};
use serde::Serialize;
use texts::{Texts, texts};

use super::why::{recipient, why_purpose};
use super::{Held, Why};

/// The explanations of one answer.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// (a), (d): the purposes of what is held, with basis and period.
    pub purposes: Vec<Why>,
    /// (b): the categories, by their titles.
    pub categories: Vec<String>,
    /// (c): who received data or may receive it.
    pub recipients: Vec<RecipientRow>,
    /// (e): what the person may ask for.
    pub rights: Vec<String>,
    /// (f): where to complain.
    pub authority: AuthorityRow,
    /// (g): where the data came from.
    pub sources: Vec<String>,
    /// (h): decisions without a human, or that there are none.
    pub automated_decisions: String,
    /// (2): transfers out of the European Economic Area with their safeguards.
    pub transfers: Vec<String>,
}

/// One recipient.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecipientRow {
    /// Its name.
    pub name: String,
    /// What it does, or its role.
    pub role: String,
    /// Its country, in words.
    pub country: String,
    /// For which purposes, in words.
    pub purposes: Vec<String>,
    /// How often it actually received data of this person.
    pub received: usize,
}

/// The supervisory authority.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuthorityRow {
    /// Its name.
    pub name: String,
    /// Its country, in words.
    pub country: String,
    /// Where to complain.
    pub website: Option<String>,
}

/// Explains what is held.
pub fn explain(policy: &Policy, held: &Held) -> Explanation {
    let texts = texts(&held.lang);
    let purposes = purposes(policy, held);
    let recipients = recipients(policy, held, &purposes, texts);
    Explanation {
        categories: held.groups.iter().map(|group| group.title.clone()).collect(),
        transfers: transfers(policy, &recipients, texts),
        rights: RIGHTS.iter().map(|name| texts.say(&format!("answer-right-{name}"))).collect(),
        authority: authority(policy, texts),
        sources: sources(policy, &purposes, texts),
        automated_decisions: automated(policy, &held.lang, texts),
        purposes,
        recipients,
    }
}

const RIGHTS: [&str; 7] =
    ["rectification", "erasure", "restriction", "portability", "objection", "withdrawal", "complaint"];

/// The purposes anything held is used for, in the policy's order.
fn purposes(policy: &Policy, held: &Held) -> Vec<Why> {
    let sections = held.groups.iter().flat_map(|group| &group.sections);
    let used: BTreeSet<&str> =
        sections.flat_map(|section| section.purposes()).map(|why| why.purpose.as_str()).collect();
    let known = policy.purposes.iter().filter(|purpose| used.contains(purpose.name.as_str()));
    known.map(|purpose| why_purpose(policy, purpose, &held.lang)).collect()
}

/// The recipients declared for those purposes, and whoever actually received something.
fn recipients(policy: &Policy, held: &Held, purposes: &[Why], texts: &Texts) -> Vec<RecipientRow> {
    let mut rows: Vec<RecipientRow> = Vec::new();
    for why in purposes {
        let declared = policy.purpose(&why.purpose).into_iter().flat_map(|purpose| &purpose.shares_with);
        for name in declared {
            let known = policy.recipient(name);
            let row = row(&mut rows, &recipient(policy, name), known, texts);
            row.purposes.push(why.title.clone());
        }
    }
    for disclosure in &held.disclosures {
        let known = policy.recipients.iter().find(|known| known.title == disclosure.recipient);
        let row = row(&mut rows, &disclosure.recipient, known, texts);
        row.received += 1;
    }
    rows
}

fn row<'a>(
    rows: &'a mut Vec<RecipientRow>,
    name: &str,
    known: Option<&Recipient>,
    texts: &Texts,
) -> &'a mut RecipientRow {
    let at = rows.iter().position(|row| row.name == name).unwrap_or(rows.len());
    if at == rows.len() {
        let what = known.and_then(|known| known.what.as_ref()).map(|what| what.get(texts.lang()).to_owned());
        let role = known.map(|known| texts.say(&format!("document-role-{}", known.role.as_str())));
        let country = known.map(|known| texts.country(known.stored_in.as_ref().unwrap_or(&known.country)));
        let role = what.filter(|what| !what.is_empty()).or(role).unwrap_or_default();
        let country = country.unwrap_or_default();
        rows.push(RecipientRow { name: name.to_owned(), role, country, purposes: vec![], received: 0 });
    }
    #[expect(clippy::indexing_slicing, reason = "the row was found or pushed two lines above")]
    &mut rows[at]
}

fn transfers(policy: &Policy, recipients: &[RecipientRow], texts: &Texts) -> Vec<String> {
    let listed = |known: &&Recipient| recipients.iter().any(|row| row.name == known.title);
    let abroad = policy.recipients.iter().filter(listed).flat_map(|known| {
        law::abroad(known, policy.version).map(move |place| {
            let words = texts.say(&format!("document-safeguard-{}", safeguard(place.ground)));
            let country = texts.country(place.country);
            let said = [
                ("recipient", (&known.title).into()),
                ("country", country.into()),
                ("safeguard", words.into()),
            ];
            texts.with("answer-transfer", &said)
        })
    });
    abroad.collect()
}

/// What protects the data there, as the end of a message's id.
fn safeguard(ground: Ground) -> &'static str {
    match ground {
        Ground::Held(held) => held.as_str(),
        Ground::Inside | Ground::Adequate => "adequacy",
        Ground::Missing | Ground::Unfit(_) => "undeclared",
    }
}

fn authority(policy: &Policy, texts: &Texts) -> AuthorityRow {
    let Stated { value, .. } = &policy.authority.name;
    AuthorityRow {
        name: value.clone(),
        country: texts.country(&policy.authority.country),
        website: policy.authority.website.clone(),
    }
}

fn sources(policy: &Policy, purposes: &[Why], texts: &Texts) -> Vec<String> {
    let mut sources: BTreeSet<Origin> = BTreeSet::new();
    for why in purposes {
        sources.extend(policy.purpose(&why.purpose).into_iter().flat_map(|purpose| &purpose.sources));
    }
    if sources.is_empty() {
        sources.insert(Origin::Person);
    }
    sources.into_iter().map(|origin| texts.say(&format!("answer-source-{}", origin.as_str()))).collect()
}

fn automated(policy: &Policy, lang: &str, texts: &Texts) -> String {
    let said = policy.automated_decisions.as_ref().map(|text| text.get(lang)).filter(|text| !text.is_empty());
    said.map_or_else(|| texts.say("answer-automated-none"), ToOwned::to_owned)
}
