//! A receipt to read: what happened, in which words, and how it can be checked.

use document::{Block, Document, Inline, NoticeKind};
use jiff::tz::TimeZone;
use ledger::{Cosigned, Kind, Receipt};
use policy::Policy;
use texts::{Texts, texts};

use super::block::{heading, text};
use super::erased;
use crate::answer::Report;
use crate::evidence::{Evidence, Words};

/// What an opened body says, where it is one of ours.
pub(super) struct Said<'a> {
    pub(super) evidence: Option<&'a Evidence>,
    pub(super) report: Option<&'a Report>,
    /// The witnesses that signed the checkpoint.
    pub(super) cosigned: Vec<Cosigned>,
}

/// The page of a receipt, with what its body says, where it has one.
pub(super) fn page(policy: &Policy, receipt: &Receipt, said: Said<'_>, lang: &str) -> Document {
    let (words, evidence) = (texts(lang), said.evidence);
    let mut blocks = happened(policy, receipt, evidence, words);
    if let Some(evidence) = evidence {
        blocks.extend(given(evidence, words));
        blocks.extend(boxes(evidence, words));
    }
    if let Some(report) = said.report {
        blocks.extend(erased::blocks(report, words));
    }
    blocks.extend(proof(policy, receipt, &said.cosigned, words));
    let title = evidence.map_or_else(String::new, |evidence| evidence.title.clone());
    let controller = &policy.controller.name;
    let subtitle = if title.is_empty() {
        controller.clone()
    } else {
        words.with("receipt-subtitle", &[("title", title.into()), ("controller", controller.into())])
    };
    let meta = vec![(words.say("receipt-number"), receipt.facts.id.to_string())];
    Document {
        lang: lang.to_owned(),
        title: words.say("receipt-title"),
        subtitle: Some(subtitle),
        meta,
        blocks,
    }
}

fn happened(policy: &Policy, receipt: &Receipt, evidence: Option<&Evidence>, words: &Texts) -> Vec<Block> {
    let zone = zone(policy);
    let mut rows = vec![(words.say("receipt-when"), text(&words.date_time(receipt.facts.at, &zone)))];
    if let Some(evidence) = evidence {
        let place = words.with("receipt-surface-form", &[("form", (&evidence.title).into())]);
        rows.push((words.say("receipt-where"), text(&place)));
        let hash = receipt.facts.policy.map(|hash| ledger::Hash(hash).to_string()).unwrap_or_default();
        let short: String = hash.chars().take(16).collect();
        let version = words.with(
            "receipt-policy-version",
            &[("version", day(&evidence.version, words).into()), ("hash", short.into())],
        );
        rows.push((words.say("receipt-policy"), text(&version)));
    }
    if let Some(purpose) = purpose(policy, receipt, words.lang()) {
        rows.push((words.say("receipt-used-for"), text(&purpose)));
    }
    vec![
        heading(&words.say("receipt-what-happened"), "what"),
        Block::Paragraph(text(&kind(&receipt.facts.kind, words))),
        Block::Definitions(rows),
    ]
}

/// A policy's version is its day; written out for the reader.
fn day(version: &str, words: &Texts) -> String {
    version.parse().map_or_else(|_| version.to_owned(), |day| words.date(day))
}

fn kind(kind: &Kind, words: &Texts) -> String {
    let id = match kind {
        Kind::RecordCollected => "receipt-kind-record-collected",
        Kind::Accepted => "receipt-kind-accepted",
        Kind::ConsentGiven => "receipt-kind-consent-given",
        Kind::ConsentAsked => "receipt-kind-consent-asked",
        Kind::ConsentWithdrawn => "receipt-kind-consent-withdrawn",
        Kind::RequestAnswered => "receipt-kind-request-answered",
        Kind::IdentifierVerified => "receipt-kind-identifier-verified",
        other => return words.with("receipt-kind-other", &[("kind", other.as_str().into())]),
    };
    words.say(id)
}

fn purpose(policy: &Policy, receipt: &Receipt, lang: &str) -> Option<String> {
    let name = receipt.facts.purpose.as_ref()?;
    Some(policy.purpose(name).map_or_else(|| name.clone(), |found| found.why.get(lang).to_owned()))
}

fn given(evidence: &Evidence, words: &Texts) -> Vec<Block> {
    if evidence.fields.is_empty() {
        return Vec::new();
    }
    let items = evidence.fields.iter().map(|label| text(label)).collect();
    vec![
        heading(&words.say("receipt-fields"), "fields"),
        Block::List { ordered: false, items },
        Block::Paragraph(text(&words.say("receipt-fields-text"))),
    ]
}

fn boxes(evidence: &Evidence, words: &Texts) -> Vec<Block> {
    let (consents, accepted): (Vec<&Words>, Vec<&Words>) =
        evidence.boxes.iter().partition(|one| one.purpose.is_some());
    let mut blocks = Vec::new();
    if !accepted.is_empty() {
        blocks.push(heading(&words.say("receipt-accepted"), "accepted"));
        blocks.extend(accepted.iter().map(|one| Block::Paragraph(vec![Inline::Strong(one.wording.clone())])));
        blocks.push(Block::Paragraph(text(&words.say("receipt-acceptance-is-no-consent"))));
    }
    if !consents.is_empty() {
        blocks.push(heading(&words.say("receipt-consents"), "consents"));
        blocks.push(consent_table(&consents, words));
        blocks.push(Block::Paragraph(text(&words.say("receipt-consent-take-back"))));
    }
    blocks
}

fn consent_table(consents: &[&Words], words: &Texts) -> Block {
    let answer = |one: &Words| {
        words.say(match (one.ticked, one.waits) {
            (true, true) => "receipt-consent-waits",
            (true, false) => "receipt-consent-given",
            (false, _) => "receipt-consent-not-given",
        })
    };
    Block::Table {
        caption: words.say("receipt-consents"),
        head: vec![words.say("receipt-wording"), words.say("receipt-answer")],
        rows: consents.iter().map(|one| vec![text(&one.wording), text(&answer(one))]).collect(),
    }
}

fn proof(policy: &Policy, receipt: &Receipt, cosigned: &[Cosigned], words: &Texts) -> Vec<Block> {
    let heading = heading(&words.say("receipt-proof"), "proof");
    let Some(proof) = &receipt.proof else {
        let title = words.say("receipt-proof");
        return vec![
            heading,
            Block::Notice { kind: NoticeKind::Info, title, text: text(&words.say("receipt-proof-pending")) },
        ];
    };
    let size = proof.checkpoint.lines().nth(1).unwrap_or_default();
    let ready =
        words.with("receipt-proof-ready", &[("index", receipt.leaf.index.into()), ("size", size.into())]);
    let root = proof.checkpoint.lines().nth(2).unwrap_or_default();
    vec![
        heading,
        Block::Paragraph(text(&ready)),
        Block::Paragraph(text(&words.say("receipt-proof-how"))),
        Block::Definitions(
            [
                (words.say("receipt-proof-key"), vec![Inline::Code(receipt.verifier_key.clone())]),
                (words.say("receipt-proof-root"), vec![Inline::Code(root.to_owned())]),
            ]
            .into_iter()
            .chain(
                cosigned.iter().map(|one| (words.say("receipt-proof-witness"), witness(policy, one, words))),
            )
            .collect(),
        ),
    ]
}

/// Who saw this state of the log, and when.
fn witness(policy: &Policy, one: &Cosigned, words: &Texts) -> Vec<Inline> {
    let at = i64::try_from(one.at).ok().and_then(|at| jiff::Timestamp::from_second(at).ok());
    let at = at.map(|at| words.date_time(at, &zone(policy))).unwrap_or_default();
    text(&words.with("receipt-proof-witnessed", &[("name", one.witness.clone().into()), ("at", at.into())]))
}

/// The zone the company's clocks run in; UTC where it names none.
fn zone(policy: &Policy) -> TimeZone {
    let named = policy.office_hours.as_ref().and_then(|hours| TimeZone::get(&hours.zone).ok());
    named.unwrap_or(TimeZone::UTC)
}
