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

    /// An amount of money stored with so many decimals cut off (`61500` and 2: `615.00 NOK`, `615,00 NOK`); a stored
    /// point stays where it is. `None` where the text is no number.
    #[must_use]
    pub fn money(self, stored: &str, decimals: usize, currency: &str) -> Option<String> {
        let (sign, digits) = stored.strip_prefix('-').map_or(("", stored), |rest| ("\u{2212}", rest));
        let (whole, part) = match digits.split_once('.') {
            Some((whole, part)) if decimals == 0 && !part.is_empty() => (whole.to_owned(), part.to_owned()),
            Some(_) => return None,
            None => {
                let padded = format!("{digits:0>width$}", width = decimals + 1);
                let (whole, part) = padded.split_at_checked(padded.len() - decimals)?;
                (whole.to_owned(), part.to_owned())
            }
        };
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if digits.is_empty() || !plain(&part) || !plain(&whole) {
            return None;
        }
        let mark = if self == Self::En { '.' } else { ',' };
        let part = if part.is_empty() { String::new() } else { format!("{mark}{part}") };
        Some(format!("{sign}{}{part}\u{a0}{currency}", self.number(whole.parse().ok()?)))
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

    /// A list of phrases: where one of them has a comma or an "and" of its own, semicolons keep them apart.
    #[must_use]
    pub fn series(self, items: &[String]) -> String {
        if items.iter().any(|item| self.is_compound(item)) {
            items.join(self.semicolon())
        } else {
            self.list(items)
        }
    }

    /// The sign between phrases that have commas of their own, as the language sets it.
    #[must_use]
    pub fn semicolon(self) -> &'static str {
        if self == Self::Fr { "\u{202f}; " } else { "; " }
    }

    /// Whether words have a comma or an "and" of their own, which in a list would be taken for the list's.
    #[must_use]
    pub fn is_compound(self, words: &str) -> bool {
        words.contains(", ") || words.contains(&format!(" {} ", self.and()))
    }

    /// `a`, `a or b`, `a, b or c`: where one of them is enough.
    #[must_use]
    pub fn any_of(self, items: &[String]) -> String {
        let or = match self {
            Self::En => "or",
            Self::Nb => "eller",
            Self::Fr => "ou",
            Self::De => "oder",
        };
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{} {or} {last}", rest.join(", ")),
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
