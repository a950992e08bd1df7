//! One language's messages and manners.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, civil};
use unic_langid::LanguageIdentifier;

use crate::catalogue::{self, LANGUAGES};
use crate::{Arg, Locale};

static ALL: LazyLock<[Texts; 3]> = LazyLock::new(|| LANGUAGES.map(Texts::load));

/// The texts of a language. `nb-NO` is `nb`, `no` and `nn` read `nb`; what has no catalogue reads English.
#[must_use]
pub fn texts(lang: &str) -> &'static Texts {
    let locale = Locale::of(lang);
    let [english, ..] = &*ALL;
    ALL.iter().find(|texts| texts.locale == locale).unwrap_or(english)
}

/// The messages of one language and how it writes dates, numbers and lists.
pub struct Texts {
    lang: &'static str,
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Texts").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Texts {
    fn load(lang: &'static str) -> Self {
        let id: LanguageIdentifier = lang.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for (_, text) in catalogue::files(lang) {
            // A faulty message is left out and shows as ⟦id⟧; the tests refuse both faults and repeats.
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
            let _ = bundle.add_resource(resource);
        }
        let locale = Locale::of(lang);
        bundle.set_formatter(Some(match locale {
            Locale::Nb => |value, _| grouped(Locale::Nb, value),
            Locale::Fr => |value, _| grouped(Locale::Fr, value),
            _ => |value, _| grouped(Locale::En, value),
        }));
        Self { lang, locale, bundle }
    }

    /// The language's tag: `en`, `nb`, `fr`.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// How this language writes dates, numbers and lists.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A message without variables.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with its variables: `with("centre-home-more", &[("count", 3.into())])`.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return format!("⟦{id}⟧");
        };
        let values: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, FluentValue::from(arg))).collect();
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned()
    }

    /// Whether a message of that id exists.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// `21 November 2026`, `21. november 2026`.
    #[must_use]
    pub fn date(&self, date: civil::Date) -> String {
        self.locale.date(date)
    }

    /// Date and time of day in the given zone: `21 November 2026 at 14:30`, `21. november 2026 kl. 14.30`.
    #[must_use]
    pub fn date_time(&self, at: Timestamp, zone: &TimeZone) -> String {
        self.locale.date_time(at, zone)
    }

    /// A length of time in words: `5 years`, `1 måned og 3 dager`.
    #[must_use]
    pub fn duration(&self, length: Span) -> String {
        self.locale.duration(length)
    }

    /// `a, b and c`; `a, b og c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        self.locale.list(items)
    }

    /// A list of phrases that may have a comma or an "and" of their own: `a and b; c`.
    #[must_use]
    pub fn series(&self, items: &[String]) -> String {
        self.locale.series(items)
    }

    /// `a, b or c`; `a, b eller c`.
    #[must_use]
    pub fn any_of(&self, items: &[String]) -> String {
        self.locale.any_of(items)
    }

    /// A number with the language's grouping: `12,345`, `12 345`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.locale.number(number)
    }

    /// An amount as stored, its decimals and its currency: `615.00 NOK`; `None` where it is no number.
    #[must_use]
    pub fn money(&self, stored: &str, decimals: usize, currency: &str) -> Option<String> {
        self.locale.money(stored, decimals, currency)
    }

    /// The name of a country by its ISO 3166 code; an unknown code comes back as it is.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        self.locale.country(code)
    }

    /// How far `to` lies from `from`: `in 3 days`, `for 2 timer siden`.
    #[must_use]
    pub fn relative(&self, from: Timestamp, to: Timestamp) -> String {
        self.locale.relative(from, to)
    }
}

/// Numbers inside messages get the language's grouping; everything else is left to Fluent.
fn grouped(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "an Arg is a whole number; Fluent carries it as f64"
        )]
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(locale.number(number.value as i64))
        }
        _ => None,
    }
}
