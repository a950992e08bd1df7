//! When authorities get data, and when deletion waits.

use super::paper::Paper;
use super::words::{assumed_if, sentence};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    legal(paper);
    holds(paper);
}

fn legal(paper: &mut Paper<'_>) {
    let Some(requests) = &paper.policy.legal_requests else { return };
    paper.section("document-legal", "authorities-ask");
    paper.tell("document-legal-intro");
    let ground = |ground: &crate::model::LegalGround| {
        let said = paper.say(&format!("document-legal-{}", ground.as_str()));
        vec![paper.placed("legal_requests/grounds", said)]
    };
    paper.list(requests.grounds.iter().map(ground).collect());
    let approvers = i64::from(requests.approvers);
    let said = paper.with("document-legal-approvers", &[("approvers", approvers.into())]);
    let mut words = vec![paper.placed("legal_requests/approvers", said)];
    if !requests.needs.is_empty() {
        let need =
            |need: &crate::model::LegalNeed| paper.say(&format!("document-legal-need-{}", need.as_str()));
        let needs = paper.texts.list(&requests.needs.iter().map(need).collect::<Vec<_>>());
        let said = paper.with("document-legal-needs", &[("needs", needs.into())]);
        words.extend([Inline::Text(" ".into()), paper.placed("legal_requests/needs", said)]);
    }
    paper.paragraph(words);
}

fn holds(paper: &mut Paper<'_>) {
    let Some(holds) = &paper.policy.holds else { return };
    paper.section("document-holds", "holds");
    let reason = |reason: &crate::model::HoldReason| paper.say(&format!("document-hold-{}", reason.as_str()));
    let reasons = paper.texts.any_of(&holds.reasons.iter().map(reason).collect::<Vec<_>>());
    let pattern = paper.with("document-holds-for", &[("reasons", "\u{1}".into())]);
    paper.paragraph(sentence(&pattern, &[assumed_if(paper.policy.is_assumed("holds/for"), reasons)]));
}
