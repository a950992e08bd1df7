//! Definition lists: terms at the left, what is said of them at the right. Tables too wide for a page are set so, too.

use document::Inline;

use crate::flow::Flow;
use crate::fonts::{Face, Fonts};
use crate::inline::{decoration, spans, words};
use crate::style::{self, LEFT, WIDTH};
use crate::text::{lines, longest_word};
use crate::tree::{NodeId, Role, Tree};

/// The width of a term beside its definition; a longer word widens it up to the second.
const TERM: (f32, f32) = (132.0, 200.0);
/// Between a term and its definition.
const GAP: f32 = 10.0;

/// Terms at the left, what is said of them at the right.
pub(crate) fn definitions(
    flow: &mut Flow,
    rows: &[(String, Vec<Inline>)],
    style: style::Style,
    gap: f32,
    fonts: &Fonts,
) {
    let node = flow.tree.node(Tree::ROOT, Role::List { ordered: false });
    let wide = term_width(rows, style, fonts);
    for (index, (term, text)) in rows.iter().enumerate() {
        // The last entry does not stand alone on a page: the one before it goes along.
        let along = if index + 2 == rows.len() { gap + style.leading } else { 0.0 };
        definition(flow, (node, along), (wide, term), text, style, fonts);
        flow.space(gap);
    }
}

/// The height of so many entries at the beginning, as far as they must stand together: a heading stays with them.
pub(crate) fn opening(
    rows: &[(String, Vec<Inline>)],
    style: style::Style,
    count: usize,
    fonts: &Fonts,
) -> f32 {
    let wide = term_width(rows, style, fonts);
    let entry = |(term, text): &(String, Vec<Inline>)| {
        let bold = style.with_face(Face::Bold);
        let term = lines(&[decoration(term, bold)], wide - GAP, fonts).len();
        let parts = spans(&mut Tree::new(), Tree::ROOT, text, style);
        style.leading * term.max(together(lines(&parts, WIDTH - wide, fonts).len())) as f32
    };
    rows.iter().take(count).map(entry).sum()
}

/// The height of all the entries together.
pub(crate) fn whole(rows: &[(String, Vec<Inline>)], style: style::Style, gap: f32, fonts: &Fonts) -> f32 {
    let wide = term_width(rows, style, fonts);
    let entry = |(term, text): &(String, Vec<Inline>)| {
        let term = lines(&[decoration(term, style.with_face(Face::Bold))], wide - GAP, fonts).len();
        let parts = spans(&mut Tree::new(), Tree::ROOT, text, style);
        style.leading * term.max(lines(&parts, WIDTH - wide, fonts).len()) as f32 + gap
    };
    rows.iter().map(entry).sum()
}

/// The width of the terms: no word of them is broken, unless it is very long.
fn term_width(rows: &[(String, Vec<Inline>)], style: style::Style, fonts: &Fonts) -> f32 {
    let bold = style.with_face(Face::Bold);
    let word = |(term, _): &(String, Vec<Inline>)| longest_word(&[decoration(term, bold)], fonts);
    (rows.iter().map(word).fold(0.0, f32::max) + GAP).clamp(TERM.0, TERM.1)
}

/// How many of an entry's lines must stand on one page: all four of four; of more, no less than two.
fn together(lines: usize) -> usize {
    if lines <= 4 { lines } else { 2 }
}

/// An entry of a list, with so much room kept for what must stand below it on the page.
fn definition(
    flow: &mut Flow,
    (list, along): (NodeId, f32),
    (wide, term): (f32, &str),
    text: &[Inline],
    style: style::Style,
    fonts: &Fonts,
) {
    let entry = flow.tree.node(list, Role::Item);
    let label = flow.tree.node(entry, Role::Label);
    let bold = style.with_face(Face::Bold);
    let term = lines(&[words(&mut flow.tree, label, term, bold)], wide - GAP, fonts);
    let body = flow.tree.node(entry, Role::Body);
    let parts = spans(&mut flow.tree, body, text, style);
    let broken = lines(&parts, WIDTH - wide, fonts);
    flow.ensure(style.leading * term.len().max(together(broken.len())) as f32 + along);
    let (page, top) = (flow.done.len(), flow.y);
    let below = top + style.leading * term.len() as f32;
    for (index, line) in term.into_iter().enumerate() {
        flow.set(line, LEFT, top + style.leading * index as f32, style.leading);
    }
    flow.lines(broken, LEFT + wide, style.leading);
    if flow.done.len() == page {
        flow.y = flow.y.max(below);
    }
}
