//! What a file says of itself: metadata and outline.

use document::Document;
use jiff::tz::TimeZone;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};

use super::links::destination;
use crate::PdfInfo;
use crate::flow::Mark;

/// Headings of the second level, those of the third below them.
pub(super) fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for mark in marks.iter().filter(|mark| mark.level <= 3) {
        let node = OutlineNode::new(mark.text.clone(), destination(mark.place));
        match &mut open {
            Some(section) if mark.level == 3 => section.push_child(node),
            _ => {
                if let Some(section) = open.replace(node) {
                    outline.push_child(section);
                }
            }
        }
    }
    if let Some(section) = open {
        outline.push_child(section);
    }
    outline
}

/// Title, language, author and moment.
pub(super) fn metadata(document: &Document, info: &PdfInfo) -> Metadata {
    let made = TimeZone::UTC.to_datetime(info.created);
    let part = |number: i8| u8::try_from(number).unwrap_or(0);
    let created = DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0);
    let title = if document.title.trim().is_empty() { "–" } else { &document.title };
    Metadata::new()
        .title(title.to_owned())
        .description(document.subtitle.clone().unwrap_or_default())
        .authors(vec![info.author.clone()])
        .creator("Abide".to_owned())
        .language(document.lang.clone())
        .creation_date(created)
}
