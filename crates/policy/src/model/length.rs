//! Lengths of time as a policy writes them: `6 months`, `5 years`, `1 hour`.

use std::fmt;

use jiff::Span;
use serde::{Deserialize, Serialize};

/// A length of time in one unit, kept as written: a month is not 30 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Length {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
}

/// As a policy writes it: `1 hour`, `6 months`; [`Length::parse`] reads it again.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Minutes => "minute",
            Unit::Hours => "hour",
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        let plural = if self.amount == 1 { "" } else { "s" };
        write!(f, "{} {unit}{plural}", self.amount)
    }
}

impl Length {
    /// So many of a unit.
    pub const fn new(amount: u16, unit: Unit) -> Self {
        Length { amount, unit }
    }

    /// The length a text such as `6 months` means; `None` if it is none.
    pub fn parse(text: &str) -> Option<Length> {
        let (amount, unit) = text.trim().split_once(char::is_whitespace)?;
        let unit = match unit.trim() {
            "minute" | "minutes" => Unit::Minutes,
            "hour" | "hours" => Unit::Hours,
            "day" | "days" => Unit::Days,
            "week" | "weeks" => Unit::Weeks,
            "month" | "months" => Unit::Months,
            "year" | "years" => Unit::Years,
            _ => return None,
        };
        let digits = amount.bytes().all(|b| b.is_ascii_digit());
        let amount = amount.parse().ok().filter(|_| digits)?;
        (amount <= 10_000).then_some(Length { amount, unit })
    }

    /// The same as a calendar span.
    pub fn span(self) -> Span {
        let n = i64::from(self.amount);
        match self.unit {
            Unit::Minutes => Span::new().minutes(n),
            Unit::Hours => Span::new().hours(n),
            Unit::Days => Span::new().days(n),
            Unit::Weeks => Span::new().weeks(n),
            Unit::Months => Span::new().months(n),
            // INVARIANT: at most 10,000 of any unit (`parse`), inside jiff's range of 19,998 years.
            Unit::Years => Span::new().years(n),
        }
    }

    /// About how many days it is: for comparing lengths of different units, never for computing a due date.
    pub fn roughly_days(self) -> f64 {
        let days = match self.unit {
            Unit::Minutes => 1.0 / 1440.0,
            Unit::Hours => 1.0 / 24.0,
            Unit::Days => 1.0,
            Unit::Weeks => 7.0,
            Unit::Months => 30.436_875,
            Unit::Years => 365.2425,
        };
        f64::from(self.amount) * days
    }

    /// Whole months, if it is a number of months or years.
    pub fn months(self) -> Option<u32> {
        match self.unit {
            Unit::Months => Some(u32::from(self.amount)),
            Unit::Years => Some(u32::from(self.amount) * 12),
            _ => None,
        }
    }

    /// Whole hours, if it is at most days; minutes round up.
    pub fn hours(self) -> Option<u32> {
        let n = u32::from(self.amount);
        match self.unit {
            Unit::Minutes => Some(n.div_ceil(60)),
            Unit::Hours => Some(n),
            Unit::Days => Some(n * 24),
            Unit::Weeks => Some(n * 168),
            Unit::Months | Unit::Years => None,
        }
    }
}
