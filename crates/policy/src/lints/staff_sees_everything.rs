//! A role that sees everything.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::HashSet;

lint! {
    /// ## What it does
    /// Reports a staff role that may look for every purpose of a policy with more than three.
    ///
    /// ## Why is this bad?
    /// Access is for those who need it. A role for everything is a role for nothing in particular, and its loss is the
    /// loss of all.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   p0: { why: Do the thing 0, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    ///   p1: { why: Do the thing 1, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    ///   p2: { why: Do the thing 2, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    ///   p3: { why: Do the thing 3, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    /// staff:
    ///   all: { title: Everybody, purposes: [p0, p1, p2, p3] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   p0: { why: Do the thing 0, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    ///   p1: { why: Do the thing 1, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    ///   p2: { why: Do the thing 2, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    ///   p3: { why: Do the thing 3, basis: contract, uses: [contact.name, contact.email], keep: { for: 6 months, from: last-contact } }
    /// staff:
    ///   all: { title: Everybody, purposes: [p0, p1, p2] }
    /// ```
    "A0509", Warning, "a role that sees everything", law "GDPR Art. 25(2) and 32(4)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let purposes = cx.policy.purposes.len();
    for role in &cx.policy.staff {
        let may: HashSet<&String> = role.purposes.iter().collect();
        if purposes > 3 && may.len() == purposes {
            let message = format!("`{}` may look for every purpose there is", role.name);
            let at = cx.key(&format!("staff/{}/purposes", role.name));
            told.push(LINT.breach(message).at(at).help("name the purposes its work needs"));
        }
    }
}
