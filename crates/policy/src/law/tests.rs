//! The law files are real YAML, complete and consistent; the calendar agrees with published ones.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Weekday, date};

use super::*;

/// A file of the law that is not compiled in counts nowhere, and its change would go unnoticed.
#[test]
fn every_file_counts_in_the_hash() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/law");
    let names: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, FILES.iter().map(|(name, _)| (*name).to_owned()).collect());
    for (name, text) in FILES {
        assert_eq!(std::fs::read_to_string(format!("{folder}/{name}.yaml")).unwrap(), text, "{name}");
    }
}

#[test]
fn every_file_reads_as_a_yaml_parser_reads_it() {
    for (name, text) in FILES {
        let real: Vec<BTreeMap<String, serde_json::Value>> = serde_saphyr::from_str(text).unwrap();
        let ours = rows::read(text);
        assert_eq!(ours.len(), real.len(), "{name}");
        for (ours, real) in ours.iter().zip(&real) {
            let text = |value: &serde_json::Value| value.as_str().map_or(value.to_string(), str::to_owned);
            let real: BTreeMap<String, String> = real.iter().map(|(k, v)| (k.clone(), text(v))).collect();
            let ours: BTreeMap<String, String> =
                ours.pairs().iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            assert_eq!(ours, real, "{name}");
        }
    }
}

#[test]
fn every_row_has_a_source_and_days_that_are_days() {
    for (name, text) in FILES {
        for row in rows::read(text) {
            assert!(row.get("source").is_some_and(|source| !source.is_empty()), "{name}: {row:?}");
            for key in ["valid_from", "valid_until"] {
                assert_eq!(row.get(key).is_some(), row.date(key).is_some(), "{name}: {key} of {row:?}");
            }
            if let Some(rule) = row.get("day") {
                assert!(days::day(rule, 2026).is_some(), "{name}: {rule}");
            }
        }
    }
}

#[test]
fn easter_sunday_by_the_published_tables() {
    let western = [
        (1961, 4, 2),
        (2000, 4, 23),
        (2008, 3, 23),
        (2019, 4, 21),
        (2024, 3, 31),
        (2026, 4, 5),
        (2038, 4, 25),
    ];
    for (year, month, day) in western {
        assert_eq!(days::day("easter", year), Some(date(year, month, day)));
    }
    for (year, month, day) in
        [(2021, 5, 2), (2023, 4, 16), (2024, 5, 5), (2025, 4, 20), (2026, 4, 12), (2027, 5, 2)]
    {
        assert_eq!(days::day("orthodox", year), Some(date(year, month, day)));
    }
}

#[test]
fn norwegian_holidays_of_2026() {
    let days: Vec<String> = holidays("NO", 2026).iter().map(|(day, name)| format!("{day} {name}")).collect();
    assert_eq!(
        days,
        [
            "2026-01-01 første nyttårsdag",
            "2026-04-02 skjærtorsdag",
            "2026-04-03 langfredag",
            "2026-04-05 første påskedag",
            "2026-04-06 andre påskedag",
            "2026-05-01 første mai",
            "2026-05-14 Kristi himmelfartsdag",
            "2026-05-17 grunnlovsdagen",
            "2026-05-24 første pinsedag",
            "2026-05-25 andre pinsedag",
            "2026-12-25 første juledag",
            "2026-12-26 andre juledag",
        ]
    );
}

#[test]
fn days_that_came_went_or_move() {
    assert_eq!(holiday("DK", date(2023, 5, 5)), Some("store bededag"));
    assert_eq!(holiday("DK", date(2024, 4, 26)), None, "abolished");
    assert_eq!(holiday("SE", date(2026, 6, 20)), Some("midsommardagen"));
    assert_eq!(holiday("SE", date(2026, 10, 31)), Some("alla helgons dag"));
    assert_eq!(holiday("UK", date(2026, 5, 25)), Some("Spring bank holiday"));
    // Christmas 2027 is on a Saturday and a Sunday: observed on Monday and Tuesday.
    assert_eq!(holiday("GB", date(2027, 12, 27)), Some("Christmas Day"));
    assert_eq!(holiday("GB", date(2027, 12, 28)), Some("Second day of Christmas"));
    assert_eq!(holiday("GR", date(2026, 2, 23)), Some("Clean Monday"));
    assert_eq!(holiday("FR", date(2026, 7, 14)), Some("fête nationale"));
    assert_eq!(holiday("DE", date(2026, 10, 3)), Some("Tag der Deutschen Einheit"));
    assert!(holidays("XX", 2026).is_empty() && !knows_holidays("XX"));
}

#[test]
fn every_member_of_the_eea_has_authority_holidays_and_age() {
    let today = date(2026, 11, 21);
    let members: BTreeSet<&str> = EEA.iter().filter_map(|row| row.get("country")).collect();
    assert_eq!(members.len(), 30);
    for country in members.iter().copied().chain(["GB", "CH"]) {
        assert!(authority(country).is_some_and(|found| found.site.starts_with("https://")), "{country}");
        assert!(knows_holidays(country), "{country}");
        assert!(time_zone(country).is_some(), "{country}");
        let names: BTreeSet<_> = holidays(country, 2026).into_iter().collect();
        assert_eq!(names.len(), holidays(country, 2026).len(), "{country}: a row stands twice");
    }
    assert!(members.iter().all(|country| (13..=16).contains(&consent_age(country, today))));
    assert!(is_eea("no", today) && is_eea("EL", today) && !is_eea("GB", today) && !is_eea("US", today));
}

#[test]
fn dated_rows_hold_on_their_days_only() {
    assert_eq!(consent_age("DK", date(2023, 12, 31)), 13);
    assert_eq!(consent_age("DK", date(2024, 1, 1)), 15);
    assert_eq!(consent_age("ZZ", date(2026, 1, 1)), 16);
    assert_eq!(adequacy("US", date(2023, 7, 9)), None);
    assert_eq!(adequacy("US", date(2026, 11, 21)).and_then(|found| found.only), Some("dpf"));
    assert!(adequacy("UK", date(2031, 12, 27)).is_some() && adequacy("GB", date(2031, 12, 28)).is_none());
    assert_eq!(adequacy("IN", date(2026, 11, 21)), None);
}

#[test]
fn we_facts_of_norwegian_law() {
    let today = date(2026, 11, 21);
    assert_eq!(bookkeeping("NO", today).map(|found| found.years), Some(5));
    assert_eq!(authority("NO").map(|found| found.email), Some(Some("postkasse@datatilsynet.no")));
    assert_eq!(clock("answer", today), Some(Clock::Months(1)));
    assert_eq!(clock("extension", today), Some(Clock::Months(3)));
    assert_eq!(clock("breach-authority", today), Some(Clock::Hours(72)));
    assert_eq!(clock("answer", date(2018, 5, 24)), None);
    assert_eq!(clock("no-such", today), None);
}

#[test]
fn a_holiday_moved_for_the_weekend_never_lands_on_one() {
    for year in 2020..2060 {
        for (day, name) in holidays("GB", year) {
            assert!(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday), "{day} {name}");
        }
    }
}

#[test]
fn marketing_by_a_channel_needs_what_the_country_says_that_day() {
    let rule = |country, channel, (y, m, d)| channel_rule(country, channel, date(y, m, d));
    let today = (2026, 11, 30);
    assert_eq!(rule("DE", Channel::Email, today), ChannelRule::SoftOptIn);
    assert_eq!(rule("DE", Channel::Phone, today), ChannelRule::OptIn);
    assert_eq!(rule("no", Channel::Phone, today), ChannelRule::OptOut);
    assert_eq!(rule("FR", Channel::Phone, (2026, 8, 10)), ChannelRule::OptOut);
    assert_eq!(rule("FR", Channel::Phone, (2026, 8, 11)), ChannelRule::OptIn);
    assert_eq!(rule("US", Channel::Email, today), ChannelRule::OptOut);
    assert_eq!(rule("BR", Channel::Post, today), ChannelRule::OptOut);
    for (country, channel) in [("BR", Channel::Email), ("", Channel::Sms), ("DE", Channel::SocialMedia)] {
        assert_eq!(rule(country, channel, today), ChannelRule::OptIn);
    }
    assert!(channel_changes().contains(&date(2026, 8, 11)));
    assert!(transfer_changes().contains(&date(2031, 12, 28)));
    assert!(countries().contains(&"NO") && !countries().contains(&"*") && countries().len() < 250);
}

/// What a list of the law's data must hold of every country of the Area and the United Kingdom.
#[test]
fn every_country_has_its_authority_age_holidays_and_zone() {
    let on = date(2026, 11, 30);
    let area = facts(Topic::Eea).into_iter().map(|fact| fact.country).chain(["GB"]);
    for country in area {
        let authority = authority(country).unwrap_or_else(|| panic!("{country} has no authority"));
        assert!(authority.address.is_some_and(|address| address.len() > 8), "{country}: no postal address");
        assert!(
            facts(Topic::Ages).iter().any(|fact| fact.country == country && fact.holds_on(on)),
            "{country}: no age"
        );
        assert!(holidays(country, 2027).len() > 6, "{country}: no holidays");
        assert!(time_zone(country).is_some(), "{country}: no zone");
    }
}

/// A change of the law is a changed line: the day decides which of them counts.
#[test]
fn a_fact_that_changes_is_known_before_it_does() {
    let gb: Vec<Fact> = facts(Topic::Adequacy).into_iter().filter(|fact| fact.country == "GB").collect();
    assert_eq!(
        gb.iter().filter_map(|fact| fact.changes_after(date(2026, 11, 30))).collect::<Vec<_>>(),
        [date(2031, 12, 28)]
    );
    assert!(gb[0].holds_on(date(2031, 12, 27)) && !gb[0].holds_on(date(2031, 12, 28)));
    assert_eq!((consent_age("DK", date(2023, 12, 31)), consent_age("DK", date(2024, 1, 1))), (13, 15));
    assert_eq!(guidance("FR", "tracker", date(2026, 1, 1)).map(|guidance| guidance.months), Some(13));
}

#[test]
fn every_file_is_a_topic() {
    let mut files: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    let mut topics: Vec<&str> = Topic::ALL.iter().map(|topic| topic.as_str()).collect();
    files.sort_unstable();
    topics.sort_unstable();
    assert_eq!(topics, files);
    for (name, text) in FILES {
        assert_eq!(facts(Topic::parse(name).unwrap()).len(), rows::read(text).len(), "{name}");
    }
}

/// One decision, also for what is odd: two countries, a safeguard for one of them, none, or one that is not needed.
#[test]
fn a_transfer_is_decided_for_each_country_it_goes_to() {
    use crate::model::Safeguard::{self, Adequacy, Dpf, Scc};
    let today = date(2026, 11, 30);
    let at = |country, declared: Option<Safeguard>| ground(country, declared, today);
    assert_eq!(at("NO", None), Ground::Inside);
    assert_eq!(at("DE", Some(Dpf)), Ground::Inside);
    assert_eq!(at("GB", None), Ground::Adequate);
    assert_eq!(at("GB", Some(Dpf)), Ground::Adequate, "a decision that is limited to nobody holds by itself");
    assert_eq!(at("GB", Some(Scc)), Ground::Held(Scc));
    assert_eq!(ground("GB", None, date(2031, 12, 28)), Ground::Missing);
    assert_eq!(ground("GB", Some(Adequacy), date(2031, 12, 28)), Ground::Unfit(Adequacy));
    assert_eq!(at("US", None), Ground::Missing);
    assert_eq!(at("US", Some(Adequacy)), Ground::Unfit(Adequacy), "it covers certified importers only");
    assert_eq!(at("US", Some(Dpf)), Ground::Held(Dpf));
    assert_eq!(ground("US", Some(Dpf), date(2023, 7, 9)), Ground::Unfit(Dpf));
    assert_eq!(at("IN", Some(Dpf)), Ground::Unfit(Dpf));
    assert_eq!(at("IN", Some(Scc)), Ground::Held(Scc));
    assert_eq!(at("CA", Some(Dpf)), Ground::Unfit(Dpf), "limited to others");
}

#[test]
fn every_fact_says_something_and_where_it_stands() {
    for topic in Topic::ALL {
        assert_eq!(Topic::parse(topic.as_str()), Some(topic));
        let all = facts(topic);
        assert!(!all.is_empty(), "{topic:?}");
        for fact in all {
            assert!(fact.says.len() > 6 && !fact.source.is_empty(), "{fact:?}");
        }
    }
}

/// What was never held against its source says so in these words, as the last of them.
#[test]
fn what_is_to_be_checked_says_so_in_one_way() {
    let (mut open, mut checked) = (0, 0);
    for fact in Topic::ALL.into_iter().flat_map(facts) {
        let doubted = ["check", "unsure", "unverified", "presumably", "?", "national list"];
        let doubted = doubted.iter().any(|word| fact.source.contains(word));
        assert_eq!(fact.to_be_checked(), doubted, "{fact:?}");
        let vague = ["national law", "GDPR", "law", "home page of the authority"].contains(&fact.source);
        assert!(!vague, "neither a place nor a mark: {fact:?}");
        if fact.to_be_checked() { open += 1 } else { checked += 1 }
    }
    assert!(open > 0 && checked > 0, "{open} {checked}");
}
