//! Writing a letter: sender and reason at the top, the text, one clear action, what else to know; as
//! plain text and as simple HTML that says the same. No remote image, no tracking, no style sheet.

use texts::{Arg, Texts, texts};
use uuid::Uuid;

use super::{Letter, Mail};
use crate::service::Service;

/// Writes a letter out.
pub(super) fn compose(service: &Service, letter: &Letter<'_>, id: Uuid) -> Mail {
    let words = texts(letter.lang);
    let controller = &service.policy.controller.name;
    let mut values: Vec<(&str, Arg<'_>)> = vec![("controller", controller.into())];
    values.extend(letter.values.iter().map(|(name, value)| (*name, value.into())));
    let part = |part: &str| words.with(&format!("mail-{}-{part}", letter.name), &values);
    let parts = Parts {
        sender: words.with("mail-sender-line", &values),
        because: part("because"),
        text: part("text"),
        action: letter.link.as_ref().map(|link| (part("action"), link.clone())),
        after: part("after"),
        policy: (words.with("mail-policy-line", &values), format!("{}/policy", service.base_url)),
        service: words.say("mail-no-reply-needed"),
    };
    let subject = part("subject");
    Mail {
        id,
        to: letter.to.to_owned(),
        text: parts.plain(words),
        html: parts.html(letter.lang, &subject),
        subject,
    }
}

struct Parts {
    sender: String,
    because: String,
    text: String,
    action: Option<(String, String)>,
    after: String,
    policy: (String, String),
    service: String,
}

impl Parts {
    fn plain(&self, words: &Texts) -> String {
        let action = self.action.as_ref().map(|(action, link)| {
            words.with("mail-link-plain", &[("action", action.into()), ("link", link.into())])
        });
        let head = format!("{}\n{}", self.sender, self.because);
        let foot = format!("-- \n{}\n{} {}", self.service, self.policy.0, self.policy.1);
        let parts = [Some(head), Some(self.text.clone()), action, Some(self.after.clone()), Some(foot)];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n") + "\n"
    }

    fn html(&self, lang: &str, subject: &str) -> String {
        let paragraph = |text: &str| format!("<p>{}</p>", escape(text).replace('\n', "<br>"));
        let link = |text: &str, href: &str| format!("<a href=\"{}\">{}</a>", escape(href), escape(text));
        let action = self
            .action
            .as_ref()
            .map_or_else(String::new, |(text, href)| format!("<p><strong>{}</strong></p>", link(text, href)));
        format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>{}{}{action}{}<hr><p><small>{}<br>{} {}</small></p></body></html>",
            escape(subject),
            paragraph(&format!("{}\n{}", self.sender, self.because)),
            paragraph(&self.text),
            paragraph(&self.after),
            escape(&self.service),
            escape(&self.policy.0),
            link(&self.policy.1, &self.policy.1),
        )
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
