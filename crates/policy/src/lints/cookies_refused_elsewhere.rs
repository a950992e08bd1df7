//! Cookies that are refused elsewhere than they are accepted.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports cookies that can be refused only in the browser's settings, or not where they are accepted.
    ///
    /// ## Why is this bad?
    /// Refusing must be as easy as accepting. A browser refuses everybody's cookies or nobody's, and says nothing to
    /// who reads the answer.
    ///
    /// ## Example
    /// ```yaml
    /// cookie_choice: { refuse_by: [browser] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// cookie_choice: { refuse_by: [banner, browser] }
    /// ```
    "A0346", Error, "cookies that are refused elsewhere than they are accepted", law "GDPR Art. 7(3) and ePrivacy Directive Art. 5(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if !cx.has("cookie_choice/refuse_by") {
        return;
    }
    let accept = cx.written("cookie_choice/accept_by");
    let places: Vec<&str> =
        if accept.is_empty() { vec!["banner"] } else { accept.iter().map(|(place, _)| *place).collect() };
    let refuse = cx.written("cookie_choice/refuse_by");
    let as_easy = |place: &str| refuse.iter().any(|(other, _)| *other == place);
    if let Some(place) = places.into_iter().find(|place| *place != "browser" && !as_easy(place)) {
        let found = LINT
            .breach(format!("a yes is given in the `{place}`, and a no is not"))
            .at(cx.value("cookie_choice/refuse_by"));
        told.push(found.help(format!("add `{place}`, with both answers side by side")));
    }
}
