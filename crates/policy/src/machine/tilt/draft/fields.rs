//! The fields that a document's categories of data become.

use super::Document;
use crate::draft::{Entry, Names, Part, clean, entry, slug, text};
use crate::shape::is_name;
use std::collections::BTreeMap;

/// A field with its category, and what both are called.
struct Found {
    category: (String, Option<String>),
    field: (String, String),
}

/// The fields, in the order of the document.
#[derive(Default)]
pub(super) struct Fields {
    found: Vec<Found>,
    /// By what they are called, and by the path of our own `_id`.
    known: BTreeMap<String, usize>,
    names: Names,
}

impl Fields {
    /// The path of the field a category of the document means. `own` is the path that our own documents carry.
    pub(super) fn path(&mut self, category: &str, own: Option<&str>) -> String {
        let key = own.unwrap_or(category).to_owned();
        let next = self.found.len();
        let at = *self.known.entry(key).or_insert(next);
        if at == next {
            let new = self.new_field(category, own);
            self.found.push(new);
        }
        self.found.get(at).map(Found::path).unwrap_or_default()
    }

    fn new_field(&mut self, said: &str, own: Option<&str>) -> Found {
        let split = said.split_once(": ").filter(|(group, field)| !group.is_empty() && !field.is_empty());
        let (group, title) = split.map_or((None, said), |(group, field)| (Some(clean(group)), field));
        let own = own.and_then(|path| path.split_once('.')).filter(|(c, f)| is_name(c) && is_name(f));
        if let Some((category, field)) = own {
            return Found { category: (category.into(), group), field: (field.into(), clean(title)) };
        }
        let category = group.as_deref().map_or_else(|| "data".to_owned(), |group| slug(group, "data"));
        let field = self.names.free(&slug(title, "field"));
        Found { category: (category, group), field: (field, clean(title)) }
    }

    /// The section `data`.
    pub(super) fn written(&self, document: &Document<'_>) -> Part {
        let mut names: Vec<&str> = Vec::new();
        for found in &self.found {
            if !names.contains(&found.category.0.as_str()) {
                names.push(&found.category.0);
            }
        }
        let category = |name: &str| {
            let own = || self.found.iter().filter(|found| found.category.0 == name);
            let title = own().find_map(|found| found.category.1.clone());
            let title = title.unwrap_or_else(|| document.say().reference("draft-data"));
            let fields = own().map(Found::written).collect();
            entry(name, Part::Map(vec![entry("title", text(title)), entry("fields", Part::Map(fields))]))
        };
        Part::Map(names.into_iter().map(category).collect())
    }
}

impl Found {
    fn path(&self) -> String {
        format!("{}.{}", self.category.0, self.field.0)
    }

    fn written(&self) -> Entry {
        let (name, title) = &self.field;
        let kind = kind(&format!("{name} {}", title.to_lowercase()));
        let keys = vec![entry("kind", Part::word(kind)), entry("title", text(title.clone()))];
        entry(name, Part::Map(keys))
    }
}

/// What a field is, by the words it is called: TILT has no kinds. The first that fits; text where none does. Special
/// categories are never guessed: they would need a ground that nobody has stated.
const KINDS: [(&str, &[&str]); 20] = [
    ("email", &["email", "e-mail", "e-post", "courriel", "électronique"]),
    ("password", &["password", "passord", "passwort", "kennwort", "mot de passe"]),
    ("username", &["username", "user name", "brukernavn", "benutzername", "utilisateur"]),
    ("ip", &["ip-", "ip address", "ip "]),
    ("cookie", &["cookie", "informasjonskapsel"]),
    ("birth-date", &["birth", "fødselsdato", "geburtsdatum", "naissance"]),
    ("phone", &["phone", "mobile", "telefon", "mobil", "téléphone"]),
    ("bank-account", &["bank account", "iban", "kontonummer", "bancaire"]),
    ("card", &["credit card", "payment card", "kreditkarte", "betalingskort", "carte"]),
    ("postcode", &["postal code", "postcode", "zip", "postleitzahl", "postnummer"]),
    ("location", &["location", "position", "standort", "posisjon", "localisation"]),
    ("address", &["address", "adresse", "anschrift", "street"]),
    ("organisation", &["company", "organisation", "firma", "bedrift", "société", "entreprise"]),
    ("picture", &["picture", "photo", "image", "bild", "bilde", "foto"]),
    ("gender", &["gender", "kjønn", "geschlecht", "genre"]),
    ("device", &["device", "browser", "gerät", "nettleser", "operating system", "appareil"]),
    ("activity", &["activity", "usage", "page", "search", "clicks", "nutzung"]),
    ("message", &["message", "melding", "nachricht", "content"]),
    ("country", &["country", "land", "pays"]),
    ("name", &["name", "navn", "nom"]),
];

fn kind(words: &str) -> &'static str {
    let fits = |signs: &&[&str]| signs.iter().any(|sign| words.contains(sign));
    KINDS.iter().find(|(_, signs)| fits(signs)).map_or("text", |(kind, _)| kind)
}
