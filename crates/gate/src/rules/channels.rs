//! What marketing by a channel needs in a country on a day, as a table.

use std::sync::LazyLock;

use jiff::civil::Date;
use policy::Channel;
use policy::law::{self, ChannelRule};

use crate::deadline::Moment;

/// The channels that need a permission of their own; a message by any other reaches only who comes to see it.
pub(crate) const SLOTS: [Channel; 6] =
    [Channel::Email, Channel::Sms, Channel::Push, Channel::Phone, Channel::Post, Channel::SocialMedia];

/// A channel's place among them.
pub(crate) const fn slot(channel: Channel) -> Option<usize> {
    match channel {
        Channel::Email => Some(0),
        Channel::Sms => Some(1),
        Channel::Push => Some(2),
        Channel::Phone => Some(3),
        Channel::Post => Some(4),
        Channel::SocialMedia => Some(5),
        Channel::PrivacyCentre | Channel::Site | Channel::Message => None,
    }
}

/// The rules of every country, day by day of change. Country 0 is one that is not known.
#[derive(Debug, Clone)]
pub(crate) struct Channels {
    countries: Vec<&'static str>,
    /// From which day on, for each country, the rule of each slot.
    periods: Vec<(i64, Vec<[ChannelRule; SLOTS.len()]>)>,
}

/// The law is the same for every policy.
static LAW: LazyLock<Channels> = LazyLock::new(Channels::of_the_law);

impl Channels {
    /// The table of the law as this version knows it.
    pub fn get() -> &'static Self {
        &LAW
    }

    fn of_the_law() -> Self {
        let mut countries = vec![""];
        countries.extend(law::countries());
        countries.truncate(usize::from(u8::MAX));
        let begin = std::iter::once(Date::constant(1970, 1, 1));
        let periods = begin.chain(law::channel_changes()).map(|day| (number(day), table(&countries, day)));
        let periods = periods.collect();
        Self { countries, periods }
    }

    /// A country's number; 0 for one that is not known.
    pub fn country(&self, code: Option<&str>) -> u8 {
        let found = code.and_then(|code| self.countries.iter().position(|known| *known == code));
        found.and_then(|place| u8::try_from(place).ok()).unwrap_or(0)
    }

    /// What a channel needs there on that day: consent, where nothing is known.
    pub fn rule(&self, country: u8, slot: usize, moment: Moment) -> ChannelRule {
        let day = i64::from(moment.day);
        let period = self.periods.iter().rev().find(|(from, _)| *from <= day);
        let rules = period.and_then(|(_, countries)| countries.get(usize::from(country)));
        rules.and_then(|rules| rules.get(slot)).copied().unwrap_or(ChannelRule::OptIn)
    }
}

fn table(countries: &[&str], day: Date) -> Vec<[ChannelRule; SLOTS.len()]> {
    countries.iter().map(|country| SLOTS.map(|channel| law::channel_rule(country, channel, day))).collect()
}

/// The days since 1970.
pub(super) fn number(day: Date) -> i64 {
    i64::from(day.duration_since(Date::constant(1970, 1, 1)).as_hours() as i32 / 24)
}
