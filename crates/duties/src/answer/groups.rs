//! The groups of an answer (WE-11): contact; user name, password, unique id; gender, birth date; payment card;
//! pictures, videos; marketing and cookie preferences; then the policy's own categories (orders, invoices …).

use policy::{Kind, Policy};
use texts::texts;

/// The fixed groups, in the order an answer shows them. The policy's other categories come after them.
pub const FIXED: [&str; 6] = ["contact", "account", "about-you", "payment", "pictures", "preferences"];

/// Categories of a policy that speak of choices: they belong to the preferences, whatever their fields are.
const PREFERENCES: [&str; 4] = ["preferences", "marketing", "cookies", "cookie-preferences"];

/// The group of a field, "contact.email".
pub fn group_of(policy: &Policy, field: &str) -> String {
    let category = field.split_once('.').map_or(field, |(category, _)| category);
    if PREFERENCES.contains(&category) {
        return "preferences".to_owned();
    }
    let fixed = policy.field(field).and_then(|known| fixed(known.kind));
    fixed.unwrap_or(category).to_owned()
}

/// What a kind of field is, wherever it stands. Names and addresses stay with their category: the address on an
/// invoice is part of the invoice.
fn fixed(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Username | Kind::Password | Kind::Id => Some("account"),
        Kind::Gender | Kind::BirthDate | Kind::Age | Kind::NationalId => Some("about-you"),
        Kind::Card | Kind::BankAccount => Some("payment"),
        Kind::Picture | Kind::Video => Some("pictures"),
        _ => None,
    }
}

/// Whether it is one of the fixed groups (contact, account …) rather than a category of the policy's own.
pub fn is_fixed(key: &str) -> bool {
    FIXED.contains(&key)
}

/// The group's title.
pub fn title(policy: &Policy, key: &str, lang: &str) -> String {
    if is_fixed(key) {
        return texts(lang).say(&format!("answer-group-{key}"));
    }
    let named =
        policy.category(key).map(|category| category.title.get(lang)).filter(|title| !title.is_empty());
    named.map_or_else(|| words(key), ToOwned::to_owned)
}

/// Where a group stands among the others.
pub fn position(policy: &Policy, key: &str) -> usize {
    let fixed = FIXED.iter().position(|known| *known == key);
    let own = || policy.data.iter().position(|category| category.name == key).unwrap_or(policy.data.len());
    fixed.unwrap_or_else(|| FIXED.len() + own())
}

/// A technical name in words: `order_lines` is "Order lines".
pub fn words(name: &str) -> String {
    let spaced = name.replace(['_', '-', '.'], " ");
    let mut letters = spaced.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
