//! Every dated fact, for who wants to see them: what is in force, and what is about to change.

use super::rows::Row;
use super::{
    ADEQUACY, AGES, AUTHORITIES, BOOKKEEPING, CHANNELS, CLOCKS, EEA, GUIDANCE, HOLIDAYS, ZONES, is_eea,
};
use jiff::civil::Date;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Members of the European Economic Area.
    Eea,
    /// Decisions on adequacy.
    Adequacy,
    /// The age of consent to online services.
    Ages,
    /// Supervisory authorities.
    Authorities,
    /// Periods that the law gives to answer and to tell.
    Clocks,
    /// How long accounting material is kept.
    Bookkeeping,
    /// What authorities recommend.
    Guidance,
    /// What marketing by a channel needs.
    Channels,
    /// The time zones in which days are counted.
    Zones,
    /// Public holidays.
    Holidays,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Topic; 10] = [
        Topic::Eea,
        Topic::Adequacy,
        Topic::Ages,
        Topic::Authorities,
        Topic::Clocks,
        Topic::Bookkeeping,
        Topic::Guidance,
        Topic::Channels,
        Topic::Zones,
        Topic::Holidays,
    ];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Topic::Eea => "eea",
            Topic::Adequacy => "adequacy",
            Topic::Ages => "ages",
            Topic::Authorities => "authorities",
            Topic::Clocks => "clocks",
            Topic::Bookkeeping => "bookkeeping",
            Topic::Guidance => "guidance",
            Topic::Channels => "channels",
            Topic::Zones => "zones",
            Topic::Holidays => "holidays",
        }
    }

    /// The topic of a word.
    pub fn parse(word: &str) -> Option<Topic> {
        Topic::ALL.into_iter().find(|topic| topic.as_str() == word)
    }

    fn rows(self) -> Vec<&'static Row> {
        match self {
            Topic::Eea => EEA.iter().collect(),
            Topic::Adequacy => ADEQUACY.iter().collect(),
            Topic::Ages => AGES.iter().collect(),
            Topic::Authorities => AUTHORITIES.iter().collect(),
            Topic::Clocks => CLOCKS.iter().collect(),
            Topic::Bookkeeping => BOOKKEEPING.iter().collect(),
            Topic::Guidance => GUIDANCE.iter().collect(),
            Topic::Channels => CHANNELS.iter().collect(),
            Topic::Zones => ZONES.iter().collect(),
            Topic::Holidays => HOLIDAYS.values().flatten().collect(),
        }
    }
}

/// A fact of the law, or of what authorities recommend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// The country it holds in; empty: everywhere.
    pub country: &'static str,
    /// What it says.
    pub says: String,
    /// The first day it holds.
    pub from: Option<Date>,
    /// The last day it holds.
    pub until: Option<Date>,
    /// Where it stands.
    pub source: &'static str,
}

impl Fact {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it is of a country on a day: its own, that of every country, of every member, or of all that are none.
    pub fn concerns(&self, country: &str, day: Date) -> bool {
        match self.country {
            "" => true,
            "EEA" => is_eea(country, day),
            "*" => !is_eea(country, day),
            own => own == country,
        }
    }

    /// Whether nobody has held it against its source yet: it was written down from general knowledge, and its source
    /// says "to be checked".
    pub fn to_be_checked(&self) -> bool {
        self.source.contains(TO_BE_CHECKED)
    }

    /// The day after `day` on which it begins or ends next, if there is one.
    pub fn changes_after(&self, day: Date) -> Option<Date> {
        let ends = self.until.and_then(|until| until.tomorrow().ok());
        [self.from, ends].into_iter().flatten().filter(|change| *change > day).min()
    }
}

/// What the source of a fact says that was not held against it.
const TO_BE_CHECKED: &str = "to be checked";

/// Every fact of a topic, in the order of its file.
pub fn facts(topic: Topic) -> Vec<Fact> {
    topic.rows().into_iter().map(|row| fact(topic, row)).collect()
}

fn fact(topic: Topic, row: &'static Row) -> Fact {
    let get = |key: &str| row.get(key).unwrap_or_default();
    let more = |key: &str, before: &str, after: &str| {
        row.get(key).map(|value| format!("{before}{value}{after}")).unwrap_or_default()
    };
    let length = || more("months", "", " months") + &more("days", "", " days") + &more("hours", "", " hours");
    let says = match topic {
        Topic::Eea => "belongs to the European Economic Area".to_owned(),
        Topic::Adequacy => format!("found adequate{}", more("only", ", limited to `", "`")),
        Topic::Ages => format!("a child consents alone from {}", get("age")),
        Topic::Authorities => {
            let ways =
                ["site", "complaint", "email", "phone", "address"].into_iter().filter_map(|key| row.get(key));
            format!("{}: {}", get("name"), ways.collect::<Vec<_>>().join(", "))
        }
        Topic::Clocks => format!("{}: {}", get("clock"), length()),
        Topic::Bookkeeping => {
            format!("{} years from the end of the financial year ({})", get("years"), get("law"))
        }
        Topic::Guidance => format!("{}: {} from {}", get("of"), length(), get("from")),
        Topic::Channels => format!("marketing by {} needs {}", get("channel"), needs(get("rule"))),
        Topic::Zones => format!("days are those of {}", get("zone")),
        Topic::Holidays => format!("{} ({})", get("name"), get("day")),
    };
    let (from, until) = (row.date("valid_from"), row.date("valid_until"));
    Fact { topic, country: row.get("country").unwrap_or_default(), says, from, until, source: get("source") }
}

/// What a rule on a channel asks for, in words.
fn needs(rule: &str) -> &str {
    match rule {
        "opt-in" => "consent (opt-in)",
        "soft-opt-in" => "consent, but for customers and what is similar (soft-opt-in)",
        "opt-out" => "nothing, as long as nobody refused (opt-out)",
        other => other,
    }
}
