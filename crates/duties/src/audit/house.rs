//! How the house is kept: keys, passwords, transport.

use vault::Epoch;

use super::says::Says;
use super::{Cx, State};
use crate::error::Error;
use crate::rights::remains;

/// No day's key is older than the declared time, with a day's grace for the round that destroys it: so no backup of
/// the key database from before it opens anything (PC-17).
pub(super) fn keys_die(cx: &Cx<'_>) -> Result<State, Error> {
    let days = remains::backup_days(cx.service);
    let epochs = cx.service.keys.epochs()?;
    let today = Epoch::of(cx.service.now().as_second());
    let oldest = today.back(u32::from(days) + 1);
    let old = epochs.iter().filter(|epoch| **epoch < oldest).count();
    Ok(if old > 0 {
        State::Broken(Says::new("audit-keys-old").with("count", old).with("days", days))
    } else {
        State::Holds(Says::new("audit-keys-die").with("count", epochs.len()).with("days", days))
    })
}

/// What is stored of a password is Argon2id, and the password does not stand in it (PC-24).
pub(super) fn passwords(cx: &Cx<'_>) -> State {
    let password = "a made-up password of six words";
    let stored = (cx.mechanisms.hash)(password, cx.service.entropy.as_ref());
    let fits = stored.is_some_and(|stored| stored.starts_with("$argon2id$") && !stored.contains(password));
    if fits {
        State::Holds(Says::new("audit-passwords"))
    } else {
        State::Broken(Says::new("audit-password-plain"))
    }
}

/// Pages are reached by https, or on this machine only. Which suites are offered is the proxy's doing so far: what is
/// promised of them is not kept yet (WE-14).
pub(super) fn transport(cx: &Cx<'_>) -> State {
    let url = cx.service.base_url.as_str();
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let is_local = local.iter().any(|start| url.starts_with(start));
    if !is_local && !url.starts_with("https://") {
        return State::Broken(Says::new("audit-transport-plain"));
    }
    match (cx.service.policy.security.tls_bits, is_local) {
        (Some(_), _) => State::NotYet,
        (None, true) => State::Holds(Says::new("audit-transport-local")),
        (None, false) => State::Holds(Says::new("audit-transport-https")),
    }
}
