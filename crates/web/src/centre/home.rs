//! What is held about the person: the data in its groups with why, who got it, what was agreed to and when.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use duties::answer::{Held, PlaceState};
use duties::queue::{self, Queued};
use duties::rights;
use duties::standing::{self, Use};

use uuid::Uuid;

use super::held;
use super::session::Signed;
use crate::fault::Fault;
use crate::form::Posted;
use crate::page::{Page, answer};
use crate::parts::{Empty, Notice, Table, Tone};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "centre/home.html")]
struct Home {
    p: Page,
    lede: String,
    places: Vec<Notice>,
    requests: String,
    groups: Vec<held::Group>,
    mentions: Vec<String>,
    empty: Option<Empty>,
    recipients: Option<Table>,
    looks: Option<Table>,
    waiting: Vec<Waiting>,
    queued: Vec<Asked>,
    uses: Vec<Use>,
    agreed: Option<Table>,
    receipts: Option<Table>,
    remains: Option<Table>,
}

pub(crate) async fn home(signed: Signed) -> Result<Response, Fault> {
    let visit = &signed.visit;
    let t = visit.texts();
    let held = rights::held(&visit.site.service, signed.person.subject, &visit.lang).await?;
    let uses = standing::uses(&visit.site.service, signed.person.subject, &visit.lang).await?;
    let waiting = standing::waiting(&visit.site.service, signed.person.subject, &visit.lang).await?;
    let queued = queue::of(&visit.site.service, signed.person.subject).await?;
    let page = Home {
        p: signed.page(t.say("centre-home-title")).wide(),
        lede: lede(visit, &held),
        places: places(visit, &held),
        requests: if held.requests.is_empty() {
            String::new()
        } else {
            t.with("centre-home-requests", &[("count", held.requests.len().into())])
        },
        empty: held.groups.is_empty().then(|| empty(visit, &held)),
        mentions: held.mentions.clone(),
        groups: held.groups.iter().map(|group| held::group(visit, group)).collect(),
        recipients: held::recipients(visit, &held.disclosures),
        looks: held::looks(visit, &held.views),
        waiting: waiting.into_iter().map(|one| waits(visit, one)).collect(),
        queued: queued.into_iter().map(|one| asked(visit, one)).collect(),
        uses,
        agreed: held::agreed(visit, &held),
        receipts: held::receipts(visit, &held.receipts),
        remains: super::outcome::remains(visit, &held.remains),
    };
    answer(&page)
}

/// A consent somebody ticked with the person's address; it counts once they say yes here.
struct Waiting {
    purpose: String,
    said: String,
    wording: String,
}

fn waits(visit: &Visit, one: standing::Waiting) -> Waiting {
    let said = visit.texts().with("centre-home-waiting-text", &[("when", visit.when(one.at).into())]);
    Waiting { purpose: one.purpose, said, wording: one.wording }
}

/// A request somebody sent with the person's address while the database was behind; it counts once they stand by it.
struct Asked {
    id: Uuid,
    said: String,
    detail: String,
}

fn asked(visit: &Visit, one: Queued) -> Asked {
    let values = [("when", visit.when(one.received_at).into()), ("kind", one.kind.title(&visit.lang).into())];
    Asked { id: one.id, said: visit.texts().with("centre-home-queued-text", &values), detail: one.detail }
}

/// The person's word on a request that waits under their address.
pub(crate) async fn stand_by(signed: Signed, posted: Posted) -> Result<Response, Fault> {
    let (service, theirs) = (&signed.visit.site.service, posted.one("answer")? == "yes");
    let id = Uuid::try_parse(posted.one("request")?).map_err(|_| Fault::NotFound)?;
    queue::answer(service, signed.person.subject, id, theirs).await?;
    Ok(Redirect::to(&signed.visit.to(if theirs { "/privacy/requests" } else { "/privacy/home" }))
        .into_response())
}

/// The person's yes or no to a consent that waits.
pub(crate) async fn settle(signed: Signed, posted: Posted) -> Result<Response, Fault> {
    let (service, agrees) = (&signed.visit.site.service, posted.one("answer")? == "yes");
    standing::settle(service, signed.person.subject, posted.one("purpose")?, agrees).await?;
    Ok(Redirect::to(&signed.visit.to("/privacy/home#agreed")).into_response())
}

/// Takes one consent back, at once; a second press changes nothing.
pub(crate) async fn take_back(signed: Signed, posted: Posted) -> Result<Response, Fault> {
    standing::withdraw(&signed.visit.site.service, signed.person.subject, posted.one("purpose")?).await?;
    Ok(Redirect::to(&signed.visit.to("/privacy/home#agreed")).into_response())
}

/// Who this is, as far as it was verified, and as of when.
fn lede(visit: &Visit, held: &Held) -> String {
    let verified = held.identifiers.iter().filter(|one| one.verified_at.is_some());
    let known: Vec<String> = verified.map(|identifier| identifier.value.clone()).collect();
    let t = visit.texts();
    t.with("centre-home-lede", &[("known", t.list(&known).into()), ("when", visit.when(held.as_of).into())])
}

/// Places that could not answer are said, never shown as empty.
fn places(visit: &Visit, held: &Held) -> Vec<Notice> {
    let silent = held.places.iter().filter(|place| place.state != PlaceState::Read);
    silent
        .map(|place| {
            Notice::new(
                Tone::Soon,
                place.title.clone(),
                vec![place.says.clone(), visit.texts().say("centre-home-silent")],
            )
        })
        .collect()
}

fn empty(visit: &Visit, held: &Held) -> Empty {
    let t = visit.texts();
    let id = if held.is_nothing() { "centre-home-nothing" } else { "centre-home-no-data" };
    Empty { text: t.say(id), action: None }
}
