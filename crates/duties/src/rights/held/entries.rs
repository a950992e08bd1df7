//! What the ledger says about the person: agreements, disclosures, looks by staff, receipts.

use jiff::civil::Date;
use ledger::{Evidence, Kind};
use texts::{Texts, texts};
use uuid::Uuid;
use vault::SubjectKey;

use crate::answer::{Agreement, Disclosure, Held, HeldReceipt, StaffLook, recipient_title};
use crate::rights::{Result, clocks};
use crate::sharing::demand::told_of;
use crate::{Service, evidence};

/// Reads the subject's entries into `held`, the latest first. Returns the purposes consented to and not taken back.
pub(super) async fn read(
    service: &Service,
    subject: Uuid,
    key: &SubjectKey,
    held: &mut Held,
) -> Result<Vec<String>> {
    let entries = db::entries::list_of(&service.db, &service.name, subject).await?;
    for entry in entries.iter().rev() {
        match entry.facts.kind {
            Kind::Disclosed => {
                let said = body(service, key, entry).await?;
                let said = said.as_ref().map(|said| said.as_slice());
                let to = told_of(entry.facts.recipient.as_deref(), said, clocks::today(service));
                held.disclosures.extend(to.map(|to| disclosure(service, entry, to, &held.lang)));
            }
            Kind::ViewedByStaff => {
                let look = look(service, key, entry, &held.lang).await?;
                held.views.push(look);
            }
            Kind::RecordCollected => held.receipts.push(receipt(service, entry, &held.lang)),
            _ if is_agreement(&entry.facts.kind) => {
                let agreement = agreement(service, key, entry, &held.lang).await?;
                held.agreements.push(agreement);
            }
            _ => {}
        }
    }
    Ok(consented(&entries))
}

fn consented(entries: &[db::entries::Entry]) -> Vec<String> {
    let mut purposes: Vec<String> = Vec::new();
    for facts in entries.iter().map(|entry| &entry.facts) {
        let Some(purpose) = &facts.purpose else { continue };
        match facts.kind {
            Kind::ConsentGiven if !purposes.contains(purpose) => purposes.push(purpose.clone()),
            Kind::ConsentWithdrawn | Kind::ConsentExpired | Kind::ConsentRefused => {
                purposes.retain(|one| one != purpose);
            }
            _ => {}
        }
    }
    purposes
}

/// Whether the entry says what the person agreed to or refused.
fn is_agreement(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Accepted
            | Kind::ConsentGiven
            | Kind::ConsentRefused
            | Kind::ConsentWithdrawn
            | Kind::ConsentExpired
            | Kind::Objection
            | Kind::ObjectionWithdrawn
            | Kind::RecipientOptedOut
            | Kind::RecipientOptedIn
            | Kind::AgeAttested
    )
}

/// With the words that stood beside the box, from the entry's sealed body.
async fn agreement(
    service: &Service,
    key: &SubjectKey,
    entry: &db::entries::Entry,
    lang: &str,
) -> Result<Agreement> {
    let facts = &entry.facts;
    let said = words(service, key, entry).await?;
    let texts = texts(lang);
    let kind = facts.kind.as_str().to_owned();
    let title = format!("rights-entry-{kind}");
    let day =
        |version: &str| version.parse().map_or_else(|_| version.to_owned(), |day: Date| texts.date(day));
    let (version, wording) = said
        .map_or((None, None), |said| (Some(day(&said.version)), wording(&said, facts.purpose.as_deref())));
    Ok(Agreement {
        id: facts.id,
        at: facts.at,
        title: if texts.has(&title) { texts.say(&title) } else { crate::answer::words(&kind) },
        purpose: facts.purpose.as_deref().map(|purpose| purpose_title(service, purpose, lang)),
        wording,
        version,
        kind,
    })
}

/// What the person saw and ticked, where the entry has it.
async fn words(
    service: &Service,
    key: &SubjectKey,
    entry: &db::entries::Entry,
) -> Result<Option<evidence::Evidence>> {
    Ok(body(service, key, entry).await?.and_then(|plain| evidence::Evidence::from_bytes(&plain)))
}

async fn body(
    service: &Service,
    key: &SubjectKey,
    entry: &db::entries::Entry,
) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>> {
    let Some(body) = db::entries::body(&service.db, &service.name, entry.index).await? else {
        return Ok(None);
    };
    Ok(Some(key.entry_key(entry.facts.id)?.open(&service.name, &body.sealed)?))
}

/// The words of the box for this purpose; an acceptance has none.
fn wording(said: &evidence::Evidence, purpose: Option<&str>) -> Option<String> {
    let ours = said.boxes.iter().find(|one| one.purpose.as_deref() == purpose);
    ours.or(said.boxes.first()).map(|one| one.wording.clone())
}

fn purpose_title(service: &Service, purpose: &str, lang: &str) -> String {
    let known = service.policy.purpose(purpose).map(|purpose| purpose.why.get(lang).to_owned());
    known.unwrap_or_else(|| crate::answer::words(purpose))
}

/// `to` names whoever is none of the policy's recipients.
fn disclosure(service: &Service, entry: &db::entries::Entry, to: Option<String>, lang: &str) -> Disclosure {
    let facts = &entry.facts;
    let declared = || facts.recipient.as_deref().map(|name| recipient_title(&service.policy, name));
    Disclosure {
        at: facts.at,
        recipient: to.or_else(declared).unwrap_or_default(),
        purpose: facts.purpose.as_deref().map(|purpose| purpose_title(service, purpose, lang)),
        categories: facts.categories.clone(),
    }
}

/// With the purpose they stated, from the entry's sealed body.
async fn look(
    service: &Service,
    key: &SubjectKey,
    entry: &db::entries::Entry,
    lang: &str,
) -> Result<StaffLook> {
    let said = body(service, key, entry).await?;
    let said: Option<serde_json::Value> = said.and_then(|body| serde_json::from_slice(&body).ok());
    let purpose = said.as_ref().and_then(|said| said.get("purpose")).and_then(serde_json::Value::as_str);
    let purpose = purpose.unwrap_or_default();
    let (texts, id) = (texts(lang), format!("rights-look-{purpose}"));
    let words = if texts.has(&id) { texts.say(&id) } else { crate::answer::words(purpose) };
    Ok(StaffLook { at: entry.facts.at, purpose: words, until: evidence_end(service, entry) })
}

/// Looks by staff are kept twelve months.
fn evidence_end(service: &Service, entry: &db::entries::Entry) -> Option<Date> {
    let date = clocks::zone(&service.policy).to_datetime(entry.facts.at).date();
    let year = jiff::Span::new().try_months(12).ok()?;
    (entry.facts.kind.evidence() == Evidence::Year).then(|| date.checked_add(year).ok()).flatten()
}

fn receipt(service: &Service, entry: &db::entries::Entry, lang: &str) -> HeldReceipt {
    let facts = &entry.facts;
    let what =
        facts.purpose.as_deref().map(|purpose| purpose_title(service, purpose, lang)).unwrap_or_default();
    HeldReceipt { id: facts.id, at: facts.at, title: receipt_title(texts(lang), &what) }
}

fn receipt_title(texts: &Texts, what: &str) -> String {
    texts.with("rights-receipt", &[("what", what.into())])
}
