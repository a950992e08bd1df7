//! Periods as TILT has them: an ISO 8601 length beside a sentence that says from when.
//!
//! The sentence is the policy's own; reading it back means saying it again for every moment it could mean.

use crate::model::{Anchor, Keep, Length, Policy, Text, Then, Unit};
use crate::publish::Wording;
use document::texts::{self, Arg};
use serde_json::{Value, json};

/// `P6M`, `PT72H`.
pub(crate) fn iso(length: Length) -> String {
    let (before, unit) = match length.unit {
        Unit::Minutes => ("PT", 'M'),
        Unit::Hours => ("PT", 'H'),
        Unit::Days => ("P", 'D'),
        Unit::Weeks => ("P", 'W'),
        Unit::Months => ("P", 'M'),
        Unit::Years => ("P", 'Y'),
    };
    format!("{before}{}{unit}", length.amount)
}

/// The length an ISO 8601 text means, where it is one of whole units; years and months add up. What stands before the
/// `P` (a beginning) is not part of it.
pub(super) fn length(text: &str) -> Option<Length> {
    let (_, text) = text.split_once('P')?;
    let (days, hours) = text.split_once('T').unwrap_or((text, ""));
    let units = |text: &str, known: &[(char, Unit)]| -> Option<Vec<Length>> {
        let mut found = Vec::new();
        let mut digits = String::new();
        for letter in text.chars() {
            if letter.is_ascii_digit() {
                digits.push(letter);
                continue;
            }
            let (_, unit) = known.iter().find(|(known, _)| *known == letter)?;
            found.push(Length::new(digits.parse().ok()?, *unit));
            digits.clear();
        }
        digits.is_empty().then_some(found)
    };
    let calendar = [('Y', Unit::Years), ('M', Unit::Months), ('W', Unit::Weeks), ('D', Unit::Days)];
    let mut all = units(days, &calendar)?;
    all.extend(units(hours, &[('H', Unit::Hours), ('M', Unit::Minutes)])?);
    all.retain(|part| part.amount > 0 || text == "0D");
    match all.as_slice() {
        [one] if one.amount <= 10_000 => Some(*one),
        [years, months] => {
            let sum = years.months()?.checked_add(months.months()?)?;
            Some(Length::new(u16::try_from(sum).ok().filter(|sum| *sum <= 10_000)?, Unit::Months))
        }
        _ => None,
    }
}

/// The storage of a purpose.
pub(super) fn storage(policy: &Policy, keep: &Keep, lang: &str) -> Value {
    let wording = Wording::new(policy, lang);
    let mut temporal = vec![json!({ "description": wording.period(keep), "ttl": iso(keep.length) })];
    let limits = [keep.at_least, keep.at_most, keep.isolated_for.filter(|_| keep.then == Then::Isolate)];
    for (length, id) in limits.iter().zip(LIMITS) {
        temporal
            .extend(length.map(|length| json!({ "description": say(lang, id, length), "ttl": iso(length) })));
    }
    let law = keep.law.as_ref().map(|law| law.get(lang));
    let then = (keep.then != Then::Delete && keep.isolated_for.is_none())
        .then(|| texts::texts(lang).say(&format!("document-then-{}", keep.then.as_str())));
    json!({
        "temporal": temporal,
        "purposeConditional": then.into_iter().collect::<Vec<_>>(),
        "legalBasisConditional": law.into_iter().collect::<Vec<_>>(),
        "aggregationFunction": "max",
    })
}

/// The sentences that stand beside a length of their own.
pub(super) const LIMITS: [&str; 3] =
    ["document-keep-at-least", "document-keep-at-most", "document-then-isolate-for"];

/// A sentence with a length in it.
pub(super) fn say(lang: &str, id: &str, length: Length) -> String {
    let texts = texts::texts(lang);
    texts.with(id, &[("length", Arg::from(texts.duration(length.span())))])
}

/// From when a period counts, by the sentence that says so.
pub(super) fn anchor(said: &str, length: Length, lang: &str) -> Option<Anchor> {
    let known = ["collection", "last-contact", "contract-end", "fiscal-year-end", "consent-end"];
    let mut anchors: Vec<Anchor> = known.iter().filter_map(|word| Anchor::parse(word)).collect();
    anchors.extend(["delivered", "paid"].map(|event| Anchor::Event(event.to_owned())));
    if let Some((_, rest)) = said.split_once(['“', '«'])
        && let Some((event, _)) = rest.split_once(['”', '»'])
    {
        anchors.push(Anchor::Event(crate::draft::slug(event, "event")));
    }
    anchors.into_iter().find(|anchor| period(length, anchor, lang) == said)
}

/// A moment of the document's own, where its sentence is built as ours are: `6 months from the day we hand it over`.
pub(super) fn moment(said: &str, length: Length, lang: &str) -> Option<(Anchor, String)> {
    let any = Anchor::Event(String::new());
    let mark = Text::only(lang, "\u{1}");
    let pattern = sentence(length, &any, Some(mark), lang);
    let (before, after) = pattern.split_once('\u{1}')?;
    let own = said.strip_prefix(before)?.strip_suffix(after)?.trim();
    let event = Anchor::Event(crate::draft::slug(own, "event"));
    (!own.is_empty()).then(|| (event, own.to_owned()))
}

/// The sentence for a period from a moment.
fn period(length: Length, from: &Anchor, lang: &str) -> String {
    sentence(length, from, None, lang)
}

/// The same, from a moment in words of its own.
fn sentence(length: Length, from: &Anchor, moment: Option<Text>, lang: &str) -> String {
    let keep = Keep {
        length,
        from: from.clone(),
        then: Then::Delete,
        assumed: false,
        at_least: None,
        at_most: None,
        isolated_for: None,
        law: None,
        moment,
    };
    crate::publish::period(texts::texts(lang), &keep)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_and_read_back() {
        for written in ["30 minutes", "72 hours", "14 days", "2 weeks", "6 months", "5 years", "0 days"] {
            let known = Length::parse(written).unwrap();
            assert_eq!(length(&iso(known)), Some(known), "{written}");
        }
        assert_eq!(length("P1Y6M"), Length::parse("18 months"));
        assert_eq!(length("2020-08-09T18:31:42P3Y"), Length::parse("3 years"));
        for text in ["", "P", "P3Y6M4DT12H30M17S", "three years", "P1X", "PT", "P99999999999999D"] {
            assert_eq!(length(text), None, "{text}");
        }
    }

    #[test]
    fn from_when_a_period_counts_is_read_from_its_sentence_in_each_language() {
        let six = Length::parse("6 months").unwrap();
        for lang in ["en", "nb", "fr"] {
            for word in [
                "collection",
                "last-contact",
                "contract-end",
                "fiscal-year-end",
                "consent-end",
                "event:delivered",
                "event:contract-signed",
            ] {
                let known = Anchor::parse(word).unwrap();
                assert_eq!(anchor(&period(six, &known, lang), six, lang), Some(known), "{lang}: {word}");
            }
        }
        assert_eq!(anchor("until we no longer need it", six, "en"), None);
        let own = moment("6 months from the day we hand it over", six, "en").unwrap();
        assert_eq!(own.1, "the day we hand it over");
        assert_eq!(moment("until we no longer need it", six, "en"), None);
    }
}
