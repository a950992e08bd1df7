//! The blocks of a document, laid on pages.

use std::collections::HashMap;

use document::{Block, Document, Inline, NoticeKind};

use crate::PdfInfo;
use crate::contents;
use crate::definitions::{self, definitions};
use crate::flow::{Flow, Mark, Page, Place, Shape};
use crate::fonts::{Face, Fonts};
use crate::inline::{decoration, spans, words};
use crate::style::{self, BODY, FOOT, FOOTER, GREY, LEFT, MEASURE, PAGE, SMALL, SUBTITLE, TITLE, WIDTH};
use crate::table;
use crate::text::lines;
use crate::tree::{Role, Tree};

/// No heading asks for more of a page than this to stay with what follows it.
const HALF: f32 = 0.4 * PAGE.1;

/// Lays a whole document: twice where it has a list of contents, which must know the pages.
pub(crate) fn lay(document: &Document, info: &PdfInfo, fonts: &Fonts) -> Flow {
    let pages = document.list_of_contents().map(|sections| {
        let first = lay_once(document, info, &sections, None, fonts);
        (sections, first.anchors)
    });
    match pages {
        Some((sections, places)) => lay_once(document, info, &sections, Some(&places), fonts),
        None => lay_once(document, info, &[], None, fonts),
    }
}

fn lay_once(
    document: &Document,
    info: &PdfInfo,
    sections: &[(String, String)],
    places: Option<&HashMap<String, Place>>,
    fonts: &Fonts,
) -> Flow {
    let mut flow = Flow::new();
    header(&mut flow, document, fonts);
    if !sections.is_empty() {
        contents::lay(&mut flow, sections, places, &document.lang, fonts);
    }
    for (index, (block, said)) in document.blocks_with_captions_said().enumerate() {
        let after = document.blocks.get(index + 1..).unwrap_or_default();
        match block {
            Block::Table { head, rows, .. } if said => table::lay(&mut flow, None, head, rows, fonts),
            _ => lay_block(&mut flow, block, after, fonts),
        }
    }
    flow.turn();
    footers(&mut flow.done, document, info, fonts);
    flow
}

fn header(flow: &mut Flow, document: &Document, fonts: &Fonts) {
    let node = flow.tree.node(Tree::ROOT, Role::Heading(1, document.title.clone()));
    let title = words(&mut flow.tree, node, &document.title, TITLE);
    flow.lines(lines(&[title], WIDTH, fonts), LEFT, TITLE.leading);
    if let Some(subtitle) = &document.subtitle {
        let node = flow.tree.node(Tree::ROOT, Role::Paragraph);
        flow.space(3.0);
        let subtitle = words(&mut flow.tree, node, subtitle, SUBTITLE);
        flow.lines(lines(&[subtitle], WIDTH, fonts), LEFT, SUBTITLE.leading);
    }
    flow.space(12.0);
    flow.rule();
    if !document.meta.is_empty() {
        flow.space(8.0);
        let row = |(name, value): &(String, String)| (name.clone(), vec![Inline::text(value.clone())]);
        let rows: Vec<_> = document.meta.iter().map(row).collect();
        definitions(flow, &rows, style::Style { color: GREY, ..SMALL }, 2.0, fonts);
        flow.space(6.0);
        flow.rule();
    }
    flow.space(14.0);
}

fn lay_block(flow: &mut Flow, block: &Block, after: &[Block], fonts: &Fonts) {
    match block {
        Block::Heading { level, number, text, anchor } => {
            let follows = opening(after, fonts);
            heading(flow, (*level, number.as_deref(), text, anchor), follows, fonts);
        }
        Block::Paragraph(text) => paragraph(flow, text, fonts),
        Block::List { ordered, items } => list(flow, *ordered, items, fonts),
        Block::Table { caption, head, rows } => table::lay(flow, Some(caption), head, rows, fonts),
        Block::Definitions(rows) => {
            definitions(flow, rows, BODY, 5.0, fonts);
            flow.space(6.0);
        }
        Block::Notice { kind, title, text } => notice(flow, *kind, title, text, fonts),
        Block::PageBreak => {
            if !flow.at_top() {
                flow.turn();
            }
        }
    }
}

/// How much height the beginning of these blocks takes: what a heading above them must not be parted from.
fn opening(blocks: &[Block], fonts: &Fonts) -> f32 {
    match blocks.first() {
        None | Some(Block::PageBreak) => 0.0,
        Some(Block::Heading { level, .. }) => {
            let (style, before, after) = style::heading(*level);
            before + style.leading + after + opening(blocks.get(1..).unwrap_or_default(), fonts)
        }
        Some(Block::Table { caption, head, rows }) => table::opening(caption, head, rows, fonts),
        Some(Block::Notice { .. }) => 4.0 * BODY.leading + 18.0,
        // A line that leads to a table stays with it, too.
        Some(Block::Paragraph(_)) if matches!(blocks.get(1), Some(Block::Table { .. })) => {
            2.0 * BODY.leading + opening(blocks.get(1..).unwrap_or_default(), fonts)
        }
        Some(Block::Definitions(rows)) => definitions::opening(rows, BODY, 1, fonts),
        Some(Block::Paragraph(_) | Block::List { .. }) => 3.0 * BODY.leading,
    }
}

/// A heading: level, number, words, anchor. It stays with the beginning of what it heads.
fn heading(flow: &mut Flow, is: (u8, Option<&str>, &str, &str), follows: f32, fonts: &Fonts) {
    let (level, number, text, anchor) = is;
    let level = level.clamp(2, 6);
    let (style, before, after) = style::heading(level);
    let whole = number.map_or_else(|| text.to_owned(), |number| format!("{number} {text}"));
    let node = flow.tree.node(Tree::ROOT, Role::Heading(level, whole.clone()));
    let mut parts = Vec::new();
    if let Some(number) = number {
        parts.push(words(&mut flow.tree, node, &format!("{number}\u{2002}"), style.in_color(GREY)));
    }
    parts.push(words(&mut flow.tree, node, text, style));
    let broken = lines(&parts, WIDTH, fonts);
    flow.space(before);
    flow.ensure(style.leading * broken.len() as f32 + after + follows.min(HALF));
    let place = flow.place();
    flow.marks.push(Mark { level, text: whole, place });
    flow.anchors.entry(anchor.to_owned()).or_insert(place);
    flow.lines(broken, LEFT, style.leading);
    flow.space(after);
}

fn paragraph(flow: &mut Flow, text: &[Inline], fonts: &Fonts) {
    let node = flow.tree.node(Tree::ROOT, Role::Paragraph);
    let parts = spans(&mut flow.tree, node, text, BODY);
    flow.lines(lines(&parts, MEASURE, fonts), LEFT, BODY.leading);
    flow.space(7.0);
}

fn list(flow: &mut Flow, ordered: bool, items: &[Vec<Inline>], fonts: &Fonts) {
    let node = flow.tree.node(Tree::ROOT, Role::List { ordered });
    let indent = if ordered { 20.0 } else { 15.0 };
    for (index, item) in items.iter().enumerate() {
        let entry = flow.tree.node(node, Role::Item);
        let label = flow.tree.node(entry, Role::Label);
        let mark = if ordered { format!("{}.", index + 1) } else { "•".to_owned() };
        let mark = words(&mut flow.tree, label, &mark, BODY.in_color(GREY));
        let body = flow.tree.node(entry, Role::Body);
        let parts = spans(&mut flow.tree, body, item, BODY);
        let broken = lines(&parts, MEASURE - indent, fonts);
        flow.ensure(BODY.leading * broken.len().min(2) as f32);
        let top = flow.y;
        for line in lines(&[mark], indent, fonts).into_iter().take(1) {
            flow.set(line, LEFT + 2.0, top, BODY.leading);
        }
        flow.lines(broken, LEFT + indent, BODY.leading);
        flow.space(2.5);
    }
    flow.space(5.0);
}

fn notice(flow: &mut Flow, kind: NoticeKind, title: &str, text: &[Inline], fonts: &Fonts) {
    let (bar, ground) = style::notice(kind);
    let node = flow.tree.node(Tree::ROOT, Role::Note);
    let head = flow.tree.node(node, Role::Paragraph);
    let heading = words(&mut flow.tree, head, title, BODY.with_face(Face::Bold).in_color(bar));
    let body = flow.tree.node(node, Role::Paragraph);
    let inner = WIDTH - 30.0;
    let mut all = lines(&[heading], inner, fonts);
    let parts = spans(&mut flow.tree, body, text, BODY);
    all.extend(lines(&parts, inner, fonts));
    flow.space(5.0);
    flow.ensure((all.len() as f32 * BODY.leading + 18.0).min(260.0));
    // One frame a page, as many lines in it as fit.
    let mut rest = all.into_iter().peekable();
    while rest.peek().is_some() {
        let fits = ((flow.left() - 18.0) / BODY.leading).floor().max(1.0) as usize;
        let chunk: Vec<_> = rest.by_ref().take(fits).collect();
        let (y, height) = (flow.y, chunk.len() as f32 * BODY.leading + 18.0);
        flow.shape(Shape { x: LEFT, y, width: WIDTH, height, color: ground });
        flow.shape(Shape { x: LEFT, y, width: 3.0, height, color: bar });
        for (index, line) in chunk.into_iter().enumerate() {
            flow.set(line, LEFT + 16.0, y + 9.0 + BODY.leading * index as f32, BODY.leading);
        }
        flow.y = y + height;
        if rest.peek().is_some() {
            flow.turn();
        }
    }
    flow.space(11.0);
}

/// Title and date at the left, page of pages at the right.
fn footers(pages: &mut [Page], document: &Document, info: &PdfInfo, fonts: &Fonts) {
    let total = pages.len();
    let day = info.created.to_zoned(jiff::tz::TimeZone::UTC).date();
    let date = document::texts::texts(&document.lang).date(day);
    for (index, page) in pages.iter_mut().enumerate() {
        let number = decoration(&format!("{} / {total}", index + 1), FOOTER);
        let title = decoration(&format!("{}  ·  {date}", document.title), FOOTER);
        let number = lines(&[number], 80.0, fonts).into_iter().next().unwrap_or_default();
        let title = lines(&[title], WIDTH - 90.0, fonts).into_iter().next().unwrap_or_default();
        page.shapes.push(Shape { x: LEFT, y: FOOT - 16.0, width: WIDTH, height: 0.5, color: style::RULE });
        let right = PAGE.0 - LEFT - number.width;
        for (line, x) in [(title, LEFT), (number, right)] {
            for run in line.runs {
                page.texts.push(crate::flow::Placed { x: x + run.x, y: FOOT, run });
            }
        }
    }
}
