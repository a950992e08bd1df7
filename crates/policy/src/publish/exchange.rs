//! What people, organisations and connected services see of each other.

use super::paper::{Paper, Words};
use super::words::sentence;
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    let items = [users(paper), organisations(paper), invitations(paper), integrations(paper)].concat();
    if items.is_empty() {
        return;
    }
    paper.section("document-exchange", "others");
    paper.list(items);
}

fn item(paper: &Paper<'_>, name: &str, said: Vec<String>) -> Words {
    vec![Inline::Strong(paper.say(name)), Inline::Text(format!(" {}", said.join(" ")))]
}

fn users(paper: &Paper<'_>) -> Vec<Words> {
    let exchange = &paper.policy.exchange;
    let mut items = Vec::new();
    if let Some(messages) = &exchange.messages {
        let shown = messages.shows.iter().filter_map(|path| paper.policy.field(path));
        let shown: Vec<String> =
            shown.map(|field| super::words::lower(field.title.get(paper.lang))).collect();
        let mut said =
            vec![paper.with("document-messages-show", &[("fields", paper.texts.list(&shown).into())])];
        let also = [
            (messages.sender_told, "document-messages-told"),
            (messages.block, "document-messages-block"),
            (messages.report, "document-messages-report"),
        ];
        said.extend(also.into_iter().filter(|(is, _)| *is).map(|(_, id)| paper.say(id)));
        items.push(item(paper, "document-messages-name", said));
    }
    if let Some(views) = &exchange.views {
        let mut said = vec![paper.say("document-views")];
        if views.objectors_absent {
            said.push(paper.say("document-views-objectors"));
        }
        items.push(item(paper, "document-views-name", said));
    }
    if exchange.public_records.is_some() {
        items.push(item(paper, "document-public-name", vec![paper.say("document-public")]));
    }
    items
}

fn organisations(paper: &Paper<'_>) -> Vec<Words> {
    let Some(organisations) = &paper.policy.organisations else { return Vec::new() };
    let all = [
        (organisations.access_by_administrator, "document-organisation-access"),
        (organisations.domain_suggests, "document-organisation-suggests"),
        (organisations.domain_claims, "document-organisation-claims"),
    ];
    let said: Vec<String> = all.into_iter().filter(|(is, _)| *is).map(|(_, id)| paper.say(id)).collect();
    if said.is_empty() { Vec::new() } else { vec![item(paper, "document-organisation-name", said)] }
}

fn invitations(paper: &Paper<'_>) -> Vec<Words> {
    let Some(invitations) = &paper.policy.invitations else { return Vec::new() };
    let mut said = vec![paper.say("document-invitations")];
    if invitations.names_sender {
        said.push(paper.say("document-invitations-names"));
    }
    if invitations.once {
        said.push(paper.say("document-invitations-once"));
    }
    let mut words = item(paper, "document-invitations-name", said);
    let pattern = paper.with("document-invitations-forgotten", &[("length", "\u{1}".into())]);
    let length = paper.length(invitations.forgotten_after);
    let assumed = paper.policy.is_assumed("invitations/forgotten_after");
    words.push(Inline::Text(" ".into()));
    words.extend(sentence(&pattern, &[super::words::assumed_if(assumed, length)]));
    vec![words]
}

fn integrations(paper: &Paper<'_>) -> Vec<Words> {
    let Some(integrations) = &paper.policy.integrations else { return Vec::new() };
    let mut said = vec![paper.say("document-integrations")];
    if !integrations.scopes.is_empty() {
        let scopes = super::words::lower(&paper.categories(&integrations.scopes));
        said.push(paper.with("document-integrations-scopes", &[("categories", scopes.into())]));
    }
    if integrations.revoked_at_once {
        said.push(paper.say("document-integrations-revoked"));
    }
    vec![item(paper, "document-integrations-name", said)]
}
