//! A special category without a ground of its own.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose that uses a field of a special category (health, religion, biometric data …) or of criminal
    /// convictions without `ground`.
    ///
    /// ## Why is this bad?
    /// Such data is forbidden unless one of the ten exceptions applies, besides the legal basis.
    ///
    /// ## Example
    /// ```yaml
    /// data:
    ///   health: { title: Health, fields: { allergy: { kind: health, title: Allergies } } }
    /// purposes:
    ///   catering: { why: Cook for you, basis: contract, uses: [health.allergy], keep: { for: 7 days, from: collection } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   health: { title: Health, fields: { allergy: { kind: health, title: Allergies } } }
    /// purposes:
    ///   catering:
    ///     why: Cook for you
    ///     basis: consent
    ///     ground: explicit-consent
    ///     uses: [health.allergy]
    ///     keep: { for: 7 days, from: collection }
    /// ```
    "A0305", Error, "a special category without a ground", law "GDPR Art. 9 and 10"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.ground.is_none()) {
        let special = |path: &&String| cx.field(path).is_some_and(|field| field.kind.is_special());
        for path in purpose.uses.iter().filter(special) {
            let at = cx.item(&format!("purposes/{}/uses", purpose.name), &purpose.uses, path);
            let message = format!("`{}` uses `{path}`, a special category, without a ground", purpose.name);
            let help = "add `ground: explicit-consent` or another of Article 9(2), or do without the field";
            told.push(LINT.breach(message).at(at).help(help));
        }
    }
}
