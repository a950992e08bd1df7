//! Every sentence a person reads, in every language, and how that language writes dates, durations, lists and
//! numbers.
//!
//! Messages are Fluent files under `locales/<language>/<area>.ftl`, compiled in. A message is asked for by its
//! id: [`Texts::say`] without variables, [`Texts::with`] with them. Nothing here panics: an id that does not
//! exist comes back as `⟦id⟧`, which the tests look for.
//!
//! Absences: knows no other part of Abide, reads no file, no clock and no environment; does not escape (the
//! writers in `document` and `press` do).

mod arg;
pub mod catalogue;
mod locale;
mod texts;
pub mod usage;

pub use arg::Arg;
pub use locale::{Locale, country_code, is_country};
pub use texts::{Texts, texts};
