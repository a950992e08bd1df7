//! The people who buy in the demo's shop.

use super::random::Random;
use super::words::{COMPANIES, FIRST, LAST, PLACES, STREETS};

/// A customer, as the shop's database knows one.
pub struct Customer {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub mobile: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub birth_date: Option<String>,
    pub gender: Option<&'static str>,
    pub company: Option<&'static str>,
    /// Days before today.
    pub since: i64,
    pub referred_by: Option<i64>,
    pub username: String,
}

/// The person the demo invites you to be: always the first customer, with orders in every year.
pub const YOU: (&str, &str) = ("Kari Nordmann", "kari.nordmann@kunde.example");

/// Makes customer `id` (1, 2, …).
pub fn customer(id: i64, random: &mut Random) -> Customer {
    let name =
        if id == 1 { YOU.0.to_owned() } else { format!("{} {}", random.pick(FIRST), random.pick(LAST)) };
    let place = usize::try_from(random.below(PLACES.len() as u64)).ok().and_then(|at| PLACES.get(at));
    let (postcode, city) = place.copied().unwrap_or_default();
    let company = (id != 1 && random.chance(30)).then(|| random.pick(COMPANIES));
    let since = if id == 1 { 6 * 365 } else { random.between(10, 6 * 365) };
    Customer {
        id,
        email: email(id, &name, company, random),
        mobile: format!(
            "+47 {} {:02} {:03}",
            random.between(900, 999),
            random.below(100),
            random.below(1000)
        ),
        street: format!("{} {}", random.pick(STREETS), random.between(1, 140)),
        postcode: postcode.to_owned(),
        city: city.to_owned(),
        birth_date: random.chance(60).then(|| birth(random)),
        gender: random.chance(40).then(|| random.pick(&["female", "male", "other"])),
        company,
        since,
        referred_by: (id > 2 && random.chance(12)).then(|| random.between(1, id - 1)),
        username: format!("{}{id}", ascii(name.split(' ').next().unwrap_or_default())),
        name,
    }
}

fn birth(random: &mut Random) -> String {
    format!("{}-{:02}-{:02}", random.between(1948, 2004), random.between(1, 12), random.between(1, 28))
}

/// As in real shops: some addresses in mixed case, a few mailboxes shared by several people of one company.
fn email(id: i64, name: &str, company: Option<&str>, random: &mut Random) -> String {
    if id == 1 {
        return YOU.1.to_owned();
    }
    if let Some(company) = company.filter(|_| random.chance(10)) {
        return format!("post@{}.example", ascii(company).replace('.', "-"));
    }
    let local = format!("{}.{id}", ascii(name));
    if random.chance(9) {
        format!("{}@Kunde.Example", capital(&local))
    } else {
        format!("{local}@kunde.example")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// Letters an old shop system takes for an address; words are joined by dots.
fn ascii(text: &str) -> String {
    let fold = |letter: char| match letter {
        'æ' | 'Æ' => "ae".to_owned(),
        'ø' | 'Ø' | 'ó' | 'Ó' | 'ö' => "o".to_owned(),
        'å' | 'Å' | 'á' | 'Á' | 'ä' | 'ầ' => "a".to_owned(),
        'é' | 'è' | 'ë' | 'ễ' | 'É' => "e".to_owned(),
        'ü' | 'ú' | 'Ü' => "u".to_owned(),
        'ç' => "c".to_owned(),
        'í' | 'ı' => "i".to_owned(),
        ' ' | '-' => ".".to_owned(),
        other if other.is_ascii_alphanumeric() => other.to_ascii_lowercase().to_string(),
        _ => String::new(),
    };
    let folded: String = text.chars().map(fold).collect();
    folded.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_one_and_ends_in_example() {
        let mut random = Random::new(3);
        for id in 1..3000 {
            let customer = customer(id, &mut random);
            assert!(
                customer.email.is_ascii() && customer.email.to_lowercase().ends_with(".example"),
                "{}",
                customer.email
            );
            assert!(customer.referred_by.is_none_or(|other| other < id));
        }
    }
}
