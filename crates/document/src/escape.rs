//! Making text safe to stand in markup.

/// HTML text and attribute values. Control characters that HTML forbids become the replacement character.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Where a link may lead: `http:`, `https:`, `mailto:`, or a place in the same site. Others lead nowhere.
#[must_use]
pub fn safe_href(href: &str) -> Option<&str> {
    let href = href.trim();
    let odd = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '\\' | '<' | '>' | '"' | '`');
    if href.is_empty() || href.starts_with("//") || href.contains(odd) {
        return None;
    }
    let before_path = href.split(['/', '?', '#']).next().unwrap_or_default();
    match before_path.split_once(':') {
        None => Some(href),
        Some((scheme, _)) => {
            let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
            known.then_some(href)
        }
    }
}

/// A name fit to be an anchor: letters, digits, `-`, `_`, `.`; everything else becomes `-`.
pub(crate) fn anchor(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect()
}
