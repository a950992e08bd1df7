//! The authority of each country the service is offered in (SO-32), or that there is none.

use super::paper::{Paper, Words};
use crate::law;
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    if !paper.policy.authority.elsewhere_by_country {
        return;
    }
    paper.section("document-authorities", "authorities");
    paper.tell("document-authorities-intro");
    let mut countries = countries(paper);
    countries.sort_by_key(|code| paper.texts.country(code));
    let rows = countries.iter().map(|code| row(paper, code)).collect();
    let heads = ["document-country", "document-head-authority", "document-head-complaint"];
    paper.table(paper.say("document-authorities"), &heads, rows);
}

/// The countries served; where that is everywhere, those whose authority is known.
fn countries(paper: &Paper<'_>) -> Vec<String> {
    let on = paper.policy.version;
    let mut codes: Vec<String> = Vec::new();
    for place in &paper.policy.serves {
        match place.as_str() {
            "EEA" => codes.extend(law::authorities().filter(|code| law::is_eea(code, on)).map(str::to_owned)),
            "world" => codes.extend(law::authorities().map(str::to_owned)),
            code => codes.push(code.to_owned()),
        }
    }
    if codes.is_empty() {
        codes.extend(law::authorities().filter(|code| law::is_eea(code, on)).map(str::to_owned));
    }
    codes.sort();
    codes.dedup();
    codes
}

fn row(paper: &Paper<'_>, code: &str) -> Vec<Words> {
    let country = vec![Inline::Text(paper.texts.country(code))];
    match law::authority(code) {
        Some(authority) => {
            let site = authority.complaint.unwrap_or(authority.site);
            let mut reach = vec![Inline::link(site, site)];
            if let Some(email) = authority.email {
                reach.extend([Inline::LineBreak, Inline::link(email, format!("mailto:{email}"))]);
            }
            vec![country, vec![Inline::Text(authority.name.to_owned())], reach]
        }
        None => vec![country, paper.cell("document-authority-none"), paper.cell("document-authority-ask-us")],
    }
}
