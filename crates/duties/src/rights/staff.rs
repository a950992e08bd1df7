//! The staff's side of a request: looking (for a purpose, logged), writing, closing, refusing.

use db::{NewEntry, Write, packages, steps, subjects as people};
use jiff::Timestamp;
use ledger::Kind;
use texts::texts;
use uuid::Uuid;

use super::loaded::{Loaded, load};
use super::{
    Candidate, Download, May, PersonView, Refusal, RequestState, RequestView, Result, choose, clocks,
    conversation, decide, inbox, inform, letters, outcomes, person, plan, text, waiting, withhold,
};
use crate::accountability::{ViewPurpose, viewed};
use crate::accounts::{Role, Staff};
use crate::{Service, subjects};

/// One request with its person. `purpose` is why the staff look; it is logged before anything is read.
pub async fn staff_get(
    service: &Service,
    staff: &Staff,
    id: Uuid,
    purpose: ViewPurpose,
    lang: &str,
) -> Result<RequestView> {
    staff.must_be(Role::Support)?;
    let request = load(service, id).await?;
    viewed(service, staff, request.row.subject, purpose, "request").await?;
    let steps = steps::list(&service.db, &service.name, id).await?;
    let candidates = candidates(service, &request, lang).await?;
    let may = may(&request, staff, &candidates, &steps);
    let waiting = waiting::of(service, &request, lang).await?;
    let messages = match &request.data {
        Some(key) => conversation::read(service, key, id).await?,
        None => vec![],
    };
    Ok(RequestView {
        row: inbox::line(service, &request.row, lang).await?,
        person: person_view(service, &request, lang).await?,
        detail: Some(request.case.detail.clone()).filter(|detail| !detail.is_empty()),
        events: person::events(service, &request, lang).await?,
        messages,
        plan: request.case.plan.as_ref().map(|drawn| plan::view(service, &request, drawn, lang)),
        steps: outcomes::steps(service, &steps, lang),
        package: packages::list(&service.db, &service.name, id)
            .await?
            .pop()
            .map(|one| person::view(service, &one)),
        extension: decide::may_extend(service, &request)
            .then(|| clocks::extended(&service.policy, request.row.received_at)),
        lifting: decide::lifting(service, &request).await?.filter(|_| may.decide),
        objected: objected(service, &request, lang),
        written: withhold::written(service, &request, lang).await?,
        may: May { run: may.run && waiting.is_nothing(), ..may },
        waiting,
        candidates,
    })
}

/// Shown only while there is something to choose or to undo.
async fn candidates(service: &Service, request: &Loaded, lang: &str) -> Result<Vec<Candidate>> {
    if !request.kind.is_carried_out() || !matches!(request.state, RequestState::Open | RequestState::Planned)
    {
        return Ok(vec![]);
    }
    choose::candidates(service, request, lang).await
}

async fn person_view(service: &Service, request: &Loaded, lang: &str) -> Result<PersonView> {
    let known = people::find(&service.db, &service.name, request.row.subject).await?;
    if request.data.is_none() {
        return Ok(PersonView { subject: None, identifiers: vec![], lang: request.row.lang.clone() });
    }
    let texts = texts(lang);
    let own = subjects::identifiers(service, request.row.subject).await?;
    let own = own.iter().filter(|one| one.verified && one.kind != vault::IdentifierKind::Number);
    let mut identifiers: Vec<(String, String)> = own
        .map(|one| (texts.say(&format!("rights-identifier-{}", one.kind.as_str())), one.value.to_string()))
        .collect();
    identifiers
        .extend(request.case.proven.iter().map(|one| (crate::answer::words(&one.of), one.value.clone())));
    let lang = known.map_or_else(|| request.row.lang.clone(), |known| known.lang);
    Ok(PersonView { subject: Some(request.row.subject), identifiers, lang })
}

/// The purposes an objection can be decided about: name and title.
fn objected(service: &Service, request: &Loaded, lang: &str) -> Vec<(String, String)> {
    let all = decide::objected(service, request);
    all.map(|purpose| (purpose.name.clone(), purpose.why.get(lang).to_owned())).collect()
}

fn may(request: &Loaded, staff: &Staff, candidates: &[Candidate], steps: &[steps::Step]) -> May {
    let planned = matches!(request.state, RequestState::Open | RequestState::Planned);
    let carried = request.kind.is_carried_out();
    let lead = staff.role >= Role::PrivacyLead;
    let open = !request.state.is_closed() && request.data.is_some();
    let drawn = request.case.plan.as_ref();
    let erasure = request.kind == super::RequestKind::Erasure;
    let ready = !erasure || drawn.is_some_and(|plan| plan.rehearsed_at.is_some());
    let left =
        steps.is_empty() || steps.iter().any(|step| step.state != steps::DONE && !inform::is_by_hand(step));
    let again = left && matches!(request.state, RequestState::PartlyDone | RequestState::Running);
    May {
        reply: open,
        choose: planned && !candidates.is_empty(),
        plan: planned && carried,
        rehearse: planned && erasure && drawn.is_some(),
        run: carried && (lead || !erasure) && ((planned && ready) || again),
        close: planned && !carried,
        refuse: planned,
        decide: lead && request.data.is_some(),
    }
}

/// The answer's zip for staff to hand over: to somebody without an address of their own. Logged as a view and a fetch.
pub async fn staff_answer(
    service: &Service,
    staff: &Staff,
    id: Uuid,
    purpose: ViewPurpose,
) -> Result<Download> {
    let request = opened(service, staff, id).await?;
    viewed(service, staff, request.row.subject, purpose, "answer").await?;
    person::fetch(service, &request, &staff.actor()).await
}

/// Writes to the person; the first one meets the first reply's clock.
pub async fn reply(service: &Service, staff: &Staff, id: Uuid, words: &str) -> Result<()> {
    let words = text::required(words)?;
    let mut request = opened(service, staff, id).await?;
    if request.state.is_closed() {
        return Err(super::Error::WrongState { state: request.state.as_str() });
    }
    request.row.first_reply_at.get_or_insert(service.now());
    say(service, staff, &request, Said::new(&words, "request-reply", &[Kind::RequestReplied])).await
}

/// Closes a request that staff answered by hand, with the answer's words.
pub async fn close(service: &Service, staff: &Staff, id: Uuid, words: &str) -> Result<()> {
    let words = text::required(words)?;
    let mut request = opened(service, staff, id).await?;
    request.must_be(&[RequestState::Open, RequestState::Planned])?;
    if request.kind.is_carried_out() {
        return Err(super::Error::WrongState { state: request.state.as_str() });
    }
    request.row.first_reply_at.get_or_insert(service.now());
    let steps = inform::after_answer(service, &request).await?;
    // who got the data must be told too (Art. 19): until then it is answered, and not closed
    let answered = [Kind::RequestAnswered, Kind::RequestClosed];
    let (state, kinds) = if steps.is_empty() {
        (RequestState::Answered, &answered[..])
    } else {
        (RequestState::PartlyDone, &answered[..1])
    };
    request.turn(service, state);
    let writes = steps.iter().map(|step| steps::insert(&service.name, step)).collect();
    say(service, staff, &request, Said { writes, ..Said::new(&words, "request-reply", kinds) }).await
}

/// Refuses a request on a ground; the person is told it, and where to complain (Art. 12(4)).
pub async fn refuse(service: &Service, staff: &Staff, id: Uuid, ground: Refusal, words: &str) -> Result<()> {
    let words = text::required(words)?;
    let mut request = opened(service, staff, id).await?;
    request.must_be(&[RequestState::Open, RequestState::Planned])?;
    request.turn(service, RequestState::Refused);
    request.row.first_reply_at.get_or_insert(service.now());
    let words = format!("{}. {words}", ground.title(&request.row.lang));
    let more = serde_json::json!({ "ground": ground.as_str() });
    say(
        service,
        staff,
        &request,
        Said { more, ..Said::new(&words, "request-refused", &[Kind::RequestRefused]) },
    )
    .await
}

pub(super) async fn opened(service: &Service, staff: &Staff, id: Uuid) -> Result<Loaded> {
    staff.must_be(Role::Support)?;
    load(service, id).await
}

/// What is said to the person in one unit.
pub(super) struct Said<'a> {
    /// The words.
    pub words: &'a str,
    /// The letter that brings them.
    pub letter: &'a str,
    /// The kinds of entry that tell of it.
    pub kinds: &'a [Kind],
    /// What the entries say besides.
    pub more: serde_json::Value,
    /// Further entries.
    pub extra: Vec<NewEntry>,
    /// Further rows.
    pub writes: Vec<Write>,
    /// The day the letter names.
    pub until: Option<Timestamp>,
}

impl<'a> Said<'a> {
    /// Words, the letter that brings them, the kinds of entry that tell of it.
    pub fn new(words: &'a str, letter: &'a str, kinds: &'a [Kind]) -> Self {
        let more = serde_json::Value::Null;
        Self { words, letter, kinds, more, extra: vec![], writes: vec![], until: None }
    }
}

/// One unit: the row, the message, the entries, the letter.
pub(super) async fn say(service: &Service, staff: &Staff, request: &Loaded, said: Said<'_>) -> Result<()> {
    let words = said.words;
    let zone = clocks::zone(&service.policy);
    let day = |at| texts(&request.row.lang).date(zone.to_datetime(at).date());
    let values = [
        ("message", words.to_owned()),
        ("reason", words.to_owned()),
        ("until", said.until.map(day).unwrap_or_default()),
    ];
    let mut unit = request.unit(service).writes(said.writes);
    unit = unit.write(conversation::say(service, request.key()?, request.row.id, &staff.actor(), words)?);
    unit.entries.extend(said.extra);
    for kind in said.kinds {
        unit = unit.entry(request.entry(service, kind.clone(), &staff.actor(), said.more.clone()).await?);
    }
    unit.outbox = letters::to_person(service, &request.row, said.letter, &values).await?;
    service.db.submit(unit).await?;
    Ok(())
}
