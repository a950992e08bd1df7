//! `abide law`: the dated facts that checks rest on.

use anyhow::Result;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use policy::law::{self, Fact, Topic};
use serde_json::json;

use crate::Ending;
use crate::adapters::system::SystemClock;
use crate::cli::{Law, TopicName};
use crate::out;

/// Lists what is in force on a day, and what begins or ends after it.
pub fn run(options: &Law) -> Result<Ending> {
    let day = options.as_of.unwrap_or_else(today);
    let country = options.country.as_ref().map(|country| country.to_uppercase());
    let mut all: Vec<Fact> = topics(options).into_iter().flat_map(law::facts).collect();
    all.retain(|fact| country.as_ref().is_none_or(|wanted| fact.concerns(wanted, day)));
    if options.to_be_checked {
        all.retain(Fact::to_be_checked);
    }
    let ahead: Vec<&Fact> = all.iter().filter(|fact| fact.changes_after(day).is_some()).collect();
    let now: Vec<&Fact> = all.iter().filter(|fact| !options.changes && fact.holds_on(day)).collect();
    if options.json {
        return json(day, &now, &ahead);
    }
    if !options.changes {
        out::line(format_args!("In force on {day}:"))?;
        now.iter().try_for_each(|fact| out::line(format_args!("{}", line(fact, day))))?;
    }
    out::line(format_args!("About to change:"))?;
    if ahead.is_empty() {
        out::line(format_args!("  nothing that is known here"))?;
    }
    let open = now.iter().chain(&ahead).filter(|fact| fact.to_be_checked()).count();
    let mut ahead = ahead;
    ahead.sort_by_key(|fact| fact.changes_after(day));
    ahead.iter().try_for_each(|fact| out::line(format_args!("{}", change(fact, day))))?;
    if open > 0 {
        out::line(format_args!(
            "{open} of these, marked `?`, are to be checked: nobody has held them against their source"
        ))?;
    }
    Ok(Ending::Well)
}

fn today() -> Date {
    duties::Clock::now(&SystemClock).to_zoned(TimeZone::system()).date()
}

fn topics(options: &Law) -> Vec<Topic> {
    match options.topic {
        Some(topic) => vec![of(topic)],
        None => Topic::ALL
            .into_iter()
            .filter(|topic| *topic != Topic::Holidays || options.country.is_some())
            .collect(),
    }
}

fn of(topic: TopicName) -> Topic {
    match topic {
        TopicName::Eea => Topic::Eea,
        TopicName::Adequacy => Topic::Adequacy,
        TopicName::Ages => Topic::Ages,
        TopicName::Authorities => Topic::Authorities,
        TopicName::Clocks => Topic::Clocks,
        TopicName::Bookkeeping => Topic::Bookkeeping,
        TopicName::Guidance => Topic::Guidance,
        TopicName::Channels => Topic::Channels,
        TopicName::Zones => Topic::Zones,
        TopicName::Holidays => Topic::Holidays,
    }
}

fn line(fact: &Fact, day: Date) -> String {
    let country = if fact.country.is_empty() { "  " } else { fact.country };
    let until = fact.until.map(|until| format!(", until {until}")).unwrap_or_default();
    let on = holiday(fact, day).map(|on| format!(", {on}")).unwrap_or_default();
    let mark = if fact.to_be_checked() { "?" } else { " " };
    format!("{mark} {:<12}{country}  {}{on}{until}  [{}]", fact.topic.as_str(), fact.says, fact.source)
}

/// The day a holiday falls on in the year of a day.
fn holiday(fact: &Fact, day: Date) -> Option<Date> {
    if fact.topic != Topic::Holidays {
        return None;
    }
    let all = law::holidays(fact.country, day.year());
    all.into_iter().find(|(_, name)| fact.says.starts_with(name)).map(|(on, _)| on)
}

fn change(fact: &Fact, day: Date) -> String {
    let what = if fact.holds_on(day) { "ends" } else { "begins" };
    let on = fact.changes_after(day).map(|on| on.to_string()).unwrap_or_default();
    format!("  {on} {what}: {}", line(fact, day))
}

fn json(day: Date, now: &[&Fact], ahead: &[&Fact]) -> Result<Ending> {
    let one = |fact: &&Fact| {
        json!({
            "topic": fact.topic.as_str(),
            "country": fact.country,
            "says": fact.says,
            "validFrom": fact.from.map(|day| day.to_string()),
            "validUntil": fact.until.map(|day| day.to_string()),
            "source": fact.source,
            "toBeChecked": fact.to_be_checked(),
        })
    };
    let all = json!({
        "day": day.to_string(),
        "inForce": now.iter().map(one).collect::<Vec<_>>(),
        "aboutToChange": ahead.iter().map(one).collect::<Vec<_>>(),
    });
    out::line(format_args!("{}", serde_json::to_string_pretty(&all)?))?;
    Ok(Ending::Well)
}
