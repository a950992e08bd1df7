//! What only a database tells has its level in the map of that database.

use super::{Level, UNUSED, read};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::shape::Checked;
use crate::tree::Node;

/// The levels that a store map gives to what only its database can tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LiveLevels {
    levels: Vec<LiveLevel>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct LiveLevel {
    code: String,
    at_code: Span,
    severity: Option<Severity>,
    because: String,
    at: Vec<String>,
}

impl LiveLevels {
    pub(crate) fn of(root: &Node, checked: &Checked, is_live: fn(&str) -> bool) -> Self {
        let live = read(root, checked).into_iter().filter(|level| is_live(&level.code.text));
        let owned = |level: Level<'_>| LiveLevel {
            code: level.code.text.to_string(),
            at_code: level.code.span,
            severity: level.severity,
            because: level.because.to_owned(),
            at: level.at.iter().map(|(place, _)| place.text.to_string()).collect(),
        };
        LiveLevels { levels: live.map(owned).collect() }
    }

    /// The level of a finding of this code at a table, or at a column of it: its number, what becomes of the finding
    /// (`None`: it is allowed), and the reason. The nearest place counts.
    pub fn level(
        &self,
        code: &str,
        table: Option<&str>,
        column: Option<&str>,
    ) -> Option<(usize, Option<Severity>, &str)> {
        let mut path = vec!["tables"];
        path.extend(table);
        path.extend(column.iter().flat_map(|column| ["columns", column]));
        let path = path.join("/");
        let near = |level: &LiveLevel| match level.at.is_empty() {
            true => Some(0),
            false => level.at.iter().filter(|place| is_within(&path, place)).map(String::len).max(),
        };
        let of = self.levels.iter().enumerate().filter(|(_, level)| level.code == code);
        let (n, level, _) =
            of.filter_map(|(n, level)| Some((n, level, near(level)?))).max_by_key(|(.., near)| *near)?;
        Some((n, level.severity, &level.because))
    }

    /// Tells of the levels that were not used; `used` are the numbers of those that were.
    pub fn idle(&self, used: &[usize]) -> Vec<Diagnostic> {
        let idle = self.levels.iter().enumerate().filter(|(n, _)| !used.contains(n));
        idle.map(|(_, level)| {
            let message = format!("nothing of `{}` is told that this changes", level.code);
            UNUSED.breach(message).at(level.at_code).help("remove it")
        })
        .collect()
    }
}

fn is_within(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
