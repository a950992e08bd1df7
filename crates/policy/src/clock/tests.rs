//! The worked cases of Regulation 1182/71, office hours over weekends, holidays and changes of the clock.

use jiff::civil::time;
use proptest::prelude::*;

use super::*;

fn oslo() -> TimeZone {
    TimeZone::get("Europe/Oslo").unwrap()
}

/// A moment by the clocks of Oslo.
fn at(text: &str) -> Timestamp {
    oslo().to_timestamp(text.parse().unwrap()).unwrap()
}

/// The due day in Oslo of a period of months, checked to end with the day.
fn due(received: &str, months: i8) -> String {
    let end = oslo().to_datetime(add_months(at(received), months, &oslo(), "NO"));
    assert_eq!(end.time(), time(23, 59, 59, 999_999_000), "the period ends with the day");
    end.date().to_string()
}

fn office() -> OfficeHours {
    OfficeHours {
        zone: "Europe/Oslo".into(),
        days: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri],
        from: time(8, 0, 0, 0),
        to: time(16, 0, 0, 0),
        holidays: Some("NO".into()),
        assumed: false,
    }
}

#[test]
fn months_end_on_the_same_number_or_the_last_day() {
    assert_eq!(due("2026-09-14T10:00", 1), "2026-10-14");
    assert_eq!(due("2026-09-14T00:00", 1), "2026-10-14", "the first moment of a day");
    assert_eq!(due("2026-09-14T23:59:59", 1), "2026-10-14", "and the last");
    assert_eq!(due("2025-10-31T12:00", 1), "2025-12-01", "30 November 2025 is a Sunday");
    assert_eq!(due("2028-01-31T12:00", 1), "2028-02-29", "leap year");
    assert_eq!(due("2029-01-31T12:00", 1), "2029-02-28");
    assert_eq!(due("2026-01-31T12:00", 1), "2026-03-02", "28 February 2026 is a Saturday: rolled to Monday");
    assert_eq!(due("2026-01-31T12:00", 3), "2026-04-30", "an extension counts from receipt");
}

#[test]
fn an_end_on_weekend_or_holiday_rolls_to_the_next_working_day() {
    assert_eq!(due("2026-10-21T12:00", 1), "2026-11-23", "Saturday");
    assert_eq!(due("2026-10-22T12:00", 1), "2026-11-23", "Sunday");
    assert_eq!(due("2026-03-02T12:00", 1), "2026-04-07", "Maundy Thursday to Easter Monday");
    assert_eq!(due("2026-04-01T12:00", 1), "2026-05-04", "1 May is a Friday");
    assert_eq!(due("2027-04-17T12:00", 1), "2027-05-18", "17 May 2027, also Whit Monday");
    assert_eq!(due("2026-11-25T12:00", 1), "2026-12-28", "Christmas Friday and Saturday, then Sunday");
    assert_eq!(due("2026-12-01T12:00", 1), "2027-01-04", "New Year's Day is a Friday");
}

#[test]
fn the_holidays_are_those_of_the_place() {
    let received = at("2026-04-17T12:00");
    let day = |country| oslo().to_datetime(add_months(received, 1, &oslo(), country)).date().to_string();
    assert_eq!(day("NO"), "2026-05-18", "17 May 2026 is a Sunday anyway");
    let received = at("2027-04-17T12:00");
    let day = |country| oslo().to_datetime(add_months(received, 1, &oslo(), country)).date().to_string();
    assert_eq!([day("NO"), day("SE"), day("XX")], ["2027-05-18", "2027-05-17", "2027-05-17"]);
}

#[test]
fn the_day_is_that_of_the_zone() {
    // 23:30 UTC is already the next day in Oslo.
    let received: Timestamp = "2026-09-14T23:30:00Z".parse().unwrap();
    let in_zone = |zone: &TimeZone| zone.to_datetime(add_months(received, 1, zone, "NO")).date().to_string();
    assert_eq!(in_zone(&oslo()), "2026-10-15");
    assert_eq!(in_zone(&TimeZone::UTC), "2026-10-14");
}

#[test]
fn days_are_counted_without_the_day_of_the_event() {
    let day = |received: &str, days| {
        oslo().to_datetime(add_days(at(received), days, &oslo(), "NO")).date().to_string()
    };
    assert_eq!(day("2026-11-16T09:00", 1), "2026-11-17");
    assert_eq!(day("2026-11-16T09:00", 7), "2026-11-23");
    assert_eq!(day("2026-11-16T09:00", 5), "2026-11-23", "ends on Saturday");
}

#[test]
fn hours_run_through_weekends_holidays_and_changes_of_the_clock() {
    let wall = |received: &str| oslo().to_datetime(add_hours(at(received), 72)).to_string();
    assert_eq!(wall("2026-11-20T17:10"), "2026-11-23T17:10:00");
    assert_eq!(wall("2026-12-24T23:00"), "2026-12-27T23:00:00");
    assert_eq!(
        wall("2026-03-27T12:00"),
        "2026-03-30T13:00:00",
        "72 real hours over the change to summer time"
    );
    assert_eq!(add_hours(Timestamp::MAX, 1), Timestamp::MAX);
}

#[test]
fn odd_months_do_no_harm() {
    assert_eq!(due("2026-09-14T10:00", 0), "2026-09-14");
    assert!(add_months(Timestamp::MAX, 127, &oslo(), "NO") <= Timestamp::MAX);
    assert!(add_months(Timestamp::MIN, -128, &TimeZone::UTC, "NO") >= Timestamp::MIN);
}

fn office_due(received: &str, minutes: i64) -> String {
    let end = office_deadline(at(received), SignedDuration::from_mins(minutes), &office());
    oslo().to_datetime(end).to_string()
}

#[test]
fn we_first_reply_within_an_hour_of_office_time() {
    assert_eq!(office_due("2026-11-20T10:15", 60), "2026-11-20T11:15:00");
    assert_eq!(office_due("2026-11-20T15:30", 60), "2026-11-23T08:30:00", "over the weekend");
    assert_eq!(office_due("2026-11-20T15:00", 60), "2026-11-20T16:00:00", "exactly at closing");
    assert_eq!(office_due("2026-11-20T16:00", 60), "2026-11-23T09:00:00", "at closing it is closed");
    assert_eq!(office_due("2026-11-21T12:00", 60), "2026-11-23T09:00:00", "received on Saturday");
    assert_eq!(office_due("2026-11-23T03:00", 60), "2026-11-23T09:00:00", "before opening");
    assert_eq!(office_due("2026-11-23T08:00", 0), "2026-11-23T08:00:00");
    assert_eq!(office_due("2026-11-21T08:00", 0), "2026-11-23T08:00:00", "no time at all: the next opening");
}

#[test]
fn office_time_skips_the_holidays_of_the_country() {
    assert_eq!(office_due("2027-05-14T15:30", 60), "2027-05-18T08:30:00", "17 May");
    assert_eq!(office_due("2026-04-01T15:30", 60), "2026-04-07T08:30:00", "Easter");
    assert_eq!(office_due("2026-12-24T15:30", 60), "2026-12-28T08:30:00", "Christmas");
    let without = OfficeHours { holidays: None, ..office() };
    let end = office_deadline(at("2027-05-14T15:30"), SignedDuration::from_hours(1), &without);
    assert_eq!(oslo().to_datetime(end).to_string(), "2027-05-17T08:30:00");
}

#[test]
fn offices_open_all_night_count_real_hours_when_the_clock_changes() {
    let always = OfficeHours {
        from: time(0, 0, 0, 0),
        to: time(0, 0, 0, 0),
        days: Weekday::ALL.to_vec(),
        holidays: None,
        ..office()
    };
    let spent = |from: &str, to: &str| office_time_between(at(from), at(to), &always).as_hours();
    assert_eq!(spent("2026-03-28T00:00", "2026-03-29T00:00"), 24);
    assert_eq!(spent("2026-03-29T00:00", "2026-03-30T00:00"), 23, "summer time begins");
    assert_eq!(spent("2026-10-25T00:00", "2026-10-26T00:00"), 25, "and ends");
}

#[test]
fn an_office_that_never_opens_falls_back_to_the_wall_clock() {
    let hour = SignedDuration::from_hours(1);
    let received = at("2026-11-20T10:15");
    let never = OfficeHours { days: vec![], ..office() };
    assert_eq!(office_deadline(received, hour, &never), received + hour);
    let backwards = OfficeHours { from: time(16, 0, 0, 0), to: time(8, 0, 0, 0), ..office() };
    assert_eq!(office_deadline(received, hour, &backwards), received + hour);
    assert_eq!(zone_of(&OfficeHours { zone: "Nowhere/At_All".into(), ..office() }), TimeZone::UTC);
}

#[test]
fn elapsed_office_time() {
    let spent = |from: &str, to: &str| office_time_between(at(from), at(to), &office()).as_mins();
    assert_eq!(spent("2026-11-20T15:30", "2026-11-23T08:30"), 60);
    assert_eq!(spent("2026-11-20T17:00", "2026-11-22T17:00"), 0);
    assert_eq!(spent("2026-11-16T00:00", "2026-11-23T00:00"), 5 * 8 * 60);
    assert_eq!(spent("2026-11-23T10:00", "2026-11-20T10:00"), 0, "backwards is nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_deadline_lies_exactly_its_office_time_away(
        second in 1_704_067_200_i64..1_956_528_000, minutes in 1_i64..6_000, closes in 9_i8..24,
    ) {
        let received = Timestamp::from_second(second).unwrap();
        let hours = OfficeHours { to: time(closes % 24, 0, 0, 0), ..office() };
        let within = SignedDuration::from_mins(minutes);
        let end = office_deadline(received, within, &hours);
        prop_assert_eq!(office_time_between(received, end, &hours), within);
        let earlier = end - SignedDuration::from_secs(1);
        prop_assert!(office_time_between(received, earlier, &hours) < within);
    }

    #[test]
    fn a_month_ends_on_a_working_day_not_before_its_date(second in 0_i64..4_000_000_000, months in 0_i8..24) {
        let received = Timestamp::from_second(second).unwrap();
        let end = oslo().to_datetime(add_months(received, months, &oslo(), "NO")).date();
        let plain = oslo().to_datetime(received).date().saturating_add(i32::from(months).months());
        prop_assert!(end >= plain && is_working_day(end, "NO"));
        prop_assert!(plain.series(1.day()).take_while(|day| *day < end).all(|day| !is_working_day(day, "NO")));
    }
}
