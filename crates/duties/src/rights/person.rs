//! The person's side of a request: their list, one request, taking it back, writing, fetching the answer.

use db::packages::Package;
use db::{Unit, outbox, packages, requests};
use ledger::Kind;
use texts::texts;
use uuid::Uuid;

use super::loaded::{Loaded, load};
use super::{
    Error, Event, PackageView, PersonRequest, RequestState, RequestSummary, Result, conversation, outcomes,
    summary, text,
};
use crate::answer::grouped;
use crate::{Service, entries, standing};

/// A file to send to the browser.
#[derive(Clone, Debug)]
pub struct Download {
    /// The name to save it under; no personal data.
    pub file_name: String,
    /// Its media type.
    pub media: &'static str,
    /// Its bytes. Personal data.
    pub bytes: Vec<u8>,
}

/// The media type of a package.
pub(super) const ZIP: &str = "application/zip";

/// The person's requests, the latest first.
pub async fn list_for(service: &Service, subject: Uuid, lang: &str) -> Result<Vec<RequestSummary>> {
    let rows = requests::list_of(&service.db, &service.name, subject).await?;
    rows.iter().map(|row| summary::of(service, row, lang)).collect()
}

/// One request of the person. Somebody else's looks like one that does not exist.
pub async fn get_for(service: &Service, subject: Uuid, id: Uuid, lang: &str) -> Result<PersonRequest> {
    let request = theirs(service, subject, id).await?;
    let summary = summary::of(service, &request.row, lang)?;
    let package = packages::list(&service.db, &service.name, id).await?.pop();
    let steps = db::steps::list(&service.db, &service.name, id).await?;
    Ok(PersonRequest {
        detail: Some(request.case.detail.clone()).filter(|detail| !detail.is_empty()),
        next: next(service, &summary, lang),
        events: events(service, &request, lang).await?,
        messages: conversation::read(service, request.key()?, id).await?,
        package: package.map(|package| view(service, &package)),
        outcomes: grouped(&outcomes::of_steps(service, &steps, lang)),
        may_withdraw: matches!(request.state, RequestState::Open | RequestState::Planned),
        summary,
    })
}

/// Adds the person's message to the conversation.
pub async fn write_for(service: &Service, subject: Uuid, id: Uuid, words: &str) -> Result<()> {
    let words = text::required(words)?;
    let request = theirs(service, subject, id).await?;
    if request.state.is_closed() {
        return Err(Error::WrongState { state: request.state.as_str() });
    }
    let message = conversation::say(service, request.key()?, id, entries::PERSON, &words)?;
    service.db.submit(Unit::new(&service.name, service.now()).write(message)).await?;
    Ok(())
}

/// Takes the request back; possible until it runs.
pub async fn withdraw_for(service: &Service, subject: Uuid, id: Uuid) -> Result<()> {
    let mut request = theirs(service, subject, id).await?;
    request.must_be(&[RequestState::Open, RequestState::Planned])?;
    request.turn(service, RequestState::Withdrawn);
    let entry =
        request.entry(service, Kind::RequestWithdrawn, entries::PERSON, serde_json::Value::Null).await?;
    let mut unit = request.unit(service).entry(entry);
    if let Some(choice) = request.kind.choice() {
        unit.entries.extend(standing::entries_back(service, subject, choice, entries::PERSON).await?);
    }
    service.db.submit(unit).await?;
    Ok(())
}

/// The answer's zip. Refused once expired, whoever asks; each fetch is an entry.
pub async fn answer_for(service: &Service, subject: Uuid, id: Uuid) -> Result<Download> {
    let request = theirs(service, subject, id).await?;
    fetch(service, &request, entries::PERSON).await
}

/// Opens the package, unless its time is over, and writes down that it was fetched, and by whom.
pub(super) async fn fetch(service: &Service, request: &Loaded, actor: &str) -> Result<Download> {
    let package =
        packages::list(&service.db, &service.name, request.row.id).await?.pop().ok_or(Error::NoAnswer)?;
    if package.expires_at <= service.now() {
        return Err(Error::Expired);
    }
    let place = super::answering::place(service, package.id);
    let bytes = request.key()?.open(&place, &package.sealed)?.to_vec();
    let entry = request.entry(service, Kind::AnswerFetched, actor, serde_json::Value::Null).await?;
    let fetched = packages::fetched(&service.name, package.id, service.now());
    service.db.submit(Unit::new(&service.name, service.now()).entry(entry).write(fetched)).await?;
    Ok(Download { file_name: package.name, media: ZIP, bytes })
}

async fn theirs(service: &Service, subject: Uuid, id: Uuid) -> Result<Loaded> {
    let request = load(service, id).await?;
    if request.row.subject == subject { Ok(request) } else { Err(Error::NotFound) }
}

/// A package as pages show it.
pub(super) fn view(service: &Service, package: &Package) -> PackageView {
    PackageView {
        made_at: package.created_at,
        expires_at: package.expires_at,
        expired: package.expires_at <= service.now(),
        size: package.size,
        file_name: package.name.clone(),
    }
}

/// What happened, from the row's own times.
pub(super) async fn events(service: &Service, request: &Loaded, lang: &str) -> Result<Vec<Event>> {
    let texts = texts(lang);
    let event = |at, id: &str| Event { at, what: texts.say(id) };
    let mut events = vec![event(request.row.received_at, "rights-event-received")];
    let plan = request.case.plan.as_ref();
    events.extend(plan.map(|plan| event(plan.drawn_at, "rights-event-planned")));
    events.extend(plan.and_then(|plan| plan.rehearsed_at).map(|at| event(at, "rights-event-rehearsed")));
    events.extend(request.row.first_reply_at.map(|at| event(at, "rights-event-replied")));
    if let Some(at) = request.row.closed_at {
        events.push(Event { at, what: request.state.title(lang) });
    }
    let last = outbox::last_about(&service.db, &service.name, request.row.id).await?;
    events.extend(
        last.filter(|mail| mail.state == outbox::FAILED)
            .map(|mail| event(mail.next_at, "rights-event-not-delivered")),
    );
    events.sort_by_key(|event| event.at);
    Ok(events)
}

/// What happens next, by when, and what to do if it does not.
fn next(service: &Service, summary: &RequestSummary, lang: &str) -> String {
    let texts = texts(lang);
    let zone = super::clocks::zone(&service.policy);
    let authority = &service.policy.authority;
    let said = [
        ("due", texts.date(zone.to_datetime(summary.answer.due).date()).into()),
        ("authority", (&authority.name.value).into()),
    ];
    let id = match (summary.state, summary.kind.is_carried_out()) {
        (RequestState::Open | RequestState::Planned, true) => {
            format!("rights-next-{}", summary.kind.as_str())
        }
        (RequestState::Open | RequestState::Planned, false) => "rights-next-by-hand".to_owned(),
        (RequestState::PartlyDone, false) => "rights-next-informing".to_owned(),
        (state, _) => format!("rights-next-state-{}", state.as_str()),
    };
    texts.with(&id, &said)
}
