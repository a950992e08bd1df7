//! One line, carried out: subject, identifiers, links, an `enrolled` entry, and one entry a consent, in one unit.

use db::{NewEntry, Unit, Write};
use ledger::Kind;
use policy::Basis;
use stores::{Root, RowKey};
use uuid::Uuid;
use vault::{Identifier, IdentifierKind};

use super::{ConsentLine, Enrolled, Line, LinkLine, NotEnrolled, stops};
use crate::consent::{Said, later_word};
use crate::entries;
use crate::error::Error;
use crate::rights;
use crate::service::Service;
use crate::subjects::{self, Claim};

/// The actor of what who runs the server brings in.
const ACTOR: &str = "operator";
/// How the evidence of what was known before is named.
const BEFORE: &str = "before";
/// The longest text of a line, in bytes.
const LONGEST: usize = 4096;

/// Carries a line out. A person whose first identifier is known already is given what they lack.
///
/// # Errors
/// [`NotEnrolled`]; nothing of the line was written then.
pub async fn enrol(service: &Service, line: &Line) -> Result<Enrolled, NotEnrolled> {
    let given = checked(service, line)?;
    if let Some(first) = db::idempotency::first_entry(&service.db, &service.name, &key(service, line)?)
        .await
        .map_err(Error::from)?
    {
        return before(service, first).await;
    }
    let guards = stops::pass(service, line, &given).await?;
    let claim =
        subjects::claim(service, &given, line.verified, service.language(lang(service, line))).await?;
    for consent in line.consents.iter().filter(|_| claim.known) {
        let (key, than) = (&claim.keys.evidence, consent.at);
        if later_word(service, key, claim.subject, &consent.purpose, than).await? {
            return refused(format!(
                "the person said something about `{}` after `at`: leave this consent out",
                consent.purpose
            ));
        }
    }
    let unit = unit(service, line, &claim)?.writes(guards);
    match service.submit(unit).await {
        Ok(done) if done.repeated => Ok(Enrolled::Before(claim.known.then_some(claim.subject))),
        Ok(_) => Ok(Enrolled::New(claim.subject)),
        Err(Error::Db(error)) if error.is_conflict() => Err(NotEnrolled::Refused(
            "the person is being erased, or another line names them at the same time".to_owned(),
        )),
        Err(error) => Err(error.into()),
    }
}

/// A line that was carried out: its person, who may have been erased since.
async fn before(service: &Service, first: u64) -> Result<Enrolled, NotEnrolled> {
    let entry = db::entries::find(&service.db, &service.name, first).await.map_err(Error::from)?;
    let Some(id) = entry.and_then(|entry| entry.facts.subject) else { return Ok(Enrolled::Before(None)) };
    let subject = db::subjects::find(&service.db, &service.name, id).await.map_err(Error::from)?;
    let there = subject.is_some_and(|subject| subject.state == db::subjects::ACTIVE);
    Ok(Enrolled::Before(there.then_some(id)))
}

/// What is wrong with a line, or in its way; writes nothing.
///
/// # Errors
/// [`NotEnrolled`].
pub async fn check(service: &Service, line: &Line) -> Result<(), NotEnrolled> {
    let given = checked(service, line)?;
    stops::pass(service, line, &given).await.map(|_| ())
}

fn checked(service: &Service, line: &Line) -> Result<Vec<Identifier>, NotEnrolled> {
    let given = identifiers(service, line)?;
    line.consents.iter().try_for_each(|consent| fits(service, consent))?;
    line.links.iter().try_for_each(|link| known(service, link))?;
    Ok(given)
}

fn lang<'a>(service: &'a Service, line: &'a Line) -> &'a str {
    line.lang.as_deref().unwrap_or(&service.policy.languages.reference)
}

fn refused<T>(why: impl Into<String>) -> Result<T, NotEnrolled> {
    Err(NotEnrolled::Refused(why.into()))
}

/// The address first: it finds the subject.
fn identifiers(service: &Service, line: &Line) -> Result<Vec<Identifier>, NotEnrolled> {
    if line.reference.trim().is_empty() {
        return refused("`reference` is missing: it tells the lines of a file apart");
    }
    let region = subjects::region(service, None);
    let named = [
        (IdentifierKind::Email, &line.email),
        (IdentifierKind::Phone, &line.phone),
        (IdentifierKind::Number, &line.number),
    ];
    let mut found = vec![];
    for (kind, value) in named {
        let Some(value) = value.as_deref().filter(|value| !value.trim().is_empty()) else { continue };
        if kind == IdentifierKind::Number && !value.contains(':') {
            return refused("`number` needs its name before it: `customer:1042`");
        }
        match vault::normalise_in(kind, value, region) {
            Ok(identifier) => found.push(identifier),
            Err(_) => return refused(format!("`{}` is none", kind.as_str())),
        }
    }
    if found.is_empty() {
        refused("it names nobody: `email`, `phone` or `number` is needed")
    } else {
        Ok(found)
    }
}

fn fits(service: &Service, consent: &ConsentLine) -> Result<(), NotEnrolled> {
    let Some(purpose) = service.policy.purpose(&consent.purpose) else {
        return refused(format!("the policy has no purpose `{}`", consent.purpose));
    };
    if purpose.basis != Basis::Consent {
        return refused(format!("the purpose `{}` does not rest on consent", consent.purpose));
    }
    if consent.evidence.trim().is_empty() {
        return refused("`evidence` is empty: say what shows the consent (Art. 7(1))");
    }
    if consent.evidence.len() > LONGEST || consent.wording.as_ref().is_some_and(|words| words.len() > LONGEST)
    {
        return refused("`evidence` or `wording` is longer than 4,096 bytes");
    }
    if consent.at > service.now() {
        return refused("`at` lies in the future");
    }
    Ok(())
}

fn known(service: &Service, link: &LinkLine) -> Result<(), NotEnrolled> {
    let map = service.maps.iter().find(|map| map.store == link.store);
    let table = map.is_some_and(|map| map.tables.iter().any(|table| table.name == link.table));
    if table {
        Ok(())
    } else {
        refused(format!("no store map has the table `{}` in a store `{}`", link.table, link.store))
    }
}

fn unit(service: &Service, line: &Line, claim: &Claim<'_>) -> Result<Unit, Error> {
    let mut unit = service.unit().once_for_good(key(service, line)?).writes(claim.writes.clone());
    for link in &line.links {
        unit = unit.write(linked(service, link, claim)?);
    }
    let facts = entries::facts(service, Kind::Enrolled, Some(claim.subject), ACTOR);
    let body = serde_json::json!({
        "identifiers": identifiers_named(line), "verified": line.verified, "links": line.links.len(),
        "consents": line.consents.len(),
    });
    unit =
        unit.entry(entries::entry(service, &claim.keys.evidence, facts, Some(body.to_string().as_bytes()))?);
    // after that one: by the first entry a line that is given again finds its person
    unit.entries.extend(claim.entries.iter().cloned());
    // the last word counts, so they are written in the order they were said
    let mut consents: Vec<&ConsentLine> = line.consents.iter().collect();
    consents.sort_by_key(|consent| consent.at);
    for consent in consents {
        unit = unit.entry(agreed(service, line, consent, claim)?);
    }
    Ok(unit)
}

/// The kinds only: which address it was stands sealed in its own row.
fn identifiers_named(line: &Line) -> Vec<&'static str> {
    let named = [("email", &line.email), ("phone", &line.phone), ("number", &line.number)];
    named.into_iter().filter(|(_, value)| value.is_some()).map(|(kind, _)| kind).collect()
}

/// The same line has the same key, so that a file that was broken off is given again. Keyed: what is in the line could be
/// guessed from a plain hash.
fn key(service: &Service, line: &Line) -> Result<[u8; 32], Error> {
    let said = serde_json::to_vec(line).map_err(|_| Error::Damaged("line"))?;
    let salt = service.keys.service_evidence()?.fact_salt(Uuid::nil())?;
    Ok(ledger::sha256(&[salt.as_slice(), b"enrol\n", said.as_slice()].concat()).0)
}

/// Known from before: with its own time in its sealed words, since the ledger's time is when it was written down.
fn agreed(
    service: &Service,
    line: &Line,
    consent: &ConsentLine,
    claim: &Claim<'_>,
) -> Result<NewEntry, Error> {
    let said = Said {
        purpose: &consent.purpose,
        answer: consent.answer,
        wording: consent.wording.clone().unwrap_or_default(),
        lang: service.language(lang(service, line)),
        surface: "enrol",
        method: BEFORE,
        shown_by: vec![consent.evidence.trim().to_owned()],
        witness: None,
        given_at: Some(consent.at),
        expires: consent.expires,
    };
    let facts = said.facts(service, claim.subject, ACTOR);
    entries::entry(service, &claim.keys.evidence, facts, Some(&said.evidence(service).to_bytes()))
}

fn linked(service: &Service, link: &LinkLine, claim: &Claim<'_>) -> Result<Write, Error> {
    let root = Root { table: link.table.clone(), key: RowKey(link.key.parts().to_vec()) };
    rights::enrolled_link(service, claim.subject, &claim.keys.data, &link.store, root)
}
