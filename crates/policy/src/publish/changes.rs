//! What happens when the policy changes, or the company does.

use super::paper::{Paper, Words};
use super::words::{assumed_if, sentence, upper};
use crate::model::{Change, ContinuedUse, NewPurposes, TakesEffect};
use document::Inline;

pub(super) fn write(paper: &mut Paper<'_>) {
    paper.section("document-changes", "changes");
    let changes = &paper.policy.changes;
    if changes.public_archive {
        let words = vec![
            paper.placed("changes/archive", paper.say("document-archive")),
            Inline::Text(" ".into()),
            paper.link("document-archive-link", "/policy/archive"),
            Inline::Text(".".into()),
        ];
        paper.paragraph(words);
    }
    let new = paper.say(match changes.new_purposes {
        NewPurposes::Consent => "document-new-consent",
        NewPurposes::Compatible => "document-new-compatible",
        NewPurposes::Notice => "document-new-notice",
    });
    paper.tell_placed("changes/new_purposes", new);
    let classes = [
        ("minor", &changes.minor),
        ("significant", &changes.significant),
        ("rights-affecting", &changes.rights_affecting),
    ];
    let told = classes.into_iter().filter(|(_, change)| !change.by.is_empty());
    let items = told.map(|(class, change)| class_of(paper, class, change)).collect();
    paper.list(items);
    let effect = paper.say(match changes.takes_effect {
        TakesEffect::OnPosting => "document-effect-on-posting",
        TakesEffect::AfterNotice => "document-effect-after-notice",
    });
    paper.tell_placed("changes/takes_effect", effect);
    let continued = paper.say(match changes.continued_use {
        ContinuedUse::Notice => "document-continued-notice",
        ContinuedUse::Consent => "document-continued-consent",
    });
    paper.tell_placed("changes/continued_use", continued);
    if !changes.merger.is_empty() {
        let by = paper.channels(&changes.merger);
        let said = paper.with("document-merger", &[("channels", by.into())]);
        paper.paragraph(vec![paper.placed("changes/merger", said)]);
    }
}

fn class_of(paper: &Paper<'_>, class: &str, change: &Change) -> Words {
    let by = paper.channels(&change.by);
    let channels = ("channels", by.as_str().into());
    let mut words =
        vec![Inline::Strong(paper.say(&format!("document-change-{class}"))), Inline::Text(" ".into())];
    match change.ahead {
        Some(ahead) => {
            let pattern = paper.with("document-told-ahead", &[channels, ("ahead", "\u{1}".into())]);
            words.extend(sentence(&upper(&pattern), &[assumed_if(change.assumed, paper.length(ahead))]));
        }
        None => {
            let place = format!("changes/{}", class.replace('-', "_"));
            words.push(paper.placed_under(&place, upper(&paper.with("document-told", &[channels]))));
        }
    }
    words
}
