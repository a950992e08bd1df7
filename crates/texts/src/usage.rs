//! Finds message ids in source and template text, so that tests can hold code and catalogue against each other.

/// The ids that a source text asks for literally: `.say("id")`, `.with("area-id", …)`, also over a line break. A message
/// with variables has its area before a hyphen, which tells it from the name of a variable.
#[must_use]
pub fn ids_in(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for call in [".say(", ".with("] {
        for (at, _) in source.match_indices(call) {
            let rest = source.get(at + call.len()..).unwrap_or_default().trim_start();
            if let Some(literal) = rest.strip_prefix('"')
                && let Some((id, _)) = literal.split_once('"')
                && is_id(id)
                && (call == ".say(" || id.contains('-'))
            {
                found.push(id);
            }
        }
    }
    found
}

fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
