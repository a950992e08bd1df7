//! The sheet the sections are written on.

use super::words::{sentence, stated};
use crate::model::{Policy, Stated};
use document::texts::{self, Arg, Texts};
use document::{Block, Document, Inline};

/// What a cell or paragraph holds.
pub(super) type Words = Vec<Inline>;
/// Terms and what is said of each.
pub(super) type Facts = Vec<(String, Words)>;

/// A document in the making.
pub(super) struct Paper<'a> {
    pub(super) policy: &'a Policy,
    pub(super) texts: &'static Texts,
    pub(super) lang: &'a str,
    /// Where purposes are described: empty on the policy itself, `/policy` on the other papers.
    pub(super) home: &'static str,
    /// What the company is to the data on this paper.
    pub(super) holder: &'static str,
    blocks: Vec<Block>,
    section: usize,
    parts: usize,
}

impl<'a> Paper<'a> {
    /// The sheet of the policy itself.
    pub(super) fn new(policy: &'a Policy, lang: &'a str) -> Self {
        let (texts, holder) = (texts::texts(lang), "document-meta-controller");
        Paper { policy, texts, lang, home: "", holder, blocks: Vec::new(), section: 0, parts: 0 }
    }

    /// The sheet of another paper, whose links lead to the policy.
    pub(super) fn beside(policy: &'a Policy, lang: &'a str) -> Self {
        Paper { home: "/policy", ..Paper::new(policy, lang) }
    }

    /// The service's name for people.
    pub(super) fn title(&self) -> &'a str {
        self.policy.title.get(self.lang)
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.texts.say(id)
    }

    pub(super) fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.with(id, args)
    }

    /// Begins a numbered section.
    pub(super) fn section(&mut self, id: &str, anchor: &str) {
        let text = self.say(id);
        self.headed(text, anchor);
    }

    /// Begins a numbered section with a heading of its own.
    pub(super) fn headed(&mut self, text: String, anchor: &str) {
        self.section += 1;
        self.parts = 0;
        let number = Some(format!("{}.", self.section));
        self.blocks.push(Block::Heading { level: 2, number, text, anchor: anchor.to_owned() });
    }

    /// Begins a part of a section, numbered below it.
    pub(super) fn part(&mut self, text: &str, anchor: &str) {
        self.parts += 1;
        let number = (self.section > 0).then(|| format!("{}.{}", self.section, self.parts));
        let (text, anchor) = (text.to_owned(), anchor.to_owned());
        self.blocks.push(Block::Heading { level: 3, number, text, anchor });
    }

    /// Begins a part of the section, or a section where the paper has none above it.
    pub(super) fn under(&mut self, text: &str, anchor: &str) {
        if self.home.is_empty() { self.part(text, anchor) } else { self.headed(text.to_owned(), anchor) }
    }

    /// Begins the part before the sections.
    pub(super) fn lead(&mut self, id: &str, anchor: &str) {
        let text = self.say(id);
        self.blocks.push(Block::Heading { level: 2, number: None, text, anchor: anchor.to_owned() });
    }

    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(super) fn paragraph(&mut self, words: Words) {
        self.blocks.push(Block::Paragraph(words));
    }

    pub(super) fn line(&mut self, text: String) {
        self.paragraph(vec![Inline::Text(text)]);
    }

    pub(super) fn list(&mut self, items: Vec<Words>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, items });
        }
    }

    pub(super) fn table(&mut self, caption: String, heads: &[&str], rows: Vec<Vec<Words>>) {
        if !rows.is_empty() {
            let head = heads.iter().map(|id| self.say(id)).collect();
            self.blocks.push(Block::Table { caption, head, rows });
        }
    }

    /// A sentence in which a value stands that may be assumed.
    pub(super) fn stated(&self, id: &str, value: &Stated) -> Words {
        sentence(&self.with(id, &[("value", "\u{1}".into())]), &[stated(value)])
    }

    /// A sentence of one message.
    pub(super) fn tell(&mut self, id: &str) {
        self.line(self.say(id));
    }

    /// The same, as a placeholder where anything below `place` is only assumed.
    pub(super) fn tell_placed(&mut self, place: &str, text: String) {
        self.paragraph(vec![self.placed_under(place, text)]);
    }

    /// Terms and what is said of each; nothing where there is none.
    pub(super) fn facts(&mut self, facts: Facts) {
        if !facts.is_empty() {
            self.blocks.push(Block::Definitions(facts));
        }
    }

    /// A line of text in an entry or cell.
    pub(super) fn cell(&self, id: &str) -> Words {
        vec![Inline::Text(self.say(id))]
    }

    /// Whether anything on the paper is only assumed.
    fn assumes(&self) -> bool {
        let mut some = false;
        self.blocks
            .iter()
            .for_each(|block| block.each(&mut |inline| some |= matches!(inline, Inline::Assumed(_))));
        some
    }

    /// What the marks of what is assumed mean, above everything else.
    fn explain_marks(&mut self) {
        let controller = self.policy.controller.name.as_str().into();
        let pattern = self.with("document-marked", &[("sample", "\u{1}".into()), ("controller", controller)]);
        let sample = Inline::Assumed(self.say("document-marked-sample"));
        self.blocks.insert(0, Block::Paragraph(sentence(&pattern, &[sample])));
    }

    /// The document, under messages for its title and subtitle.
    pub(super) fn finish(mut self, title: &str, subtitle: &str) -> Document {
        if self.assumes() {
            self.explain_marks();
        }
        let version = self.texts.date(self.policy.version);
        let service = [("service", self.title().into())];
        let controller = [("controller", self.policy.controller.name.as_str().into())];
        Document {
            lang: self.texts.lang().to_owned(),
            title: self.with(title, &service),
            subtitle: Some(self.with(subtitle, &controller)),
            meta: vec![
                (self.say("document-meta-version"), version),
                (self.say(self.holder), self.policy.controller.name.clone()),
            ],
            blocks: self.blocks,
        }
    }
}
