//! No authority to complain to.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a policy that names no supervisory authority.
    ///
    /// ## Why is this bad?
    /// People must be told that they can complain, and where.
    ///
    /// ## Example
    /// ```yaml
    /// authority:
    /// ```
    /// ## Instead
    /// ```yaml
    /// authority: { name: Datatilsynet, country: NO }
    /// ```
    "A0206", Warning, "no authority to complain to", law "GDPR Art. 13(2)(d) and 77"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if !cx.policy.authority.name.value.is_empty() {
        return;
    }
    let help = match crate::law::authority(&cx.policy.controller.country) {
        Some(known) => format!("add `authority: {{ name: {}, country: {} }}`", known.name, known.country),
        None => "add `authority:` with its name and country".to_owned(),
    };
    let at = if cx.has("authority") { cx.key("authority") } else { cx.key("controller") };
    told.push(LINT.breach("the policy names no supervisory authority").at(at).help(help));
}
