//! Rights, how and how fast they are answered, and where to complain.

use super::paper::{Paper, Words};
use super::words::{assumed_if, contact};
use crate::model::{Basis, Clock, Counted, Messages, Rights};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-rights", "your-rights");
    let intro = vec![
        Inline::Text(format!("{} ", paper.say("document-rights-intro"))),
        paper.link("document-privacy-link", "/privacy"),
        Inline::Text(format!(". {}", paper.say("document-rights-free"))),
    ];
    paper.paragraph(intro);
    if paper.policy.rights.everywhere {
        paper.tell("document-rights-everywhere");
    }
    let items = known(paper).into_iter().map(|id| right(paper, id)).collect();
    paper.list(items);
    ways(paper);
    clocks(paper);
    limits(paper);
}

/// The rights this policy gives rise to.
pub(super) fn known(paper: &Paper<'_>) -> Vec<&'static str> {
    let has = |test: fn(Basis) -> bool| paper.policy.purposes.iter().any(|purpose| test(purpose.basis));
    let mut ids = vec!["access", "rectification", "erasure", "restriction"];
    if has(Basis::is_portable) {
        ids.push("portability");
    }
    if has(Basis::can_object) {
        ids.push("objection");
    }
    if paper.policy.purposes.iter().any(|purpose| purpose.messages == Some(Messages::Marketing)) {
        ids.push("marketing");
    }
    if has(|basis| basis == Basis::Consent) {
        ids.push("withdrawal");
    }
    ids
}

fn right(paper: &Paper<'_>, id: &str) -> Words {
    let name = paper.say(&format!("document-right-{id}"));
    let said = paper.say(&format!("document-right-{id}-means"));
    let mut words = vec![Inline::Strong(name), Inline::Text(format!(" {said}"))];
    for more in more(paper, id, &paper.policy.rights) {
        words.extend([Inline::Text(" ".into()), paper.placed_under(&format!("rights/{id}"), more)]);
    }
    words
}

/// What the policy adds to a right of the law.
fn more(paper: &Paper<'_>, id: &str, rights: &Rights) -> Vec<String> {
    let mut said = Vec::new();
    match id {
        "rectification" if rights.rectification.supplements => {
            said.push(paper.say("document-right-supplement"))
        }
        "restriction" => {
            if rights.restriction.on_opening {
                said.push(paper.say("document-right-restriction-at-once"));
            }
            if rights.restriction.tell_before_lifting {
                said.push(paper.say("document-right-restriction-told"));
            }
        }
        "portability" if !rights.portability.is_empty() => {
            let formats = paper.formats(&rights.portability);
            said.push(paper.with("document-right-formats", &[("formats", formats.into())]));
        }
        "objection" => {
            if let Some(within) = rights.objection.decided_within {
                let length = paper.length(within);
                said.push(paper.with("document-right-decided", &[("length", length.into())]));
            }
        }
        _ => {}
    }
    said
}

/// What people do themselves, and how they ask for the rest.
fn ways(paper: &mut Paper<'_>) {
    let rights = &paper.policy.rights;
    if !rights.self_service.is_empty() {
        let word = |own: &crate::model::SelfService| paper.say(&format!("document-self-{}", own.as_str()));
        let own = paper.texts.list(&rights.self_service.iter().map(word).collect::<Vec<_>>());
        paper.tell_placed("rights/self_service", paper.with("document-self", &[("actions", own.into())]));
    }
    if !rights.ask_by.is_empty() {
        let by = paper.channels(&rights.ask_by);
        paper.line(paper.with("document-ask-by", &[("channels", by.into())]));
    }
    if !rights.withdraw.is_empty() {
        let by = paper.channels(&rights.withdraw);
        paper.line(paper.with("document-withdraw-by", &[("channels", by.into())]));
    }
}

fn clocks(paper: &mut Paper<'_>) {
    let rights = &paper.policy.rights;
    if let Some(reply) = rights.first_reply {
        paper.paragraph(first_reply(paper, reply));
    }
    let within = paper.length(rights.answer.within);
    paper.line(match rights.extension {
        Some(longer) => {
            let args = [
                ("length", within.into()),
                ("by", paper.length(longer.by).into()),
                ("told", paper.length(longer.told_within).into()),
            ];
            paper.with("document-answer-extended", &args)
        }
        None => paper.with("document-answer-within", &[("length", within.into())]),
    });
    let by = paper.channels(&rights.answer_by);
    paper.line(paper.with("document-answer-by", &[("channels", by.into())]));
}

fn first_reply(paper: &Paper<'_>, reply: Clock) -> Words {
    let within = paper.length(reply.within);
    match (&paper.policy.office_hours, reply.counted_in) {
        (Some(hours), Counted::OfficeHours) => {
            let text = paper.with("document-first-reply-office", &[("length", within.into())]);
            let hours = assumed_if(hours.assumed, paper.office_hours(hours));
            vec![Inline::Text(format!("{text} ")), hours, Inline::Text(".".into())]
        }
        _ => vec![Inline::Text(paper.with("document-first-reply", &[("length", within.into())]))],
    }
}

/// Where the rights end (Art. 12(5), 15(4), 17(3)), and whom to ask directly.
fn limits(paper: &mut Paper<'_>) {
    paper.tell("document-rights-limits");
    let others = paper.policy.rights.third_parties.iter().filter_map(|name| paper.policy.recipient(name));
    let names: Vec<Inline> = others.map(|recipient| paper.recipient_name(recipient)).collect();
    if !names.is_empty() {
        let mut words = vec![Inline::Text(format!("{} ", paper.say("document-rights-directly")))];
        words.extend(paper.named(&names));
        words.push(Inline::Text(".".into()));
        paper.paragraph(words);
    }
}

/// Where to complain (Art. 13(2)(d)).
pub(super) fn complaint(paper: &mut Paper<'_>) {
    paper.section("document-complaint", "complaint");
    let words = complaint_words(paper);
    paper.paragraph(words);
    if let Some(clock) = paper.policy.rights.complaint {
        let length = paper.length(clock.within);
        let said = paper.with("document-complaint-within", &[("length", length.into())]);
        paper.tell_placed("rights/complaint", said);
    }
    if paper.policy.authority.elsewhere_by_country {
        let words = vec![
            Inline::Text(format!("{} ", paper.say("document-complaint-elsewhere"))),
            paper.link("document-authorities-below", "#authorities"),
            Inline::Text(".".into()),
        ];
        paper.paragraph(words);
    }
    paper.tell("document-complaint-else");
}

/// To whom to complain, in a sentence.
pub(super) fn complaint_words(paper: &Paper<'_>) -> Words {
    let authority = &paper.policy.authority;
    if authority.name.value.is_empty() {
        return paper.cell("document-complaint-any");
    }
    let mut words = paper.stated("document-complaint-to", &authority.name);
    if let Some(address) = &authority.address {
        words.extend([
            Inline::Text(" ".into()),
            contact(&address.value, address.assumed),
            Inline::Text(".".into()),
        ]);
    }
    if let Some(site) = &authority.website {
        words.extend([Inline::Text(" ".into()), contact(site, paper.policy.is_assumed("authority/website"))]);
    }
    words
}
