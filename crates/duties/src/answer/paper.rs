//! The answer as a document to read: the data first, then why, from where, to whom and for how long, then what
//! the person can do.

use document::{Block, Document, Inline, NoticeKind};
use jiff::tz::TimeZone;
use texts::{Texts, texts};

use super::explanation::Explanation;
use super::{Answer, Cell, Column, Group, Row, Section};

/// Rows up to which a section is set as a list of values; above, as a table.
const AS_LIST: usize = 1;
/// Columns a table on paper has room for; wider ones are set row by row.
const WIDEST: usize = 6;

/// The longest word worth printing, in bytes; a longer one is no word.
const LONGEST_WORD: usize = 300;

/// Sets the answer.
pub fn document(answer: &Answer<'_>) -> Document {
    let texts = texts(&answer.held.lang);
    let mut paper = Paper { texts, zone: answer.zone.clone(), blocks: Vec::new(), sections: 0 };
    paper.opening(answer);
    paper.data(answer);
    paper.agreements(answer);
    paper.explanation(answer.explanation);
    paper.traces(answer);
    Document {
        lang: texts.lang().to_owned(),
        title: texts.say("answer-title"),
        subtitle: Some(texts.with("answer-subtitle", &[("controller", answer.controller().into())])),
        meta: meta(answer, texts),
        blocks: paper.blocks,
    }
}

fn meta(answer: &Answer<'_>, texts: &Texts) -> Vec<(String, String)> {
    let time = |at| texts.date_time(at, &answer.zone);
    vec![
        (texts.say("answer-meta-reference"), answer.reference.clone()),
        (texts.say("answer-meta-received"), time(answer.received_at)),
        (texts.say("answer-meta-as-of"), time(answer.held.as_of)),
        (texts.say("answer-meta-policy"), texts.date(answer.policy.version)),
    ]
}

/// The document being set.
pub(super) struct Paper {
    pub(super) texts: &'static Texts,
    zone: TimeZone,
    pub(super) blocks: Vec<Block>,
    sections: usize,
}

impl Paper {
    /// A numbered heading.
    pub(super) fn heading(&mut self, id: &str) {
        self.sections += 1;
        let anchor = id.strip_prefix("answer-").unwrap_or(id).to_owned();
        let number = Some(self.sections.to_string());
        self.blocks.push(Block::Heading { level: 2, number, text: self.texts.say(id), anchor });
    }

    fn subheading(&mut self, text: &str, anchor: &str) {
        let (text, anchor) = (text.to_owned(), anchor.to_owned());
        self.blocks.push(Block::Heading { level: 3, number: None, text, anchor });
    }

    pub(super) fn say(&mut self, id: &str) {
        self.blocks.push(Block::Paragraph(vec![self.texts.say(id).into()]));
    }

    pub(super) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<Vec<Inline>> = items.into_iter().map(|item| vec![item.into()]).collect();
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, items });
        }
    }

    pub(super) fn table(&mut self, caption: String, head: Vec<String>, rows: Vec<Vec<String>>) {
        let rows =
            rows.into_iter().map(|row| row.into_iter().map(|cell| vec![cell.into()]).collect()).collect();
        self.blocks.push(Block::Table { caption, head, rows });
    }

    pub(super) fn time(&self, at: jiff::Timestamp) -> String {
        self.texts.date_time(at, &self.zone)
    }

    fn opening(&mut self, answer: &Answer<'_>) {
        self.say(if answer.held.is_nothing() { "answer-intro-nothing" } else { "answer-intro" });
        let known: Vec<String> = answer
            .held
            .identifiers
            .iter()
            .filter(|known| known.verified_at.is_some())
            .map(|known| format!("{}: {}", known.kind, known.value))
            .collect();
        if !known.is_empty() {
            let known =
                self.texts.with("answer-searched", &[("identifiers", self.texts.list(&known).into())]);
            self.blocks.push(Block::Paragraph(vec![known.into()]));
        }
        self.list(answer.held.places.iter().map(|place| place.says.clone()));
    }

    fn data(&mut self, answer: &Answer<'_>) {
        self.heading("answer-data");
        if answer.held.groups.is_empty() {
            self.say("answer-data-none");
        }
        let empty: Vec<String> =
            answer.held.groups.iter().filter_map(|group| self.group(group)).flatten().collect();
        if !empty.is_empty() {
            let said = [("what", self.texts.list(&empty).into())];
            self.blocks.push(Block::Paragraph(vec![self.texts.with("answer-data-empty", &said).into()]));
        }
        self.list(answer.held.mentions.iter().cloned());
    }

    /// What is stored under the group; what its tables have no value for is returned, to be told in one sentence.
    fn group(&mut self, group: &Group) -> Option<Vec<String>> {
        let (full, empty): (Vec<&Section>, Vec<&Section>) =
            group.sections.iter().partition(|section| section.says_something());
        if !full.is_empty() {
            self.subheading(&group.title, &group.key);
            full.iter().for_each(|section| self.section(section));
        }
        let name = |section: &&Section| format!("{} ({})", group.title, section.title);
        (!empty.is_empty()).then(|| empty.iter().map(name).collect())
    }

    fn section(&mut self, section: &Section) {
        let title = format!("{} · {}", section.title, section.origin);
        if section.rows.len() <= AS_LIST || section.columns.len() > WIDEST {
            let [name, from] = [Inline::strong(&section.title), format!(" · {}", section.origin).into()];
            self.blocks.push(Block::Paragraph(vec![name, from]));
            section.rows.iter().for_each(|row| self.values(section, row));
        } else {
            let head = section.columns.iter().map(|column| column.title.clone()).collect();
            let rows = section.rows.iter().map(|row| self.cells(section, row)).collect();
            self.table(title, head, rows);
        }
        if !section.withheld.is_empty() {
            let text = vec![section.withheld.join(" ").into()];
            let title = self.texts.say("answer-withheld");
            self.blocks.push(Block::Notice { kind: NoticeKind::Info, title, text });
        }
    }

    /// One row as terms and values; what is empty is left out here (it stands in the files).
    fn values(&mut self, section: &Section, row: &Row) {
        let filled = section.columns.iter().zip(&row.cells).filter(|(_, cell)| **cell != Cell::Empty);
        let values: Vec<_> = filled
            .map(|(column, cell)| (column.title.clone(), vec![self.cell(column, cell).into()]))
            .collect();
        if !values.is_empty() {
            self.blocks.push(Block::Definitions(values));
        }
    }

    fn cells(&self, section: &Section, row: &Row) -> Vec<String> {
        section.columns.iter().zip(&row.cells).map(|(column, cell)| self.cell(column, cell)).collect()
    }

    /// A value for paper. What nobody reads (a picture's bytes) is named, not printed; it is in the files.
    fn cell(&self, column: &Column, cell: &Cell) -> String {
        let words = match cell {
            Cell::Value(value) => column.shown(value, self.texts),
            other => other.words(self.texts),
        };
        let longest = words.split_whitespace().map(str::len).max().unwrap_or(0);
        if longest <= LONGEST_WORD {
            return words;
        }
        self.texts.with("answer-cell-bytes", &[("count", words.len().into())])
    }

    fn agreements(&mut self, answer: &Answer<'_>) {
        if answer.held.agreements.is_empty() {
            return;
        }
        self.heading("answer-agreements");
        let rows = answer.held.agreements.iter().map(|agreement| {
            let words = agreement.wording.clone().or_else(|| agreement.purpose.clone()).unwrap_or_default();
            let version = agreement.version.clone().unwrap_or_default();
            vec![self.time(agreement.at), agreement.title.clone(), words, version]
        });
        let rows = rows.collect();
        let head =
            ["when", "what", "wording", "version"].map(|name| self.texts.say(&format!("answer-head-{name}")));
        self.table(self.texts.say("answer-agreements"), head.to_vec(), rows);
    }

    fn explanation(&mut self, explained: &Explanation) {
        self.purposes(explained);
        self.recipients(explained);
        self.heading("answer-sources");
        self.list(explained.sources.iter().cloned());
        self.heading("answer-automated");
        self.blocks.push(Block::Paragraph(vec![explained.automated_decisions.as_str().into()]));
        self.heading("answer-rights");
        self.list(explained.rights.iter().cloned());
        let authority = &explained.authority;
        let said = [("authority", (&authority.name).into()), ("country", (&authority.country).into())];
        let mut line = vec![Inline::text(self.texts.with("answer-complain", &said))];
        if let Some(website) = &authority.website {
            line.extend([Inline::text(" "), Inline::link(website, website)]);
        }
        self.blocks.push(Block::Paragraph(line));
    }

    fn purposes(&mut self, explained: &Explanation) {
        self.heading("answer-purposes");
        if explained.purposes.is_empty() {
            return self.say("answer-purposes-none");
        }
        let rows = explained.purposes.iter().map(|why| {
            let because = why.because.as_ref().map(|because| format!(" {because}")).unwrap_or_default();
            vec![why.title.clone(), format!("{}.{because}", why.basis_title), why.keep.clone()]
        });
        let head = ["purpose", "basis", "period"].map(|name| self.texts.say(&format!("answer-head-{name}")));
        self.table(self.texts.say("answer-purposes"), head.to_vec(), rows.collect());
    }

    fn recipients(&mut self, explained: &Explanation) {
        self.heading("answer-recipients");
        if explained.recipients.is_empty() {
            self.say("answer-recipients-none");
        } else {
            self.say("answer-recipients-text");
            let rows = explained.recipients.iter().map(|row| {
                let received = self.texts.with("answer-received", &[("count", row.received.into())]);
                vec![
                    row.name.clone(),
                    row.role.clone(),
                    row.country.clone(),
                    row.purposes.join("; "),
                    received,
                ]
            });
            let rows = rows.collect();
            let head = ["recipient", "role", "country", "for", "received"];
            let head = head.map(|name| self.texts.say(&format!("answer-head-{name}")));
            self.table(self.texts.say("answer-recipients"), head.to_vec(), rows);
        }
        self.heading("answer-transfers");
        if explained.transfers.is_empty() {
            self.say("answer-transfers-none");
        }
        self.list(explained.transfers.iter().cloned());
    }

    /// Disclosures, looks, requests, and what remains: what Abide itself wrote down about the person.
    fn traces(&mut self, answer: &Answer<'_>) {
        self.heading("answer-traces");
        self.say("answer-traces-text");
        let held = answer.held;
        let disclosed = held.disclosures.iter().map(|one| {
            let what = self.texts.list(&one.categories);
            self.texts.with(
                "answer-trace-disclosed",
                &[("when", self.time(one.at).into()), ("to", (&one.recipient).into()), ("what", what.into())],
            )
        });
        let viewed = held.views.iter().map(|one| {
            self.texts.with(
                "answer-trace-viewed",
                &[("when", self.time(one.at).into()), ("why", (&one.purpose).into())],
            )
        });
        let asked = held.requests.iter().map(|one| {
            let said = [
                ("when", self.time(one.at).into()),
                ("what", (&one.kind).into()),
                ("reference", (&one.reference).into()),
            ];
            self.texts.with("answer-trace-asked", &said)
        });
        let receipts = held.receipts.iter().map(|one| {
            self.texts.with(
                "answer-trace-receipt",
                &[("when", self.time(one.at).into()), ("what", (&one.title).into())],
            )
        });
        let lines: Vec<String> = disclosed.chain(viewed).chain(asked).chain(receipts).collect();
        self.list(lines);
        self.list(held.remains.iter().map(|row| row.words(self.texts)));
    }
}
