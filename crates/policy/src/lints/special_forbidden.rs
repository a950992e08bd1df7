//! A special category although the policy promises none.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a field of a special category in a policy that says `special_categories: never`.
    ///
    /// ## Why is this bad?
    /// The policy promises people that such data is never stored (PC-04). One of the two is not true.
    ///
    /// ## Example
    /// ```yaml
    /// special_categories: never
    /// data:
    ///   contact: { title: Contact, fields: { name: { kind: name, title: Name }, email: { kind: email, title: E-mail } } }
    ///   health: { title: Health, fields: { allergy: { kind: health, title: Allergies } } }
    /// ```
    /// ## Instead
    /// ```yaml
    /// special_categories: never
    /// ```
    "A0306", Error, "a special category although none is promised", law "GDPR Art. 5(1)(a) and 9"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    if !cx.policy.no_special_categories {
        return;
    }
    for category in &cx.policy.data {
        for field in category.fields.iter().filter(|field| field.kind.is_special()) {
            let at = cx.value(&format!("data/{}/fields/{}/kind", category.name, field.name));
            let message = format!("`{}.{}` is of a special category", category.name, field.name);
            let promise = cx.value("special_categories");
            let found = LINT.breach(message).at(at).label(promise, "none is promised here");
            told.push(found.help("remove the field, or the promise"));
        }
    }
}
