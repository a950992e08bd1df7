//! The processor's part: what customers entrust, on whose instructions, what becomes of it (Art. 28).

use super::paper::{Facts, Paper};
use super::purposes;
use super::words::stopped;
use crate::model::{Recipient, Role, ServiceData};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    let Some(part) = &paper.policy.service_data else { return };
    paper.section("document-service-data", "service-data");
    paper.line(stopped(part.who.get(paper.lang)));
    paper.tell("document-service-data-intro");
    paper.facts(facts(paper, part));
    if let Some(within) = part.forward_within {
        let length = paper.length(within);
        let said = paper.with("document-service-data-forward", &[("length", length.into())]);
        paper.paragraph(vec![paper.placed("service_data/requests/forward_within", said)]);
    }
    for purpose in paper.policy.purposes.iter().filter(|purpose| purpose.instructed_by_customer) {
        purposes::part(paper, purpose);
    }
}

/// What is said of it, as terms.
pub(super) fn facts(paper: &Paper<'_>, part: &ServiceData) -> Facts {
    let fact = |id: &str, place: &str, text: String| (paper.say(id), vec![paper.placed(place, text)]);
    let recorded = paper.say("document-service-data-recorded");
    let mut facts = vec![
        fact("document-fact-data", "service_data/categories", paper.categories(&part.categories)),
        fact("document-service-data-instructions", "service_data/instructions", recorded),
    ];
    if !part.export.is_empty() {
        let said = paper.with("document-service-data-as", &[("formats", paper.formats(&part.export).into())]);
        facts.push(fact("document-service-data-export", "service_data/export", said));
    }
    let end = format!("document-service-data-{}", part.at_end.as_str());
    let end = paper.with(&end, &[("length", paper.length(part.within).into())]);
    facts.push(fact("document-service-data-end", "service_data/within", end));
    if let Some(document) = part.contract.as_ref().and_then(|name| paper.policy.document(name)) {
        let place = format!("documents/{}/on", document.name);
        facts.push(fact("document-head-contract", &place, document.title.get(paper.lang).to_owned()));
    }
    let helpers = helpers(paper, part);
    if !helpers.is_empty() {
        facts.push((paper.say("document-head-sub-processors"), paper.named(&helpers)));
    }
    if let Some(notice) = &part.sub_processors {
        let args = [
            ("ahead", paper.length(notice.ahead).into()),
            ("object", paper.length(notice.object_within).into()),
            ("channels", paper.channels(&notice.by).into()),
        ];
        let said = paper.with("document-service-data-told", &args);
        facts.push(fact("document-service-data-new", "service_data/sub_processors/ahead", said));
    }
    facts.extend(looks(paper, part));
    facts
}

/// Everybody who works on it besides: the sub-processors, and the companies of the group with access (WX-27).
fn helpers(paper: &Paper<'_>, part: &ServiceData) -> Vec<Inline> {
    let policy = paper.policy;
    let instructed = |name: &String| policy.purpose(name).is_some_and(|one| one.instructed_by_customer);
    let companies = policy.group.iter().filter(|company| company.access.iter().any(instructed));
    let names = sub_processors(paper, part).map(|recipient| paper.recipient_name(recipient));
    names.chain(companies.map(|company| paper.company_name(company))).collect()
}

fn looks(paper: &Paper<'_>, part: &ServiceData) -> Option<(String, Vec<Inline>)> {
    let access = part.staff_access.as_ref()?;
    let mut words = paper.purpose_links(&access.purposes);
    if let Some(length) = access.at_most {
        let said = paper.with("document-staff-for", &[("length", paper.length(length).into())]);
        words.extend([Inline::LineBreak, paper.placed("service_data/staff_access/at_most", said)]);
    }
    if access.seen_by_customer {
        words.extend([Inline::LineBreak, Inline::Text(paper.say("document-staff-seen"))]);
    }
    Some((paper.say("document-service-data-staff"), words))
}

/// Whether a recipient acts for the company, and not for itself.
pub(super) fn acts(recipient: &Recipient) -> bool {
    matches!(recipient.role, Role::Processor | Role::GroupCompany)
}

/// The recipients that get some of what customers entrust, and act for the company.
pub(super) fn sub_processors<'a>(
    paper: &Paper<'a>,
    part: &'a ServiceData,
) -> impl Iterator<Item = &'a Recipient> {
    let entrusted = |path: &String| part.categories.iter().any(|name| path.split('.').next() == Some(name));
    paper.policy.recipients.iter().filter(move |one| acts(one) && one.gets.iter().any(entrusted))
}
