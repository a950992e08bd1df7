//! The part of a text that alone is read again where somebody writes: one declaration below the line of its section, or
//! one section.
//!
//! **Contract.** What ends a declaration or a section is a line in its own column, whatever is broken above it: nothing
//! that is open reaches over such a line. For a key at the left there is no part: the others beside it count.

use std::ops::Range;

/// The line of a section and, of one declaration below it, where it lies; or no line, and where a section lies.
pub(super) struct Part<'a> {
    pub(super) section: &'a str,
    pub(super) lies: Range<usize>,
}

/// The part around a word that begins at a place.
pub(super) fn around(text: &str, at: usize) -> Option<Part<'_>> {
    let start = lines_up(text, at).find(|line| begins(text, *line))?;
    let below = lines_down(text, start).next()?;
    let end = lines_down(text, at).find(|line| begins(text, *line)).unwrap_or(text.len());
    let section = text.get(start..below)?;
    // What stands at the left is beside the section, not in it.
    let inside = at >= below && text.get(lines_up(text, at).next()?..at)?.starts_with(' ');
    let part = declaration(text, at, below..end, column_below(section, text.get(below..end)?));
    inside.then_some(match part {
        Some(lies) => Part { section, lies },
        None => Part { section: "", lies: start..end },
    })
}

/// The declaration in this column around a word that stands deeper than the declaration's own name.
fn declaration(text: &str, at: usize, within: Range<usize>, column: Option<usize>) -> Option<Range<usize>> {
    let column = column?;
    let blank = |line: usize, length: usize| {
        text.get(line..line + length).is_some_and(|blanks| blanks.bytes().all(|b| b == b' '))
    };
    let declares =
        |line: &usize| within.contains(line) && blank(*line, column) && begins(text, line + column);
    let first = lines_up(text, at).take_while(|line| within.contains(line)).find(declares)?;
    let last = lines_down(text, at).take_while(|line| within.contains(line)).find(declares);
    let here = lines_up(text, at).next()?;
    // On the declaration's own line behind its `: `, or on a line that is indented deeper.
    let deeper = match here == first {
        true => text.get(here..at)?.contains(": "),
        false => at - here > column && blank(here, column + 1),
    };
    deeper.then_some(first..last.unwrap_or(within.end))
}

/// Whether a name or a key begins at a place.
fn begins(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The column in which the names of a section begin; nothing where it holds no names.
fn column_below(section: &str, below: &str) -> Option<usize> {
    let (_, rest) = section.split_once(':')?;
    let nothing = rest.trim().is_empty() || rest.starts_with(' ') && rest.trim_start().starts_with('#');
    let first =
        below.lines().find(|line| !line.trim_start().is_empty() && !line.trim_start().starts_with('#'))?;
    let name = first.trim_start_matches(' ');
    let named = nothing && name.starts_with(|c: char| c.is_ascii_alphabetic());
    Some(first.len() - name.len()).filter(|column| named && *column > 0)
}

/// Where the line begins that a place stands on, and those above it.
fn lines_up(text: &str, at: usize) -> impl Iterator<Item = usize> {
    let above = text.get(..at).unwrap_or_default();
    above.rmatch_indices('\n').map(|(at, _)| at + 1).chain([0])
}

/// Where the lines begin below the one that a place stands on.
fn lines_down(text: &str, at: usize) -> impl Iterator<Item = usize> {
    let below = text.get(at..).unwrap_or_default();
    below.match_indices('\n').map(move |(line, _)| at + line + 1)
}
