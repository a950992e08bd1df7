//! Country names by ISO 3166-1 code, from `data/countries.tsv` (code, en, nb, fr, de).

use super::Locale;

const TABLE: &str = include_str!("../../data/countries.tsv");

impl Locale {
    /// The country's name; a code the table lacks comes back as it is. `UK` reads as `GB`, `EL` as `GR`.
    #[must_use]
    pub fn country(self, code: &str) -> String {
        let upper = code.to_ascii_uppercase();
        let key = match upper.as_str() {
            "UK" => "GB",
            "EL" => "GR",
            other => other,
        };
        let column = match self {
            Self::En => 1,
            Self::Nb => 2,
            Self::Fr => 3,
            Self::De => 4,
        };
        let row = TABLE.lines().find(|line| line.split('\t').next() == Some(key));
        row.and_then(|line| line.split('\t').nth(column)).map_or_else(|| code.to_owned(), str::to_owned)
    }
}
