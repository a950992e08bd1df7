//! A notice, and the page's word for "nothing here yet".

use askama::Template;
use askama::filters::HtmlSafe;

use super::Tone;

/// Something the reader should see: what happened, what happens next.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/notice.html")]
pub struct Notice {
    /// Which rule stands at its side.
    pub tone: Tone,
    /// Its first line.
    pub title: String,
    /// The rest, a paragraph each.
    pub text: Vec<String>,
    /// Whether it answers what the reader just did (announced by screen readers).
    pub status: bool,
}

impl Notice {
    /// A notice that was there when the page was made.
    pub fn new(tone: Tone, title: String, text: Vec<String>) -> Self {
        Self { tone, title, text, status: false }
    }

    /// A notice that answers what the reader just did.
    pub fn status(tone: Tone, title: String, text: Vec<String>) -> Self {
        Self { tone, title, text, status: true }
    }
}

/// Nothing yet: what will appear here, and how to make it appear.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    /// What will appear and how.
    pub text: String,
    /// Where to go for it: address and words.
    pub action: Option<(String, String)>,
}

impl HtmlSafe for Notice {}
impl HtmlSafe for Empty {}
