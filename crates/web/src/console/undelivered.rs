//! Letters that were given up: somebody was not told. Kinds and numbers, no addresses.

use duties::mail;

use crate::fault::Fault;
use crate::parts::{Notice, Tone};
use crate::visit::Visit;

/// How many, since when, of which kinds; nothing where every letter came through.
pub(super) async fn notice(visit: &Visit) -> Result<Option<Notice>, Fault> {
    let all = mail::given_up(&visit.site.service).await?;
    let Some(since) = all.iter().map(|one| one.since).min() else { return Ok(None) };
    let t = visit.texts();
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let count = number(all.iter().map(|one| one.count).sum());
    let kind = |one: &mail::GivenUp| {
        format!("{}: {}", t.say(&format!("console-letter-{}", one.kind)), t.number(number(one.count)))
    };
    let mut text = vec![t.with("console-undelivered-since", &[("when", visit.when(since).into())])];
    text.extend(all.iter().map(kind));
    Ok(Some(Notice::new(Tone::Late, t.with("console-undelivered", &[("count", count.into())]), text)))
}
