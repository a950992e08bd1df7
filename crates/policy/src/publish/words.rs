//! From declarations to words.

use super::paper::{Paper, Words};
use crate::model::{
    Anchor, Channel, Keep, Lasts, Length, OfficeHours, Purpose, Recipient, Stated, Then, Unit, Weekday,
};
use document::Inline;

/// A stated value, as a placeholder where it is only assumed.
pub(super) fn stated(value: &Stated) -> Inline {
    if value.assumed { Inline::Assumed(value.value.clone()) } else { Inline::Text(value.value.clone()) }
}

/// A text, as a placeholder where it is only assumed.
pub(super) fn assumed_if(assumed: bool, text: String) -> Inline {
    if assumed { Inline::Assumed(text) } else { Inline::Text(text) }
}

/// A sentence whose `\u{1}` marks are filled, in order.
pub(super) fn sentence(pattern: &str, values: &[Inline]) -> Words {
    let mut words = Vec::new();
    let mut values = values.iter();
    for (at, text) in pattern.split('\u{1}').enumerate() {
        if let Some(value) = if at > 0 { values.next() } else { None } {
            words.push(value.clone());
        }
        // Message variables are wrapped in invisible direction marks, which would stand alone around a filled mark.
        let text = text.trim_matches(['\u{2068}', '\u{2069}']);
        if !text.is_empty() {
            words.push(Inline::Text(text.to_owned()));
        }
    }
    words
}

impl Paper<'_> {
    /// `6 months`.
    pub(super) fn length(&self, length: Length) -> String {
        self.texts.duration(length.span())
    }

    /// `every year`.
    pub(super) fn every(&self, length: Length) -> String {
        let unit = match length.unit {
            Unit::Minutes | Unit::Hours | Unit::Days => "days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
        };
        self.with(&format!("document-every-{unit}"), &[("count", i64::from(length.amount).into())])
    }

    /// `6 months after delivery; then it is deleted`.
    pub(super) fn keep(&self, purpose: &Purpose) -> Words {
        let Keep { length, from, then, assumed } = &purpose.keep;
        let (anchor, event) = match from {
            Anchor::Collection => ("collection", String::new()),
            Anchor::LastContact => ("last-contact", String::new()),
            Anchor::ContractEnd => ("contract-end", String::new()),
            Anchor::FiscalYearEnd => ("fiscal-year-end", String::new()),
            Anchor::ConsentEnd => ("consent-end", String::new()),
            Anchor::Event(name) => ("event", self.event(name)),
        };
        let start = self.with(&format!("document-from-{anchor}"), &[("event", event.as_str().into())]);
        let none = *length == Length::new(0, Unit::Days) || length.amount == 0;
        let text = if none {
            self.with("document-keep-until", &[("start", start.as_str().into())])
        } else {
            let length = self.length(*length);
            self.with(
                "document-keep-for",
                &[("length", length.as_str().into()), ("start", start.as_str().into())],
            )
        };
        let mut words = vec![assumed_if(*assumed, text)];
        if *then != Then::Delete {
            words.push(Inline::Text(format!(" {}", self.say(&format!("document-then-{}", then.as_str())))));
        }
        words
    }

    /// A named event in words; one without a message of its own is shown by its name.
    fn event(&self, name: &str) -> String {
        let id = format!("document-event-{name}");
        if self.texts.has(&id) { self.say(&id) } else { format!("“{}”", name.replace('-', " ")) }
    }

    /// `by e-mail, by text message and on this site`.
    pub(super) fn channels(&self, channels: &[Channel]) -> String {
        let words: Vec<String> = channels
            .iter()
            .map(|channel| self.say(&format!("document-channel-{}", channel.as_str())))
            .collect();
        self.texts.list(&words)
    }

    /// The titles of fields, grouped by their category: `Contact details: name and e-mail`.
    pub(super) fn fields(&self, paths: &[String]) -> Words {
        let mut words: Words = Vec::new();
        for category in &self.policy.data {
            let known = |field: &&crate::model::Field| {
                paths.iter().any(|path| {
                    path.strip_prefix(category.name.as_str()).and_then(|rest| rest.strip_prefix('.'))
                        == Some(field.name.as_str())
                })
            };
            let titles: Vec<String> =
                category.fields.iter().filter(known).map(|field| lower(field.title.get(self.lang))).collect();
            if titles.is_empty() {
                continue;
            }
            if !words.is_empty() {
                words.push(Inline::LineBreak);
            }
            words.push(Inline::Strong(format!("{}:", category.title.get(self.lang))));
            words.push(Inline::Text(format!(" {}", self.texts.list(&titles))));
        }
        words
    }

    /// The names of recipients.
    pub(super) fn recipient_names(&self, purpose: &Purpose) -> String {
        let names: Vec<String> = purpose
            .shares_with
            .iter()
            .filter_map(|name| self.policy.recipient(name))
            .map(|recipient: &Recipient| recipient.title.clone())
            .collect();
        if names.is_empty() { self.say("document-nobody") } else { self.texts.list(&names) }
    }

    /// `2 years`, or until the browser is closed.
    pub(super) fn lasts(&self, lasts: Lasts) -> String {
        match lasts {
            Lasts::Session => self.say("document-lasts-session"),
            Lasts::For(length) => self.length(length),
        }
    }

    /// `Monday to Friday from 08:00 to 16:00`.
    pub(super) fn office_hours(&self, hours: &OfficeHours) -> String {
        let day = |day: &Weekday| self.say(&format!("document-day-{}", day.as_str()));
        let run = |days: &[Weekday]| Weekday::ALL.windows(days.len().max(1)).any(|window| window == days);
        let days = match hours.days.as_slice() {
            [first, .., last] if hours.days.len() > 2 && run(&hours.days) => {
                let (first, last) = (day(first), day(last));
                self.with(
                    "document-days",
                    &[("first", first.as_str().into()), ("last", last.as_str().into())],
                )
            }
            some => self.texts.list(&some.iter().map(day).collect::<Vec<_>>()),
        };
        let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
        let (from, to) = (clock(hours.from), clock(hours.to));
        let args =
            [("days", days.as_str().into()), ("from", from.as_str().into()), ("to", to.as_str().into())];
        self.with("document-office-hours", &args)
    }

    /// A way into the service's own address.
    pub(super) fn link(&self, id: &str, href: &str) -> Inline {
        Inline::link(self.say(id), href)
    }
}

/// The words with a small first letter, unless the first word is an abbreviation.
pub(super) fn lower(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        (Some(first), Some('-')) if !words.starts_with("IP-") => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// The words with a capital first letter.
pub(super) fn upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
