//! Attempts to get many people's data for whoever is not declared for it. Recipients and numbers, nobody's data.

use duties::sharing::bulk;

use crate::fault::Fault;
use crate::parts::{Notice, Tone};
use crate::visit::Visit;

/// The most that are listed.
const MOST: usize = 10;

/// What was asked in the last thirty days; nothing where nobody tried.
pub(super) async fn notice(visit: &Visit) -> Result<Option<Notice>, Fault> {
    let all = bulk::attempts(&visit.site.service).await?;
    let t = visit.texts();
    let mut text: Vec<String> = Vec::new();
    for one in all.iter().take(MOST) {
        let unnamed = one.recipient == bulk::UNNAMED;
        let name = if unnamed { t.say("console-bulk-unnamed") } else { one.recipient.clone() };
        let count = t.number(i64::try_from(one.people).unwrap_or(i64::MAX));
        let values =
            [("recipient", name.into()), ("count", count.into()), ("when", visit.when(one.at).into())];
        text.push(t.with("console-bulk-one", &values));
    }
    text.push(t.say("console-bulk-what"));
    Ok((!all.is_empty()).then(|| Notice::new(Tone::Late, t.say("console-bulk"), text)))
}
