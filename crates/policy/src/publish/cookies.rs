//! What is stored in the browser.

use super::paper::{Paper, Words};
use crate::model::{Cookie, Signal};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-cookies", "cookies");
    if paper.policy.cookies.is_empty() {
        paper.line(paper.say("document-cookies-none"));
    } else {
        paper.line(paper.say("document-cookies-intro"));
        let rows = paper.policy.cookies.iter().map(|cookie| row(paper, cookie)).collect();
        let heads =
            ["document-head-cookie", "document-head-set-by", "document-head-for", "document-head-lasts"];
        paper.table(paper.say("document-cookies-caption"), &heads, rows);
    }
    let signals = paper.policy.signals;
    let id = match (signals.gpc, signals.dnt) {
        (Signal::Honour, Signal::Honour) => "document-signals-both",
        (Signal::Honour, Signal::Ignore) => "document-signals-gpc",
        (Signal::Ignore, Signal::Honour) => "document-signals-dnt",
        (Signal::Ignore, Signal::Ignore) => "document-signals-none",
    };
    paper.line(paper.say(id));
}

fn row(paper: &Paper<'_>, cookie: &Cookie) -> Vec<Words> {
    let setter = cookie.set_by.as_deref().and_then(|name| paper.policy.recipient(name));
    let setter = setter.map_or(paper.policy.controller.name.clone(), |recipient| recipient.title.clone());
    let mut purpose = vec![match paper.policy.purpose(&cookie.purpose) {
        Some(purpose) => Inline::link(purpose.why.get(paper.lang), format!("#purpose-{}", purpose.name)),
        None => Inline::Text(cookie.purpose.clone()),
    }];
    if let Some(what) = &cookie.what {
        purpose.extend([Inline::LineBreak, Inline::Text(what.get(paper.lang).to_owned())]);
    }
    if cookie.necessary {
        purpose.extend([Inline::LineBreak, Inline::Text(paper.say("document-cookie-necessary"))]);
    }
    let lasts = vec![Inline::Text(paper.lasts(cookie.lasts))];
    vec![vec![Inline::Code(cookie.name.clone())], vec![Inline::Text(setter)], purpose, lasts]
}
