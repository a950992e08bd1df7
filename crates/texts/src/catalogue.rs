//! The message files, in the order they are loaded. A message stands in exactly one file; a new area is a
//! new line in both lists. The files are compiled in: nothing is read from disk at run time.

/// The languages with a complete catalogue. The first is the one everything falls back to.
pub const LANGUAGES: [&str; 3] = ["en", "nb", "fr"];

macro_rules! files {
    ($lang:literal) => {
        &[
            ("common", include_str!(concat!("../locales/", $lang, "/common.ftl"))),
            ("document", include_str!(concat!("../locales/", $lang, "/document.ftl"))),
            ("register", include_str!(concat!("../locales/", $lang, "/register.ftl"))),
            ("diff", include_str!(concat!("../locales/", $lang, "/diff.ftl"))),
            ("draft", include_str!(concat!("../locales/", $lang, "/draft.ftl"))),
            ("promises", include_str!(concat!("../locales/", $lang, "/promises.ftl"))),
            ("audit", include_str!(concat!("../locales/", $lang, "/audit.ftl"))),
            ("forms", include_str!(concat!("../locales/", $lang, "/forms.ftl"))),
            ("receipts", include_str!(concat!("../locales/", $lang, "/receipts.ftl"))),
            ("mail", include_str!(concat!("../locales/", $lang, "/mail.ftl"))),
            ("rights", include_str!(concat!("../locales/", $lang, "/rights.ftl"))),
            ("answer", include_str!(concat!("../locales/", $lang, "/answer.ftl"))),
            ("web", include_str!(concat!("../locales/", $lang, "/web.ftl"))),
            ("centre", include_str!(concat!("../locales/", $lang, "/centre.ftl"))),
            ("console", include_str!(concat!("../locales/", $lang, "/console.ftl"))),
        ]
    };
}

/// The message files of a language as (area, text); empty for a language without a catalogue.
#[must_use]
pub fn files(lang: &str) -> &'static [(&'static str, &'static str)] {
    match lang {
        "en" => files!("en"),
        "nb" => files!("nb"),
        "fr" => files!("fr"),
        _ => &[],
    }
}
