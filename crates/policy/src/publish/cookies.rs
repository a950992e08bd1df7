//! What is stored in the browser, or recognises it: grouped by purpose, with what a refusal means.

use super::paper::{Paper, Words};
use crate::model::{Cookie, CookieKind, Lasts, Policy, Signal};
use document::{Document, Inline};

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-cookies", "cookies");
    body(paper);
}

/// The page of its own.
pub(super) fn page(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    body(&mut paper);
    paper.finish("document-cookies-title", "document-cookies-subtitle")
}

fn body(paper: &mut Paper<'_>) {
    if paper.policy.cookies.is_empty() {
        paper.tell("document-cookies-none");
    } else {
        paper.tell("document-cookies-intro");
    }
    for name in purposes(paper.policy) {
        group(paper, name);
    }
    let withdraw = paper.channels(&paper.policy.rights.withdraw);
    if paper.policy.cookies.iter().any(|cookie| !cookie.necessary) && !withdraw.is_empty() {
        paper.line(paper.with("document-cookies-change", &[("channels", withdraw.into())]));
    }
    let signals = paper.policy.signals;
    let said = paper.say(match (signals.gpc, signals.dnt) {
        (Signal::Honour, Signal::Honour) => "document-signals-both",
        (Signal::Honour, Signal::Ignore) => "document-signals-gpc",
        (Signal::Ignore, Signal::Honour) => "document-signals-dnt",
        (Signal::Ignore, Signal::Ignore) => "document-signals-none",
    });
    paper.tell_placed("signals", said);
}

/// The purposes that have cookies, those that need no consent first.
fn purposes(policy: &Policy) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let (necessary, asked): (Vec<&Cookie>, Vec<&Cookie>) =
        policy.cookies.iter().partition(|cookie| cookie.necessary);
    for cookie in necessary.into_iter().chain(asked) {
        if !names.contains(&cookie.purpose.as_str()) {
            names.push(&cookie.purpose);
        }
    }
    names
}

/// The trackers of one purpose.
fn group(paper: &mut Paper<'_>, name: &str) {
    let policy = paper.policy;
    let cookies: Vec<&Cookie> = policy.cookies.iter().filter(|cookie| cookie.purpose == name).collect();
    let purpose = policy.purpose(name);
    let title = purpose.map_or(name, |purpose| purpose.why.get(paper.lang));
    paper.under(title, &format!("cookies-{name}"));
    if cookies.iter().any(|cookie| cookie.necessary) {
        paper.tell("document-cookies-necessary");
    }
    if cookies.iter().any(|cookie| !cookie.necessary) {
        let follows = purpose.and_then(|purpose| purpose.consequence.as_ref());
        let follows = follows
            .map_or_else(|| paper.say("document-cookies-nothing"), |text| text.get(paper.lang).to_owned());
        paper.line(format!("{} {follows}", paper.say("document-cookies-refuse")));
    }
    let rows = cookies.iter().map(|cookie| row(paper, cookie)).collect();
    let heads = ["document-head-cookie", "document-head-kind", "document-head-set-by", "document-head-lasts"];
    paper.table(paper.say("document-cookies-caption"), &heads, rows);
}

fn row(paper: &Paper<'_>, cookie: &Cookie) -> Vec<Words> {
    let setter = cookie.set_by.as_deref().and_then(|name| paper.policy.recipient(name));
    let ours = || Inline::Text(paper.policy.controller.name.clone());
    let mut by = vec![setter.map_or_else(ours, |recipient| paper.recipient_name(recipient))];
    if let Some(domain) = &cookie.domain {
        by.extend([Inline::LineBreak, Inline::Code(domain.clone())]);
    }
    let mut kind = vec![Inline::Text(kind(paper, cookie.kind))];
    if let Some(what) = &cookie.what {
        kind.extend([Inline::LineBreak, Inline::Text(what.get(paper.lang).to_owned())]);
    }
    let stays_nowhere = cookie.kind == CookieKind::Pixel && cookie.lasts == Lasts::Session;
    let lasts = if stays_nowhere { paper.say("document-lasts-nothing") } else { paper.lasts(cookie.lasts) };
    let lasts = vec![paper.placed(&format!("cookies/{}/lasts", cookie.name), lasts)];
    vec![vec![Inline::Code(cookie.name.clone())], kind, by, lasts]
}

fn kind(paper: &Paper<'_>, kind: CookieKind) -> String {
    paper.say(&format!("document-tracker-{}", kind.as_str()))
}
