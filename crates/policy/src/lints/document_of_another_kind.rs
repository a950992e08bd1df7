//! A document that is not what it is named for.

use super::context::{Context, Told};
use crate::model::DocumentKind;
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a document of another kind than its place asks: `balancing` wants a balancing test, `impact` an impact
    /// assessment, `transfer` an assessment of the transfer, `contract` a contract.
    ///
    /// ## Why is this bad?
    /// Somebody will ask for it one day, and will get something else.
    ///
    /// ## Example
    /// ```yaml
    /// documents:
    ///   audit: { title: Audit, kind: audit-report, file: documents/audit.pdf, on: 2025-06-01 }
    /// purposes:
    ///   answer:
    ///     why: Answer you
    ///     basis: legitimate-interest
    ///     interest: People who write to us want an answer.
    ///     balancing: audit
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    /// ```
    /// ## Instead
    /// ```yaml
    /// documents:
    ///   audit: { title: Why we may answer, kind: balancing-test, file: documents/lia.pdf, on: 2025-06-01 }
    /// purposes:
    ///   answer:
    ///     why: Answer you
    ///     basis: legitimate-interest
    ///     interest: People who write to us want an answer.
    ///     balancing: audit
    ///     uses: [contact.name, contact.email]
    ///     keep: { for: 1 year, from: last-contact }
    /// ```
    "A0411", Warning, "a document that is not what it is named for", law "GDPR Art. 5(2)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    use DocumentKind::{BalancingTest, ImpactAssessment, ProcessingContract, TransferAssessment};
    for purpose in &cx.policy.purposes {
        hold(
            cx,
            purpose.balancing.as_deref(),
            BalancingTest,
            &format!("purposes/{}/balancing", purpose.name),
            told,
        );
        hold(
            cx,
            purpose.impact.as_deref(),
            ImpactAssessment,
            &format!("purposes/{}/impact", purpose.name),
            told,
        );
    }
    for recipient in &cx.policy.recipients {
        let path = format!("recipients/{}/transfer", recipient.name);
        hold(cx, recipient.transfer.as_deref(), TransferAssessment, &path, told);
    }
    let contract = cx.policy.service_data.as_ref().and_then(|data| data.contract.as_deref());
    hold(cx, contract, ProcessingContract, "service_data/contract", told);
}

fn hold(cx: &Context<'_>, name: Option<&str>, wanted: DocumentKind, path: &str, told: &mut Told) {
    let Some(document) = name.and_then(|name| cx.policy.document(name)) else { return };
    if document.kind != wanted {
        let message = format!("`{}` is no `{}`", document.name, wanted.as_str());
        let kind = cx.value(&format!("documents/{}/kind", document.name));
        let help = format!("name a document of the kind `{}`", wanted.as_str());
        told.push(LINT.breach(message).at(cx.value(path)).label(kind, "its kind").help(help));
    }
}
