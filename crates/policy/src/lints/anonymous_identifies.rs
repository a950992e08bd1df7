//! Anonymous data that names people.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a purpose declared `anonymous` that uses a field by which a person can be told.
    ///
    /// ## Why is this bad?
    /// Data combined with personal data is personal (WE-05). What is called anonymous and is not misleads people and
    /// escapes their rights.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   statistics:
    ///     why: Count visits
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: collection }
    ///     anonymous: yes
    /// ```
    /// ## Instead
    /// ```yaml
    /// data:
    ///   visit: { title: Visits, fields: { page: { kind: activity, title: Pages } } }
    /// purposes:
    ///   statistics:
    ///     why: Count visits
    ///     basis: contract
    ///     uses: [visit.page]
    ///     keep: { for: 6 months, from: collection }
    ///     anonymous: yes
    /// ```
    "A0404", Error, "anonymous data that names people", law "GDPR Art. 4(1) and recital 26"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.anonymous) {
        let names = |path: &&String| cx.field(path).is_some_and(|field| field.kind.identifies());
        for path in purpose.uses.iter().filter(names) {
            let at = cx.item(&format!("purposes/{}/uses", purpose.name), &purpose.uses, path);
            let message = format!("`{path}` names a person, so `{}` is not anonymous", purpose.name);
            told.push(LINT.breach(message).at(at).help("remove the field, or `anonymous`"));
        }
    }
}
