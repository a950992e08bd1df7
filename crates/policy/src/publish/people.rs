//! Who we are, and who else receives data.

use super::paper::{Paper, Words};
use super::words::{assumed_if, sentence, stated};
use crate::model::{Recipient, Role, Safeguard, Stated};
use document::{Block, Inline};

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-who", "who-we-are");
    let controller = &paper.policy.controller;
    let intro = [("controller", controller.name.as_str().into()), ("service", paper.title().into())];
    paper.line(paper.with("document-who-intro", &intro));
    let mut facts = vec![(paper.say("document-name"), vec![Inline::Text(controller.name.clone())])];
    if let Some(number) = &controller.registration {
        facts.push((paper.say("document-registration"), vec![Inline::Text(number.clone())]));
    }
    facts.push((paper.say("document-country"), vec![Inline::Text(paper.texts.country(&controller.country))]));
    let mut fact = |id: &str, value: &Option<Stated>| {
        if let Some(value) = value {
            facts.push((paper.say(id), vec![contact(value)]));
        }
    };
    fact("document-address", &controller.address);
    fact("document-email", &controller.email);
    fact("document-phone", &controller.phone);
    fact("document-website", &controller.website);
    fact("document-officer", &controller.officer);
    for representative in &paper.policy.representatives {
        let mut words = vec![Inline::Text(format!(
            "{}, {}",
            representative.title,
            paper.texts.country(&representative.country)
        ))];
        if let Some(value) = &representative.contact {
            words.extend([Inline::Text(", ".into()), contact(value)]);
        }
        facts.push((paper.say("document-representative"), words));
    }
    paper.push(Block::Definitions(facts));
    if controller.email.is_some() {
        paper.line(paper.say("document-who-mail"));
    }
    if let Some(age) = paper.policy.minimum_age {
        paper.line(paper.with("document-minimum-age", &[("age", i64::from(age).into())]));
    }
}

/// A value that is an address to follow, where it is stated.
fn contact(value: &Stated) -> Inline {
    match value.value.as_str() {
        text if value.assumed => Inline::Assumed(text.to_owned()),
        text if text.starts_with("https://") => Inline::link(text, text),
        text if text.contains('@') && !text.contains(' ') => Inline::link(text, format!("mailto:{text}")),
        _ => stated(value),
    }
}

/// Who else receives data, where, and under which safeguard.
pub(super) fn recipients(paper: &mut Paper<'_>) {
    paper.section("document-recipients", "who-receives");
    if paper.policy.recipients.is_empty() {
        paper.line(paper.say("document-recipients-none"));
        return;
    }
    paper.line(paper.say("document-recipients-intro"));
    let alike = |a: &Recipient, b: &Recipient| {
        Recipient { name: b.name.clone(), title: b.title.clone(), ..a.clone() } == *b
    };
    let rows = paper.policy.recipients.chunk_by(alike).filter_map(|group| {
        let first = group.first()?;
        let names: Vec<String> = group.iter().map(|recipient| recipient.title.clone()).collect();
        let names = who(paper, &paper.texts.list(&names), first);
        Some(vec![names, paper.fields(&first.gets), place(paper, first), safeguard(paper, first)])
    });
    let rows = rows.collect();
    let heads = ["document-head-who", "document-head-gets", "document-head-where", "document-head-safeguard"];
    paper.table(paper.say("document-recipients-caption"), &heads, rows);
    paper.line(paper.say("document-recipients-copy"));
    if let Some(requests) = &paper.policy.legal_requests {
        let id = if requests.statute_only { "document-legal-statute" } else { "document-legal-law" };
        paper.line(paper.with(id, &[("approvers", i64::from(requests.approvers).into())]));
    }
}

fn who(paper: &Paper<'_>, names: &str, recipient: &Recipient) -> Words {
    let mut words = vec![Inline::Strong(names.to_owned())];
    if let Some(what) = &recipient.what {
        words.extend([Inline::LineBreak, Inline::Text(what.get(paper.lang).to_owned())]);
    }
    words.push(Inline::LineBreak);
    let role = paper.say(match recipient.role {
        Role::Processor => "document-role-processor",
        Role::Controller => "document-role-controller",
        Role::JointController => "document-role-joint-controller",
        Role::Authority => "document-role-authority",
    });
    words.push(assumed_if(is_assumed(recipient, "role"), role));
    words
}

fn place(paper: &Paper<'_>, recipient: &Recipient) -> Words {
    let country = assumed_if(is_assumed(recipient, "country"), paper.texts.country(&recipient.country));
    let mut words = vec![country];
    let mut add = |text: String| words.extend([Inline::LineBreak, Inline::Text(text)]);
    if let Some(stored) = &recipient.stored_in {
        let country = paper.texts.country(stored);
        add(match &recipient.hosted_by {
            Some(host) => {
                let args = [("country", country.as_str().into()), ("host", host.as_str().into())];
                paper.with("document-stored-hosted", &args)
            }
            None => paper.with("document-stored", &[("country", country.as_str().into())]),
        });
    }
    if let Some(representative) = &recipient.representative {
        add(paper.with("document-represented", &[("name", representative.as_str().into())]));
    }
    words
}

fn safeguard(paper: &Paper<'_>, recipient: &Recipient) -> Words {
    let id = match recipient.safeguard {
        None => {
            let adequate = crate::law::adequacy(&recipient.country, paper.policy.version).is_some();
            let id = if adequate { "document-safeguard-adequacy" } else { "document-safeguard-none" };
            return vec![Inline::Text(paper.say(id))];
        }
        Some(Safeguard::Adequacy) => "document-safeguard-adequacy",
        Some(Safeguard::Dpf) => "document-safeguard-dpf",
        Some(Safeguard::Scc) => "document-safeguard-scc",
        Some(Safeguard::Bcr) => "document-safeguard-bcr",
        Some(Safeguard::Certification) => "document-safeguard-certification",
        Some(Safeguard::ExplicitConsent) => "document-safeguard-explicit-consent",
        Some(Safeguard::ContractNeeds) => "document-safeguard-contract-needs",
    };
    sentence("\u{1}", &[assumed_if(is_assumed(recipient, "safeguard"), paper.say(id))])
}

fn is_assumed(recipient: &Recipient, key: &str) -> bool {
    recipient.assumed.iter().any(|assumed| assumed == key)
}
