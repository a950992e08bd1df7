//! The companies of the group as recipients: those whose people have access, with what they see and where they are.

use super::paper::{Facts, Paper, Words};
use super::words::assumed_if;
use crate::law;
use crate::model::{GroupCompany, Policy};
use document::Inline;

/// Those that receive anything.
pub(super) fn receiving(policy: &Policy) -> impl Iterator<Item = &GroupCompany> {
    policy.group.iter().filter(|company| !company.access.is_empty())
}

/// A row of the table of recipients.
pub(super) fn row(paper: &Paper<'_>, company: &GroupCompany) -> Vec<Words> {
    let name = match paper.company_name(company) {
        Inline::Text(name) => Inline::Strong(name),
        assumed => assumed,
    };
    let role = Inline::Text(paper.say("document-role-group-company"));
    vec![
        vec![name, Inline::LineBreak, role],
        vec![Inline::Text(paper.categories_of(&seen(paper, company)))],
        place(paper, company),
        vec![safeguard(paper, company, "")],
    ]
}

/// Everything that is said of it on the page of recipients.
pub(super) fn facts(paper: &Paper<'_>, company: &GroupCompany) -> Facts {
    let mut facts = Vec::new();
    if let name @ Inline::Assumed(_) = paper.company_name(company) {
        facts.push((paper.say("document-name"), vec![name]));
    }
    let protected =
        vec![safeguard(paper, company, ""), Inline::LineBreak, safeguard(paper, company, "-means")];
    facts.extend([
        (paper.say("document-head-role"), paper.cell("document-role-group-company")),
        (paper.say("document-head-for"), paper.purpose_links(&company.access)),
        (paper.say("document-head-gets"), paper.fields(&seen(paper, company))),
        (paper.say("document-head-where"), place(paper, company)),
        (paper.say("document-head-safeguard"), protected),
    ]);
    facts
}

/// The fields its people see: those of the purposes they work for.
fn seen(paper: &Paper<'_>, company: &GroupCompany) -> Vec<String> {
    let purposes = company.access.iter().filter_map(|name| paper.policy.purpose(name));
    purposes.flat_map(|purpose| purpose.uses.iter().cloned()).collect()
}

fn place(paper: &Paper<'_>, company: &GroupCompany) -> Words {
    vec![paper.placed(&at(company), paper.texts.country(&company.country))]
}

/// What protects data there, or what that means; it follows from the country, and is no surer.
fn safeguard(paper: &Paper<'_>, company: &GroupCompany, of: &str) -> Inline {
    let on = paper.policy.version;
    let word = if law::is_eea(&company.country, on) {
        "none"
    } else if law::adequacy(&company.country, on).is_some() {
        "adequacy"
    } else {
        "undeclared"
    };
    let said = paper.say(&format!("document-safeguard-{word}{of}"));
    assumed_if(paper.policy.is_assumed(&at(company)), said)
}

fn at(company: &GroupCompany) -> String {
    format!("group/{}/country", company.name)
}
