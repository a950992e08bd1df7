//! A heading with nothing below it.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a section that is promised by its heading and says nothing.
    ///
    /// ## Why is this bad?
    /// A heading is a promise to answer. People who look for transfers to other countries and find the word alone have
    /// not been told, and cannot know whether there are any.
    ///
    /// ## Example
    /// ```yaml
    /// statements:
    ///   transfers: { title: Transfers between countries }
    /// ```
    /// ## Instead
    /// ```yaml
    /// statements:
    ///   transfers: { title: Transfers between countries, text: Your data stays in the European Economic Area. }
    /// ```
    "A0741", Warning, "a heading with nothing below it", law "GDPR Art. 12(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let language = cx.policy.languages.reference.as_str();
    for statement in &cx.policy.statements {
        let path = format!("statements/{}/text", statement.name);
        if !cx.has(&path) {
            let message = format!("“{}” stands above nothing", statement.title.get(language));
            told.push(LINT.breach(message).at(cx.value(&path)).help("answer it, or remove the heading"));
        }
    }
}
