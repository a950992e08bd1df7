//! Reads a law file: a YAML list with one flow mapping a line, so that a change of the law is a changed line.
//! The tests hold every file against a real YAML parser.

use jiff::civil::Date;

/// One line of a law file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row(Vec<(&'static str, &'static str)>);

impl Row {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    }

    /// The value of a key as a day.
    pub(super) fn date(&self, key: &str) -> Option<Date> {
        self.get(key)?.parse().ok()
    }

    /// Whether the row is in force on that day (both ends included).
    pub(super) fn holds_on(&self, day: Date) -> bool {
        self.date("valid_from").is_none_or(|from| from <= day)
            && self.date("valid_until").is_none_or(|until| day <= until)
    }

    /// The pairs in their order.
    #[cfg(test)]
    pub(super) fn pairs(&self) -> &[(&'static str, &'static str)] {
        &self.0
    }
}

/// Every row of a file; lines that are no row (comments, blank lines) are left out.
pub(super) fn read(text: &'static str) -> Vec<Row> {
    let rows = text.lines().filter_map(|line| line.trim().strip_prefix("- {")?.strip_suffix('}'));
    rows.map(|inside| Row(pairs(inside))).collect()
}

fn pairs(inside: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut quoted = false;
    let parts = inside.split(move |c: char| {
        quoted ^= c == '"';
        c == ',' && !quoted
    });
    parts.filter_map(|part| part.split_once(": ")).map(|(key, value)| (key.trim(), unquoted(value))).collect()
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}
