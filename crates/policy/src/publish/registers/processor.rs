//! The record of processing activities of a processor: every item of Article 30(2).

use super::super::paper::{Paper, Words};
use super::super::service_data;
use super::super::words::stopped;
use super::security;
use crate::model::{self as policy_document, DataRole, DocumentKind, Policy, Purpose, Recipient};
use document::Document;

/// The record; where nothing is held for others, it says so and nothing else.
pub(in super::super) fn processor_record(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.holder = "register-processor-holder";
    if policy.service_data.is_none() && entrusted(policy).is_empty() {
        paper.tell("register-customers-none");
        return paper.finish("register-processor-title", "register-processor-subtitle");
    }
    security::parties(&mut paper, "register-parties-processor");
    customers(&mut paper);
    activities(&mut paper);
    let part = policy.service_data.as_ref();
    let used: Vec<_> = part.into_iter().flat_map(|part| service_data::sub_processors(&paper, part)).collect();
    security::transfers(&mut paper, used.iter().copied(), "register-transfers-none-entrusted");
    if policy.integrations.is_some() {
        paper.tell("register-transfers-connected");
    }
    security::measures(&mut paper);
    security::documents(&mut paper, |document| is_of_processor(document, &used));
    paper.finish("register-processor-title", "register-processor-subtitle")
}

/// Whether a document belongs here: weighings and assessments of impact are the controller's own, and a transfer's is
/// of a sub-processor.
fn is_of_processor(document: &policy_document::Document, used: &[&Recipient]) -> bool {
    match document.kind {
        DocumentKind::BalancingTest | DocumentKind::ImpactAssessment => false,
        DocumentKind::TransferAssessment => {
            used.iter().any(|one| one.transfer.as_ref() == Some(&document.name))
        }
        _ => true,
    }
}

/// On whose behalf (a): the customers; their list by name is kept where their contracts are.
fn customers(paper: &mut Paper<'_>) {
    paper.section("register-customers", "customers");
    let Some(part) = &paper.policy.service_data else {
        paper.tell("register-customers-none");
        return;
    };
    paper.line(stopped(part.who.get(paper.lang)));
    paper.tell("register-customers-each");
    paper.facts(service_data::facts(paper, part));
}

/// The categories of processing (b): what is done with entrusted data, each on instruction.
fn activities(paper: &mut Paper<'_>) {
    paper.section("register-processing", "processing");
    let rows: Vec<Vec<Words>> =
        entrusted(paper.policy).into_iter().map(|purpose| row(paper, purpose)).collect();
    if rows.is_empty() {
        paper.tell("register-processing-none");
    }
    let heads =
        ["register-head-processing", "register-head-data", "register-head-sub", "register-head-erasure"];
    paper.table(paper.say("register-processing"), &heads, rows);
}

/// The purposes that work on entrusted data, or on a customer's instruction.
fn entrusted(policy: &Policy) -> Vec<&Purpose> {
    let listed = |name: &str| {
        let part = policy.service_data.as_ref();
        part.is_some_and(|part| part.categories.iter().any(|category| category == name))
            || policy.category(name).is_some_and(|category| category.role == DataRole::Processor)
    };
    let of = |purpose: &&Purpose| {
        let touches = purpose.uses.iter().any(|path| listed(path.split('.').next().unwrap_or_default()));
        purpose.instructed_by_customer || touches
    };
    policy.purposes.iter().filter(of).collect()
}

fn row(paper: &Paper<'_>, purpose: &Purpose) -> Vec<Words> {
    let helpers = paper.policy.receivers(purpose).filter(|one| service_data::acts(one));
    let helpers = helpers.map(|recipient| paper.recipient_name(recipient));
    let companies = paper.policy.companies_for(purpose).map(|company| paper.company_name(company));
    vec![
        vec![paper.purpose_link(purpose)],
        paper.fields(&purpose.uses),
        paper.named(&helpers.chain(companies).collect::<Vec<_>>()),
        paper.keep(&purpose.keep),
    ]
}
