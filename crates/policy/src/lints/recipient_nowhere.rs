//! A recipient of whom nothing says where it is.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient without a country. Other users and the public have none.
    ///
    /// ## Why is this bad?
    /// People must be told whether their data leaves the European Economic Area, and under which safeguard. Where nothing
    /// says where a recipient is, nobody can tell, and nothing can be checked.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, gets: [contact.name] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO, gets: [contact.name] }
    /// ```
    "A0241", Error, "a recipient that is nowhere", law "GDPR Art. 13(1)(f)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in &cx.policy.recipients {
        let path = format!("recipients/{}", recipient.name);
        if recipient.role.is_everywhere() || cx.has(&format!("{path}/country")) {
            continue;
        }
        let message = format!("nothing says in which country `{}` is", recipient.name);
        told.push(LINT.breach(message).at(cx.key(&path)).help("add `country:`, such as `country: NO`"));
    }
}
