//! Dates and times of day.

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use super::Locale;

const MONTHS: [[&str; 12]; 4] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
];

const WEEKDAYS: [[&str; 7]; 4] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
];

impl Locale {
    /// The day in words, without the weekday.
    #[must_use]
    pub fn date(self, date: civil::Date) -> String {
        let (day, month, year) = (date.day(), self.month(date.month()), date.year());
        match self {
            Self::En => format!("{day} {month} {year}"),
            Self::Nb | Self::De => format!("{day}. {month} {year}"),
            Self::Fr if day == 1 => format!("1er {month} {year}"),
            Self::Fr => format!("{day} {month} {year}"),
        }
    }

    /// The time of day: `14:30`, in Norwegian `14.30`, in French `14 h 30` with spaces that do not break.
    #[must_use]
    pub fn time(self, time: civil::Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self {
            Self::Nb => format!("{hour:02}.{minute:02}"),
            Self::Fr if minute == 0 => format!("{hour}\u{a0}h"),
            Self::Fr => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
            _ => format!("{hour:02}:{minute:02}"),
        }
    }

    /// Date and time of day as the clocks of `zone` show it.
    #[must_use]
    pub fn date_time(self, at: Timestamp, zone: &TimeZone) -> String {
        let local = zone.to_datetime(at);
        let (date, time) = (self.date(local.date()), self.time(local.time()));
        match self {
            Self::En => format!("{date} at {time}"),
            Self::Nb => format!("{date} kl. {time}"),
            Self::Fr => format!("{date} à {time}"),
            Self::De => format!("{date} um {time} Uhr"),
        }
    }

    /// The weekday's name.
    #[must_use]
    pub fn weekday(self, day: civil::Weekday) -> &'static str {
        name(&WEEKDAYS, self, day.to_monday_zero_offset())
    }

    fn month(self, month: i8) -> &'static str {
        name(&MONTHS, self, month - 1)
    }
}

fn name<const N: usize>(table: &[[&'static str; N]; 4], locale: Locale, index: i8) -> &'static str {
    let [en, nb, fr, de] = table;
    let row = match locale {
        Locale::En => en,
        Locale::Nb => nb,
        Locale::Fr => fr,
        Locale::De => de,
    };
    usize::try_from(index).ok().and_then(|index| row.get(index)).copied().unwrap_or_default()
}
