//! The part of a text that alone is read again where somebody writes: one declaration, below the line of its section.
//!
//! **Contract.** What ends a declaration is a line in its own column, whatever is broken above it: nothing that is open
//! reaches over such a line. Where a text is not written in that form there is no part, and the whole is read.

use std::ops::Range;

/// The line of a section and, of one declaration below it, where it lies.
pub(super) struct Part<'a> {
    pub(super) section: &'a str,
    pub(super) declaration: Range<usize>,
}

/// The part around a word that begins at a place, if the word stands deeper than the declaration's own name.
pub(super) fn around(text: &str, at: usize) -> Option<Part<'_>> {
    let begins =
        |line: usize| text.get(line..)?.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(line);
    let start = lines_up(text, at).find_map(begins)?;
    let below = next_line(text, start)?;
    let section = text.get(start..below)?;
    let end = lines_down(text, at).find_map(begins).unwrap_or(text.len());
    let column = column_below(section, text.get(below..end)?)?;
    let declares = |line: usize| {
        let spaces = text.get(line..line + column)?.bytes().all(|b| b == b' ');
        begins(line + column).filter(|_| spaces).map(|_| line)
    };
    let first = lines_up(text, at).take_while(|line| *line >= below).find_map(declares)?;
    let last = lines_down(text, at).take_while(|line| *line < end).find_map(declares).unwrap_or(end);
    let here = lines_up(text, at).next()?;
    // On the declaration's own line behind its `: `, or on a line that is indented deeper.
    let deeper = match here == first {
        true => text.get(here..at)?.contains(": "),
        false => text.get(here..at)?.get(..=column)?.bytes().all(|b| b == b' '),
    };
    deeper.then_some(Part { section, declaration: first..last })
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

fn next_line(text: &str, at: usize) -> Option<usize> {
    lines_down(text, at).next()
}
