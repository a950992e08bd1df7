//! A decision on adequacy that ends soon.

use super::context::{Context, Told};
use crate::law::{self, Ground};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a recipient in a country whose decision on adequacy ends within a year of the day of the check.
    ///
    /// ## Why is this bad?
    /// On the day after, the transfer needs another safeguard. Contracts take months.
    ///
    /// ## Example
    /// ```yaml
    /// version: 2031-06-01
    /// recipients:
    ///   host: { name: Host Ltd, role: controller, country: GB, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// version: 2031-06-01
    /// recipients:
    ///   host: { name: Host Ltd, role: controller, country: GB, safeguard: scc, gets: [contact.name] }
    /// ```
    "A0328", Note, "a decision on adequacy that ends soon", law "GDPR Art. 45(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let soon = cx.on.saturating_add(jiff::Span::new().years(1));
    for recipient in &cx.policy.recipients {
        let adequate = law::abroad(recipient, cx.on).filter(|place| place.ground == Ground::Adequate);
        for place in adequate {
            let ends = law::adequacy(place.country, cx.on).and_then(|decision| decision.valid_until);
            if let Some(day) = ends.filter(|day| *day <= soon) {
                let message = format!("the decision on `{}` ends on {day}", place.country);
                let at = cx.value(&format!("recipients/{}/{}", recipient.name, place.key));
                told.push(LINT.breach(message).at(at).help("agree on `safeguard: scc` before that day"));
            }
        }
    }
}
