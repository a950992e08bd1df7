//! A contract with a processor that lacks a term.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Reports a recipient whose `terms` name what its contract says and leave out something that the law wants in it.
    ///
    /// ## Why is this bad?
    /// A contract with a processor has nine things to say. What is missing in it binds nobody.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   host: { name: Host AS, role: processor, country: NO, agreement: a/host.pdf, gets: [contact.name], terms: [subject, instructions] }
    /// ```
    /// ## Instead
    /// ```yaml
    /// recipients:
    ///   host: { name: Host AS, role: processor, country: NO, agreement: a/host.pdf, gets: [contact.name], terms: [subject, instructions, confidentiality, security, sub-processors, rights, assistance, end, audits] }
    /// ```
    "A0224", Warning, "a contract that lacks a term", law "GDPR Art. 28(3)"
}

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for recipient in &cx.policy.recipients {
        let path = format!("recipients/{}/terms", recipient.name);
        if !cx.has(&path) {
            continue;
        }
        let said = cx.written(&path);
        let lacks = |term: &&str| said.iter().all(|(word, _)| word != term);
        let missing: Vec<&str> =
            crate::model::ContractTerm::WORDS.iter().map(|(term, _)| *term).filter(lacks).collect();
        if !missing.is_empty() {
            let words = crate::shape::one_of(missing.into_iter()).replace(" or ", " and ");
            let found =
                LINT.breach(format!("the contract with `{}` says nothing of {words}", recipient.name));
            told.push(found.at(cx.key(&path)).help("amend the contract, and then the list"));
        }
    }
}
