//! Sign-in links: asked for, looked at, opened once.

use db::{Write, sessions, tokens};
use ledger::Kind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{EntryKey, IdentifierKind, Token};

use super::{LINK_LASTS, LinkState, NotAsked, NotOpened, PersonSession, session};
use crate::address::is_email;
use crate::entries::{self, PERSON};
use crate::error::Error;
use crate::keys::KEY_VERSION;
use crate::mail::{self, Letter};
use crate::service::Service;
use crate::subjects::{self, Claim};

/// The kind of these tokens.
const KIND: &str = "sign-in";
/// What the key of a link begins with, so that it is no other hash of the token.
const KEY_TAG: &[u8] = b"abide-link-v1\n";

/// What is sealed with a token: whom it was sent to, and in which language.
#[derive(Serialize, Deserialize)]
struct SentTo {
    address: String,
    lang: String,
}

/// Queues a mail with a sign-in link to the address typed, whether or not it is known: nothing here
/// looks at who is.
///
/// # Errors
/// [`NotAsked`].
pub async fn ask_link(service: &Service, address: &str, lang: &str) -> Result<(), NotAsked> {
    let address = address.trim();
    let normal = vault::normalise(IdentifierKind::Email, address)
        .ok()
        .filter(|_| is_email(address))
        .ok_or(NotAsked::NotAnAddress)?;
    let key = service.keys.index(IdentifierKind::Email)?.index(&normal);
    if !service.limits.links.take(key, service.now()) {
        return Err(NotAsked::TooMany);
    }
    let lang = service.language(lang);
    let token = Token::random(service.entropy.as_ref());
    let link = format!("{}/privacy/link/{}", service.base_url, token.reveal().as_str());
    let values = [("minutes", LINK_LASTS.as_mins().to_string())];
    let letter =
        Letter { to: address, lang, name: "sign-in-link", values: &values, link: Some(link), subject: None };
    let unit = service
        .unit()
        .write(write(service, &token, normal.as_str(), lang)?)
        .mail(mail::queue(service, &letter)?);
    Ok(service.submit(unit).await.map(|_| ())?)
}

fn write(service: &Service, token: &Token, address: &str, lang: &str) -> Result<Write, Error> {
    let sent = SentTo { address: address.to_owned(), lang: lang.to_owned() };
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(&sent).map_err(|_| Error::Damaged("link"))?);
    let (hash, now) = (token.digest(), service.now());
    let row = tokens::Token {
        hash,
        kind: KIND.to_owned(),
        subject: None,
        object: None,
        sealed: Some(key(token).seal(&service.name, &plain, service.entropy.as_ref())?),
        key_version: KEY_VERSION,
        created_at: now,
        expires_at: now.checked_add(LINK_LASTS).unwrap_or(now),
        used_at: None,
    };
    Ok(tokens::insert(&service.name, &row))
}

/// What a link is worth; changes nothing.
///
/// # Errors
/// [`Error`], where the database does not answer.
pub async fn peek_link(service: &Service, token: &str) -> Result<LinkState, Error> {
    Ok(find(service, token).await?.0)
}

async fn find(service: &Service, token: &str) -> Result<(LinkState, Option<tokens::Token>), Error> {
    let Ok(token) = Token::parse(token) else { return Ok((LinkState::Unknown, None)) };
    let found =
        tokens::find(&service.db, &service.name, &token.digest()).await?.filter(|row| row.kind == KIND);
    let state = match &found {
        None => LinkState::Unknown,
        Some(row) if row.used_at.is_some() => LinkState::Used,
        Some(row) if row.expires_at <= service.now() => LinkState::Expired,
        Some(_) => LinkState::Valid,
    };
    Ok((state, found))
}

/// Opens a link, once: the address becomes a verified identifier, the person is signed in.
///
/// # Errors
/// [`NotOpened`].
pub async fn open_link(service: &Service, token: &str) -> Result<PersonSession, NotOpened> {
    let (state, row) = find(service, token).await?;
    let (LinkState::Valid, Some(row)) = (state, row) else { return Err(NotOpened::Link(state)) };
    let sent = sent_to(service, token, &row)?;
    let address = vault::normalise(IdentifierKind::Email, &sent.address).map_err(Error::from)?;
    let mut claim = subjects::claim(service, &[address], true, &sent.lang).await?;
    let (session, given) = session::fresh(service, claim.subject, &sent.lang);
    // INVARIANT: first in the unit, so that of two openings at once the second changes nothing.
    let use_once = tokens::use_once(&service.name, &row.hash, service.now());
    let unit = service.unit().write(use_once).writes(std::mem::take(&mut claim.writes));
    let mut unit = unit.write(sessions::insert(&service.name, &session)).entry(verified(service, &claim)?);
    unit.entries.append(&mut claim.entries);
    match service.submit(unit).await {
        Ok(_) => Ok(given),
        Err(Error::Db(error)) if error.is_conflict() => match peek_link(service, token).await? {
            LinkState::Valid => Err(NotOpened::Failed(Error::Changed("link"))),
            state => Err(NotOpened::Link(state)),
        },
        Err(error) => Err(NotOpened::Failed(error)),
    }
}

/// That the person showed the address to be theirs; the entry names its kind, not the address.
fn verified(service: &Service, claim: &Claim<'_>) -> Result<db::NewEntry, Error> {
    let mut facts = entries::facts(service, Kind::IdentifierVerified, Some(claim.subject), PERSON);
    facts.categories = vec![IdentifierKind::Email.as_str().to_owned()];
    entries::entry(service, &claim.keys.evidence, facts, None)
}

fn sent_to(service: &Service, token: &str, row: &tokens::Token) -> Result<SentTo, Error> {
    let sealed = row.sealed.as_ref().ok_or(Error::Damaged("link"))?;
    let plain = key(&Token::parse(token)?).open(&service.name, sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Error::Damaged("link"))
}

/// The key the address is sealed under: only who has the link has it. So a row that stays behind says
/// nothing about anybody, also not to us, and an erasure need not look for it.
fn key(token: &Token) -> EntryKey {
    let id = Uuid::from_bytes(token.digest().first_chunk().copied().unwrap_or_default());
    let secret = ledger::sha256(&[KEY_TAG, token.reveal().as_bytes()].concat());
    EntryKey::revealed(id, secret.0)
}
