//! The notices of Article 14: to people whose data came from others.
//!
//! One for each purpose that others feed. Of what customers entrust the customer tells people, not the company.

use super::super::paper::{Facts, Paper, Words};
use super::super::purposes;
use super::super::words::{stopped, upper};
use super::{ends, of_purpose, rights_of, who_answers};
use crate::model::{EnteredBy, Form, Kind, Origin, Policy, Purpose};
use document::{Document, Inline};

/// What a purpose takes in from others.
struct Taken<'a> {
    purpose: &'a Purpose,
    /// The forms that others fill in for it.
    forms: Vec<&'a Form>,
}

/// A notice for each purpose that takes data which the person has not given.
pub(super) fn write(paper: &mut Paper<'_>) {
    let policy = paper.policy;
    for taken in policy.purposes.iter().filter_map(|purpose| taken(policy, purpose)) {
        let why = taken.purpose.why.get(paper.lang);
        let title = paper.with("register-from-others", &[("title", why.into())]);
        paper.headed(title, &format!("others-{}", taken.purpose.name));
        paper.facts(facts(paper, &taken));
    }
}

/// The letter to somebody whose data came by a form that others filled in.
pub(in super::super) fn letter(policy: &Policy, form: &Form, lang: &str) -> Document {
    let mut paper = Paper::beside(policy, lang);
    paper.tell("register-letter-intro");
    let mut said = who_answers(&paper);
    if let Some(purpose) = policy.purpose(&form.purpose) {
        said.extend(facts(&paper, &Taken { purpose, forms: vec![form] }));
    }
    said.extend(ends(&paper));
    paper.facts(said);
    paper.finish("register-letter-title", "document-subtitle")
}

/// What a purpose takes in from others; none where people give all of it themselves, or a customer answers for it.
fn taken<'a>(policy: &'a Policy, purpose: &'a Purpose) -> Option<Taken<'a>> {
    let theirs = |form: &&Form| form.entered_by != EnteredBy::Person && form.purpose == purpose.name;
    let forms: Vec<&Form> = policy.forms.iter().filter(theirs).collect();
    let fed = !forms.is_empty() || purpose.sources.iter().any(is_foreign);
    (fed && !purpose.instructed_by_customer).then_some(Taken { purpose, forms })
}

fn is_foreign(source: &Origin) -> bool {
    !matches!(source, Origin::Person | Origin::Use)
}

/// Every item of Article 14 that belongs to one purpose.
fn facts(paper: &Paper<'_>, taken: &Taken<'_>) -> Facts {
    let mut facts = vec![
        (paper.say("document-fact-data"), paper.fields(&fields(paper.policy, taken))),
        (paper.say("document-fact-source"), source(paper, taken)),
        (paper.say("register-told"), vec![Inline::Text(told(paper, taken))]),
    ];
    facts.extend(of_purpose(paper, taken.purpose));
    facts.push((paper.say("document-rights"), vec![rights_of(paper, &[taken.purpose], false)]));
    facts
}

/// (1)(d): which data. What only the person's own hand or device can supply comes from nobody else.
fn fields(policy: &Policy, taken: &Taken<'_>) -> Vec<String> {
    let foreign = taken.purpose.sources.iter().any(is_foreign);
    let asked = taken.forms.iter().flat_map(|form| &form.asks).map(|ask| &ask.field);
    if !foreign {
        return asked.cloned().collect();
    }
    let given = taken.purpose.sources.contains(&Origin::Person);
    let used = taken.purpose.sources.contains(&Origin::Use);
    let chosen = |kind| {
        given && matches!(kind, Kind::Choice | Kind::Flag)
            || used && matches!(kind, Kind::Activity | Kind::Time)
    };
    let own =
        |path: &&String| policy.field(path).is_some_and(|field| is_own(field.kind) || chosen(field.kind));
    let mut paths: Vec<String> = taken.purpose.uses.iter().filter(|path| !own(path)).cloned().collect();
    for path in asked {
        if !paths.contains(path) {
            paths.push(path.clone());
        }
    }
    paths
}

/// Whether data of this kind comes from the person's own hand or device alone.
fn is_own(kind: Kind) -> bool {
    use Kind::{Cookie, Device, Ip, Password, Signature, Username};
    matches!(kind, Cookie | Device | Ip | Password | Signature | Username)
}

/// (2)(f): from where, and by which way it is entered where that is not the person's.
fn source(paper: &Paper<'_>, taken: &Taken<'_>) -> Words {
    let foreign: Vec<Origin> = taken.purpose.sources.iter().copied().filter(is_foreign).collect();
    let mut words =
        if foreign.is_empty() { Words::new() } else { purposes::named(paper, taken.purpose, &foreign) };
    let mut said: Vec<String> = Vec::new();
    for form in &taken.forms {
        let entered = paper.say(&format!("register-entered-{}", form.entered_by.as_str()));
        let entered = stopped(&upper(&entered));
        // That it is a partner who enters it, the sources have said.
        let known = form.entered_by == EnteredBy::Partner && !foreign.is_empty();
        if !known && !said.contains(&entered) {
            said.push(entered);
        }
    }
    let entered = said.join(" ");
    if !entered.is_empty() {
        let between = match document::plain(&words) {
            before if before.is_empty() => "",
            before if before.ends_with('.') => " ",
            _ => ". ",
        };
        words.push(Inline::Text(format!("{between}{entered}")));
    }
    words
}

/// (3): within when the person is told: the shortest that the forms promise, or the law's.
fn told(paper: &Paper<'_>, taken: &Taken<'_>) -> String {
    let promised = taken.forms.iter().filter_map(|form| form.tells_person_within);
    // What is no shorter than the law's month is the law's.
    let shorter = promised.filter(|length| length.roughly_days() < 28.0);
    let shortest = shorter.min_by(|a, b| a.roughly_days().total_cmp(&b.roughly_days()));
    shortest.map_or_else(
        || paper.say("register-told-law"),
        |length| paper.with("register-told-within", &[("length", paper.length(length).into())]),
    )
}
