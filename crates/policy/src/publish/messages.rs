//! Which messages people get, by which channels, and how they stop them.

use super::paper::{Paper, Words};
use super::words::{assumed_if, sentence};
use crate::model::{Channel, Mail, Messages, Purpose};
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
    if let Some(mail) = &paper.policy.mail {
        sender(paper, mail);
    }
}

fn row(paper: &Paper<'_>, purpose: &Purpose) -> Vec<Words> {
    let marketing = purpose.messages == Some(Messages::Marketing);
    let (kind, stop) = if marketing {
        ("document-message-marketing", ways_out(paper))
    } else {
        ("document-message-service", ends(paper, purpose))
    };
    let by = if purpose.channels.is_empty() { vec![Channel::Email] } else { purpose.channels.clone() };
    vec![
        vec![paper.purpose_link(purpose)],
        paper.cell(kind),
        vec![Inline::Text(super::words::upper(&paper.channels(&by)))],
        vec![Inline::Text(stop)],
    ]
}

/// How a message of the service ends; what rests on an interest can be objected to besides.
fn ends(paper: &Paper<'_>, purpose: &Purpose) -> String {
    let said = paper.say("document-stop-service");
    if purpose.basis.can_object() && !purpose.instructed_by_customer {
        return format!("{said} {}", paper.say("document-stop-object"));
    }
    said
}

/// How marketing is stopped: by what the mailings carry, and always on the privacy page.
fn ways_out(paper: &Paper<'_>) -> String {
    let declared = paper.policy.mail.as_ref().map_or(&[][..], |mail| mail.unsubscribe.as_slice());
    let mut ways: Vec<String> =
        declared.iter().map(|way| paper.say(&format!("document-stop-{}", way.as_str()))).collect();
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
        let law = |law: &crate::model::MailLaw| paper.say(&format!("document-mail-law-{}", law.as_str()));
        let laws = paper.texts.list(&mail.laws.iter().map(law).collect::<Vec<_>>());
        paper.line(paper.with("document-mail-laws", &[("laws", laws.into())]));
    }
}
