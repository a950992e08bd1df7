//! Which messages people get, by which channels, and how they stop them.

use super::paper::{Paper, Words};
use super::words::{assumed_if, sentence};
use crate::model::{Channel, Mail, MailLaw, Messages, Purpose, Unsubscribe};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    let sending: Vec<&Purpose> =
        paper.policy.purposes.iter().filter(|purpose| purpose.messages.is_some()).collect();
    if sending.is_empty() {
        return;
    }
    paper.section("document-messages", "messages");
    paper.tell("document-messages-intro");
    let rows = sending.iter().map(|purpose| row(paper, purpose)).collect();
    let heads = ["document-head-why", "document-head-kind", "document-head-channel", "document-head-stop"];
    paper.table(paper.say("document-messages"), &heads, rows);
    if sending.iter().any(|purpose| purpose.messages == Some(Messages::Service)) {
        paper.tell("document-messages-end");
    }
    if let Some(mail) = &paper.policy.mail {
        sender(paper, mail);
    }
}

fn row(paper: &Paper<'_>, purpose: &Purpose) -> Vec<Words> {
    let marketing = purpose.messages == Some(Messages::Marketing);
    let by = if purpose.channels.is_empty() { vec![Channel::Email] } else { purpose.channels.clone() };
    let (kind, stop) = if marketing {
        ("document-message-marketing", ways_out(paper, &by))
    } else {
        ("document-message-service", ends(paper, purpose, &by))
    };
    vec![
        vec![paper.purpose_link(purpose)],
        paper.cell(kind),
        vec![Inline::Text(super::words::upper(&paper.channels(&by)))],
        vec![Inline::Text(stop)],
    ]
}

/// How a message of the service ends; what rests on an interest can be objected to besides.
fn ends(paper: &Paper<'_>, purpose: &Purpose, by: &[Channel]) -> String {
    let mut said = paper.say("document-stop-service");
    if by.contains(&Channel::Push) {
        said = format!("{said} {}", paper.say("document-stop-device"));
    }
    if purpose.basis.can_object() && !purpose.instructed_by_customer {
        return format!("{said} {}", paper.say("document-stop-object"));
    }
    said
}

/// How marketing is stopped: by what the mailings carry, and always on the privacy page.
fn ways_out(paper: &Paper<'_>, by: &[Channel]) -> String {
    let declared = paper.policy.mail.as_ref().map_or(&[][..], |mail| mail.unsubscribe.as_slice());
    // A link stands only in what is sent as text, a button only in a mail program.
    let has = |way: &&Unsubscribe| match way {
        Unsubscribe::OneClick => by.contains(&Channel::Email),
        Unsubscribe::Link => by.contains(&Channel::Email) || by.contains(&Channel::Sms),
        Unsubscribe::Account => true,
    };
    let mut ways: Vec<String> = declared
        .iter()
        .filter(has)
        .map(|way| paper.say(&format!("document-stop-{}", way.as_str())))
        .collect();
    ways.push(paper.say("document-channel-privacy-centre"));
    paper.with("document-stop-marketing", &[("ways", paper.texts.list(&ways).into())])
}

fn sender(paper: &mut Paper<'_>, mail: &Mail) {
    let pattern =
        paper.with("document-mail-sender", &[("sender", "\u{1}".into()), ("address", "\u{1}".into())]);
    let value =
        |key: &str, text: &str| assumed_if(paper.policy.is_assumed(&format!("mail/{key}")), text.to_owned());
    let values = [value("sender", &mail.sender), value("postal_address", &mail.postal_address)];
    paper.paragraph(sentence(&pattern, &values));
    if !mail.laws.is_empty() {
        let law = |law: &MailLaw| self::law(paper, *law);
        let laws = paper.texts.list(&mail.laws.iter().map(law).collect::<Vec<_>>());
        paper.line(paper.with("document-mail-laws", &[("laws", laws.into())]));
    }
}

/// A law on mail: the controller's own country's, where we know its name.
fn law(paper: &Paper<'_>, law: MailLaw) -> String {
    let general = format!("document-mail-law-{}", law.as_str());
    let own = format!("{general}-{}", paper.policy.controller.country.to_ascii_lowercase());
    paper.say(if paper.texts.has(&own) { &own } else { &general })
}
