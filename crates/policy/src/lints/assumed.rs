//! Values that are only assumed.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Counts the values written `{ assumed: … }` and points at the first.
    ///
    /// ## Why is this bad?
    /// It is not bad: it is unfinished. Each of them is shown as a placeholder until the company states it.
    ///
    /// ## Example
    /// ```yaml
    /// minimum_age: { assumed: 16 }
    /// ```
    /// ## Instead
    /// ```yaml
    /// minimum_age: 16
    /// ```
    "A0216", Note, "values that are only assumed", law "GDPR Art. 5(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if let Some(first) = cx.checked.assumed.first() {
        let message = match cx.checked.assumed.len() {
            1 => "one value is assumed and shown as a placeholder".to_owned(),
            many => format!("{many} values are assumed and shown as placeholders"),
        };
        told.push(LINT.breach(message).at(*first).help("state each of them, and remove `assumed`"));
    }
}
