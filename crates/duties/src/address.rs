//! What counts as an e-mail address here: one mail can be sent to, and one the blind index takes.

use vault::IdentifierKind;

/// Whether it has a domain with a dot, at most 254 bytes (RFC 5321), and can be looked up.
pub(crate) fn is_email(value: &str) -> bool {
    let options =
        email_address::Options::default().with_required_tld().without_display_text().without_domain_literal();
    value.len() <= 254
        && email_address::EmailAddress::parse_with_options(value, options).is_ok()
        && vault::normalise(IdentifierKind::Email, value).is_ok()
}
