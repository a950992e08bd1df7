//! Places as editors count them: lines from 0, columns in UTF-16 units.

/// A line from 0, and a column from 0 in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Utf16 {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub struct Utf16Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Utf16Lines<'a> {
    /// The lines of a text.
    pub fn new(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Utf16Lines { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The place of a byte.
    pub fn position(&self, offset: usize) -> Utf16 {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = self.text.get(start..offset.min(self.text.len())).unwrap_or_default();
        let column = before.encode_utf16().count();
        Utf16 {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// The byte of a place; the end of the line or the text where it lies beyond.
    pub fn offset(&self, at: Utf16) -> usize {
        let Some(start) = usize::try_from(at.line).ok().and_then(|line| self.starts.get(line).copied())
        else {
            return self.text.len();
        };
        let rest = self.text.get(start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let mut units = 0;
        for (at_byte, c) in line.char_indices() {
            if units >= at.column as usize {
                return start + at_byte;
            }
            units += c.len_utf16();
        }
        start + line.len()
    }
}
