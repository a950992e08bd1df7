//! Profiling or special categories, and no impact assessment.

use super::context::{Context, Told};
use crate::model::Purpose;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes a purpose that assesses people, or uses special categories, and names no impact assessment.
    ///
    /// ## Why is this bad?
    /// Where people are likely to be at high risk, the risks are assessed before it begins. Whether they are depends on
    /// scale and context, which a policy does not show: hence a note.
    ///
    /// ## Example
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     profiling: yes
    /// ```
    /// ## Instead
    /// ```yaml
    /// purposes:
    ///   answer:
    ///     why: Answer your enquiry
    ///     basis: contract
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 6 months, from: last-contact }
    ///     duty: voluntary
    ///     consequence: Without it we cannot answer.
    ///     profiling: yes
    ///     impact: dpia
    /// documents:
    ///   dpia: { title: Impact assessment, kind: impact-assessment, file: documents/dpia.pdf, on: 2025-11-01 }
    /// ```
    "A0244", Note, "no impact assessment is shown", law "GDPR Art. 35(1) and 35(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    let special = |purpose: &Purpose| {
        purpose.uses.iter().any(|path| cx.field(path).is_some_and(|field| field.kind.is_special()))
    };
    for purpose in cx.policy.purposes.iter().filter(|purpose| purpose.impact.is_none()) {
        if purpose.profiling || special(purpose) {
            let key = if purpose.profiling { "profiling" } else { "uses" };
            let at = cx.key(&format!("purposes/{}/{key}", purpose.name));
            let message =
                format!("`{}` may put people at high risk, and names no impact assessment", purpose.name);
            told.push(
                LINT.breach(message)
                    .at(at)
                    .help("add `impact:` with the name of a document under `documents`"),
            );
        }
    }
}
