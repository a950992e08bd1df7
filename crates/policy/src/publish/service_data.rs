//! The processor's part: what customers entrust, on whose instructions, what becomes of it (Art. 28).

use super::paper::{Facts, Paper};
use super::words::stopped;
use crate::model::{Recipient, ServiceData};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    let Some(part) = &paper.policy.service_data else { return };
    paper.section("document-service-data", "service-data");
    paper.line(stopped(part.who.get(paper.lang)));
    paper.tell("document-service-data-intro");
    paper.facts(facts(paper, part));
    if let Some(within) = part.forward_within {
        let length = paper.length(within);
        paper.line(paper.with("document-service-data-forward", &[("length", length.into())]));
    }
}

/// What is said of it, as terms.
pub(super) fn facts(paper: &Paper<'_>, part: &ServiceData) -> Facts {
    let mut facts = Vec::new();
    let mut add = |id: &str, text: String| facts.push((paper.say(id), vec![Inline::Text(text)]));
    add("document-fact-data", paper.categories(&part.categories));
    add("document-service-data-instructions", paper.say("document-service-data-recorded"));
    if !part.export.is_empty() {
        let formats = paper.formats(&part.export);
        add(
            "document-service-data-export",
            paper.with("document-service-data-as", &[("formats", formats.into())]),
        );
    }
    let within = paper.length(part.within);
    let end = format!("document-service-data-{}", part.at_end.as_str());
    add("document-service-data-end", paper.with(&end, &[("length", within.into())]));
    if let Some(document) = part.contract.as_ref().and_then(|name| paper.policy.document(name)) {
        add("document-head-contract", document.title.get(paper.lang).to_owned());
    }
    let subs: Vec<String> = sub_processors(paper, part).map(|one| one.title.clone()).collect();
    if !subs.is_empty() {
        add("document-head-sub-processors", paper.texts.list(&subs));
    }
    if let Some(notice) = &part.sub_processors {
        let args = [
            ("ahead", paper.length(notice.ahead).into()),
            ("object", paper.length(notice.object_within).into()),
            ("channels", paper.channels(&notice.by).into()),
        ];
        add("document-service-data-new", paper.with("document-service-data-told", &args));
    }
    facts.extend(looks(paper, part));
    facts
}

fn looks(paper: &Paper<'_>, part: &ServiceData) -> Option<(String, Vec<Inline>)> {
    let access = part.staff_access.as_ref()?;
    let mut words = paper.purpose_links(&access.purposes);
    let mut add = |text: String| words.extend([Inline::LineBreak, Inline::Text(text)]);
    if let Some(length) = access.at_most {
        add(paper.with("document-staff-for", &[("length", paper.length(length).into())]));
    }
    if access.seen_by_customer {
        add(paper.say("document-staff-seen"));
    }
    Some((paper.say("document-service-data-staff"), words))
}

/// The recipients that get some of what customers entrust.
pub(super) fn sub_processors<'a>(
    paper: &Paper<'a>,
    part: &'a ServiceData,
) -> impl Iterator<Item = &'a Recipient> {
    let entrusted = |path: &String| part.categories.iter().any(|name| path.split('.').next() == Some(name));
    paper.policy.recipients.iter().filter(move |recipient| recipient.gets.iter().any(entrusted))
}
