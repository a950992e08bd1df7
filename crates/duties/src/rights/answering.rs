//! Answering an access: everything gathered, set, packed, sealed.

use db::packages::{self, Package};
use ledger::Kind;
use uuid::Uuid;
use vault::Place;

use super::finish::Finish;
use super::held::{Search, gather};
use super::loaded::Loaded;
use super::outcomes::Did;
use super::{Error, RequestState, Result, clocks, letters, person, plan, points::point, withhold};
use crate::answer::{Answer, Held, explain};
use crate::keys::KEY_VERSION;
use crate::{Service, answer, entries};

/// The permanent place of a package's sealed bytes.
pub(super) fn place(service: &Service, id: Uuid) -> Place<'_> {
    Place { service: &service.name, table: "package", id, field: "bytes" }
}

/// Gathers all of it or nothing: a store that does not answer makes the step wait, never an answer with a hole.
pub(super) async fn answer(service: &Service, request: &Loaded) -> Result<Finish> {
    point("answer:before")?;
    let (case, lang) = (&request.case, &request.row.lang);
    let search = Search { subject: request.row.subject, proven: &case.proven, choices: &case.choices };
    let (mut held, failed) = gather(service, &search, lang).await?;
    plan::complete(&held, failed)?;
    withhold::apply(&mut held, &case.withheld);
    let bytes = pack(service, request, &held)?;
    let package = seal(service, request, &bytes)?;
    let zone = clocks::zone(&service.policy);
    let until = texts::texts(lang).date(zone.to_datetime(package.expires_at).date());
    let actor = entries::ABIDE;
    let categories = held.groups.iter().map(|group| group.key.as_str()).collect::<Vec<_>>();
    let more = serde_json::json!({ "groups": categories });
    let entries = vec![
        request.entry(service, Kind::RequestAnswered, actor, more).await?,
        request.entry(service, Kind::RequestClosed, actor, serde_json::Value::Null).await?,
    ];
    let letters = letters::to_person(service, &request.row, "answer-ready", &[("until", until)]).await?;
    let writes =
        vec![packages::delete_of(&service.name, request.row.id), packages::insert(&service.name, &package)];
    point("answer:after")?;
    let did = Did::Answered { copied: plan::copied(&held) };
    Ok(Finish { did, entries, writes, letters, turn: Some(RequestState::Done) })
}

/// The zip's bytes.
fn pack(service: &Service, request: &Loaded, held: &Held) -> Result<Vec<u8>> {
    let explanation = explain(&service.policy, held);
    let answer = Answer {
        policy: &service.policy,
        held,
        explanation: &explanation,
        reference: request.row.reference.clone(),
        received_at: request.row.received_at,
        zone: clocks::zone(&service.policy),
    };
    let unfinished = |error: answer::NotMade| Error::Unfinished(error.to_string());
    point("answer-paper:before")?;
    let paper = answer::paper(&answer).map_err(unfinished)?;
    point("answer-paper:after")?;
    answer::package_with_paper(&answer, paper).map_err(unfinished)
}

fn seal(service: &Service, request: &Loaded, bytes: &[u8]) -> Result<Package> {
    let (id, now) = (service.new_id(), service.now());
    let kept = service.policy.rights.answer_kept.span();
    let zoned = now.to_zoned(clocks::zone(&service.policy));
    let expires_at = zoned.checked_add(kept).map_or(now, |end| end.timestamp());
    Ok(Package {
        id,
        request: request.row.id,
        name: format!("{}-{}.zip", service.name, request.row.reference.to_lowercase()),
        media: person::ZIP.to_owned(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sealed: request.key()?.seal(&place(service, id), bytes, service.entropy.as_ref())?,
        key_version: KEY_VERSION,
        created_at: now,
        expires_at,
        fetched_at: None,
    })
}
