//! What a difference at a place means: one table, a row a place. The table is the documentation as well
//! (`docs/policy-changes.md`).
//!
//! A row says how far up or down it goes: what *grows* (something is added, longer, larger, further up its scale),
//! what *shrinks*, and what is merely different, each has a class. `R` takes something from somebody, `S` is of
//! substance, `M` is wording.

mod company;
mod data;
mod promises;
mod services;
mod surfaces;

use super::class::Class;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const M: Class = Class::Minor;
pub(super) const S: Class = Class::Significant;
pub(super) const R: Class = Class::RightsAffecting;

/// One row.
#[derive(Debug)]
pub(in crate::diff) struct Rule {
    /// The place, `*` for a name: `purposes/*/keep/length`.
    pub(in crate::diff) pattern: &'static str,
    /// The message `diff-what-…` that says in words what stands there.
    pub(in crate::diff) what: &'static str,
    /// How a value is written.
    pub(in crate::diff) show: Show,
    /// What is more and what is less.
    pub(in crate::diff) order: Order,
    /// The class of what grows, of what shrinks, and of what is merely different.
    pub(in crate::diff) class: [Class; 3],
    /// Why.
    pub(in crate::diff) why: &'static str,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::diff) enum Show {
    /// As it is: a name, a number, a text in the reader's language, a length, a yes.
    Plain,
    /// A word of the language, by this message, in whose place `{}` the word stands.
    Word(&'static str),
    /// A country.
    Country,
    /// A day.
    Date,
    /// A field, `category.field`.
    Field,
    /// A purpose, recipient, agreement, document or category, by its name.
    Name,
    /// So many bytes.
    Bytes,
}

/// What is more and what is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::diff) enum Order {
    /// What is there is more than what is not; longer and larger is more.
    Size,
    /// What is not there has no limit: a limit that comes is less.
    Limit,
    /// Words from the least to the most; what is not there is less than all of them.
    Words(&'static [&'static str]),
    /// Countries: what leaves the protection of the GDPR is more.
    Country,
    /// Kinds of data: what becomes a special category is more.
    Kind,
}

/// A row of the table.
const fn row(
    pattern: &'static str,
    what: &'static str,
    show: Show,
    order: Order,
    class: [Class; 3],
    why: &'static str,
) -> Rule {
    Rule { pattern, what, show, order, class, why }
}

/// A row of a plain value whose size counts.
const fn plain(pattern: &'static str, what: &'static str, class: [Class; 3], why: &'static str) -> Rule {
    row(pattern, what, Show::Plain, Order::Size, class, why)
}

/// The reasons that several rows have in common.
mod why {
    pub(super) const WORDING: &str = "wording: nothing else follows from it";
    pub(super) const CONTACT: &str = "how to reach us stays possible";
    pub(super) const ASSUMED: &str = "what was assumed is published, or the other way round";
    pub(super) const MORE_USE: &str =
        "data is used for more than was said when it was given (Art. 5(1)(b), CN-16)";
    pub(super) const MORE_EYES: &str = "somebody more sees the data (Art. 13(1)(e))";
    pub(super) const LONGER: &str = "data is kept longer than was promised (Art. 5(1)(e), 13(2)(a))";
    pub(super) const WAY: &str = "a way that goes is a way less to use a right; a new one is one more";
    pub(super) const SLOWER: &str = "a promised time gets longer, or is not promised any more";
    pub(super) const PROTECTION: &str = "a protection is promised or given up";
    pub(super) const BINDS: &str = "the text says what is done, not only how it is put";
    pub(super) const EVIDENCE: &str = "a document behind the policy comes, goes or changes";
    pub(super) const COUNTRY: &str = "data leaves the protection of the GDPR or of an adequate law (Art. 44)";
}

static ALL: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    [company::RULES, data::RULES, surfaces::RULES, promises::RULES, services::RULES]
        .into_iter()
        .flatten()
        .collect()
});
static BY_PATTERN: LazyLock<HashMap<&'static str, &'static Rule>> =
    LazyLock::new(|| ALL.iter().map(|rule| (rule.pattern, *rule)).collect());

/// Every row, in the order of the documentation.
pub(in crate::diff) fn all() -> &'static [&'static Rule] {
    &ALL
}

/// The row of a place.
pub(in crate::diff) fn of(pattern: &str) -> Option<&'static Rule> {
    BY_PATTERN.get(pattern).copied()
}
