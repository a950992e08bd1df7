//! Which language a page speaks: `?lang=`, else the cookie, else what the browser prefers, else the policy's reference
//! language; never one the policy does not have.

use policy::Languages;

/// The language to speak.
pub(crate) fn choose(
    languages: &Languages,
    asked: Option<&str>,
    cookie: Option<&str>,
    accept: Option<&str>,
) -> String {
    let known = |wanted: &str| languages.all().find(|lang| *lang == wanted).map(str::to_owned);
    asked
        .and_then(known)
        .or_else(|| cookie.and_then(known))
        .or_else(|| accept.and_then(|header| preferred(header).find_map(|wanted| known(&wanted))))
        .unwrap_or_else(|| languages.reference.clone())
}

/// The languages of an `Accept-Language` header, best first, without their regions; Norwegian in any form is `nb`.
fn preferred(header: &str) -> impl Iterator<Item = String> {
    let mut wanted: Vec<(u16, String)> = header.split(',').take(16).filter_map(weighed).collect();
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.into_iter().map(|(_, lang)| lang)
}

fn weighed(part: &str) -> Option<(u16, String)> {
    let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let quality: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
    let language = tag.trim().split('-').next()?.to_ascii_lowercase();
    let language = if matches!(language.as_str(), "no" | "nn") { "nb".to_owned() } else { language };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=1000 just before"
    )]
    let weight = (quality.clamp(0.0, 1.0) * 1000.0) as u16;
    (weight > 0).then_some((weight, language))
}

/// What a language calls itself.
pub(crate) fn own_name(lang: &str) -> &str {
    match lang {
        "en" => "English",
        "nb" => "Norsk",
        "fr" => "Français",
        "de" => "Deutsch",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::choose;
    use policy::Languages;

    #[test]
    fn the_page_speaks_a_language_the_policy_has() {
        let languages = Languages { reference: "en".into(), also: vec!["nb".into()] };
        let cases = [
            (Some("nb"), None, None, "nb"),
            (Some("xx"), Some("nb"), None, "nb"),
            (None, Some("nb"), Some("en"), "nb"),
            (None, None, Some("fr, no;q=0.8, en;q=0.5"), "nb"),
            (None, None, Some("nn-NO"), "nb"),
            (None, None, Some("nb;q=0, en;q=0.1"), "en"),
            (None, None, Some(";;;q=x,,"), "en"),
            (None, None, None, "en"),
        ];
        for (asked, cookie, accept, expected) in cases {
            assert_eq!(
                choose(&languages, asked, cookie, accept),
                expected,
                "{asked:?} {cookie:?} {accept:?}"
            );
        }
    }
}
