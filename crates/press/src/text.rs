//! Breaks runs of text into lines that fit a width. Greedy; a word that is too long for any line is broken where
//! it must be, so that every text fits.

use krilla::text::{GlyphId, KrillaGlyph};

use crate::fonts::{Face, Fonts};
use crate::style::Style;
use crate::tree::Slot;

/// A run of text of one look.
#[derive(Debug, Clone)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) style: Style,
    pub(crate) marks: Marks,
}

/// What a run is apart from its look.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Marks {
    /// Where it belongs in the structure; none: it is decoration.
    pub(crate) slot: Option<Slot>,
    /// Where it leads.
    pub(crate) link: Option<String>,
    /// Whether it stands on a tint.
    pub(crate) tint: bool,
}

/// A line of runs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: f32,
}

/// Neighbouring signs of one font and look.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// From the line's beginning.
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) face: Face,
    pub(crate) style: Style,
    pub(crate) marks: Marks,
}

/// One character, measured.
#[derive(Debug, Clone, Copy)]
struct Cell {
    c: char,
    face: Face,
    glyph: u16,
    /// In points, kerning to the next sign included.
    advance: f32,
    span: usize,
    /// Part of a mail or web address.
    address: bool,
}

/// Breaks text into lines no wider than `width`. There is always at least one line.
pub(crate) fn lines(spans: &[Span], width: f32, fonts: &Fonts) -> Vec<Line> {
    let cells = measure(spans, fonts);
    let mut out = Vec::new();
    let mut rest = cells.as_slice();
    loop {
        let (line, after) = split(rest, width);
        out.push(assemble(line, spans));
        match after {
            Some(after) => rest = after,
            None => return out,
        }
    }
}

/// The width of text on one line (of its widest line, if it holds line breaks).
pub(crate) fn natural_width(spans: &[Span], fonts: &Fonts) -> f32 {
    let cells = measure(spans, fonts);
    let line = |cells: &[Cell]| cells.iter().map(|cell| cell.advance).sum::<f32>();
    cells.split(|cell| cell.c == '\n').map(line).fold(0.0, f32::max)
}

/// The widths of the pieces between line breaks, each on one line.
pub(crate) fn piece_widths(spans: &[Span], fonts: &Fonts) -> Vec<f32> {
    let cells = measure(spans, fonts);
    cells
        .split(|cell| cell.c == '\n')
        .map(|piece| piece.iter().map(|cell| cell.advance).sum::<f32>())
        .collect()
}

/// The width of the longest word.
pub(crate) fn longest_word(spans: &[Span], fonts: &Fonts) -> f32 {
    let cells = measure(spans, fonts);
    let word = |cells: &[Cell]| cells.iter().map(|cell| cell.advance).sum::<f32>();
    cells.split(|cell| matches!(cell.c, ' ' | '\n')).map(word).fold(0.0, f32::max)
}

fn measure(spans: &[Span], fonts: &Fonts) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        for c in span.text.chars().filter_map(printable) {
            let sign = fonts.sign(span.style.face, c);
            let advance = if c == '\n' { 0.0 } else { sign.advance * span.style.size };
            if let Some(last) = cells.last_mut().filter(|last| last.span == index && last.face == sign.face) {
                last.advance += fonts.kerning(sign.face, last.glyph, sign.glyph) * span.style.size;
            }
            cells.push(Cell { c, face: sign.face, glyph: sign.glyph, advance, span: index, address: false });
        }
    }
    mark_addresses(&mut cells);
    cells
}

/// A word with an `@`, a `://` or a leading `www.` is an address: it stays in one piece where it can.
fn mark_addresses(cells: &mut [Cell]) {
    for word in cells.split_mut(|cell| matches!(cell.c, ' ' | '\n')) {
        let is = |at: usize, text: &str| {
            text.chars().enumerate().all(|(i, c)| word.get(at + i).is_some_and(|cell| cell.c == c))
        };
        let address = is(0, "www.") || (1..word.len()).any(|at| is(at, "@") || is(at, "://"));
        word.iter_mut().for_each(|cell| cell.address = address);
    }
}

/// What of a character can be set: no controls and no invisible signs; private ones are shown as unknown.
fn printable(c: char) -> Option<char> {
    match c {
        '\n' => Some('\n'),
        '\t' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => None,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some('\u{fffd}'),
        '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        c if u32::from(c) & 0xfffe == 0xfffe => Some('\u{fffd}'),
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// The cells of the next line and the rest; no rest if this was the last line.
fn split(cells: &[Cell], width: f32) -> (&[Cell], Option<&[Cell]>) {
    let mut used = 0.0;
    let (mut gap, mut lonely, mut tied, mut joint) = (None, None, None, None);
    for (index, cell) in cells.iter().enumerate() {
        if cell.c == '\n' {
            return (cells.get(..index).unwrap_or_default(), cells.get(index + 1..));
        }
        // A space at the end may hang over the edge.
        if used + cell.advance > width + 0.01 && cell.c != ' ' && index > 0 && cell.advance > 0.0 {
            let at = gap.or(lonely).or(tied).or(joint).unwrap_or(index);
            return (cells.get(..at).unwrap_or_default(), cells.get(at..));
        }
        used += cell.advance;
        let next = cells.get(index + 1).map_or(' ', |next| next.c);
        match end(cells.get(..=index).unwrap_or_default(), next) {
            Some(End::Gap) if is_stub(cells.get(index + 1..).unwrap_or_default()) => lonely = Some(index + 1),
            Some(End::Gap) => gap = Some(index + 1),
            Some(End::Tied) => tied = Some(index + 1),
            Some(End::Joint) => joint = Some(index + 1),
            None => {}
        }
    }
    (cells, None)
}

/// Whether so little is left that it would stand alone on the last line: `it.`, `13.`
fn is_stub(rest: &[Cell]) -> bool {
    let last = rest.iter().take_while(|cell| cell.c != '\n').take(STUB + 1);
    last.clone().count() <= STUB && last.clone().all(|cell| cell.c != ' ')
}

/// So many signs are no line of their own.
const STUB: usize = 4;

/// Where a line may end.
enum End {
    /// Between words: gladly.
    Gap,
    /// Between words that belong together, such as a number and its unit: only if nothing else fits.
    Tied,
    /// Within an address: only if the address is too long for a line of its own.
    Joint,
}

/// How a line may end after these signs: after spaces and dashes, and at the joints of long names.
fn end(before: &[Cell], next: char) -> Option<End> {
    let last = before.last()?;
    match last.c {
        ' ' if next == ' ' => None,
        ' ' => Some(if keeps(before, next) { End::Tied } else { End::Gap }),
        '@' | '/' | '?' | '&' | '=' | '_' | '.' | '-' if last.address => {
            next.is_alphanumeric().then_some(End::Joint)
        }
        // Not after a single letter: `e-mail` stays whole.
        '-' if before.iter().rev().skip(1).take(2).filter(|cell| cell.c.is_alphanumeric()).count() < 2 => {
            None
        }
        '-' | '\u{2013}' | '\u{2014}' => next.is_alphabetic().then_some(End::Gap),
        '/' => next.is_alphanumeric().then_some(End::Gap),
        '?' | '&' | '_' => next.is_alphanumeric().then_some(End::Joint),
        '\u{3000}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => Some(End::Gap),
        _ => None,
    }
}

/// Whether the space at the end belongs to what follows: `Art. 6`, `§ 13`, `30 days`, `1. november`.
fn keeps(before: &[Cell], next: char) -> bool {
    let named = ["Art. ", "art. ", "§ ", "No. ", "nr. ", "n° "].iter().any(|word| {
        let from = before.len().checked_sub(word.chars().count());
        from.and_then(|from| before.get(from..))
            .is_some_and(|end| end.iter().map(|cell| cell.c).eq(word.chars()))
    });
    named || next.is_alphabetic() && counts(before)
}

/// Whether the word before the space at the end is a small number: `30`, `1.`, `1er`.
fn counts(before: &[Cell]) -> bool {
    let word = before.iter().rev().skip(1).take_while(|cell| !matches!(cell.c, ' ' | '\n')).take(6);
    let word: String = word.map(|cell| cell.c).collect::<Vec<_>>().into_iter().rev().collect();
    let number = word.trim_start_matches(['[', '(']);
    let number = number.strip_suffix("er").or_else(|| number.strip_suffix('.')).unwrap_or(number);
    (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn assemble(cells: &[Cell], spans: &[Span]) -> Line {
    let mut line = Line::default();
    for group in cells.chunk_by(|a, b| a.span == b.span && a.face == b.face) {
        let Some((first, span)) = group.first().and_then(|cell| Some((cell, spans.get(cell.span)?))) else {
            continue;
        };
        let mut run = Run {
            x: line.width,
            width: 0.0,
            text: String::with_capacity(group.len()),
            glyphs: Vec::with_capacity(group.len()),
            face: first.face,
            style: span.style,
            marks: span.marks.clone(),
        };
        for cell in group {
            let start = run.text.len();
            run.text.push(cell.c);
            let advance = cell.advance / span.style.size;
            let glyph = GlyphId::new(u32::from(cell.glyph));
            run.glyphs.push(KrillaGlyph::new(glyph, advance, 0.0, 0.0, 0.0, start..run.text.len(), None));
            run.width += cell.advance;
        }
        line.width += run.width;
        line.runs.push(run);
    }
    line
}
