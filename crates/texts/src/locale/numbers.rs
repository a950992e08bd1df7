//! Numbers and lists.

use super::Locale;

impl Locale {
    /// A whole number with the language's grouping (`12,345`; `12 345` with spaces that do not break).
    #[must_use]
    pub fn number(self, number: i64) -> String {
        let separator = match self {
            Self::En => ',',
            Self::Nb => '\u{a0}',
            Self::Fr => '\u{202f}',
            Self::De => '.',
        };
        let digits = number.unsigned_abs().to_string();
        let mut out = String::with_capacity(digits.len() + 8);
        if number < 0 {
            out.push('\u{2212}');
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// `a`, `a and b`, `a, b and c`.
    #[must_use]
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{} {} {last}", rest.join(", "), self.and()),
        }
    }

    /// The word between the last two of a list.
    pub(super) fn and(self) -> &'static str {
        match self {
            Self::En => "and",
            Self::Nb => "og",
            Self::Fr => "et",
            Self::De => "und",
        }
    }
}
