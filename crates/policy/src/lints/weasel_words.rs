//! Words that promise nothing.

use super::context::{Context, Told};
use crate::rule::lint;

lint! {
    /// ## What it does
    /// Notes words such as “as appropriate”, “from time to time”, “where possible” or “reasonable efforts” in what
    /// people read.
    ///
    /// ## Why is this bad?
    /// A promise that holds where it suits is none. Where a limit is meant, the limit can be named.
    ///
    /// ## Example
    /// ```yaml
    /// statements:
    ///   part: { title: Your part, text: We delete your data from time to time as appropriate. }
    /// ```
    /// ## Instead
    /// ```yaml
    /// statements:
    ///   part: { title: Your part, text: We delete your data every night. }
    /// ```
    "A0705", Note, "words that promise nothing", law "GDPR Art. 5(1)(a) and 12(1)"
}

const WEASELS: &[&str] = &[
    "as appropriate",
    "from time to time",
    "where possible",
    "if possible",
    "reasonable efforts",
    "best efforts",
    "as necessary",
    "when necessary",
    "as long as necessary",
    "generally",
    "among other things",
    "including but not limited to",
    "at our discretion",
    "we reserve the right",
    "så langt det er mulig",
    "så langt som mulig",
    "ved behov",
    "etter behov",
    "fra tid til annen",
    "i rimelig grad",
    "forbeholder oss retten",
    "dans la mesure du possible",
    "le cas échéant",
    "de temps à autre",
    "raisonnablement",
    "notamment mais pas",
    "nous nous réservons le droit",
];

pub(super) fn check(cx: &Context<'_>, told: &mut Told) {
    for (path, text) in super::wording::texts(cx) {
        for (language, words) in text.iter() {
            let lower = words.to_lowercase();
            let Some(weasel) = super::wording::named(&lower, WEASELS) else { continue };
            let found = LINT
                .breach(format!("“{weasel}” promises nothing"))
                .at(cx.value(&format!("{path}/{language}")));
            told.push(found.help("say when, how much or by whom, or leave it out"));
        }
    }
}
