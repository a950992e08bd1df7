//! What staff decide about a request although the person may mind, and tell them: more time (Art. 12(3)), the end of a
//! restriction (Art. 18(3)), an objection that does not prevail (Art. 21(1)).
//!
//! Contract: the person is told in the same unit, with the reasons; of the end of a restriction they are told
//! beforehand, and it ends only after the days they were told. An objection to marketing prevails always.

use jiff::{SignedDuration, Timestamp};
use ledger::Kind;
use policy::{Messages, Purpose};
use uuid::Uuid;

use super::loaded::Loaded;
use super::staff::{Said, opened, say};
use super::{Error, RequestKind, RequestState, Result, clocks, text};
use crate::accounts::{Role, Staff};
use crate::{Service, standing};

/// How long before a restriction ends its person is told.
const TOLD_AHEAD: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Where the end of a restriction stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifting {
    /// Nothing was said about it.
    Untold,
    /// The person was told; it may end from then on.
    Told {
        /// From when.
        from: Timestamp,
    },
}

/// Two further months, with reasons, told within the first one.
///
/// # Errors
/// [`Error::Extension`] where the first month is over or there was an extension already.
pub async fn extend(service: &Service, staff: &Staff, id: Uuid, words: &str) -> Result<()> {
    let words = text::required(words)?;
    let mut request = opened(service, staff, id).await?;
    if !may_extend(service, &request) {
        return Err(Error::Extension);
    }
    let until = clocks::extended(&service.policy, request.row.received_at);
    request.row.extended_to = Some(until);
    request.row.first_reply_at.get_or_insert(service.now());
    let kinds = [Kind::RequestExtended];
    let more = serde_json::json!({ "until": until });
    say(service, staff, &request, Said { more, ..Said::new(&words, "request-extended", &kinds) }).await
}

/// Once, while it is open, and within a month of its receipt.
pub(super) fn may_extend(service: &Service, request: &Loaded) -> bool {
    let month = clocks::first_month(&service.policy, request.row.received_at);
    let open = !request.state.is_closed() && request.data.is_some();
    open && request.row.extended_to.is_none() && service.now() <= month
}

/// Tells the person that the restriction ends in a week, and why.
///
/// # Errors
/// [`Error::WrongState`] where nothing is restricted or the person was told before.
pub async fn announce(service: &Service, staff: &Staff, id: Uuid, words: &str) -> Result<()> {
    staff.must_be(Role::PrivacyLead)?;
    let words = text::required(words)?;
    let mut request = opened(service, staff, id).await?;
    if lifting(service, &request).await? != Some(Lifting::Untold) {
        return Err(Error::WrongState { state: request.state.as_str() });
    }
    let from = service.now().checked_add(TOLD_AHEAD).unwrap_or_else(|_| service.now());
    request.case.lifting = Some(from);
    request.reseal(service)?;
    request.row.first_reply_at.get_or_insert(service.now());
    let more = serde_json::json!({ "restriction_ends": from });
    let said = Said { more, until: Some(from), ..Said::new(&words, "restriction-ends", &[Kind::NoticeSent]) };
    say(service, staff, &request, said).await
}

/// Ends the restriction, once the days are over that the person was told.
///
/// # Errors
/// [`Error::ToldFirst`] before that.
pub async fn lift(service: &Service, staff: &Staff, id: Uuid) -> Result<()> {
    staff.must_be(Role::PrivacyLead)?;
    let request = opened(service, staff, id).await?;
    match lifting(service, &request).await? {
        Some(Lifting::Told { from }) if from <= service.now() => {}
        Some(_) => return Err(Error::ToldFirst),
        None => return Err(Error::WrongState { state: request.state.as_str() }),
    }
    let (subject, actor) = (request.row.subject, staff.actor());
    let mut unit = request.unit(service);
    unit.entries = standing::entries_back(service, subject, standing::Choice::Restriction, &actor).await?;
    service.db.submit(unit).await?;
    Ok(())
}

/// Where the end of this request's restriction stands; none where it restricts nothing.
pub(super) async fn lifting(service: &Service, request: &Loaded) -> Result<Option<Lifting>> {
    let ours = request.kind == RequestKind::Restriction && request.state != RequestState::Withdrawn;
    if !ours || request.data.is_none() || !standing::of(service, request.row.subject).await?.restricted {
        return Ok(None);
    }
    Ok(Some(request.case.lifting.map_or(Lifting::Untold, |from| Lifting::Told { from })))
}

/// Decides an objection: for these purposes the company's grounds prevail, for the others it stands. The person is told
/// which, and why, and the request is answered.
///
/// # Errors
/// [`Error::Objection`] for a purpose whose objection always prevails.
pub async fn decide(
    service: &Service,
    staff: &Staff,
    id: Uuid,
    overridden: &[String],
    words: &str,
) -> Result<()> {
    staff.must_be(Role::PrivacyLead)?;
    let words = text::required(words)?;
    let mut request = opened(service, staff, id).await?;
    request.must_be(&[RequestState::Open, RequestState::Planned])?;
    let known: Vec<&Purpose> =
        objected(service, &request).filter(|purpose| overridden.contains(&purpose.name)).collect();
    if known.len() != overridden.len() {
        return Err(Error::Objection);
    }
    request.turn(service, RequestState::Answered);
    request.row.first_reply_at.get_or_insert(service.now());
    let mut extra = Vec::new();
    for purpose in &known {
        let (subject, actor) = (request.row.subject, staff.actor());
        extra.push(standing::overridden(service, subject, &purpose.name, &actor).await?);
    }
    let words = format!("{} {words}", decision(&known, &request.row.lang));
    let letter = if known.is_empty() { "request-reply" } else { "request-refused" };
    let kinds = [Kind::RequestAnswered, Kind::RequestClosed];
    say(service, staff, &request, Said { extra, ..Said::new(&words, letter, &kinds) }).await
}

/// The purposes the objection stopped for which the company may show grounds of its own.
pub(super) fn objected<'a>(
    service: &'a Service,
    request: &Loaded,
) -> impl Iterator<Item = &'a Purpose> + use<'a> {
    let ours = request.kind == RequestKind::Objection;
    let all = service.policy.purposes.iter();
    all.filter(move |purpose| {
        ours && purpose.basis.can_object() && purpose.messages != Some(Messages::Marketing)
    })
}

fn decision(overridden: &[&Purpose], lang: &str) -> String {
    let texts = texts::texts(lang);
    if overridden.is_empty() {
        return texts.say("rights-objection-stands");
    }
    let titles: Vec<String> = overridden.iter().map(|purpose| purpose.why.get(lang).to_owned()).collect();
    texts.with("rights-objection-overridden", &[("purposes", texts.list(&titles).into())])
}
