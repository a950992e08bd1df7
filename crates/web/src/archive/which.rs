//! What an address of the archive names.

use jiff::civil::Date;

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// A version as a page.
    Page(Date),
    /// A version as PDF.
    Pdf(Date),
    /// A version as Markdown.
    Markdown(Date),
    /// What differs between two, as a page.
    Difference(Date, Date),
    /// The same as Markdown.
    DifferenceMarkdown(Date, Date),
}

impl Which {
    /// Reads the last part of an address.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, markdown, pdf) = match (text.strip_suffix(".md"), text.strip_suffix(".pdf")) {
            (Some(name), _) => (name, true, false),
            (_, Some(name)) => (name, false, true),
            _ => (text, false, false),
        };
        Some(match (name.split_once(".."), markdown, pdf) {
            (Some(_), _, true) => return None,
            (Some((from, to)), true, _) => Self::DifferenceMarkdown(day(from)?, day(to)?),
            (Some((from, to)), ..) => Self::Difference(day(from)?, day(to)?),
            (None, true, _) => Self::Markdown(day(name)?),
            (None, _, true) => Self::Pdf(day(name)?),
            (None, ..) => Self::Page(day(name)?),
        })
    }
}

/// A day as a version writes it, so that each version has one address.
fn day(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (day.to_string() == text).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::Which;
    use jiff::civil::date;

    #[test]
    fn an_address_names_one_thing() {
        let (a, b) = (date(2026, 11, 1), date(2026, 12, 15));
        let cases = [
            ("2026-11-01", Some(Which::Page(a))),
            ("2026-11-01.pdf", Some(Which::Pdf(a))),
            ("2026-11-01.md", Some(Which::Markdown(a))),
            ("2026-11-01..2026-12-15", Some(Which::Difference(a, b))),
            ("2026-11-01..2026-12-15.md", Some(Which::DifferenceMarkdown(a, b))),
            ("2026-11-01..2026-12-15.pdf", None),
            ("20261101", None),
            ("2026-11-01T00:00", None),
            ("2026-11-01..", None),
            ("..", None),
            ("", None),
            ("x", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Which::parse(text), expected, "{text}");
        }
    }
}
