//! A channel that has no address.

use super::context::{Context, Told};
use crate::model::Kind;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a text message, a telephone call or a letter promised to people of whom no field of that kind is held.
    ///
    /// ## Why is this bad?
    /// A notice that cannot be delivered tells nobody. After a breach it is too late to find out.
    ///
    /// ## Example
    /// ```yaml
    /// breach: { tell_authority_within: 72 hours, tell_people_by: [sms] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// breach: { tell_authority_within: 72 hours, tell_people_by: [email] }
    /// ```
    "A0225", Warning, "a notice that cannot be delivered", law "GDPR Art. 34(1) and 13(3)"
}

const PLACES: [&str; 8] = [
    "breach/tell_people_by",
    "changes/minor",
    "changes/significant",
    "changes/rights_affecting",
    "changes/significant/by",
    "changes/rights_affecting/by",
    "changes/merger",
    "rights/answer_by",
];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let held = |kinds: &[Kind]| {
        cx.policy.data.iter().flat_map(|category| &category.fields).any(|field| kinds.contains(&field.kind))
    };
    let purposes = cx.policy.purposes.iter().map(|purpose| format!("purposes/{}/channels", purpose.name));
    for path in PLACES.into_iter().map(str::to_owned).chain(purposes) {
        for (channel, at) in cx.written(&path) {
            let (kinds, field) = match channel {
                "sms" | "phone" => (&[Kind::Phone][..], "`kind: phone`"),
                "post" => (&[Kind::Address, Kind::Postcode, Kind::Place][..], "`kind: address`"),
                _ => continue,
            };
            if !held(kinds) {
                let message =
                    format!("people are to be told by `{channel}`, and nothing of the kind is held of them");
                told.push(
                    LINT.breach(message)
                        .at(at)
                        .help(format!("declare a field with {field}, or use another channel")),
                );
            }
        }
    }
}
