//! The list of contents: two columns of sections, each with its page, each a way to it.

use std::collections::HashMap;

use document::texts::texts;

use crate::flow::{Flow, Place};
use crate::fonts::{Face, Fonts};
use crate::inline::words;
use crate::style::{ACCENT, BODY, GREY, LEFT, SMALL, Style, WIDTH};
use crate::text::{Line, lines};
use crate::tree::{Role, Tree};

/// Between the columns.
const GUTTER: f32 = 24.0;
/// Room for a page's number.
const NUMBER: f32 = 22.0;
/// From one entry to the next.
const ENTRY: f32 = 15.0;

/// Lays the list. `places` are known when the document is laid for the second time; until then room is kept.
pub(crate) fn lay(
    flow: &mut Flow,
    sections: &[(String, String)],
    places: Option<&HashMap<String, Place>>,
    lang: &str,
    fonts: &Fonts,
) {
    let node = flow.tree.node(Tree::ROOT, Role::Paragraph);
    let title =
        words(&mut flow.tree, node, &texts(lang).say("document-contents"), BODY.with_face(Face::Bold));
    flow.lines(lines(&[title], WIDTH, fonts), LEFT, BODY.leading);
    flow.space(3.0);
    let list = flow.tree.node(Tree::ROOT, Role::List { ordered: false });
    let width = (WIDTH - GUTTER) / 2.0;
    let deep = sections.len().div_ceil(2);
    flow.ensure(deep as f32 * ENTRY);
    let top = flow.y;
    for (index, (anchor, title)) in sections.iter().enumerate() {
        let x = LEFT + (index / deep) as f32 * (width + GUTTER);
        let y = top + (index % deep) as f32 * ENTRY;
        let item = flow.tree.node(list, Role::Item);
        let body = flow.tree.node(item, Role::Body);
        let link = flow.tree.node(body, Role::Link(format!("#{anchor}")));
        let mut entry = words(&mut flow.tree, link, title, SMALL.in_color(ACCENT));
        entry.marks.link = Some(format!("#{anchor}"));
        if let Some(line) = one_line(entry, width - NUMBER, fonts) {
            flow.set(line, x, y, SMALL.leading);
        }
        let page = places.and_then(|places| places.get(anchor)).map_or(0, |place| place.page + 1);
        let number = words(&mut flow.tree, body, &page.to_string(), grey());
        if let Some(line) = lines(&[number], NUMBER, fonts).into_iter().next() {
            let right = x + width - line.width;
            flow.set(line, right, y, SMALL.leading);
        }
    }
    flow.y = top + deep as f32 * ENTRY;
    flow.space(8.0);
    flow.rule();
    flow.space(6.0);
}

/// The entry on one line; a title that is too long ends with an ellipsis.
fn one_line(mut entry: crate::text::Span, width: f32, fonts: &Fonts) -> Option<Line> {
    let mut broken = lines(std::slice::from_ref(&entry), width, fonts);
    if broken.len() > 1 {
        let first: String = broken.first()?.runs.iter().map(|run| run.text.as_str()).collect();
        let kept = first.trim_end().rsplit_once(' ').map_or(first.as_str(), |(kept, _)| kept);
        entry.text = format!("{kept} …");
        broken = lines(&[entry], width, fonts);
    }
    broken.into_iter().next()
}

fn grey() -> Style {
    SMALL.in_color(GREY)
}
