//! Country names by ISO 3166-1 code, from `data/countries.tsv` (code, en, nb, fr, de, code of three letters), and codes
//! by name.

use super::Locale;
use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/countries.tsv");

/// What people call a country besides its names in the table.
const CALLED: [(&str, &str); 21] = [
    ("america", "US"),
    ("bosnia", "BA"),
    ("britain", "GB"),
    ("burma", "MM"),
    ("czech republic", "CZ"),
    ("england", "GB"),
    ("great britain", "GB"),
    ("holland", "NL"),
    ("ivory coast", "CI"),
    ("korea", "KR"),
    ("macedonia", "MK"),
    ("northern ireland", "GB"),
    ("republic of ireland", "IE"),
    ("scotland", "GB"),
    ("storbritannia", "GB"),
    ("the netherlands", "NL"),
    ("the united kingdom", "GB"),
    ("the united states", "US"),
    ("uae", "AE"),
    ("united states of america", "US"),
    ("wales", "GB"),
];

static ROWS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let rows = TABLE.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    rows.filter_map(|row| Some((*row.first()?, row))).collect()
});

impl Locale {
    /// The country's name; a code the table lacks comes back as it is. `UK` reads as `GB`, `EL` as `GR`.
    #[must_use]
    pub fn country(self, code: &str) -> String {
        let column = match self {
            Self::En => 1,
            Self::Nb => 2,
            Self::Fr => 3,
            Self::De => 4,
        };
        let row = ROWS.get(in_use(&code.to_ascii_uppercase()));
        row.and_then(|row| row.get(column)).map_or_else(|| code.to_owned(), |name| (*name).to_owned())
    }
}

/// Whether a country has this code of ISO 3166-1 (two capital letters); `XK`, in use for Kosovo, is one.
#[must_use]
pub fn is_country(code: &str) -> bool {
    ROWS.contains_key(code)
}

/// The code of the country that is called so, in any language of the table, or by a code of three letters; case does
/// not matter.
#[must_use]
pub fn country_code(name: &str) -> Option<&'static str> {
    static NAMES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
        let rows = TABLE.lines().filter_map(|line| line.split_once('\t'));
        let names = rows.flat_map(|(code, names)| {
            names.split('\t').map(move |name| (folded(name), code)).chain([(folded(code), code)])
        });
        let others = [("uk", "GB"), ("el", "GR")].into_iter().chain(CALLED);
        names.chain(others.map(|(name, code)| (name.to_owned(), code))).collect()
    });
    NAMES.get(&folded(name)).copied()
}

/// `UK` and `EL` are what people write for two countries.
fn in_use(code: &str) -> &str {
    match code {
        "UK" => "GB",
        "EL" => "GR",
        other => other,
    }
}

/// A name without what people leave out or write otherwise.
fn folded(name: &str) -> String {
    name.trim().trim_matches('.').replace(" & ", " and ").replace('.', "").to_lowercase()
}
