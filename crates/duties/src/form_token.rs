//! Form tokens: given out with a form, asked back with its submission. They make a second click
//! harmless, tell a page that is a day old or shows an earlier policy, and cannot be made up: each is
//! a value sealed under the service's key for this very form. Collecting forms are named by the policy, Abide's own by
//! their path, which no form of a policy can have.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use vault::Place;

use crate::error::Error;
use crate::ids;
use crate::service::Service;

/// How long a form may stay open.
const LASTS: SignedDuration = SignedDuration::from_hours(24);

/// A token that holds: when the form was given out, and what makes it unlike any other.
pub(crate) struct FormToken {
    at: Timestamp,
    random: [u8; 16],
}

/// Why a token does not hold: the id of the message that helps.
pub(crate) type Unfit = &'static str;

/// A new token for a form.
pub(crate) fn give_out(service: &Service, form: &str) -> Result<String, Error> {
    let mut random = [0_u8; 16];
    service.entropy.fill(&mut random);
    let at = service.now().as_millisecond().to_be_bytes();
    let plain = [at.as_slice(), &random, &service.policy.hash].concat();
    let sealed =
        service.keys.service_data()?.seal(&place(service, form), &plain, service.entropy.as_ref())?;
    Ok(URL_SAFE_NO_PAD.encode(sealed))
}

/// Looks at the token that came back; the inner error is the person's to put right.
pub(crate) fn take_back(
    service: &Service,
    form: &str,
    token: Option<&str>,
) -> Result<Result<FormToken, Unfit>, Error> {
    let Some(token) = token.filter(|token| !token.is_empty()) else {
        return Ok(Err("form-problem-token-missing"));
    };
    let Ok(sealed) = URL_SAFE_NO_PAD.decode(token) else { return Ok(Err("form-problem-token-wrong")) };
    let key = service.keys.service_data()?;
    let Ok(plain) = key.open(&place(service, form), &sealed) else {
        return Ok(Err("form-problem-token-wrong"));
    };
    let Some((at, random, policy)) = split(&plain) else { return Ok(Err("form-problem-token-wrong")) };
    let old = service.now().duration_since(at) > LASTS;
    if old || policy != service.policy.hash {
        return Ok(Err("form-problem-token-old"));
    }
    Ok(Ok(FormToken { at, random }))
}

/// The key of a unit and the id of its row, from the token and everything that was sent: the same submission comes out
/// the same, an edited one is another.
pub(crate) struct Once {
    /// The unit's idempotency key.
    pub key: [u8; 32],
    at: Timestamp,
}

impl FormToken {
    /// What comes out the same when the same is sent again with this token.
    pub(crate) fn once(&self, content: &[u8]) -> Once {
        // INVARIANT: the token's randomness is secret and single, so the ids say nothing about the content.
        Once { key: ledger::sha256(&[self.random.as_slice(), content].concat()).0, at: self.at }
    }
}

impl Once {
    /// The id of one row of the unit.
    pub(crate) fn id(&self, what: &[u8]) -> Uuid {
        let digest = ledger::sha256(&[what, &self.key].concat()).0;
        ids::from(self.at, digest.first_chunk().copied().unwrap_or_default())
    }
}

fn split(plain: &[u8]) -> Option<(Timestamp, [u8; 16], [u8; 32])> {
    let (at, rest) = plain.split_first_chunk::<8>()?;
    let (random, policy) = rest.split_first_chunk::<16>()?;
    let at = Timestamp::from_millisecond(i64::from_be_bytes(*at)).ok()?;
    Some((at, *random, policy.try_into().ok()?))
}

fn place<'a>(service: &'a Service, form: &'a str) -> Place<'a> {
    Place { service: &service.name, table: "form", id: Uuid::nil(), field: form }
}
