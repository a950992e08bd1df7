//! Who answers for the data: controller, officer, representatives, joint controllers, group, the law that counts.

use super::paper::{Facts, Paper, Words};
use super::words::{contact, stopped};
use crate::model::Stated;
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-who", "who-we-are");
    let controller = &paper.policy.controller;
    let intro = [("controller", controller.name.as_str().into()), ("service", paper.title().into())];
    let alike = controller.name == paper.title();
    paper.line(paper.with(if alike { "document-who-intro-alike" } else { "document-who-intro" }, &intro));
    let mut all = identity(paper);
    all.extend(beside(paper));
    all.extend(law(paper));
    paper.facts(all);
    if controller.email.is_some() {
        paper.tell("document-who-mail");
    }
    joint(paper);
    group(paper);
}

/// Name and contact details of the controller (Art. 13(1)(a), 30(1)(a)).
pub(super) fn identity(paper: &Paper<'_>) -> Facts {
    let controller = &paper.policy.controller;
    let mut facts = vec![(paper.say("document-name"), vec![Inline::Text(controller.name.clone())])];
    if let Some(number) = &controller.registration {
        facts.push((paper.say("document-registration"), vec![Inline::Text(number.clone())]));
    }
    let country = paper.placed("controller/country", paper.texts.country(&controller.country));
    facts.push((paper.say("document-country"), vec![country]));
    let mut fact = |id: &str, value: &Option<Stated>| {
        if let Some(value) = value {
            facts.push((paper.say(id), vec![contact(&value.value, value.assumed)]));
        }
    };
    fact("document-address", &controller.address);
    fact("document-email", &controller.email);
    fact("document-phone", &controller.phone);
    fact("document-website", &controller.website);
    facts
}

/// The data protection officer and the representatives.
pub(super) fn beside(paper: &Paper<'_>) -> Facts {
    let controller = &paper.policy.controller;
    let mut facts = Vec::new();
    if let Some(words) = officer(paper) {
        facts.push((paper.say("document-officer"), words));
    } else if let Some(value) = &controller.officer {
        facts.push((paper.say("document-officer"), vec![contact(&value.value, value.assumed)]));
    }
    for representative in &paper.policy.representatives {
        let country = paper.texts.country(&representative.country);
        let mut words = vec![Inline::Text(format!("{}, {country}", representative.title))];
        if let Some(value) = &representative.contact {
            words.extend([Inline::Text(", ".into()), contact(&value.value, value.assumed)]);
        }
        facts.push((paper.say("document-representative"), words));
    }
    facts
}

fn officer(paper: &Paper<'_>) -> Option<Words> {
    let officer = paper.policy.controller.data_protection_officer.as_ref()?;
    let assumed = paper.policy.controller.officer.as_ref().is_some_and(|line| line.assumed);
    let parts =
        [Some(&officer.name), officer.email.as_ref(), officer.phone.as_ref(), officer.address.as_ref()];
    let known = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let mut words = Vec::new();
    for part in known {
        if !words.is_empty() {
            words.push(Inline::LineBreak);
        }
        words.push(contact(part, assumed));
    }
    (!words.is_empty()).then_some(words)
}

/// For whom the service is, and which law and courts count.
fn law(paper: &Paper<'_>) -> Facts {
    let mut facts = Vec::new();
    if !paper.policy.serves.is_empty() {
        let served = paper.placed("serves", paper.places(&paper.policy.serves));
        facts.push((paper.say("document-serves"), vec![served]));
    }
    if let Some(jurisdiction) = &paper.policy.jurisdiction {
        let country = paper.texts.country(&jurisdiction.law);
        let mut said = paper.with("document-law-of", &[("country", country.into())]);
        if let Some(courts) = &jurisdiction.courts {
            let courts = courts.get(paper.lang).to_owned();
            let courts = paper.with("document-courts", &[("courts", courts.into())]);
            said = format!("{said} {}", stopped(&courts));
        }
        facts.push((paper.say("document-law"), vec![Inline::Text(said)]));
    }
    facts
}

/// Who decides together with the controller, with the essence of the arrangement (Art. 26(2)).
fn joint(paper: &mut Paper<'_>) {
    if paper.policy.joint_controllers.is_empty() {
        return;
    }
    let title = paper.say("document-joint");
    paper.part(&title, "joint-controllers");
    let alone = paper.policy.joint_controllers.len() == 1;
    paper.tell(if alone { "document-joint-intro-one" } else { "document-joint-intro" });
    paper.facts(joint_facts(paper));
    paper.tell(if alone { "document-joint-any-one" } else { "document-joint-any" });
}

/// Each joint controller with its contact and the arrangement.
pub(super) fn joint_facts(paper: &Paper<'_>) -> Facts {
    let all = paper.policy.joint_controllers.iter().map(|one| {
        let at = |key: &str| format!("joint_controllers/{}/{key}", one.name);
        let mut words = vec![paper.placed(&at("country"), paper.texts.country(&one.country))];
        // A term has no marks: a name that is only assumed stands among the words.
        let named = paper.policy.is_assumed(&at("name"));
        if named {
            words.splice(0..0, [Inline::Assumed(one.title.clone()), Inline::Text(", ".into())]);
        }
        let known = [("address", &one.address), ("email", &one.email), ("website", &one.website)];
        for (key, value) in known.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
            words.extend([Inline::Text(", ".into()), contact(value, paper.policy.is_assumed(&at(key)))]);
        }
        let arranged = paper.placed(&at("arrangement"), stopped(one.arrangement.get(paper.lang)));
        words.extend([Inline::LineBreak, arranged]);
        if one.contact_point {
            let first = paper.with("document-joint-contact", &[("name", one.title.as_str().into())]);
            words.push(Inline::Text(format!(" {first}")));
        }
        (if named { paper.say("document-joint-one") } else { one.title.clone() }, words)
    });
    all.collect()
}

fn group(paper: &mut Paper<'_>) {
    if paper.policy.group.is_empty() {
        return;
    }
    let title = paper.say("document-group");
    paper.part(&title, "group");
    paper.tell("document-group-intro");
    let rows = paper.policy.group.iter().map(|company| {
        let relation = paper.say(&format!("document-relation-{}", company.relation.as_str()));
        let access = if company.access.is_empty() {
            paper.cell("document-group-none")
        } else {
            paper.purpose_links(&company.access)
        };
        let place = |key: &str| format!("group/{}/{key}", company.name);
        let name = if paper.policy.is_assumed(&place("name")) {
            vec![Inline::Assumed(company.title.clone())]
        } else {
            vec![Inline::Strong(company.title.clone())]
        };
        let country = vec![paper.placed(&place("country"), paper.texts.country(&company.country))];
        vec![name, country, vec![paper.placed(&place("relation"), relation)], access]
    });
    let rows = rows.collect();
    let heads =
        ["document-head-company", "document-country", "document-head-relation", "document-head-access"];
    paper.table(paper.say("document-group"), &heads, rows);
}
