//! The document's own shape.

use serde::{Deserialize, Serialize};

/// A page or paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Document {
    /// The language it is written in: `en`, `nb`.
    pub lang: String,
    /// The title: the page's only heading of the first level.
    pub title: String,
    /// A line under the title.
    pub subtitle: Option<String>,
    /// What the document says of itself, as (name, value): version, controller, reference.
    pub meta: Vec<(String, String)>,
    /// The content, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading. The title is level 1; sections begin at 2; less is read as 2, more than 6 as 6.
    Heading {
        /// 2 to 6.
        level: u8,
        /// The section's number, `4.2`.
        number: Option<String>,
        /// The words.
        text: String,
        /// The place's name for links within the document.
        anchor: String,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, with numbers or bullets.
    List {
        /// Numbers instead of bullets.
        ordered: bool,
        /// One entry each.
        items: Vec<Vec<Inline>>,
    },
    /// A table; every row has as many cells as the head (the writers fill or drop what differs).
    Table {
        /// What the table shows. Always said; a table without one is not accessible.
        caption: String,
        /// The columns' names; the first column names the row.
        head: Vec<String>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Terms and what is said of each.
    Definitions(Vec<(String, Vec<Inline>)>),
    /// A framed remark.
    Notice {
        /// What sort of remark.
        kind: NoticeKind,
        /// Its heading.
        title: String,
        /// Its words.
        text: Vec<Inline>,
    },
    /// On paper: continue on a new page. On screen: a rule.
    PageBreak,
}

/// The sort of a notice. It never speaks by colour alone: every notice has a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// It went well; it is kept.
    Success,
    /// Look at this in time.
    Warning,
    /// It is late or broken.
    Danger,
}

impl NoticeKind {
    /// Its class name and word in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words of weight.
    Strong(String),
    /// Stressed words.
    Emphasis(String),
    /// An id, a hash, a name in code.
    Code(String),
    /// A way to somewhere else.
    Link {
        /// The words to follow.
        text: String,
        /// Where they lead: `http(s):`, `mailto:` or a place in the same site.
        href: String,
    },
    /// What the company has not published and the policy marks as assumed; shown as a placeholder.
    Assumed(String),
    /// A day in the reader's words. A workbook keeps it as a day, a page marks it as one.
    Date {
        /// The words: `1 November 2026`.
        text: String,
        /// The same by ISO 8601: `2026-11-01`.
        day: String,
    },
    /// A new line in the same paragraph.
    LineBreak,
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words of weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }

    /// A link.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self::Link { text: text.into(), href: href.into() }
    }
}

impl Inline {
    fn lead_under(&mut self, base: &str) {
        if let Inline::Link { href, .. } = self
            && href.starts_with('/')
        {
            *href = format!("{}{href}", base.trim_end_matches('/'));
        }
    }
}

/// Runs of words with every way into the site under an address, as [`Document::under`] does it.
#[must_use]
pub fn under(mut words: Vec<Inline>, base: &str) -> Vec<Inline> {
    words.iter_mut().for_each(|inline| inline.lead_under(base));
    words
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Inline {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Document {
    /// The headings of the second level as (anchor, words), for a list of contents.
    #[must_use]
    pub fn contents(&self) -> Vec<(String, String)> {
        let entry = |block: &Block| match block {
            Block::Heading { level: 0..=2, number, text, anchor } => {
                Some((anchor.clone(), numbered(number.as_deref(), text)))
            }
            _ => None,
        };
        self.blocks.iter().filter_map(entry).collect()
    }

    /// The list of contents, where the document is long enough to need one: at least six sections.
    #[must_use]
    pub fn list_of_contents(&self) -> Option<Vec<(String, String)>> {
        Some(self.contents()).filter(|sections| sections.len() >= 6)
    }

    /// The same with every way into the site, such as `/privacy`, under this address: `/s/shop` where a server has
    /// several services, `https://shop.example` in a file that is read elsewhere.
    #[must_use]
    pub fn under(mut self, base: &str) -> Self {
        for block in &mut self.blocks {
            block.inlines(&mut |inline| inline.lead_under(base));
        }
        self
    }

    /// Every run of words, in order: cells, terms, entries, headings and captions.
    #[must_use]
    pub fn runs(&self) -> Vec<String> {
        let mut out = vec![self.title.clone()];
        out.extend(self.subtitle.clone());
        out.extend(self.meta.iter().flat_map(|(name, value)| [name.clone(), value.clone()]));
        for block in &self.blocks {
            block.runs(&mut out);
        }
        out
    }
}

impl Block {
    /// Looks at every inline.
    pub fn each(&self, look: &mut impl FnMut(&Inline)) {
        let runs: Vec<&Vec<Inline>> = match self {
            Self::Paragraph(words) | Self::Notice { text: words, .. } => vec![words],
            Self::List { items, .. } => items.iter().collect(),
            Self::Table { rows, .. } => rows.iter().flatten().collect(),
            Self::Definitions(pairs) => pairs.iter().map(|(_, words)| words).collect(),
            Self::Heading { .. } | Self::PageBreak => Vec::new(),
        };
        runs.into_iter().flatten().for_each(look);
    }

    fn inlines(&mut self, each: &mut impl FnMut(&mut Inline)) {
        let runs: Vec<&mut Vec<Inline>> = match self {
            Self::Paragraph(words) | Self::Notice { text: words, .. } => vec![words],
            Self::List { items, .. } => items.iter_mut().collect(),
            Self::Table { rows, .. } => rows.iter_mut().flatten().collect(),
            Self::Definitions(pairs) => pairs.iter_mut().map(|(_, words)| words).collect(),
            Self::Heading { .. } | Self::PageBreak => Vec::new(),
        };
        runs.into_iter().flatten().for_each(each);
    }

    fn runs(&self, out: &mut Vec<String>) {
        let plain = |words: &Vec<Inline>| crate::plain(words);
        match self {
            Self::Heading { text, .. } => out.push(text.clone()),
            Self::Paragraph(words) => out.push(plain(words)),
            Self::List { items, .. } => out.extend(items.iter().map(plain)),
            Self::Table { caption, head, rows } => {
                out.push(caption.clone());
                out.extend(head.iter().cloned());
                out.extend(rows.iter().flatten().map(plain));
            }
            Self::Definitions(pairs) => {
                out.extend(pairs.iter().flat_map(|(term, words)| [term.clone(), plain(words)]));
            }
            Self::Notice { title, text, .. } => out.extend([title.clone(), plain(text)]),
            Self::PageBreak => {}
        }
    }
}

impl Document {
    /// The blocks, each with whether it is a table whose caption the heading above has said: nobody who sees the
    /// heading needs it twice.
    pub fn blocks_with_captions_said(&self) -> impl Iterator<Item = (&Block, bool)> {
        let mut above = "";
        self.blocks.iter().map(move |block| {
            if let Block::Heading { text, .. } = block {
                above = text;
            }
            (block, matches!(block, Block::Table { caption, .. } if caption == above))
        })
    }
}

/// A heading's words after its number.
pub(crate) fn numbered(number: Option<&str>, text: &str) -> String {
    number.map_or_else(|| text.to_owned(), |number| format!("{number} {text}"))
}
