//! The table of classes as Markdown, for the documentation.

use super::rules::{self, Order};
use std::fmt::Write as _;

/// Every place of a policy with the class of what grows, what shrinks and what is merely different there, and why.
#[must_use]
pub fn change_table() -> String {
    let mut out = String::from("| place | more | less | other | why |\n|---|---|---|---|---|\n");
    for rule in rules::all() {
        let [grows, shrinks, other] = rule.class.map(super::Class::as_str);
        let scale = match rule.order {
            Order::Words(words) => format!(" (from less to more: {})", words.join(", ")),
            Order::Limit => " (nothing said counts as no limit)".to_owned(),
            Order::Country => " (more: out of the EEA and the countries found adequate)".to_owned(),
            Order::Kind => " (more: a special category)".to_owned(),
            Order::Size => String::new(),
        };
        let place = rule.pattern;
        // INVARIANT: writing to a String does not fail.
        let _ = writeln!(out, "| `{place}` | {grows} | {shrinks} | {other} | {}{scale} |", rule.why);
    }
    out
}
