//! One heading for two things.

use super::context::{Context, Told};
use crate::rule::lint;
use std::collections::HashMap;

lint! {
    /// ## What it does
    /// Reports two categories, purposes, forms or statements that people would read under the same words.
    ///
    /// ## Why is this bad?
    /// Who reads "Account" twice cannot tell which is meant, in the policy as in the answer to a request.
    ///
    /// ## Example
    /// ```yaml
    /// statements:
    ///   one: { title: Your part, text: Keep your password to yourself. }
    ///   two: { title: Your part, text: Tell us if it is stolen. }
    /// ```
    /// ## Instead
    /// ```yaml
    /// statements:
    ///   one: { title: Your part, text: Keep your password to yourself. Tell us if it is stolen. }
    /// ```
    "A0703", Warning, "one heading for two things", law "GDPR Art. 12(1)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let policy = cx.policy;
    let language = policy.languages.reference.as_str();
    let data = policy.data.iter().map(|c| ("data", "title", &c.name, &c.title));
    let purposes = policy.purposes.iter().map(|p| ("purposes", "why", &p.name, &p.why));
    let forms = policy.forms.iter().map(|f| ("forms", "title", &f.name, &f.title));
    let statements = policy.statements.iter().map(|s| ("statements", "title", &s.name, &s.title));
    let mut first: HashMap<(&str, String), String> = HashMap::new();
    for (section, key, name, title) in data.chain(purposes).chain(forms).chain(statements) {
        let words = title.get(language).trim().to_lowercase();
        let path = format!("{section}/{name}/{key}");
        match first.get(&(section, words.clone())) {
            _ if words.is_empty() => {}
            Some(before) => {
                let found = LINT.breach(format!("“{}” stands for two things", title.get(language)));
                let found = found.at(cx.value(&path)).label(cx.value(before), "first here");
                told.push(found.help("give each its own words"));
            }
            None => {
                first.insert((section, words), path);
            }
        }
    }
}
