//! The list of contents: two columns of sections, each with its page, each a way to it.

use std::collections::HashMap;

use document::texts::texts;

use crate::flow::{Flow, Place};
use crate::fonts::{Face, Fonts};
use crate::inline::words;
use crate::style::{ACCENT, BODY, GREY, LEFT, SMALL, Style, WIDTH};
use crate::text::{Line, lines};
use crate::tree::{NodeId, Role, Tree};

/// Between the columns.
const GUTTER: f32 = 24.0;
/// Room for a page's number.
const NUMBER: f32 = 22.0;
/// Between one entry and the next.
const ENTRY: f32 = 2.5;

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
    let entry = |(anchor, title): &(String, String)| {
        let item = flow.tree.node(list, Role::Item);
        let body = flow.tree.node(item, Role::Body);
        let link = flow.tree.node(body, Role::Link(format!("#{anchor}")));
        let mut words = words(&mut flow.tree, link, title, SMALL.in_color(ACCENT));
        words.marks.link = Some(format!("#{anchor}"));
        let page = places.and_then(|places| places.get(anchor)).map_or(0, |place| place.page + 1);
        (lines(&[words], width - NUMBER, fonts), body, page)
    };
    let entries: Vec<Entry> = sections.iter().map(entry).collect();
    let (left, deep) = halved(&entries.iter().map(height).collect::<Vec<_>>());
    flow.ensure(deep);
    let top = flow.y;
    let (mut x, mut y) = (LEFT, top);
    for (index, entry) in entries.into_iter().enumerate() {
        if index == left {
            (x, y) = (LEFT + width + GUTTER, top);
        }
        let below = y + height(&entry);
        set(flow, entry, (x, y), width, fonts);
        y = below;
    }
    flow.y = top + deep;
    flow.space(8.0);
    flow.rule();
    flow.space(6.0);
}

/// An entry: its lines, the node of its page's number, the page.
type Entry = (Vec<Line>, NodeId, usize);

fn height((lines, ..): &Entry) -> f32 {
    SMALL.leading * lines.len() as f32 + ENTRY
}

/// How many entries stand in the left column, and the height of the deeper one.
fn halved(heights: &[f32]) -> (usize, f32) {
    let whole: f32 = heights.iter().sum();
    let (mut best, mut above) = ((heights.len(), whole), 0.0);
    for (index, height) in heights.iter().enumerate() {
        above += height;
        let deep = f32::max(above, whole - above);
        if deep < best.1 {
            best = (index + 1, deep);
        }
    }
    best
}

/// Sets an entry; the number of its page stands beside its last line.
fn set(flow: &mut Flow, (entry, body, page): Entry, (x, y): (f32, f32), width: f32, fonts: &Fonts) {
    let last = entry.len().saturating_sub(1);
    for (index, line) in entry.into_iter().enumerate() {
        flow.set(line, x, y + SMALL.leading * index as f32, SMALL.leading);
    }
    let number = words(&mut flow.tree, body, &page.to_string(), grey());
    if let Some(line) = lines(&[number], NUMBER, fonts).into_iter().next() {
        let right = x + width - line.width;
        flow.set(line, right, y + SMALL.leading * last as f32, SMALL.leading);
    }
}

fn grey() -> Style {
    SMALL.in_color(GREY)
}
