//! Data that is used beyond what is promised of it.

use super::context::{Context, Told};
use crate::model::Category;
use crate::rule::lint;
use std::collections::HashMap;

lint! {
    /// ## What it does
    /// Reports a purpose that uses a field of a category whose `only_for` does not name it.
    ///
    /// ## Why is this bad?
    /// A text that says “only for this” and a use for something else contradict each other; people hold the company to
    /// the first.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     only_for: [news]
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   contact:
    ///     title: Contact
    ///     only_for: [news, answer]
    ///     fields:
    ///       name: { kind: name, title: Name }
    ///       email: { kind: email, title: E-mail }
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///   news:
    ///     why: Send you news
    ///     basis: consent
    ///     uses: [contact.email]
    ///     keep: { for: 0 days, from: consent-end }
    /// ```
    "A0417", Error, "data that is used beyond what is promised of it", law "GDPR Art. 5(1)(a) and 5(1)(b)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let bound: HashMap<&str, &Category> = cx
        .policy
        .data
        .iter()
        .filter(|category| !category.only_for.is_empty())
        .map(|category| (category.name.as_str(), category))
        .collect();
    for purpose in cx.policy.purposes.iter().filter(|_| !bound.is_empty()) {
        for field in &purpose.uses {
            let Some(category) = field.split_once('.').and_then(|(name, _)| bound.get(name)) else {
                continue;
            };
            if category.only_for.contains(&purpose.name) {
                continue;
            }
            let at = cx.item(&format!("purposes/{}/uses", purpose.name), &purpose.uses, field);
            let message = format!("`{}` uses `{field}`, which serves other purposes only", purpose.name);
            let promised = cx.key(&format!("data/{}/only_for", category.name));
            told.push(
                LINT.breach(message)
                    .at(at)
                    .label(promised, "promised here")
                    .help("stop using it, or promise less"),
            );
        }
    }
}
