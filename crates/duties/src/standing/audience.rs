//! Everyone who may be used for a purpose now, page by page.
//!
//! Contract: [`page`] and [`count`] may take long, the first time a day that something is asked: they go through everybody,
//! and belong on a thread that may wait. They hold what decisions and the ledger need for a stretch at a time only, and one
//! of them at a time goes through everybody.

use gate::{Question, Reason};
use policy::Channel;
use uuid::Uuid;

use crate::memory::Held;
use crate::service::Service;

/// How many people are looked at before others have their turn: two or three milliseconds.
const STRETCH: u32 = 1 << 16;

/// Whom is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// For which purpose.
    pub purpose: String,
    /// Giving it to whom.
    pub recipient: Option<String>,
    /// Reaching them by which channel.
    pub channel: Option<Channel>,
    /// Living where: as [`country`](super::ask::country) reads it.
    pub country: Option<String>,
}

/// People found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Their ids.
    pub subjects: Vec<Uuid>,
    /// Where the next page begins; none: this was the last.
    pub after: Option<After>,
    /// The policy it was decided by: its hash.
    pub policy: [u8; 32],
    /// How many entries of the ledger were seen.
    pub position: u64,
    /// How many that were among them as the day began ran out since, without an entry; counted with the first page.
    pub ended: u64,
}

/// Where a page ends. It means something as long as the node keeps what it knows: a node that read the ledger anew, or
/// another policy, numbers people otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct After {
    generation: u64,
    number: u32,
}

/// Why nobody can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotNamed {
    /// A name the policy does not declare, or a node that is behind.
    #[error("{}", .0.says())]
    Denied(Reason),
    /// The page before was made under another policy, or before this node read the ledger anew.
    #[error("the node was changed since the page before; begin with the first one again")]
    Replaced,
}

impl From<Reason> for NotNamed {
    fn from(reason: Reason) -> Self {
        Self::Denied(reason)
    }
}

/// Up to `most` people, from the end of the page before on.
///
/// # Errors
/// [`NotNamed`].
pub fn page(
    service: &Service,
    filter: &Filter,
    after: Option<After>,
    most: usize,
) -> Result<Found, NotNamed> {
    with(service, filter, after, |held, audiences, ask| {
        let from = after.map(|after| after.number);
        let page = audiences.page(held, ask, filter.country.as_deref(), from, most);
        let subjects = page.ids.into_iter().map(Uuid::from_bytes).collect();
        let ended = if after.is_none() { audiences.ended(held, ask) } else { 0 };
        let after = page.after.map(|number| After { generation: held.generation, number });
        Found { subjects, after, policy: held.rules().policy, position: held.position(), ended }
    })
}

/// How many there are.
///
/// # Errors
/// As [`page`].
pub fn count(service: &Service, filter: &Filter) -> Result<u64, NotNamed> {
    with(service, filter, None, |held, audiences, ask| audiences.count(held, ask, filter.country.as_deref()))
}

/// Answers from the audience, once it was made. Whoever has the turn goes through everybody; the others wait until that is
/// done, and hold nothing meanwhile.
fn with<T>(
    service: &Service,
    filter: &Filter,
    after: Option<After>,
    then: impl FnOnce(&Held, &mut gate::Audiences, &gate::Ask) -> T,
) -> Result<T, NotNamed> {
    let mut turn = None;
    loop {
        {
            let held = service.live.gate();
            let held = held.as_ref().ok_or(Reason::Stale)?;
            if after.is_some_and(|after| after.generation != held.generation) {
                return Err(NotNamed::Replaced);
            }
            let ask = held.rules().ask(&question(service, filter))?;
            held.ready(&ask)?;
            let mut audiences = service.live.audiences();
            if audiences.prepare(held, &ask, STRETCH) {
                return Ok(then(held, &mut audiences, &ask));
            }
        }
        turn.get_or_insert_with(|| service.live.turn());
    }
}

fn question<'a>(service: &Service, filter: &'a Filter) -> Question<'a> {
    Question {
        recipient: filter.recipient.as_deref(),
        channel: filter.channel,
        ..Question::about(&filter.purpose, service.now())
    }
}
