//! Lengths of time and nearness in time.

use jiff::{Span, Timestamp};

use super::Locale;

/// One and many of year, month, week, day, hour, minute, second.
type Units = [(&'static str, &'static str); 7];

const EN: Units = [
    ("year", "years"),
    ("month", "months"),
    ("week", "weeks"),
    ("day", "days"),
    ("hour", "hours"),
    ("minute", "minutes"),
    ("second", "seconds"),
];
const NB: Units = [
    ("år", "år"),
    ("måned", "måneder"),
    ("uke", "uker"),
    ("dag", "dager"),
    ("time", "timer"),
    ("minutt", "minutter"),
    ("sekund", "sekunder"),
];
const FR: Units = [
    ("an", "ans"),
    ("mois", "mois"),
    ("semaine", "semaines"),
    ("jour", "jours"),
    ("heure", "heures"),
    ("minute", "minutes"),
    ("seconde", "secondes"),
];
const DE: Units = [
    ("Jahr", "Jahre"),
    ("Monat", "Monate"),
    ("Woche", "Wochen"),
    ("Tag", "Tage"),
    ("Stunde", "Stunden"),
    ("Minute", "Minuten"),
    ("Sekunde", "Sekunden"),
];
/// German after a preposition with the dative: "vor 3 Tagen".
const DE_DATIVE: Units = [
    ("Jahr", "Jahren"),
    ("Monat", "Monaten"),
    ("Woche", "Wochen"),
    ("Tag", "Tagen"),
    ("Stunde", "Stunden"),
    ("Minute", "Minuten"),
    ("Sekunde", "Sekunden"),
];

impl Locale {
    /// A length of time in words, largest unit first; its sign is not told.
    #[must_use]
    pub fn duration(self, length: Span) -> String {
        let units = self.units();
        let amounts = [
            i64::from(length.get_years()),
            i64::from(length.get_months()),
            i64::from(length.get_weeks()),
            i64::from(length.get_days()),
            i64::from(length.get_hours()),
            length.get_minutes(),
            length.get_seconds(),
        ];
        let parts: Vec<String> = amounts
            .iter()
            .zip(units)
            .filter(|(amount, _)| **amount != 0)
            .map(|(amount, unit)| self.counted(amount.saturating_abs(), *unit))
            .collect();
        if parts.is_empty() {
            let [.., second] = units;
            return self.counted(0, *second);
        }
        self.list(&parts)
    }

    /// How far `to` lies from `from`, in its largest whole unit up to weeks of days: "in 3 days".
    #[must_use]
    pub fn relative(self, from: Timestamp, to: Timestamp) -> String {
        let seconds = to.as_second().saturating_sub(from.as_second());
        let units = if self == Self::De { &DE_DATIVE } else { self.units() };
        let [year, month, _, day, hour, minute, _] = units;
        let steps = [(31_557_600, year), (2_629_800, month), (86_400, day), (3_600, hour), (60, minute)];
        let amount = seconds.saturating_abs();
        // Up to two months are told in days, up to two days in hours: the smaller unit says more.
        let fits = |size: i64| if size >= 86_400 { amount >= 2 * size } else { amount >= size };
        let Some((size, unit)) = steps.iter().find(|(size, _)| fits(*size)) else {
            return self.now().to_owned();
        };
        self.away(&self.counted(amount / size, **unit), seconds > 0)
    }

    fn away(self, length: &str, ahead: bool) -> String {
        match (self, ahead) {
            (Self::En, true) => format!("in {length}"),
            (Self::En, false) => format!("{length} ago"),
            (Self::Nb, true) => format!("om {length}"),
            (Self::Nb, false) => format!("for {length} siden"),
            (Self::Fr, true) => format!("dans {length}"),
            (Self::Fr, false) => format!("il y a {length}"),
            (Self::De, true) => format!("in {length}"),
            (Self::De, false) => format!("vor {length}"),
        }
    }

    fn now(self) -> &'static str {
        match self {
            Self::En => "now",
            Self::Nb => "nå",
            Self::Fr => "maintenant",
            Self::De => "jetzt",
        }
    }

    fn units(self) -> &'static Units {
        match self {
            Self::En => &EN,
            Self::Nb => &NB,
            Self::Fr => &FR,
            Self::De => &DE,
        }
    }

    fn counted(self, amount: i64, (one, many): (&str, &str)) -> String {
        // French counts nought and one as one, the others one alone (CLDR, cardinal).
        let single = amount == 1 || (self == Self::Fr && amount == 0);
        format!("{} {}", self.number(amount), if single { one } else { many })
    }
}
