//! Every wording of consent: the exact words, their fingerprint, where they are asked, how they are taken back.

use super::super::paper::{Paper, Words};
use crate::model::{Basis, ConsentBy, Policy, Purpose, sha256_hex};
use document::{Document, Inline};

/// The register.
pub(in super::super) fn consents(policy: &Policy, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("register-consents-intro");
    let asked: Vec<&Purpose> = policy.purposes.iter().filter(|one| one.basis == Basis::Consent).collect();
    if asked.is_empty() {
        paper.tell("register-consents-none");
    }
    for purpose in asked {
        paper.headed(purpose.why.get(lang).to_owned(), &format!("consent-{}", purpose.name));
        paper.facts(vec![
            (paper.say("document-fact-data"), paper.fields(&purpose.uses)),
            (paper.say("document-fact-keep"), paper.keep(&purpose.keep)),
            (paper.say("document-fact-with"), paper.receivers(purpose)),
        ]);
        let rows = places(&paper, purpose);
        let heads = ["register-head-wording", "register-head-asked", "document-hash"];
        paper.table(paper.say("register-wordings"), &heads, rows);
    }
    acceptances(&mut paper);
    let back = paper.channels(&policy.rights.withdraw);
    if !policy.rights.withdraw.is_empty() {
        paper.line(paper.with("document-withdraw-by", &[("channels", back.into())]));
    }
    paper.finish("register-consents-title", "register-consents-subtitle")
}

/// Each place a consent to this purpose is asked, with the words used there.
fn places(paper: &Paper<'_>, purpose: &Purpose) -> Vec<Vec<Words>> {
    let mut rows = Vec::new();
    for form in &paper.policy.forms {
        for consent in form.consents.iter().filter(|consent| consent.purpose == purpose.name) {
            let wording = paper.wording().consent(&purpose.name, consent.wording.get(paper.lang));
            let title = form.title.get(paper.lang).into();
            let place = paper.with("register-asked-form", &[("form", title)]);
            let mut place = vec![Inline::link(place, format!("/forms/{}", form.name))];
            if form.double_opt_in {
                place.extend([Inline::LineBreak, Inline::Text(paper.say("register-asked-twice"))]);
            }
            rows.push(row(wording, place));
        }
    }
    let banner =
        paper.policy.cookies.iter().any(|cookie| cookie.purpose == purpose.name && !cookie.necessary)
            || purpose.consent_by.contains(&ConsentBy::Banner);
    let usual = paper.wording().consent(&purpose.name, "");
    if banner {
        rows.push(row(usual.clone(), paper.cell("register-asked-banner")));
    }
    let spoken =
        [(ConsentBy::Written, "register-asked-written"), (ConsentBy::Verbal, "register-asked-verbal")];
    for (_, id) in spoken.into_iter().filter(|(by, _)| purpose.consent_by.contains(by)) {
        rows.push(row(usual.clone(), paper.cell(id)));
    }
    if rows.is_empty() {
        rows.push(row(usual, paper.cell("register-asked-centre")));
    }
    rows
}

fn row(wording: String, place: Words) -> Vec<Words> {
    let hash = sha256_hex(&wording);
    vec![vec![Inline::Text(wording)], place, vec![Inline::Code(hash)]]
}

/// The boxes of acceptance: no consent, but kept as exactly.
fn acceptances(paper: &mut Paper<'_>) {
    let policy = paper.policy;
    let forms = policy.forms.iter().filter(|form| !form.accepts.is_empty());
    let mut all: Vec<(String, Words)> = Vec::new();
    for form in forms {
        let wording = paper.wording().acceptance(form);
        let place = paper.with("register-asked-form", &[("form", form.title.get(paper.lang).into())]);
        let place = Inline::link(place, format!("/forms/{}", form.name));
        // The same words are one wording, however many forms ask with them.
        match all.iter_mut().find(|(known, _)| *known == wording) {
            Some((_, places)) => places.extend([Inline::LineBreak, place]),
            None => all.push((wording, vec![place])),
        }
    }
    let rows: Vec<Vec<Words>> = all.into_iter().map(|(wording, places)| row(wording, places)).collect();
    if rows.is_empty() {
        return;
    }
    paper.section("register-acceptances", "acceptances");
    paper.tell("register-acceptances-intro");
    let heads = ["register-head-wording", "register-head-asked", "document-hash"];
    paper.table(paper.say("register-acceptances"), &heads, rows);
}
