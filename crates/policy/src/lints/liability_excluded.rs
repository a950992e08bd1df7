//! A liability that no text can exclude.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a text that excludes its liability for personal data.
    ///
    /// ## Why is this bad?
    /// Who suffers damage from an infringement has a right to compensation, and no text of the controller takes it
    /// away. Written down it only deters people from asking.
    ///
    /// ## Example
    /// ```yaml
    /// general: { liability: excluded }
    /// ```
    /// ## Instead
    /// ```yaml
    /// general: { liability: as-by-law }
    /// ```
    "A0347", Error, "a liability that no text can exclude", law "GDPR Art. 82(1) and 82(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if let Some((_, at)) = cx.written("general/liability").into_iter().find(|(word, _)| *word == "excluded") {
        let found = LINT.breach("no text can exclude the liability for personal data").at(at);
        told.push(found.help("write `as-by-law`, and take the sentence out").fix(
            "say what the law says",
            at,
            "as-by-law",
        ));
    }
}
