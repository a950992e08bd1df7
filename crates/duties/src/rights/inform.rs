//! Telling those who received data that it was erased, corrected or restricted (Art. 19): a step for each, done by hand.
//! The request stays open, and shows it, until each is ticked with its day and its means.

use db::steps::{self, Step};
use jiff::civil::Date;
use ledger::Kind;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::loaded::Loaded;
use super::outcomes::Did;
use super::run::by_hand;
use super::staff::opened;
use super::{Error, RequestKind, RequestState, Result, plan};
use crate::accounts::Staff;
use crate::{Service, entries};

/// The action of these steps; also the end of their message id.
pub(super) const INFORM: &str = "inform";
/// Their state until they are ticked; nothing leases such a step.
pub(super) const BY_HAND: &str = "by-hand";

/// How a recipient was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// By e-mail.
    Email,
    /// By letter.
    Letter,
    /// By telephone.
    Telephone,
    /// Through a page or interface of theirs.
    Portal,
    /// Not at all: it is impossible, or takes an effort out of proportion (Art. 19).
    NotPossible,
}

impl Means {
    /// All of them, in the order forms offer them.
    pub const ALL: [Self; 5] = [Self::Email, Self::Letter, Self::Telephone, Self::Portal, Self::NotPossible];

    /// The name in forms and entries.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Letter => "letter",
            Self::Telephone => "telephone",
            Self::Portal => "portal",
            Self::NotPossible => "not-possible",
        }
    }

    /// The means of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.as_str() == name)
    }

    /// In words.
    #[must_use]
    pub fn title(self, lang: &str) -> String {
        texts::texts(lang).say(&format!("rights-means-{}", self.as_str()))
    }
}

/// Whether staff do this step, not Abide.
pub(super) fn is_by_hand(step: &Step) -> bool {
    step.state == BY_HAND
}

/// A step for each recipient who actually received data of the person, from this position on.
pub(super) async fn steps(service: &Service, request: &Loaded, from: usize) -> Result<Vec<Step>> {
    let all = plan::recipients(service, request.row.subject).await?;
    let (id, due) = (request.row.id, request.row.extended_to.unwrap_or(request.row.due_at));
    let each = all.iter().enumerate().map(|(nth, name)| {
        let mut step = by_hand(service, id, from + nth, name, INFORM);
        BY_HAND.clone_into(&mut step.state);
        step.next_at = due;
        step
    });
    Ok(each.collect())
}

/// What is left after a request that staff answered by hand: only corrections and restrictions reach recipients.
pub(super) async fn after_answer(service: &Service, request: &Loaded) -> Result<Vec<Step>> {
    match request.kind {
        RequestKind::Rectification | RequestKind::Restriction => steps(service, request, 0).await,
        _ => Ok(vec![]),
    }
}

/// One recipient was told, on that day and by that means. The last one closes the request.
///
/// # Errors
/// [`Error::Day`] for a day still to come; [`Error::NotFound`] where there is no such step.
pub async fn told(
    service: &Service,
    staff: &Staff,
    id: Uuid,
    position: usize,
    (on, means): (Date, Means),
) -> Result<()> {
    let mut request = opened(service, staff, id).await?;
    if on > plan::today(service) {
        return Err(Error::Day);
    }
    let all = steps::list(&service.db, &service.name, id).await?;
    let waits: Vec<&Step> = all.iter().filter(|step| is_by_hand(step)).collect();
    let at = i64::try_from(position).unwrap_or(i64::MAX);
    let mut done = (*waits.iter().find(|step| step.position == at).ok_or(Error::NotFound)?).clone();
    steps::DONE.clone_into(&mut done.state);
    done.outcome = Some(Did::Informed { on, means }.to_json());
    done.updated_at = service.now();
    let evidence = service.keys.evidence(request.row.subject).await?;
    let mut facts = entries::facts(service, Kind::RecipientsTold, Some(request.row.subject), &staff.actor());
    facts.recipient = Some(done.target.clone());
    let body =
        serde_json::json!({ "request": id, "reference": request.row.reference, "on": on, "means": means });
    let entry = entries::entry(service, &evidence, facts, Some(body.to_string().as_bytes()))?;
    let mut closing = vec![entry];
    if waits.len() == 1 && all.iter().all(|step| step.state == steps::DONE || is_by_hand(step)) {
        let state = if request.kind.is_carried_out() { RequestState::Done } else { RequestState::Answered };
        request.turn(service, state);
        let more = serde_json::Value::Null;
        closing.push(request.entry(service, Kind::RequestClosed, &staff.actor(), more).await?);
    }
    let mut unit = request.unit(service).write(steps::update(&service.name, &done));
    unit.entries = closing;
    service.db.submit(unit).await?;
    Ok(())
}

/// The day a recipient was told and how, for the page.
pub(super) fn words((on, means): (Date, Means), lang: &str) -> String {
    let texts = texts::texts(lang);
    texts.with("rights-informed", &[("when", texts.date(on).into()), ("means", means.title(lang).into())])
}
