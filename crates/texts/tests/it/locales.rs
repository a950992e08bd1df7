//! How each language writes dates, lengths, lists, numbers and countries.

use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use texts::{Locale, country_code, is_country};

const ALL: [Locale; 4] = [Locale::En, Locale::Nb, Locale::Fr, Locale::De];

fn said(say: impl Fn(Locale) -> String) -> [String; 4] {
    ALL.map(say)
}

#[test]
fn dates_and_times() {
    assert_eq!(
        said(|locale| locale.date(date(2026, 3, 1))),
        ["1 March 2026", "1. mars 2026", "1er mars 2026", "1. März 2026"]
    );
    let oslo = TimeZone::get("Europe/Oslo").unwrap();
    let at: Timestamp = "2026-07-01T22:05:00Z".parse().unwrap();
    assert_eq!(
        said(|locale| locale.date_time(at, &oslo)),
        [
            "2 July 2026 at 00:05",
            "2. juli 2026 kl. 00.05",
            "2 juillet 2026 à 0\u{a0}h\u{a0}05",
            "2. Juli 2026 um 00:05 Uhr"
        ]
    );
    let times = [(12, 30), (9, 0), (14, 5)].map(|(hour, minute)| Locale::Fr.time(time(hour, minute, 0, 0)));
    assert_eq!(times, ["12\u{a0}h\u{a0}30", "9\u{a0}h", "14\u{a0}h\u{a0}05"]);
    assert_eq!(Locale::Fr.date(date(2026, 11, 1)), "1er novembre 2026");
    assert_eq!(Locale::Fr.date(date(2026, 8, 21)), "21 août 2026");
    assert_eq!(
        said(|locale| locale.weekday(date(2026, 11, 21).weekday()).to_owned()),
        ["Saturday", "lørdag", "samedi", "Samstag"]
    );
}

#[test]
fn lengths_have_their_plural() {
    assert_eq!(said(|locale| locale.duration(5.years())), ["5 years", "5 år", "5 ans", "5 Jahre"]);
    assert_eq!(said(|locale| locale.duration(1.month())), ["1 month", "1 måned", "1 mois", "1 Monat"]);
    assert_eq!(
        said(|locale| locale.duration(3.years().months(6))),
        ["3 years and 6 months", "3 år og 6 måneder", "3 ans et 6 mois", "3 Jahre und 6 Monate"]
    );
    assert_eq!(
        said(|locale| locale.duration(72.hours())),
        ["72 hours", "72 timer", "72 heures", "72 Stunden"]
    );
    assert_eq!(
        said(|locale| locale.duration(0.days())),
        ["0 seconds", "0 sekunder", "0 seconde", "0 Sekunden"]
    );
    assert_eq!(Locale::En.duration(-(1.day())), "1 day");
    assert_eq!(Locale::Fr.duration(1.year().months(1)), "1 an et 1 mois");
    assert_eq!(Locale::Fr.duration(2.days().hours(1).minutes(1)), "2 jours, 1 heure et 1 minute");
}

#[test]
fn lists_and_numbers() {
    let items =
        |count: usize| ["a", "b", "c"].iter().take(count).map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(Locale::En.list(&items(0)), "");
    assert_eq!(Locale::En.list(&items(1)), "a");
    assert_eq!(said(|locale| locale.list(&items(2))), ["a and b", "a og b", "a et b", "a und b"]);
    assert_eq!(said(|locale| locale.list(&items(3))), ["a, b and c", "a, b og c", "a, b et c", "a, b und c"]);
    assert_eq!(
        said(|locale| locale.number(1_234_567)),
        ["1,234,567", "1\u{a0}234\u{a0}567", "1\u{202f}234\u{202f}567", "1.234.567"]
    );
    let money = |stored, decimals| Locale::En.money(stored, decimals, "NOK");
    assert_eq!(
        said(|locale| locale.money("61500", 2, "NOK").unwrap_or_default()),
        ["615.00\u{a0}NOK", "615,00\u{a0}NOK", "615,00\u{a0}NOK", "615,00\u{a0}NOK"]
    );
    assert_eq!(money("-5", 2).as_deref(), Some("\u{2212}0.05\u{a0}NOK"));
    assert_eq!(money("1234567", 3).as_deref(), Some("1,234.567\u{a0}NOK"));
    assert_eq!(money("1234.50", 0).as_deref(), Some("1,234.50\u{a0}NOK"));
    assert_eq!(money("7", 0).as_deref(), Some("7\u{a0}NOK"));
    for no in ["", "-", "12.5", "1e3", "12 000", "twelve", "--1", "99999999999999999999999"] {
        assert_eq!(money(no, 2), None, "{no} is shown as it is stored");
    }
    assert_eq!(Locale::En.number(-999), "\u{2212}999");
    assert_eq!(Locale::En.number(i64::MIN), "\u{2212}9,223,372,036,854,775,808");
}

#[test]
fn countries() {
    assert_eq!(said(|locale| locale.country("NO")), ["Norway", "Norge", "Norvège", "Norwegen"]);
    assert_eq!(said(|locale| locale.country("uk")), said(|locale| locale.country("GB")));
    assert_eq!(Locale::Nb.country("US"), "USA");
    assert_eq!(Locale::Nb.country("ZZ"), "ZZ");
    let eea = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
    for code in eea.split(' ').chain(["GB", "CH", "US", "BR", "KR", "JP", "IL", "CA"]) {
        for locale in ALL {
            assert_ne!(locale.country(code), code, "{locale:?} has no name for {code}");
        }
    }
}

#[test]
fn a_country_is_found_by_what_people_call_it() {
    for (name, code) in [
        ("Norway", Some("NO")),
        ("norge", Some("NO")),
        ("NORVÈGE", Some("NO")),
        ("NOR", Some("NO")),
        ("no", Some("NO")),
        ("UK", Some("GB")),
        ("U.S.A.", Some("US")),
        ("United Kingdom", Some("GB")),
        ("Trinidad and Tobago", Some("TT")),
        ("Atlantis", None),
        ("", None),
    ] {
        assert_eq!(country_code(name), code, "{name}");
    }
    assert!(
        is_country("NO") && is_country("XK") && !is_country("UK") && !is_country("ZZ") && !is_country("no")
    );
}

#[test]
fn every_name_leads_back_to_its_country() {
    let table = include_str!("../../data/countries.tsv");
    for line in table.lines() {
        let row: Vec<&str> = line.split('\t').collect();
        assert_eq!(row.len(), 6, "{line}");
        for name in &row {
            assert_eq!(country_code(name), Some(row[0]), "{name}");
        }
    }
    assert_eq!(table.lines().count(), 250, "249 countries of ISO 3166-1, and Kosovo");
}

#[test]
fn nearness_in_time() {
    let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let after = |seconds: i64| now + jiff::SignedDuration::from_secs(seconds);
    let say = |seconds| said(|locale| locale.relative(now, after(seconds)));
    assert_eq!(say(30), ["now", "nå", "maintenant", "jetzt"]);
    assert_eq!(say(3 * 86_400), ["in 3 days", "om 3 dager", "dans 3 jours", "in 3 Tagen"]);
    assert_eq!(say(-2 * 3_600), ["2 hours ago", "for 2 timer siden", "il y a 2 heures", "vor 2 Stunden"]);
    assert_eq!(say(86_400 + 3_600)[0], "in 25 hours");
    assert_eq!(say(45 * 86_400)[0], "in 45 days");
    assert_eq!(say(400 * 86_400)[0], "in 13 months");
    assert_eq!(say(-3 * 31_557_600)[1], "for 3 år siden");
    assert_eq!(say(60)[0], "in 1 minute");
}
