//! Making the changes that are safe: the text is edited in place, so that comments and layout stay.

use crate::diagnostic::{Diagnostic, Places, Span};
use crate::sources::Sources;

/// A file with its changed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The file's name, as messages show it.
    pub name: String,
    /// Its new text.
    pub text: String,
    /// How many problems that mends.
    pub mended: usize,
}

/// Every file that changes by the safe fixes of what is told; where two touch, the first counts, and the other is told
/// again by the next check.
pub fn fixed(sources: &Sources, told: &[Diagnostic]) -> Vec<Fixed> {
    let safe = told.iter().filter_map(|d| d.fix.as_ref()).filter(|fix| fix.safe);
    let mut taken: Vec<Span> = Vec::new();
    let mut edits: Vec<(String, Span, &str, usize)> = Vec::new();
    for fix in safe {
        let free = |span: &Span| taken.iter().all(|other| span.end <= other.start || other.end <= span.start);
        if !fix.edits.iter().all(|(span, _)| free(span)) {
            continue;
        }
        for (n, (span, text)) in fix.edits.iter().enumerate() {
            let (source, local) = sources.place(*span);
            taken.push(*span);
            edits.push((source.name.clone(), local, text, usize::from(n == 0)));
        }
    }
    let changed = sources.files().filter(|file| edits.iter().any(|(name, ..)| *name == file.name));
    changed
        .map(|file| {
            let mine: Vec<_> = edits.iter().filter(|(name, ..)| *name == file.name).collect();
            let list: Vec<(Span, &str)> = mine.iter().map(|(_, span, text, _)| (*span, *text)).collect();
            let mended = mine.iter().map(|(.., mends)| mends).sum();
            Fixed { name: file.name.clone(), text: edited(&file.text, list), mended }
        })
        .collect()
}

/// A text with stretches of it replaced.
pub fn edited(text: &str, mut edits: Vec<(Span, &str)>) -> String {
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut out = text.to_owned();
    for (span, new) in edits {
        if out.get(span.range()).is_some() {
            out.replace_range(span.range(), new);
        }
    }
    out
}
