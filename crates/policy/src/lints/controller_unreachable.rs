//! A controller nobody can reach.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a controller without a postal address or without an e-mail address.
    ///
    /// ## Why is this bad?
    /// People must be told who answers for their data and how to reach them. Who has published no address writes
    /// `{ assumed: … }`: the published policy then shows a placeholder that cannot be overlooked.
    ///
    /// ## Example
    /// ```yaml
    /// controller: { name: Shop AS, country: NO, email: privacy@shop.example }
    /// ```
    /// ## Instead
    /// ```yaml
    /// controller: { name: Shop AS, country: NO, address: "Gata 1, Oslo", email: privacy@shop.example }
    /// ```
    "A0205", Error, "a controller nobody can reach", law "GDPR Art. 13(1)(a)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (key, what) in [("address", "postal address"), ("email", "e-mail address")] {
        if cx.has("controller") && !cx.has(&format!("controller/{key}")) {
            let help = format!("add `{key}:`; if it is not published, write `{key}: {{ assumed: … }}`");
            told.push(
                LINT.breach(format!("the controller has no {what}")).at(cx.key("controller")).help(help),
            );
        }
    }
}
