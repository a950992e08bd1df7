//! Differences as people read them: one by one, and as a document.

use super::class::{Class, Concerns, Difference, Kind, OldData};
use super::show::Writer;
use super::tree;
use super::{gravest, rules};
use crate::model::{Channel, Policy};
use document::texts::{self, Texts};
use document::{Block, Document, Inline, NoticeKind};
use jiff::civil::Date;
use serde_json::Value;

/// One difference in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is about: the purpose, the recipient, the form; `None` for the policy as a whole.
    pub subject: Option<String>,
    /// What stands there: "How long it is kept".
    pub what: String,
    /// What stood there, a line each; empty where there was nothing.
    pub before: Vec<String>,
    /// What stands there now; empty where there is nothing any more.
    pub after: Vec<String>,
    /// Whom it concerns.
    pub concerns: String,
    /// Whether data collected before falls under it; `None` where it is not about data.
    pub old_data: Option<String>,
    /// How and when people are told.
    pub notice: String,
}

/// Says the differences between two versions in a language.
pub struct Speaker<'a> {
    before: Writer<'a>,
    after: Writer<'a>,
    /// The two versions as trees, to find what things are called.
    trees: [Value; 2],
}

impl<'a> Speaker<'a> {
    /// Between these versions, in this language.
    #[must_use]
    pub fn new(old: &'a Policy, new: &'a Policy, lang: &'a str) -> Self {
        let texts = texts::texts(lang);
        let writer = |policy| Writer { policy, texts, lang };
        Speaker { before: writer(old), after: writer(new), trees: [tree::of(old), tree::of(new)] }
    }

    /// One difference in words.
    #[must_use]
    pub fn say(&self, one: &Difference) -> Said {
        let (raw, texts) = (&one.raw, self.after.texts);
        let what = rules::of(&raw.pattern).map_or("other", |rule| rule.what);
        let lines = |writer: Writer<'_>, value: &Option<Value>| {
            value.as_ref().map(|value| writer.lines(&raw.pattern, value)).unwrap_or_default()
        };
        let unaffected = one.old_data == OldData::Unaffected;
        Said {
            subject: self.subject(one),
            what: texts.say(&format!("diff-what-{what}")),
            before: lines(self.before, &raw.before),
            after: lines(self.after, &raw.after),
            concerns: concerns(&one.concerns, self.before, self.after),
            old_data: (!unaffected).then(|| texts.say(&format!("diff-old-{}", one.old_data.as_str()))),
            notice: notice(texts, one),
        }
    }

    /// The titles of the things a place lies in, from the outermost.
    fn subject(&self, one: &Difference) -> Option<String> {
        let [old, new] = &self.trees;
        let (writer, root) = if one.kind() == Kind::Removed { (self.before, old) } else { (self.after, new) };
        let (mut at, mut list, mut titles) = (Some(root), "", Vec::new());
        for (step, name) in one.raw.pattern.split('/').zip(one.raw.place.split('/')) {
            if step != "*" {
                (at, list) = (at.and_then(|value| value.get(step)), step);
                continue;
            }
            let items = at.and_then(Value::as_array);
            at = items.and_then(|items| items.iter().find(|item| tree::step(item) == name));
            titles.push(at.map_or_else(|| name.replace('-', " "), |item| writer.item(list, item)));
        }
        (!titles.is_empty()).then(|| titles.join(" › "))
    }
}

fn concerns(whom: &Concerns, before: Writer<'_>, after: Writer<'_>) -> String {
    let texts = after.texts;
    let list = |names: Vec<String>| texts.list(&names);
    match whom {
        Concerns::Everybody => texts.say("diff-concerns-everybody"),
        Concerns::Visitors => texts.say("diff-concerns-visitors"),
        Concerns::Customers => texts.say("diff-concerns-customers"),
        Concerns::Readers(languages) => {
            let name = |lang: &String| {
                let id = format!("document-language-{lang}");
                if texts.has(&id) { texts.say(&id) } else { lang.clone() }
            };
            let names = list(languages.iter().map(name).collect());
            texts.with("diff-concerns-readers", &[("languages", names.into())])
        }
        Concerns::Senders(form) => {
            let find = |policy: &Policy| policy.form(form).map(|form| form.title.get(after.lang).to_owned());
            let title = find(after.policy).or_else(|| find(before.policy)).unwrap_or_else(|| form.clone());
            texts.with("diff-concerns-senders", &[("form", title.into())])
        }
        Concerns::DataFor(purposes) => {
            let find = |policy: &Policy, name: &str| {
                let why = policy.purpose(name)?.why.get(after.lang);
                Some(texts.with("diff-quoted", &[("text", why.into())]))
            };
            let title = |name: &String| {
                find(after.policy, name).or_else(|| find(before.policy, name)).unwrap_or_else(|| name.clone())
            };
            let names = list(purposes.iter().map(title).collect());
            texts.with("diff-concerns-data", &[("purposes", names.into())])
        }
    }
}

fn notice(texts: &Texts, one: &Difference) -> String {
    let by: Vec<String> = one.notice.by.iter().map(|channel| way(texts, *channel)).collect();
    let by = if by.is_empty() { texts.say("document-channel-site") } else { texts.list(&by) };
    match one.notice.ahead {
        Some(ahead) => {
            let ahead = texts.duration(ahead.span());
            texts.with("diff-notice-ahead", &[("channels", by.into()), ("ahead", ahead.into())])
        }
        None => texts.with("diff-notice", &[("channels", by.into())]),
    }
}

fn way(texts: &Texts, channel: Channel) -> String {
    let id = format!("document-channel-{}", channel.as_str());
    if texts.has(&id) { texts.say(&id) } else { channel.as_str().replace('-', " ") }
}

/// The differences between two versions as a document: the gravest first, a table a class. `effective` is the day the
/// new version comes into force.
#[must_use]
pub fn difference_document(
    old: &Policy,
    new: &Policy,
    differences: &[Difference],
    effective: Date,
    lang: &str,
) -> Document {
    let texts = texts::texts(lang);
    let (from, to) = (texts.date(old.version), texts.date(new.version));
    let speaker = Speaker::new(old, new, lang);
    let mut blocks = Vec::new();
    let text = |id: &str| Block::Paragraph(vec![Inline::Text(texts.say(id))]);
    if differences.is_empty() {
        blocks.push(text("diff-none"));
    } else {
        blocks.push(text("diff-intro"));
        blocks.push(summary(texts, differences));
    }
    for class in [Class::RightsAffecting, Class::Significant, Class::Minor] {
        let of: Vec<&Difference> = differences.iter().filter(|one| one.class == class).collect();
        if let Some(first) = of.first() {
            let id = class.as_str();
            let heading = texts.say(&format!("diff-class-{id}"));
            blocks.push(Block::Heading {
                level: 2,
                number: None,
                text: heading.clone(),
                anchor: id.to_owned(),
            });
            let means = format!("{} {}", texts.say(&format!("diff-class-{id}-means")), notice(texts, first));
            blocks.push(Block::Paragraph(vec![Inline::Text(means)]));
            let rows = of.iter().map(|one| row(&speaker.say(one))).collect();
            let heads = ["diff-head-what", "diff-head-before", "diff-head-after", "diff-head-whom"];
            let head = heads.map(|id| texts.say(id)).to_vec();
            blocks.push(Block::Table { caption: heading, head, rows });
        }
    }
    if gravest(differences) > Some(Class::Minor) {
        let day = texts.date(effective);
        let said = texts.with("diff-new-collection", &[("date", day.into())]);
        let title = texts.say("diff-new-collection-title");
        blocks.push(Block::Notice { kind: NoticeKind::Info, title, text: vec![Inline::Text(said)] });
    }
    let service = new.title.get(lang);
    let versions = [("from", from.as_str().into()), ("to", to.as_str().into())];
    Document {
        lang: texts.lang().to_owned(),
        title: texts.with("diff-title", &[("service", service.into())]),
        subtitle: Some(texts.with("diff-subtitle", &versions)),
        meta: vec![(texts.say("diff-meta-effective"), texts.date(effective))],
        blocks,
    }
}

fn summary(texts: &Texts, differences: &[Difference]) -> Block {
    let count = |class: Class| {
        let count = differences.iter().filter(|one| one.class == class).count();
        let id = class.as_str();
        let said = texts.with(&format!("diff-count-{id}"), &[("count", count.into())]);
        (count > 0).then(|| vec![Inline::link(said, format!("#{id}"))])
    };
    let classes = [Class::RightsAffecting, Class::Significant, Class::Minor];
    Block::List { ordered: false, items: classes.into_iter().filter_map(count).collect() }
}

fn row(said: &Said) -> Vec<Vec<Inline>> {
    let mut what = Vec::new();
    if let Some(subject) = &said.subject {
        what.extend([Inline::Strong(subject.clone()), Inline::LineBreak]);
    }
    what.push(Inline::Text(said.what.clone()));
    let mut whom = vec![Inline::Text(said.concerns.clone())];
    if let Some(old) = &said.old_data {
        whom.extend([Inline::LineBreak, Inline::Emphasis(old.clone())]);
    }
    vec![what, cell(&said.before), cell(&said.after), whom]
}

fn cell(lines: &[String]) -> Vec<Inline> {
    let mut words = Vec::new();
    for line in lines {
        if !words.is_empty() {
            words.push(Inline::LineBreak);
        }
        words.push(Inline::Text(line.clone()));
    }
    if words.is_empty() { vec![Inline::Text("–".to_owned())] } else { words }
}
