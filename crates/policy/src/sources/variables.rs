//! Variables of the environment, which a policy does not know.

use super::faults;
use crate::diagnostic::Diagnostic;
use crate::tree::{Node, NodeKind, Scalar};

/// Tells of every variable that a text names.
pub(super) fn tell(node: &Node, told: &mut Vec<Diagnostic>) {
    match &node.kind {
        NodeKind::Mapping(entries) => {
            for entry in entries {
                told.extend(named(&entry.key));
                tell(&entry.value, told);
            }
        }
        NodeKind::Sequence(items) => items.iter().for_each(|item| tell(item, told)),
        NodeKind::Scalar(scalar) => told.extend(named(scalar)),
        NodeKind::Missing | NodeKind::Broken => {}
    }
}

fn named(scalar: &Scalar) -> Option<Diagnostic> {
    let text = scalar.text.as_str();
    let variable = text.match_indices('$').find_map(|(at, _)| variable(text, at))?;
    let message = format!("`{variable}` names a variable of the environment, which a policy does not know");
    let help =
        "write the value out; secrets and what differs between machines belong to the server's settings";
    Some(faults::VARIABLE.breach(message).at(scalar.span).help(help))
}

/// The variable that begins at this `$`: `${name}`, or `$NAME` in capitals and not inside a word.
fn variable(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at + 1..)?;
    if let Some(inner) = rest.strip_prefix('{') {
        let name = inner.split('}').next()?;
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        return (begins && name.len() < inner.len()).then(|| text.get(at..at + name.len() + 3))?;
    }
    let inside = text.get(..at)?.ends_with(|c: char| c.is_alphanumeric());
    let length =
        rest.bytes().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || *b == b'_').count();
    let begins = rest.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
    let ends = !rest.get(length..)?.starts_with(|c: char| c.is_alphabetic());
    (!inside && begins && ends).then(|| text.get(at..at + 1 + length))?
}

#[cfg(test)]
mod tests {
    use super::variable;

    #[test]
    fn variables_are_told_from_amounts() {
        let found = |text: &'static str| text.match_indices('$').find_map(|(at, _)| variable(text, at));
        assert_eq!(found("${SMTP_URL}"), Some("${SMTP_URL}"));
        assert_eq!(found("smtp://${user:-x}@host"), Some("${user:-x}"));
        assert_eq!(found("a $KEY b"), Some("$KEY"));
        assert_eq!(found("$_"), Some("$_"));
        for text in ["US$ 10", "$10", "US$EUR", "$", "$Example", "${", "${}", "${1}", "${a"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
