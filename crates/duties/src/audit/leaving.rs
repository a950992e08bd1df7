//! What leaves beyond the ordinary: many people's data at once.

use policy::Channel;

use super::says::Says;
use super::{Cx, State};
use crate::accounts::operator;
use crate::error::Error;
use crate::sharing::bulk::{self, Weighed};

/// A name that no policy declares.
const NOBODY: &str = "nobody-declared";

/// More people than declared are refused to whoever is not declared, and the leads are told; whoever is declared gets them.
pub(super) async fn bulk_limit(cx: &Cx<'_>) -> Result<State, Error> {
    let policy = &cx.service.policy;
    let Some(rule) = &policy.bulk else { return Ok(State::NotYet) };
    let most = u64::from(rule.more_than);
    for purpose in &policy.purposes {
        let weigh = |to: &str, people| (cx.mechanisms.weigh)(policy, &purpose.name, to, people);
        let others = policy.recipients.iter().map(|one| one.name.as_str());
        let others = others.filter(|name| !purpose.shares_with.iter().any(|to| to == name));
        for stranger in others.chain([NOBODY]) {
            if weigh(stranger, most + 1) != Weighed::Bulk || weigh(stranger, most) != Weighed::Undeclared {
                return Ok(State::Broken(Says::new("audit-bulk-let-through").with("purpose", &purpose.name)));
            }
        }
        if purpose.shares_with.iter().any(|to| weigh(to, most + 1) != Weighed::Declared) {
            return Ok(State::Broken(Says::new("audit-bulk-declared").with("purpose", &purpose.name)));
        }
    }
    told(cx, rule.alert.iter().find(|channel| !matches!(channel, Channel::Email | Channel::Site))).await
}

/// Whether whoever should hear of an attempt does.
async fn told(cx: &Cx<'_>, unfit: Option<&Channel>) -> Result<State, Error> {
    let attempts = bulk::attempts(cx.service).await?;
    let untold = attempts.iter().filter(|one| one.told.is_none()).count();
    Ok(if let Some(channel) = unfit {
        State::Broken(Says::new("audit-bulk-channel").with("channel", channel.as_str()))
    } else if untold > 0 {
        State::Broken(Says::new("audit-bulk-untold").with("count", untold))
    } else if operator::leads(cx.service).await?.is_empty() {
        State::Unseen(Says::new("audit-bulk-nobody"))
    } else {
        State::Holds(Says::new("audit-bulk-limit").with("count", attempts.len()))
    })
}
