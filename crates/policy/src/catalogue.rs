//! Every code with its story.

use crate::lints::LINTS;
use crate::rule::Rule;
use std::sync::LazyLock;

static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let faults = crate::tree::faults::RULES
        .iter()
        .chain(crate::sources::faults::RULES)
        .chain(crate::fmt::RULES)
        .chain(crate::shape::faults::RULES)
        .chain(crate::levels::RULES)
        .chain(crate::map::rules::RULES)
        .chain(crate::deployment::RULES)
        .copied();
    let mut all: Vec<&'static Rule> = faults.chain(LINTS.iter().map(|lint| lint.rule)).collect();
    all.sort_by_key(|rule| rule.code);
    all
});

/// Every rule, by code.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().copied()
}

/// One code of the language, for lists.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The code.
    pub code: &'static str,
    /// Its name in a few words.
    pub title: &'static str,
    /// How much a breach of it matters.
    pub severity: crate::diagnostic::Severity,
    /// The provision that asks for it.
    pub law: Option<&'static str>,
}

/// Every code, for lists.
pub fn entries() -> impl Iterator<Item = Entry> {
    rules().map(|rule| Entry { code: rule.code.0, title: rule.title, severity: rule.severity, law: rule.law })
}

/// Every code with its title.
pub fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    rules().map(|rule| (rule.code.0, rule.title))
}

/// The whole story of a code, in Markdown; `None` for an unknown one. Case does not matter.
pub fn explain(code: &str) -> Option<&'static str> {
    static STORIES: LazyLock<Vec<(&'static str, String)>> =
        LazyLock::new(|| rules().map(|rule| (rule.code.0, story(rule))).collect());
    STORIES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, story)| story.as_str())
}

fn story(rule: &Rule) -> String {
    let law = rule.law.map(|law| format!("\n## The law\n{law}.\n")).unwrap_or_default();
    // A doc comment's lines begin with the space after `///`.
    let doc: String =
        rule.doc.lines().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
    format!("# {}: {}\n\nSeverity: {}\n\n{doc}{law}", rule.code, rule.title, rule.severity.as_str())
}
