//! What people and staff may write: trimmed, neither empty where words are needed nor endless.

use super::{Error, RequestKind, Result};

/// The most characters of a text.
pub(super) const MOST: usize = 4_000;

/// What a person writes with a request. Nobody has to say why: words are needed only where nothing can be done without
/// them, to correct something, to complain, to ask.
pub(super) fn detail(kind: RequestKind, text: &str) -> Result<String> {
    let needed = matches!(kind, RequestKind::Rectification | RequestKind::Complaint | RequestKind::Question);
    if !needed && text.trim().is_empty() { Ok(String::new()) } else { required(text) }
}

/// A text that must say something.
pub(super) fn required(text: &str) -> Result<String> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 || length > MOST { Err(Error::Text { most: MOST }) } else { Ok(text.to_owned()) }
}
