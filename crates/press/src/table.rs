//! Tables: columns by what they hold, cells that wrap, rows that break over pages, the head repeated on each.

use document::Inline;

use crate::definitions::{self, definitions};
use crate::flow::{Flow, Shape};
use crate::fonts::{Face, Fonts};
use crate::inline::{decoration, spans, words};
use crate::style::{BOTTOM, CAPTION, HEAD, INK, LEFT, PALE, RULE, SMALL, TOP, WIDTH};
use crate::text::{Line, Span, lines, longest_word, natural_width, piece_widths};
use crate::tree::{NodeId, Role, Tree};

/// Space left and right, above and below, in a cell.
const PAD: (f32, f32) = (5.0, 3.5);
/// No column is narrower than this, unless all it holds is.
const NARROW: f32 = 44.0;
/// A row that would leave more than this of a page empty is broken instead of moved.
const MOVED: f32 = 110.0;
/// Rows are moved to the next page as a whole only if they take less than this of one.
const PART: f32 = 0.7 * (BOTTOM - TOP);
/// A record is moved to the next page as a whole only if it takes less than this of one.
const RECORD: f32 = 0.3 * (BOTTOM - TOP);
/// How many rows are looked at to find the columns' widths.
const SAMPLE: usize = 200;
/// How many of them are looked at to even the columns out.
const EVENED: usize = 40;
/// By how much a column becomes wider or narrower at a time.
const STEP: f32 = 10.0;

/// A row's cells as lines that are still to be set.
type Cells = Vec<std::vec::IntoIter<Line>>;

/// Lays a table under its caption, unless a heading has said that. With more columns than the page is wide, every row
/// becomes a list of name and value.
pub(crate) fn lay(
    flow: &mut Flow,
    caption: Option<&str>,
    head: &[String],
    rows: &[Vec<Vec<Inline>>],
    fonts: &Fonts,
) {
    if head.is_empty() {
        return;
    }
    let Some(widths) = widths(head, rows, fonts) else {
        return as_records(flow, caption, head, rows, fonts);
    };
    flow.space(3.0);
    let table = flow.tree.node(Tree::ROOT, Role::Table);
    let first = first_row(head, rows, &widths, fonts);
    if let Some(caption) = caption {
        let node = flow.tree.node(table, Role::Caption);
        let caption = words(&mut flow.tree, node, caption, CAPTION);
        let caption = lines(&[caption], WIDTH, fonts);
        flow.ensure(CAPTION.leading * caption.len() as f32 + 3.0 + first);
        flow.lines(caption, LEFT, CAPTION.leading);
        flow.space(3.0);
    } else {
        flow.ensure(first);
    }

    let group = flow.tree.node(table, Role::Head);
    let row = flow.tree.node(group, Role::Row);
    let mut first = Vec::new();
    for (name, width) in head.iter().zip(&widths) {
        let cell = flow.tree.node(row, Role::ColumnHead);
        first.push(lines(&[words(&mut flow.tree, cell, filled(name), HEAD)], width - 2.0 * PAD.0, fonts));
    }
    set_head(flow, first, &widths);

    let body = flow.tree.node(table, Role::Rows);
    let mut ahead = None;
    for (index, cells) in rows.iter().enumerate() {
        let set = ahead.take().unwrap_or_else(|| row_lines(flow, body, cells, &widths, fonts));
        if let Some(last) = rows.get(index + 1).filter(|_| index > 0 && index + 2 == rows.len()) {
            let last = row_lines(flow, body, last, &widths, fonts);
            // The last row does not stand alone on a page: the one before it goes along.
            let (own, both) = (height(deepest(&set)), height(deepest(&set)) + height(deepest(&last)));
            if own <= flow.left() && both > flow.left() && flow.left() - own < MOVED && both < PART {
                turn(flow, head, &widths, fonts);
            }
            ahead = Some(last);
        }
        set_row(flow, set, head, &widths, fonts);
    }
    flow.space(12.0);
}

/// A row's cells as lines, noted in the structure.
fn row_lines(
    flow: &mut Flow,
    body: NodeId,
    cells: &[Vec<Inline>],
    widths: &[f32],
    fonts: &Fonts,
) -> Vec<Vec<Line>> {
    let row = flow.tree.node(body, Role::Row);
    let mut set = Vec::new();
    for (index, width) in widths.iter().enumerate() {
        let role = if index == 0 { Role::RowHead } else { Role::Cell };
        let cell = flow.tree.node(row, role);
        let parts = spans(&mut flow.tree, cell, cells.get(index).map_or(&[], Vec::as_slice), SMALL);
        let parts = if parts.is_empty() { vec![words(&mut flow.tree, cell, " ", SMALL)] } else { parts };
        set.push(lines(&parts, width - 2.0 * PAD.0, fonts));
    }
    set
}

/// The lines of the cell that has most.
fn deepest(cells: &[Vec<Line>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(1)
}

/// The height of a table's caption, head and first row: they stay together.
pub(crate) fn opening(caption: &str, head: &[String], rows: &[Vec<Vec<Inline>>], fonts: &Fonts) -> f32 {
    let caption = lines(&[decoration(caption, CAPTION)], WIDTH, fonts);
    let first = widths(head, rows, fonts).map_or(60.0, |widths| first_row(head, rows, &widths, fonts));
    CAPTION.leading * caption.len() as f32 + 6.0 + first
}

/// The height of the head with the first row, or with as much of it as must not stand on another page.
fn first_row(head: &[String], rows: &[Vec<Vec<Inline>>], widths: &[f32], fonts: &Fonts) -> f32 {
    let deep = |cells: Vec<Vec<Span>>| {
        let depths =
            cells.iter().zip(widths).map(|(cell, width)| lines(cell, width - 2.0 * PAD.0, fonts).len());
        depths.max().unwrap_or(1)
    };
    let heads = deep(head.iter().map(|name| vec![decoration(name, HEAD)]).collect());
    let cells = rows.first().map_or(&[][..], Vec::as_slice);
    let first = deep(cells.iter().map(|cell| spans(&mut Tree::new(), Tree::ROOT, cell, SMALL)).collect());
    let row = height(first).min(MOVED);
    heads as f32 * HEAD.leading + 2.0 * PAD.1 + row
}

/// The height of a row of so many lines.
fn height(lines: usize) -> f32 {
    lines as f32 * SMALL.leading + 2.0 * PAD.1
}

/// The columns' widths: what they need, shared out fairly; none if the page is too narrow for all.
fn widths(head: &[String], rows: &[Vec<Vec<Inline>>], fonts: &Fonts) -> Option<Vec<f32>> {
    let mut columns = Vec::new();
    for (index, name) in head.iter().enumerate() {
        let title = [decoration(name, HEAD)];
        let (mut least, mut most) = (longest_word(&title, fonts), natural_width(&title, fonts));
        for cell in rows.iter().take(SAMPLE).filter_map(|row| row.get(index)) {
            let parts = spans(&mut Tree::new(), Tree::ROOT, cell, SMALL);
            most = most.max(natural_width(&parts, fonts));
            least = least.max(longest_word(&parts, fonts).min(110.0));
        }
        let pad = 2.0 * PAD.0 + 0.5;
        columns.push((least.max(NARROW.min(most)) + pad, most.max(least) + pad));
    }
    let (least, most) = columns.iter().fold((0.0, 0.0), |sum, column| (sum.0 + column.0, sum.1 + column.1));
    if least > WIDTH + 0.5 {
        return None;
    }
    let shares = shared(&columns, least, most);
    if most <= WIDTH {
        return Some(shares);
    }
    let pieces: Vec<Vec<Vec<f32>>> = rows.iter().take(EVENED).map(|row| pieces(row, fonts)).collect();
    let least: Vec<f32> = columns.iter().map(|(least, _)| *least).collect();
    Some(evened(shares, &least, &pieces))
}

/// The widths of the pieces that each cell of a row has between its line breaks.
fn pieces(row: &[Vec<Inline>], fonts: &Fonts) -> Vec<Vec<f32>> {
    let cell = |cell: &Vec<Inline>| piece_widths(&spans(&mut Tree::new(), Tree::ROOT, cell, SMALL), fonts);
    row.iter().map(cell).collect()
}

/// Moves width from column to column for as long as the rows get shorter by it.
fn evened(mut widths: Vec<f32>, least: &[f32], rows: &[Vec<Vec<f32>>]) -> Vec<f32> {
    let lines = |pieces: &Vec<f32>, width: f32| {
        // Words do not fill their lines: a little more than the width says.
        pieces.iter().map(|piece| (piece * 1.06 / (width - 2.0 * PAD.0)).ceil().max(1.0)).sum::<f32>()
    };
    let deep = |row: &Vec<Vec<f32>>, widths: &[f32]| {
        row.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).fold(1.0, f32::max)
    };
    let whole = |widths: &[f32]| rows.iter().map(|row| deep(row, widths)).sum::<f32>();
    let mut now = whole(&widths);
    for _ in 0..30 {
        let mut best = None;
        for from in 0..widths.len() {
            for to in (0..widths.len()).filter(|to| *to != from) {
                let Some(tried) = moved(&widths, from, to, least) else { continue };
                let then = whole(&tried);
                if best.as_ref().map_or(now, |(least, _)| *least) > then {
                    best = Some((then, tried));
                }
            }
        }
        let Some((then, tried)) = best else { break };
        (now, widths) = (then, tried);
    }
    widths
}

/// The widths with a step taken from one column and given to another, unless that would make it too narrow.
fn moved(widths: &[f32], from: usize, to: usize, least: &[f32]) -> Option<Vec<f32>> {
    let mut tried = widths.to_vec();
    *tried.get_mut(from)? -= STEP;
    *tried.get_mut(to)? += STEP;
    (tried.get(from)? >= least.get(from)?).then_some(tried)
}

/// Shares the width out. If there is enough, all get what they want and the remainder in proportion; if not, the
/// most modest are served first, so that a date does not wrap because another column holds a story.
fn shared(columns: &[(f32, f32)], least: f32, most: f32) -> Vec<f32> {
    if most <= WIDTH {
        return columns.iter().map(|(_, wanted)| wanted * WIDTH / most.max(1.0)).collect();
    }
    let mut order: Vec<usize> = (0..columns.len()).collect();
    let wish = |index: &usize| columns.get(*index).map_or(0.0, |(least, most)| most - least);
    order.sort_by(|a, b| wish(a).total_cmp(&wish(b)));
    let mut widths: Vec<f32> = columns.iter().map(|(least, _)| *least).collect();
    let mut spare = (WIDTH - least).max(0.0);
    // By the root of what they wish: a story gets more than a name, but not all.
    let mut weight: f32 = order.iter().map(|index| wish(index).sqrt()).sum();
    for index in &order {
        let own = wish(index).sqrt();
        let given = wish(index).min(spare * own / weight.max(f32::EPSILON));
        if let Some(width) = widths.get_mut(*index) {
            *width += given;
        }
        spare -= given;
        weight -= own;
    }
    widths
}

fn set_head(flow: &mut Flow, cells: Vec<Vec<Line>>, widths: &[f32]) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(1) as f32 * HEAD.leading + 2.0 * PAD.1;
    let y = flow.y;
    flow.shape(Shape { x: LEFT, y, width: WIDTH, height, color: PALE });
    flow.shape(Shape { x: LEFT, y: y + height - 0.9, width: WIDTH, height: 0.9, color: INK });
    let mut x = LEFT;
    for (cell, width) in cells.into_iter().zip(widths) {
        for (index, line) in cell.into_iter().enumerate() {
            flow.set(line, x + PAD.0, y + PAD.1 + HEAD.leading * index as f32, HEAD.leading);
        }
        x += width;
    }
    flow.y = y + height;
}

/// Turns the page and repeats the head there, as decoration: it has been read once.
fn turn(flow: &mut Flow, head: &[String], widths: &[f32], fonts: &Fonts) {
    flow.turn();
    let cell = |(name, width): (&String, &f32)| lines(&[decoration(name, HEAD)], width - 2.0 * PAD.0, fonts);
    let cells = head.iter().zip(widths).map(cell).collect();
    set_head(flow, cells, widths);
}

fn set_row(flow: &mut Flow, cells: Vec<Vec<Line>>, head: &[String], widths: &[f32], fonts: &Fonts) {
    let mut deepest = deepest(&cells);
    let (whole, left) = (height(deepest), flow.left());
    // A row moves to the next page as a whole, unless that would leave a hole; then it is broken, three lines each side.
    if whole > left && (left < MOVED || whole < left + height(2)) && whole < PART {
        turn(flow, head, widths, fonts);
    }
    let mut rest: Cells = cells.into_iter().map(Vec::into_iter).collect();
    loop {
        let fits = ((flow.left() - 2.0 * PAD.1) / SMALL.leading).floor();
        if fits < 1.0 {
            turn(flow, head, widths, fonts);
            continue;
        }
        let now = deepest.min(fits as usize);
        set_slice(flow, &mut rest, now, widths);
        deepest -= now;
        flow.y += height(now);
        let y = flow.y;
        flow.shape(Shape { x: LEFT, y: y - 0.5, width: WIDTH, height: 0.5, color: RULE });
        if deepest == 0 {
            return;
        }
        turn(flow, head, widths, fonts);
    }
}

fn set_slice(flow: &mut Flow, rest: &mut Cells, count: usize, widths: &[f32]) {
    let mut x = LEFT;
    let top = flow.y + PAD.1;
    for (cell, width) in rest.iter_mut().zip(widths) {
        for (index, line) in cell.by_ref().take(count).enumerate() {
            flow.set(line, x + PAD.0, top + SMALL.leading * index as f32, SMALL.leading);
        }
        x += width;
    }
}

fn as_records(
    flow: &mut Flow,
    caption: Option<&str>,
    head: &[String],
    rows: &[Vec<Vec<Inline>>],
    fonts: &Fonts,
) {
    flow.space(3.0);
    if let Some(caption) = caption {
        let node = flow.tree.node(Tree::ROOT, Role::Paragraph);
        let caption: Span = words(&mut flow.tree, node, caption, CAPTION.with_face(Face::Italic));
        flow.lines(lines(&[caption], WIDTH, fonts), LEFT, CAPTION.leading);
        flow.space(4.0);
    }
    for row in rows {
        let empty = Vec::new();
        let pair = |(index, name): (usize, &String)| {
            let cell = row.get(index).unwrap_or(&empty);
            (!cell.is_empty()).then(|| (name.clone(), cell.clone()))
        };
        let pairs: Vec<_> = head.iter().enumerate().filter_map(pair).collect();
        // A record stays whole; a long one does not begin at the foot of a page with its name alone.
        let whole = definitions::whole(&pairs, SMALL, 1.5, fonts);
        let least = definitions::opening(&pairs, SMALL, 3, fonts);
        flow.ensure(if whole < RECORD { whole } else { least } + 6.0);
        definitions(flow, &pairs, SMALL, 1.5, fonts);
        flow.space(4.0);
        flow.rule();
        flow.space(6.0);
    }
    flow.space(6.0);
}

/// An empty head would vanish from the structure: it holds a space.
fn filled(name: &str) -> &str {
    if name.is_empty() { " " } else { name }
}
