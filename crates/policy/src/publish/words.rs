//! From declarations to words.

use super::paper::{Paper, Words};
use super::wording::Wording;
use crate::model::{
    Channel, Field, Format, Keep, Lasts, Length, OfficeHours, Purpose, Stated, Unit, Weekday,
};
use document::Inline;
use jiff::civil::Date;

/// A stated value, as a placeholder where it is only assumed.
pub(super) fn stated(value: &Stated) -> Inline {
    assumed_if(value.assumed, value.value.clone())
}

/// A text, as a placeholder where it is only assumed.
pub(super) fn assumed_if(assumed: bool, text: String) -> Inline {
    if assumed { Inline::Assumed(text) } else { Inline::Text(text) }
}

/// A value that is an address to follow, where it is stated.
pub(super) fn contact(value: &str, assumed: bool) -> Inline {
    match value {
        text if assumed => Inline::Assumed(text.to_owned()),
        text if text.starts_with("https://") => Inline::link(text, text),
        text if text.contains('@') && !text.contains(' ') => Inline::link(text, format!("mailto:{text}")),
        text => Inline::Text(text.to_owned()),
    }
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
        let ends =
            words.last().is_some_and(|last| document::plain(std::slice::from_ref(last)).ends_with('.'));
        let text = if ends { text.strip_prefix('.').unwrap_or(text) } else { text };
        if !text.is_empty() {
            words.push(Inline::Text(text.to_owned()));
        }
    }
    words
}

impl<'a> Paper<'a> {
    /// The sentences that other places show as well.
    pub(super) fn wording(&self) -> Wording<'a> {
        Wording::new(self.policy, self.lang)
    }

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

    /// A day, known as one to those who write it.
    pub(super) fn day(&self, day: Date) -> Inline {
        Inline::Date { text: self.texts.date(day), day: day.to_string() }
    }

    /// `6 months from the day of delivery. Then it is locked away …`.
    pub(super) fn keep(&self, keep: &Keep) -> Words {
        let wording = self.wording();
        let more = wording.period_more(keep);
        let mut words = vec![assumed_if(keep.assumed, wording.period(keep))];
        if !more.is_empty() {
            words.push(Inline::Text(format!(". {}", more.join(" "))));
        }
        words
    }

    /// `by e-mail, by text message and on this site`.
    pub(super) fn channels(&self, channels: &[Channel]) -> String {
        let word = |channel: &Channel| self.say(&format!("document-channel-{}", channel.as_str()));
        self.texts.list(&channels.iter().map(word).collect::<Vec<_>>())
    }

    /// `JSON and CSV`.
    pub(super) fn formats(&self, formats: &[Format]) -> String {
        self.texts.list(&formats.iter().map(|format| format.as_str().to_uppercase()).collect::<Vec<_>>())
    }

    /// `Norway and the European Economic Area`.
    pub(super) fn places(&self, codes: &[String]) -> String {
        let name = |code: &String| match code.as_str() {
            "EEA" => self.say("document-place-eea"),
            "world" => self.say("document-place-world"),
            code => self.texts.country(code),
        };
        self.texts.list(&codes.iter().map(name).collect::<Vec<_>>())
    }

    /// The titles of purposes as links to them: `Deliver what you ordered, Keep our accounts`.
    pub(super) fn purpose_links(&self, names: &[String]) -> Words {
        let mut words = Vec::new();
        for purpose in names.iter().filter_map(|name| self.policy.purpose(name)) {
            if !words.is_empty() {
                words.push(Inline::LineBreak);
            }
            words.push(self.purpose_link(purpose));
        }
        words
    }

    /// A purpose's title as a link to it.
    pub(super) fn purpose_link(&self, purpose: &Purpose) -> Inline {
        Inline::link(purpose.why.get(self.lang), format!("{}#purpose-{}", self.home, purpose.name))
    }

    /// The titles of categories.
    pub(super) fn categories(&self, names: &[String]) -> String {
        let known = names.iter().filter_map(|name| self.policy.category(name));
        upper(
            &self
                .texts
                .series(&known.map(|category| lower(category.title.get(self.lang))).collect::<Vec<_>>()),
        )
    }

    /// The titles of the categories that fields belong to.
    pub(super) fn categories_of(&self, uses: &[String]) -> String {
        let used = |name: &str| uses.iter().any(|path| path.split('.').next() == Some(name));
        let names = self.policy.data.iter().filter(|category| used(&category.name));
        self.categories(&names.map(|category| category.name.clone()).collect::<Vec<_>>())
    }

    /// The titles of fields, grouped by their category: `Contact details: name and e-mail`.
    pub(super) fn fields(&self, paths: &[String]) -> Words {
        let mut words: Words = Vec::new();
        for category in &self.policy.data {
            let own = |path: &String, field: &Field| {
                path.split_once('.').is_some_and(|(c, f)| c == category.name && f == field.name)
            };
            let known = |field: &&Field| paths.iter().any(|path| own(path, field));
            let titles: Vec<String> =
                category.fields.iter().filter(known).map(|field| lower(field.title.get(self.lang))).collect();
            if titles.is_empty() {
                continue;
            }
            if !words.is_empty() {
                words.push(Inline::LineBreak);
            }
            let label = category.title.get(self.lang);
            words.push(Inline::Strong(self.texts.with("document-labelled", &[("label", label.into())])));
            // A long list that is the whole category stands once, under the data; here a word says so.
            let all = titles.len() > 4 && titles.len() == category.fields.len();
            let said = if all { self.say("document-all-of-it") } else { self.texts.series(&titles) };
            words.push(Inline::Text(format!(" {said}")));
        }
        words
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
                self.with("document-days", &[("first", first.into()), ("last", last.into())])
            }
            some => self.texts.list(&some.iter().map(day).collect::<Vec<_>>()),
        };
        let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
        let (from, to) = (clock(hours.from), clock(hours.to));
        let args = [("days", days.into()), ("from", from.into()), ("to", to.into())];
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
    // A name such as LinkedIn has a large letter inside, and keeps its first.
    let named = words.split(' ').next().is_some_and(|word| word.chars().skip(1).any(char::is_uppercase));
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() && !named => {
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

/// The words as a sentence: with a full stop, unless they end with one.
pub(super) fn stopped(words: &str) -> String {
    if words.ends_with(['.', '!', '?', '…']) { words.to_owned() } else { format!("{words}.") }
}
