//! Everyone who may be used for a purpose now, page by page.

use gate::{Question, Reason};
use policy::Channel;
use uuid::Uuid;

use crate::service::Service;

/// Whom is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// For which purpose.
    pub purpose: String,
    /// Giving it to whom.
    pub recipient: Option<String>,
    /// Reaching them by which channel.
    pub channel: Option<Channel>,
    /// Living where.
    pub country: Option<String>,
}

/// People found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Their ids.
    pub subjects: Vec<Uuid>,
    /// After which number the next page begins; none: this was the last.
    pub after: Option<u32>,
    /// The policy it was decided by: its hash.
    pub policy: [u8; 32],
    /// How many entries of the ledger were seen.
    pub position: u64,
}

/// Up to `most` people, from the number after `after` on.
///
/// # Errors
/// The reason why nobody can be named: a name the policy does not declare, or a node that is behind.
pub fn page(service: &Service, filter: &Filter, after: Option<u32>, most: usize) -> Result<Found, Reason> {
    with(service, filter, |gate, audiences, ask| {
        let page = audiences.page(gate, ask, filter.country.as_deref(), after, most);
        let subjects = page.ids.into_iter().map(Uuid::from_bytes).collect();
        Found { subjects, after: page.after, policy: gate.rules().policy, position: gate.position() }
    })
}

/// How many there are.
///
/// # Errors
/// As [`page`].
pub fn count(service: &Service, filter: &Filter) -> Result<u64, Reason> {
    with(service, filter, |gate, audiences, ask| audiences.count(gate, ask, filter.country.as_deref()))
}

fn with<T>(
    service: &Service,
    filter: &Filter,
    then: impl FnOnce(&gate::Gate, &mut gate::Audiences, &gate::Ask) -> T,
) -> Result<T, Reason> {
    let held = service.live.gate();
    let gate = held.as_ref().ok_or(Reason::Stale)?;
    let question = Question {
        recipient: filter.recipient.as_deref(),
        channel: filter.channel,
        ..Question::about(&filter.purpose, service.now())
    };
    let ask = gate.rules().ask(&question)?;
    gate.ready(&ask)?;
    Ok(then(gate, &mut service.live.audiences(), &ask))
}
