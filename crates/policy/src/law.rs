//! What the law of a day and a place says: dated data from `crates/policy/law/*.yaml`, never code.
//!
//! Every row has a `source` and may have `valid_from` and `valid_until` (both included). In doubt a holiday is
//! left out: that makes a deadline earlier, never late.
//!
//! Absences: no clock (the day is a parameter), no I/O (the files are compiled in).

mod days;
mod facts;
mod rows;
mod transfer;

pub use facts::{Fact, Topic, facts};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use rows::Row;
pub use transfer::{
    Destination, Ground, abroad, destinations, ground, transfer_changes, transfer_is_safe, unsafe_country,
};

use crate::model::{Channel, sha256};

/// Every file of the law, as it is compiled in.
const FILES: [(&str, &str); 10] = [
    ("holidays", include_str!("../law/holidays.yaml")),
    ("authorities", include_str!("../law/authorities.yaml")),
    ("eea", include_str!("../law/eea.yaml")),
    ("adequacy", include_str!("../law/adequacy.yaml")),
    ("ages", include_str!("../law/ages.yaml")),
    ("bookkeeping", include_str!("../law/bookkeeping.yaml")),
    ("guidance", include_str!("../law/guidance.yaml")),
    ("zones", include_str!("../law/zones.yaml")),
    ("clocks", include_str!("../law/clocks.yaml")),
    ("channels", include_str!("../law/channels.yaml")),
];

/// The law as this version knows it: the SHA-256 of its files. What was made under another is to be made anew.
#[must_use]
pub fn hash() -> [u8; 32] {
    static HASH: LazyLock<[u8; 32]> = LazyLock::new(|| {
        sha256(&FILES.iter().map(|(name, text)| format!("{name} {}\n{text}", text.len())).collect::<String>())
    });
    *HASH
}

/// By country: a clock asks for every day it passes.
static HOLIDAYS: LazyLock<BTreeMap<&'static str, Vec<Row>>> = LazyLock::new(|| {
    let mut found: BTreeMap<_, Vec<Row>> = BTreeMap::new();
    for row in rows::read(include_str!("../law/holidays.yaml")) {
        found.entry(row.get("country").unwrap_or_default()).or_default().push(row);
    }
    found
});
static AUTHORITIES: LazyLock<Vec<Row>> =
    LazyLock::new(|| rows::read(include_str!("../law/authorities.yaml")));
static EEA: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/eea.yaml")));
static ADEQUACY: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/adequacy.yaml")));
static AGES: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/ages.yaml")));
static BOOKKEEPING: LazyLock<Vec<Row>> =
    LazyLock::new(|| rows::read(include_str!("../law/bookkeeping.yaml")));
static GUIDANCE: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/guidance.yaml")));
static ZONES: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/zones.yaml")));
static CLOCKS: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/clocks.yaml")));
static CHANNELS: LazyLock<Vec<Row>> = LazyLock::new(|| rows::read(include_str!("../law/channels.yaml")));

/// A supervisory authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// ISO code of the country.
    pub country: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Its home page.
    pub site: &'static str,
    /// Where a complaint is lodged, where known.
    pub complaint: Option<&'static str>,
    /// Its mail address, where known.
    pub email: Option<&'static str>,
    /// Its telephone number, where known.
    pub phone: Option<&'static str>,
    /// Its postal address.
    pub address: Option<&'static str>,
}

/// A decision that a country protects personal data adequately (Art. 45 GDPR).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adequacy {
    /// ISO code of the country.
    pub country: &'static str,
    /// What it is limited to: `dpf` is the Data Privacy Framework (certified importers only).
    pub only: Option<&'static str>,
    /// The last day it is in force, where it has one.
    pub valid_until: Option<Date>,
    /// Where it stands.
    pub source: &'static str,
}

/// How long accounting material must be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookkeeping {
    /// Years after the end of the financial year.
    pub years: u8,
    /// The law that says so.
    pub law: &'static str,
}

/// How long an authority recommends to keep something. It is guidance, no law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guidance {
    /// The months.
    pub months: u16,
    /// What they count from.
    pub from: &'static str,
    /// Where it stands.
    pub source: &'static str,
}

/// A clock of the law: an amount of months, days or hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Months, counted by Regulation 1182/71.
    Months(i8),
    /// Days, counted by Regulation 1182/71.
    Days(i32),
    /// Hours on the wall clock.
    Hours(i32),
}

/// What marketing by a channel needs besides a legal basis (ePrivacy Directive, Art. 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChannelRule {
    /// The person's consent before the first message.
    OptIn,
    /// That, or that the person is a customer and the offer is similar (Art. 13(2)).
    SoftOptIn,
    /// Nothing, as long as the person has not refused.
    OptOut,
}

/// A country's public holidays of a year in the order of the calendar, with their names.
#[must_use]
pub fn holidays(country: &str, year: i16) -> Vec<(Date, &'static str)> {
    let rows = HOLIDAYS.get(code(country).as_str()).map_or(&[][..], Vec::as_slice);
    let mut found: Vec<_> = rows
        .iter()
        .filter_map(|row| Some((days::day(row.get("day")?, year)?, row)))
        .filter(|(date, row)| row.holds_on(*date))
        .filter_map(|(date, row)| Some((date, row.get("name")?, row.get("moved"))))
        .collect();
    found.sort_by_key(|(date, ..)| *date);
    days::observed(&found)
}

/// The name of the public holiday on that day in that country, if it is one.
#[must_use]
pub fn holiday(country: &str, date: Date) -> Option<&'static str> {
    holidays(country, date.year()).into_iter().find(|(day, _)| *day == date).map(|(_, name)| name)
}

/// Whether the public holidays of that country are known here.
#[must_use]
pub fn knows_holidays(country: &str) -> bool {
    HOLIDAYS.contains_key(code(country).as_str())
}

/// The supervisory authority of a country.
#[must_use]
pub fn authority(country: &str) -> Option<Authority> {
    let row = of(&AUTHORITIES, country).next()?;
    Some(Authority {
        country: row.get("country")?,
        name: row.get("name")?,
        site: row.get("site")?,
        complaint: row.get("complaint"),
        email: row.get("email"),
        phone: row.get("phone"),
        address: row.get("address"),
    })
}

/// The countries whose authority is known.
pub fn authorities() -> impl Iterator<Item = &'static str> {
    AUTHORITIES.iter().filter_map(|row| row.get("country"))
}

/// Whether a country belongs to the European Economic Area on that day.
#[must_use]
pub fn is_eea(country: &str, on: Date) -> bool {
    of(&EEA, country).any(|row| row.holds_on(on))
}

/// The adequacy decision in force for a country on that day.
#[must_use]
pub fn adequacy(country: &str, on: Date) -> Option<Adequacy> {
    let row = of(&ADEQUACY, country).find(|row| row.holds_on(on))?;
    Some(Adequacy {
        country: row.get("country")?,
        only: row.get("only"),
        valid_until: row.date("valid_until"),
        source: row.get("source")?,
    })
}

/// The age from which a child consents alone to an online service (Art. 8 GDPR). Unknown countries: 16.
#[must_use]
pub fn consent_age(country: &str, on: Date) -> u8 {
    let age = of(&AGES, country).find(|row| row.holds_on(on)).and_then(|row| row.get("age")?.parse().ok());
    age.unwrap_or(16)
}

/// How long a country's law keeps accounting material.
#[must_use]
pub fn bookkeeping(country: &str, on: Date) -> Option<Bookkeeping> {
    let row = of(&BOOKKEEPING, country).find(|row| row.holds_on(on))?;
    Some(Bookkeeping { years: row.get("years")?.parse().ok()?, law: row.get("law")? })
}

/// What the authority of a country recommends for a kind of data: `prospect`, `tracker`, `consent-choice` and so on.
#[must_use]
pub fn guidance(country: &str, of_what: &str, on: Date) -> Option<Guidance> {
    let row = of(&GUIDANCE, country).find(|row| row.get("of") == Some(of_what) && row.holds_on(on))?;
    Some(Guidance {
        months: row.get("months")?.parse().ok()?,
        from: row.get("from")?,
        source: row.get("source")?,
    })
}

/// The time zone of a country's capital, where the country is known.
#[must_use]
pub fn time_zone(country: &str) -> Option<TimeZone> {
    TimeZone::get(of(&ZONES, country).next()?.get("zone")?).ok()
}

/// A clock of the law by name: `answer`, `extension`, `breach-authority`, `indirect-notice`.
#[must_use]
pub fn clock(name: &str, on: Date) -> Option<Clock> {
    let row = CLOCKS.iter().find(|row| row.get("clock") == Some(name) && row.holds_on(on))?;
    match (row.get("months"), row.get("days"), row.get("hours")) {
        (Some(months), ..) => months.parse().ok().map(Clock::Months),
        (_, Some(days), _) => days.parse().ok().map(Clock::Days),
        (.., hours) => hours?.parse().ok().map(Clock::Hours),
    }
}

/// What marketing to people of a country needs by a channel. A country that is not known, and a channel of which
/// nothing is said, need consent.
#[must_use]
pub fn channel_rule(country: &str, channel: Channel, on: Date) -> ChannelRule {
    let of = |country: &str| {
        let mut rows = of(&CHANNELS, country).filter(|row| row.get("channel") == Some(channel.as_str()));
        rows.find(|row| row.holds_on(on))
    };
    let members = if is_eea(country, on) { "EEA" } else { "*" };
    match of(country).or_else(|| of(members)).and_then(|row| row.get("rule")) {
        Some("soft-opt-in") => ChannelRule::SoftOptIn,
        Some("opt-out") => ChannelRule::OptOut,
        _ => ChannelRule::OptIn,
    }
}

/// The days on which a rule on channels begins or ends anywhere, in order.
#[must_use]
pub fn channel_changes() -> Vec<Date> {
    changes(CHANNELS.iter().chain(EEA.iter()))
}

/// Every country that the law files know, by its code.
#[must_use]
pub fn countries() -> Vec<&'static str> {
    let rows = [&EEA, &ADEQUACY, &AUTHORITIES, &CHANNELS, &ZONES].into_iter().flat_map(|rows| rows.iter());
    let codes: BTreeSet<_> =
        rows.filter_map(|row| row.get("country")).filter(|code| code.len() == 2).collect();
    codes.into_iter().collect()
}

/// The days on which any of these rows begins or has ended.
fn changes<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<Date> {
    let days = rows.flat_map(|row| {
        let ended = row.date("valid_until").and_then(|last| last.tomorrow().ok());
        row.date("valid_from").into_iter().chain(ended)
    });
    days.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The rows of a country.
fn of(rows: &'static [Row], country: &str) -> impl Iterator<Item = &'static Row> + use<> {
    let code = code(country);
    rows.iter().filter(move |row| row.get("country") == Some(code.as_str()))
}

/// A country's ISO code: capitals; `UK` is `GB`, `EL` is `GR`.
fn code(country: &str) -> String {
    match country.to_ascii_uppercase().as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code => code.to_owned(),
    }
}

#[cfg(test)]
mod tests;
