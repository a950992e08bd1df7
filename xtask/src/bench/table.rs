//! The closing table, as Markdown that also reads well in a terminal.

use super::Reading;
use super::goals::{Bound, Goal};

/// One line a goal, whether or not it was measured.
pub fn of(goals: &[Goal], readings: &[Reading]) -> String {
    let heads = ["figure", "measured", "limit", "verdict", "command"].map(str::to_owned);
    let rule = [(); 5].map(|()| "-".to_owned());
    let lines = goals.iter().map(|goal| line(goal, readings.iter().find(|one| one.name == goal.name)));
    let rows: Vec<[String; 5]> = [heads, rule].into_iter().chain(lines).collect();
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3, 4].map(width);
    rows.iter().map(|row| padded(row, widths)).collect()
}

fn line(goal: &Goal, reading: Option<&Reading>) -> [String; 5] {
    let limit = match goal.bound {
        Bound::Under(limit) => format!("under {limit} {}", goal.unit),
        Bound::Over(limit) => format!("at least {limit} {}", goal.unit),
        Bound::Compared => "–".to_owned(),
    };
    let measured = reading.map_or_else(
        || "–".to_owned(),
        |Reading { value, note, .. }| format!("{value:.2} {} ({note})", goal.unit),
    );
    let verdict = match (reading.map(|one| one.value), goal.bound) {
        (None, _) => "not measured",
        (_, Bound::Compared) => "–",
        (Some(value), Bound::Under(limit)) if value < limit => "ok",
        (Some(value), Bound::Over(limit)) if value >= limit => "ok",
        _ => "MISSED",
    };
    [goal.what.to_owned(), measured, limit, verdict.to_owned(), format!("`{}`", goal.command)]
}

fn padded(row: &[String; 5], widths: [usize; 5]) -> String {
    let cells = row.iter().zip(widths).map(|(cell, width)| match cell.as_str() {
        "-" => "-".repeat(width),
        cell => format!("{cell:width$}"),
    });
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// How busy the machine is, beside how many cores it has: what a figure is to be read with.
pub fn load() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let minute = load.split_whitespace().next().unwrap_or("unknown");
    format!("load over the last minute: {minute}, on {cores} cores")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_goal_has_a_line_with_its_verdict() {
        let goal = |name, bound| Goal { name, what: name, unit: "ms", bound, command: "x" };
        let reading = |name, value| Reading { name, value, note: "median".to_owned() };
        let under = Bound::Under(5.0);
        let goals = [
            goal("a", under),
            goal("b", under),
            goal("c", under),
            goal("d", Bound::Compared),
            goal("e", Bound::Over(5.0)),
        ];
        let table =
            of(&goals, &[reading("a", 4.94), reading("b", 5.0), reading("d", 1.0), reading("e", 4.0)]);
        let lines: Vec<&str> = table.lines().skip(2).collect();
        for (line, expected) in lines.iter().zip([
            ["| a ", "4.94 ms (median)", "under 5 ms", " ok "],
            ["| b ", "5.00 ms (median)", "under 5 ms", " MISSED "],
            ["| c ", " – ", "under 5 ms", " not measured "],
            ["| d ", "1.00 ms (median)", " – ", " – "],
            ["| e ", "4.00 ms (median)", "at least 5 ms", " MISSED "],
        ]) {
            assert!(expected.iter().all(|word| line.contains(word)), "{line}");
        }
        let lengths: Vec<usize> = table.lines().map(|line| line.chars().count()).collect();
        assert!(lengths.len() == 7 && lengths.iter().all(|length| *length == lengths[0]), "{table}");
    }
}
