//! Data demanded by an authority or in an emergency (SO-19): asked for by one, approved by others, given out once.

mod ask;
mod list;
mod one;

pub(crate) use ask::{ask, create};
pub(crate) use list::list;
pub(crate) use one::{approve, give, refuse, show};

use duties::sharing::demand::State;

use crate::parts::{Pill, Tone};
use crate::visit::Visit;

/// Where one stands, as a pill.
fn state(visit: &Visit, stored: &str) -> Pill {
    let tone = match stored {
        _ if stored == State::Open.as_str() => Tone::Soon,
        _ if stored == State::Given.as_str() => Tone::Kept,
        _ => Tone::Unknown,
    };
    Pill::new(tone, visit.texts().say(&format!("console-demand-state-{stored}")))
}

/// A field of the policy as people read it: `Contact details: name`; one that is not declared any more stays its path.
fn title(visit: &Visit, path: &str) -> String {
    let policy = &visit.site.service.policy;
    let group = path.split_once('.').and_then(|(group, _)| policy.category(group));
    match (group, policy.field(path)) {
        (Some(group), Some(field)) => {
            format!("{}: {}", group.title.get(&visit.lang), field.title.get(&visit.lang))
        }
        _ => path.to_owned(),
    }
}
