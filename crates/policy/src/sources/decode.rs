//! From bytes to text, with a place for every byte that is none.

use super::{LARGEST, faults};
use crate::diagnostic::{Diagnostic, Lines, Span};

/// After so many wrong stretches the file is not text.
const MOST_WRONG: usize = 50;

/// What came of the bytes.
pub(super) struct Decoded {
    /// The text, with U+FFFD for each wrong stretch; empty if it is no text.
    pub(super) text: String,
    /// What is wrong, counted from the file's beginning.
    pub(super) told: Vec<Diagnostic>,
    /// Whether it is text.
    pub(super) readable: bool,
}

/// Decodes; `before` bytes were read already.
pub(super) fn decode(bytes: &[u8], before: usize) -> Decoded {
    if before.saturating_add(bytes.len()) > LARGEST {
        let message = format!("the policy is larger than {} MiB", LARGEST >> 20);
        return refused(faults::TOO_LARGE.breach(message).help("look whether this is the file you meant"));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refused(
            faults::BYTES.breach("this is UTF-16 text").help("save the file as UTF-8; every editor can"),
        );
    }
    let mut decoded = Decoded { text: String::with_capacity(bytes.len()), told: Vec::new(), readable: true };
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        decoded.text.push_str(chunk.valid());
        at += chunk.valid().len();
        if let Some(first) = chunk.invalid().first() {
            let start = decoded.text.len();
            decoded.text.push('\u{fffd}');
            let message = format!("byte {at} of the file, 0x{first:02X}, is no UTF-8 text");
            let told = faults::BYTES.breach(message).at(Span::new(start, decoded.text.len()));
            decoded.told.push(told.help("save the file as UTF-8; every editor can"));
            at += chunk.invalid().len();
        }
        if decoded.told.len() > MOST_WRONG {
            return refused(
                faults::BYTES
                    .breach("this is no text: many of its bytes are no UTF-8")
                    .help("name a text file"),
            );
        }
    }
    name_lines(&mut decoded);
    decoded
}

fn refused(told: Diagnostic) -> Decoded {
    Decoded { text: String::new(), told: vec![told.at(Span::default())], readable: false }
}

/// An editor goes to a line and a column, not to a byte.
fn name_lines(decoded: &mut Decoded) {
    if decoded.told.is_empty() {
        return;
    }
    let lines = Lines::new(&decoded.text);
    for told in &mut decoded.told {
        let at = lines.position(told.span.unwrap_or_default().start);
        told.message.push_str(&format!(" (line {}, column {})", at.line, at.column));
    }
}
