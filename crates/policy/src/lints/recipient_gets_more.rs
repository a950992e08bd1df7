//! A recipient that gets more than any purpose gives.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::{HashMap, HashSet};

lint! {
    /// ## What it does
    /// Reports a field in a recipient's `gets` that no purpose sharing with it uses.
    ///
    /// ## Why is this bad?
    /// There is no purpose for which the field may leave. Carriers, for example, get what delivering takes and nothing
    /// else (WE-04).
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact: { title: Contact, fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail } } }
    ///   order: { title: Order, fields: { note: { kind: message, title: Note } } }
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO, gets: [contact.name, order.note] }
    /// purposes:
    ///   deliver: { why: Deliver, basis: contract, uses: [contact.name, contact.email], shares_with: [carrier], keep: { for: 6 months, from: collection } }
    ///   remember: { why: Remember your order, basis: contract, uses: [order.note], keep: { for: 6 months, from: collection } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact: { title: Contact, fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail } } }
    ///   order: { title: Order, fields: { note: { kind: message, title: Note } } }
    /// recipients:
    ///   carrier: { name: Carrier, role: controller, country: NO, gets: [contact.name] }
    /// purposes:
    ///   deliver: { why: Deliver, basis: contract, uses: [contact.name, contact.email], shares_with: [carrier], keep: { for: 6 months, from: collection } }
    ///   remember: { why: Remember your order, basis: contract, uses: [order.note], keep: { for: 6 months, from: collection } }
    /// ```
    "A0402", Error, "a recipient that gets more than any purpose gives", law "GDPR Art. 5(1)(b) and 5(1)(c)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let mut given: HashMap<&str, HashSet<&str>> = HashMap::new();
    for purpose in &cx.policy.purposes {
        for recipient in &purpose.shares_with {
            given.entry(recipient).or_default().extend(purpose.uses.iter().map(String::as_str));
        }
    }
    for recipient in &cx.policy.recipients {
        let Some(given) = given.get(recipient.name.as_str()) else { continue };
        for field in recipient.gets.iter().filter(|field| !given.contains(field.as_str())) {
            if cx.field(field).is_none() {
                continue;
            }
            let at = cx.item(&format!("recipients/{}/gets", recipient.name), &recipient.gets, field);
            let message = format!("no purpose that shares with `{}` uses `{field}`", recipient.name);
            told.push(
                LINT.breach(message).at(at).help("remove the field here, or add it to the purpose's `uses`"),
            );
        }
    }
}
