//! "Did you mean …?"

/// What people write for a word of the language. It counts only where that word is one of those known.
const OTHERWISE: &[(&str, &[&str])] = &[
    ("address", &["postal-address", "street"]),
    ("authority", &["supervisory-authority", "dpa", "regulator"]),
    ("birth-date", &["dob", "birthday", "birthdate", "date-of-birth"]),
    ("activity", &["analytics", "usage", "log", "history"]),
    ("bank-account", &["iban"]),
    ("choice", &["select", "option", "enum"]),
    ("contract", &["performance-of-a-contract", "necessity"]),
    ("country", &["nation", "location", "jurisdiction"]),
    ("email", &["mail", "e-mail", "mail-address"]),
    ("fields", &["items", "columns", "properties"]),
    ("file", &["attachment", "upload"]),
    ("flag", &["boolean", "bool", "checkbox"]),
    ("for", &["period", "duration", "length", "retention"]),
    ("gets", &["data", "receives", "fields", "categories"]),
    ("health", &["medical"]),
    ("keep", &["retention", "retention-period", "storage", "kept", "stored-for", "period"]),
    ("kind", &["type"]),
    ("lasts", &["duration", "lifetime", "expires", "max-age"]),
    ("law", &["legal-reference", "article"]),
    ("legal-obligation", &["law", "legal-duty", "statute"]),
    ("legitimate-interest", &["interest"]),
    ("location", &["gps", "geolocation", "position"]),
    ("message", &["comment", "free-text"]),
    ("minimum_age", &["age", "min-age", "age-limit"]),
    ("money", &["amount", "price", "currency"]),
    ("name", &["full-name", "first-name", "last-name", "surname"]),
    ("national-id", &["ssn", "personal-number", "social-security-number"]),
    ("number", &["integer", "int", "float", "numeric"]),
    ("officer", &["dpo", "data-protection-officer"]),
    ("organisation", &["organization", "company"]),
    ("phone", &["telephone", "mobile", "tel", "cell"]),
    ("picture", &["photo", "image", "avatar"]),
    ("processor", &["data-processor", "subprocessor", "vendor"]),
    ("safeguard", &["transfer", "transfer-mechanism"]),
    ("shares_with", &["recipients", "share-with", "shared-with", "sharing", "third-parties"]),
    ("text", &["string", "str"]),
    ("title", &["label", "heading", "display-name"]),
    ("uses", &["data", "fields", "categories", "data-categories"]),
    ("version", &["date", "dated", "updated", "last-updated", "effective-date"]),
    ("what", &["description", "service", "does"]),
    ("website", &["url", "web", "site", "homepage", "link"]),
    ("why", &["description", "reason", "purpose", "text"]),
    ("answer", &["deadline", "response", "respond-within"]),
    ("within", &["deadline", "time-limit"]),
];

/// The word of the language that is meant by what was written: the nearest, another word for it, or one that stands
/// in it.
pub(super) fn intended<'a>(written: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    nearest(written, known.clone())
        .or_else(|| otherwise(written, known.clone()))
        .or_else(|| inside(written, known))
}

fn otherwise<'a>(written: &str, mut known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let written: String = written.trim().chars().map(|c| if c == ' ' { '-' } else { same(c) }).collect();
    let mut meant = OTHERWISE.iter().filter(|(_, others)| others.contains(&written.as_str()));
    meant.find_map(|(word, _)| known.clone().find(|one| one == word)).or_else(|| {
        // A known word with blanks or lines between its parts, whatever their kind.
        known.find(|one| one.chars().map(same).eq(written.chars()))
    })
}

/// The one known word that is a part of what was written: `basis` in `legal_basis`.
fn inside<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.get(..64).unwrap_or(written).to_lowercase();
    let parts: Vec<&str> = written.split([' ', '-', '_', '.', '/']).filter(|part| part.len() > 2).collect();
    let mut held = known.filter(|word| parts.contains(word));
    let first = held.next()?;
    held.next().is_none().then_some(first)
}

/// The word nearest to what was written, if it is near enough to be meant.
pub(crate) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.chars().take(64).collect();
    let most = (written.len() / 3).clamp(1, 4);
    let near = known.map(|word| (distance(&written, word), word)).filter(|(d, _)| *d <= most);
    near.min_by_key(|(d, _)| *d).map(|(_, word)| word)
}

/// How many letters must change, counting `_` and `-` as the same and two swapped letters as one change.
fn distance(written: &[char], word: &str) -> usize {
    let word: Vec<char> = word.chars().take(64).map(same).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (i, a) in written.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in word.iter().enumerate() {
            let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(usize::MAX / 2);
            let change = usize::from(same(*a) != *b);
            let mut least = (at(&row, j) + change).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0
                && j > 0
                && written.get(i - 1).map(|c| same(*c)) == Some(*b)
                && word.get(j - 1) == Some(&same(*a));
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

fn same(c: char) -> char {
    if c == '_' { '-' } else { c.to_ascii_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::intended;

    #[test]
    fn what_people_write_leads_to_the_word_of_the_language() {
        let keys = ["why", "basis", "uses", "shares_with", "keep", "law"];
        for (written, wanted) in [
            ("bassis", Some("basis")),
            ("legal_basis", Some("basis")),
            ("Legal basis", Some("basis")),
            ("retention-period", Some("keep")),
            ("recipients", Some("shares_with")),
            ("description", Some("why")),
            ("basis_and_law", None),
            ("colour", None),
        ] {
            assert_eq!(intended(written, keys.into_iter()), wanted, "{written}");
        }
        assert_eq!(
            intended("recipients", ["why", "keep"].into_iter()),
            None,
            "only words that are known there"
        );
    }
}
