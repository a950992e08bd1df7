//! What differs between two versions of a policy, in meaning: each difference with its class, whom it concerns, which
//! notice it needs, and whether data collected before falls under it.
//!
//! **Contract.** Whatever changes the canonical JSON makes at least one difference, and nothing else does: the two
//! JSON trees are compared, and the one table in `rules` says what a difference at a place means. A field of the
//! model without a row does not compile (`fields`) or fails a test; should one slip through, it counts as
//! rights-affecting. The notice a class needs is what the *old* version promised: that is what people were told.
//!
//! **Absences.** No clock: the moment of telling is a parameter. No comparison of texts in meaning: a changed text of
//! something that binds (a purpose, an interest, the words of a consent) counts as substance, any other as wording.

mod class;
mod fields;
mod json;
mod judge;
mod notice;
mod paper;
mod reach;
mod rules;
mod show;
mod table;
mod tree;

pub use class::{Class, Concerns, Difference, Kind, OldData};
pub use json::difference_json;
pub use notice::{Notice, day_begins, earliest, notice};
pub use paper::{Said, Speaker, difference_document};
pub use table::change_table;

use crate::model::Policy;

/// Every difference, the gravest first; empty only where both mean the same.
#[must_use]
pub fn diff(old: &Policy, new: &Policy) -> Vec<Difference> {
    let (before, after) = (tree::of(old), tree::of(new));
    let mut found: Vec<Difference> = tree::compare(&before, &after)
        .into_iter()
        .map(|raw| {
            let class = judge::class(&raw, old, new);
            let concerns = reach::concerns(&raw, old, new);
            let old_data = reach::old_data(&raw, class, old, new);
            let notice = notice(old, class);
            Difference { class, concerns, old_data, notice, raw }
        })
        .collect();
    found.sort_by_key(|difference| std::cmp::Reverse(difference.class));
    found
}

/// The gravest class among differences; `None` where there is none.
#[must_use]
pub fn gravest(differences: &[Difference]) -> Option<Class> {
    differences.iter().map(|one| one.class).max()
}
