//! Places: a path such as `purposes/marketing/basis` must lead to a declaration in the same policy.

use super::check::Place;
use super::{faults, nearest};
use crate::diagnostic::{Diagnostic, Span};
use std::collections::HashMap;

/// Tells of every place that leads nowhere; one look-up each.
pub(super) fn dangling(
    places: &HashMap<String, Place>,
    referred: &[(String, Span)],
    told: &mut Vec<Diagnostic>,
) {
    let leads = |path: &str| places.contains_key(path) && !is_promise(path);
    let lost = referred.iter().filter(|(path, _)| !leads(path));
    // INVARIANT: the search for the nearest place is bounded, so that a file of wrong places stays linear.
    told.extend(lost.enumerate().map(|(n, (path, at))| lost_place(places, path, *at, n < 50)));
}

/// A promise cannot keep itself.
fn is_promise(path: &str) -> bool {
    path.split('/').next() == Some("promises")
}

fn lost_place(places: &HashMap<String, Place>, path: &str, at: Span, search: bool) -> Diagnostic {
    if is_promise(path) {
        let message = "a promise cannot be kept by a promise";
        return faults::LOST_PLACE.breach(message).at(at).help("name the declaration that keeps it");
    }
    let meant = if search { correct(places, path) } else { None };
    let help = match &meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => {
            "write the keys that lead there with `/` between them, such as `purposes/marketing/basis`".into()
        }
    };
    let message = format!("nothing is declared at `{}`", super::scalar::short(path));
    let told = faults::LOST_PLACE.breach(message).at(at).help(help);
    match meant.and_then(|meant| places.get(&meant)) {
        Some(place) => told.label(place.key, "declared here"),
        None => told,
    }
}

/// The path with every step that leads nowhere replaced by the nearest that leads somewhere.
fn correct(places: &HashMap<String, Place>, path: &str) -> Option<String> {
    let mut found = String::new();
    for step in path.split('/').take(8) {
        let above = if found.is_empty() { String::new() } else { format!("{found}/") };
        let exact = format!("{above}{step}");
        found = if places.contains_key(&exact) {
            exact
        } else {
            let below =
                places.keys().filter_map(|key| key.strip_prefix(&above)).filter(|rest| !rest.contains('/'));
            // The words may stand in any order in the table: the first in the alphabet counts among equals.
            let mut below: Vec<&str> = below.collect();
            below.sort_unstable();
            format!("{above}{}", nearest(step, below.into_iter().take(2_000))?)
        };
    }
    Some(found).filter(|found| places.contains_key(found) && !is_promise(found))
}
