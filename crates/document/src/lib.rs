//! What a page or a paper says, apart from how it looks: headings, paragraphs, lists, tables, definitions and
//! notices, written as HTML and as Markdown here and as PDF by `press`.
//!
//! Contract: everything in a [`Document`] is text, never markup. The writers escape it all; a link leads
//! nowhere but to `http(s):`, `mailto:` or a place in the same site, else only its words are written.
//!
//! Absences: no styles (class names only), no scripts, no I/O, no clock.

mod escape;
mod html;
mod inline;
mod markdown;
mod model;

pub use escape::safe_href;
pub use html::inlines as inline_html;
pub use inline::plain;
pub use model::{Block, Document, Inline, NoticeKind, under};
/// The messages documents are written in, for the crates above that write them.
pub use texts;
