//! A certification that nobody has looked up.

use super::context::{Context, Told};
use crate::model::Safeguard;
use crate::rule::lint;
use jiff::civil::Date;

lint! {
    /// ## What it does
    /// Reports a transfer under the Data Privacy Framework whose importer was never, or not for a year, seen on the
    /// list of those certified. A safeguard that is only assumed is told of by the note on assumptions.
    ///
    /// ## Why is this bad?
    /// The decision on the United States covers only importers that are on the list on the day of the transfer, and
    /// each must certify again every year.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   signer: { name: Signer Inc., role: controller, country: US, safeguard: dpf, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   signer: { name: Signer Inc., role: controller, country: US, safeguard: dpf, certified: 2025-10-01, gets: [contact.name] }
    /// ```
    "A0245", Note, "a certification that nobody has looked up", law "GDPR Art. 45 and Decision (EU) 2023/1795"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in
        cx.policy.recipients.iter().filter(|recipient| recipient.safeguard == Some(Safeguard::Dpf))
    {
        let path = format!("recipients/{}", recipient.name);
        if cx.is_assumed(&format!("{path}/safeguard")) {
            continue;
        }
        let seen = cx
            .written(&format!("{path}/certified"))
            .first()
            .and_then(|(day, at)| Some((day.parse::<Date>().ok()?, *at)));
        let (message, at) = match seen {
            None => (
                format!("nothing says that `{}` was seen on the list of those certified", recipient.name),
                cx.value(&format!("{path}/safeguard")),
            ),
            Some((day, at)) if day.saturating_add(jiff::Span::new().years(1)) < cx.on => {
                (format!("`{}` was last seen on the list more than a year ago", recipient.name), at)
            }
            Some(_) => continue,
        };
        told.push(
            LINT.breach(message).at(at).help(
                "look it up on the list of the Data Privacy Framework, and write the day as `certified:`",
            ),
        );
    }
}
