//! What people read about an erasure: few lines, the same numbers and ends as the rows behind them.

use std::collections::BTreeMap;

use duties::answer::{Outcome, OutcomeLine, OutcomeRow, Report, grouped};
use jiff::civil::{Date, date};
use texts::texts;

fn row(table: &str, outcome: Outcome, rows: u64, until: Option<Date>) -> OutcomeRow {
    OutcomeRow {
        place: "Shop".to_owned(),
        table: table.to_owned(),
        outcome,
        outcome_title: outcome.title("en"),
        rows,
        counted: Some(rows),
        ground: (outcome == Outcome::Kept).then(|| "Bookkeeping".to_owned()),
        until,
        masked: vec![],
        stays: vec![],
    }
}

fn six_years() -> Vec<OutcomeRow> {
    let kept = |table| (2026..=2031).map(move |year| row(table, Outcome::Kept, 1, Some(date(year, 12, 31))));
    let gone = row("Orders", Outcome::Deleted, 1, None);
    std::iter::once(gone).chain(kept("Orders")).chain(kept("Invoices")).collect()
}

#[test]
fn a_table_kept_over_six_years_is_one_line_in_both_languages() {
    let report = |lang| Report::new("A-1", lang, six_years(), vec![]).text();
    insta::assert_snapshot!(report("en"), @r"
    Deleted or made anonymous:
    - Shop, Orders: 1 deleted

    What stays, why, and until when:
    - Shop, Orders: 6 kept. Bookkeeping. The first until 31 December 2026, the last until 31 December 2031
    - Shop, Invoices: 6 kept. Bookkeeping. The first until 31 December 2026, the last until 31 December 2031
    ");
    insta::assert_snapshot!(report("nb"), @r"
    Slettet eller gjort anonymt:
    - Shop, Orders: 1 slettet

    Hva som blir, hvorfor, og hvor lenge:
    - Shop, Orders: 6 beholdt. Bookkeeping. Den første til 31. desember 2026, den siste til 31. desember 2031
    - Shop, Invoices: 6 beholdt. Bookkeeping. Den første til 31. desember 2026, den siste til 31. desember 2031
    ");
}

#[test]
fn the_report_for_machines_keeps_every_end() {
    let report = Report::new("A-1", "en", six_years(), vec![]);
    let json = serde_json::to_string(&report).expect("JSON");
    for year in 2026..=2031 {
        assert_eq!(json.matches(&format!("{year}-12-31")).count(), 2, "{year}: {json}");
    }
    assert_eq!(Report::from_bytes(json.as_bytes()), Some(report));
}

#[test]
fn what_has_no_end_yet_is_a_line_of_its_own() {
    let rows =
        [row("Orders", Outcome::Kept, 2, Some(date(2030, 12, 31))), row("Orders", Outcome::Kept, 1, None)];
    let said: Vec<String> = grouped(&rows).iter().map(|line| line.words(texts("en"))).collect();
    assert_eq!(
        said,
        [
            "Shop, Orders: 2 kept. Bookkeeping. Until 31 December 2030",
            "Shop, Orders: 1 kept. Bookkeeping. Until the end of the time in which claims can arise"
        ]
    );
}

/// A count that did not find a row shows as fewer, never as the number planned.
#[test]
fn a_count_that_found_less_stays_visible() {
    let mut rows = six_years();
    rows[1].counted = None;
    let lines = grouped(&rows);
    let orders = lines.iter().find(|line| line.outcome == Outcome::Kept).expect("a line");
    assert_eq!((orders.rows, orders.counted), (6, Some(5)));
}

/// What must be the same in lines and rows, by what a line is about.
type Sums = BTreeMap<String, (u64, u64, Option<Date>, Option<Date>)>;

fn add(sums: &mut Sums, key: String, rows: u64, counted: u64, first: Option<Date>, last: Option<Date>) {
    let sum = sums.entry(key).or_insert((0, 0, first, last));
    *sum = (sum.0 + rows, sum.1 + counted, sum.2.min(first), sum.3.max(last));
}

fn of_rows(rows: &[OutcomeRow]) -> Sums {
    let mut sums = Sums::new();
    for row in rows {
        let key = format!("{:?}", (&row.table, row.outcome, &row.ground, &row.masked, row.until.is_none()));
        add(&mut sums, key, row.rows, row.counted.unwrap_or(0), row.until, row.until);
    }
    sums
}

fn of_lines(lines: &[OutcomeLine]) -> Sums {
    let mut sums = Sums::new();
    for line in lines {
        let key =
            format!("{:?}", (&line.table, line.outcome, &line.ground, &line.masked, line.until.is_none()));
        assert!(!sums.contains_key(&key), "two lines say the same: {key}");
        let (first, last) = (line.until.map(|until| until.first), line.until.map(|until| until.last));
        add(&mut sums, key, line.rows, line.counted.unwrap_or(0), first, last);
    }
    sums
}

/// Thousand sets of rows from a generator of its own: numbers and first and last ends are those of the rows.
#[test]
fn lines_add_up_to_their_rows() {
    let mut state: u64 = 20_261_122;
    let mut pick = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..1000 {
        let many = pick(30);
        let rows: Vec<OutcomeRow> = (0..many)
            .map(|_| {
                let outcome = [Outcome::Deleted, Outcome::Anonymised, Outcome::Kept][pick(3) as usize];
                let end = date(2026 + i16::try_from(pick(6)).expect("small"), 12, 31);
                let until = (outcome == Outcome::Kept && pick(5) > 0).then_some(end);
                let mut row = row(["Orders", "Invoices"][pick(2) as usize], outcome, pick(9), until);
                row.counted = (pick(4) > 0).then_some(row.rows);
                row.masked = ["Email".to_owned()].into_iter().take(pick(2) as usize).collect();
                row
            })
            .collect();
        assert_eq!(of_lines(&grouped(&rows)), of_rows(&rows), "{rows:#?}");
    }
}
