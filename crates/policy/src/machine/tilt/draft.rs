//! A first policy from a TILT document.

mod fields;
mod purposes;
mod receivers;

use super::reading::Reading;
use crate::draft::{Entry, Part, Sentences, authority, clean, entry, promises, representative, slug, text};
use crate::shape::{is_email, is_name, is_url};
use fields::Fields;
use jiff::civil::Date;
use purposes::Purposes;
use receivers::Receivers;
use serde_json::Value;

/// A policy made from another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The text of the policy. It compiles; what the document leaves open is `assumed` in it.
    pub text: String,
    /// What the document says and the policy does not: where it stands, and what it says.
    pub told: Vec<String>,
}

/// What all parts of the document share.
struct Document<'j> {
    reading: Reading<'j>,
    languages: Vec<String>,
    country: String,
    day: Date,
}

impl Document<'_> {
    fn lang(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    fn say(&self) -> Sentences<'_> {
        Sentences::new(&self.languages)
    }
}

/// The first policy that a TILT document gives; `today` dates it where the document has no day.
pub fn from_tilt(json: &Value, today: Date) -> Imported {
    let reading = Reading::new(json);
    let lang =
        reading.text("/meta/language").filter(|lang| is_language(lang)).unwrap_or_else(|| "en".to_owned());
    let country = reading.peek("/controller/country").filter(|country| is_country(country));
    if country.is_some() {
        reading.done("/controller/country");
    }
    let day = day(&reading).unwrap_or(today);
    let document = Document {
        reading,
        languages: vec![lang],
        country: country.clone().unwrap_or_else(|| "DE".into()),
        day,
    };
    let sections = sections(&document, country.is_some());
    let told = document.reading.unread();
    Imported { text: Part::Map(sections).file(&head(&document, &told)), told }
}

fn is_language(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// The code of a country.
pub(super) fn is_country(text: &str) -> bool {
    document::texts::is_country(text)
}

/// The day the document was changed last, as far as it says one that is a day.
fn day(reading: &Reading<'_>) -> Option<Date> {
    let read = |place: &str| {
        let day = reading.peek(place)?.get(..10)?.parse().ok()?;
        reading.done(place);
        Some(day)
    };
    let created = read("/meta/created");
    read("/meta/modified").or(created)
}

/// What stands above the policy: where it comes from, and what it does not carry.
fn head(document: &Document<'_>, told: &[String]) -> Vec<String> {
    let named = document.reading.peek("/meta/name").map(|name| format!(" of {name}")).unwrap_or_default();
    let mut head = vec![format!("A privacy policy{named}, from TILT by `abide import tilt`.")];
    head.push("What is `assumed` is an open question: answer it, and take the mark away.".to_owned());
    if !told.is_empty() {
        head.push(String::new());
        head.push("What the TILT document says besides, and this policy does not carry:".to_owned());
        head.extend(told.iter().map(|line| format!("- {line}")));
    }
    head
}

fn sections(document: &Document<'_>, country_known: bool) -> Vec<Entry> {
    let reading = &document.reading;
    let mut fields = Fields::default();
    let mut purposes = Purposes::read(document, &mut fields);
    let receivers = Receivers::read(document, &mut purposes);
    let name = reading.text("/meta/name").or_else(|| reading.peek("/controller/name"));
    let id = reading.peek("/meta/_id").filter(|id| is_name(id) && !id.contains('_'));
    if id.is_some() {
        reading.done("/meta/_id");
    }
    let name = name.unwrap_or_else(|| "service".to_owned());
    let service = id.unwrap_or_else(|| slug(&name, "service").replace('_', "-"));
    // The hash, the number and the state are those of the document, not of this policy.
    for place in ["/meta/_hash", "/meta/version", "/meta/status", "/assumed"] {
        reading.done(place);
    }
    let languages = entry("languages", Part::Map(vec![entry("reference", Part::word(document.lang()))]));
    let mut all = vec![
        entry("abide", Part::word(1)),
        entry("service", Part::word(service.clone())),
        entry("title", text(name)),
        entry("version", Part::word(document.day)),
        languages,
        controller(document, &service, country_known),
        supervisor(document),
        entry("minimum_age", Part::word(0).assumed()).open("from which age may people use the service?"),
        automated(document),
    ];
    all.extend(representative(&document.country, document.day, &document.say()));
    all.push(entry("data", fields.written(document)));
    all.push(entry("purposes", purposes.written(document)));
    all.extend(receivers.written(document));
    all.extend(promises());
    all
}

fn controller(document: &Document<'_>, service: &str, country_known: bool) -> Entry {
    let reading = &document.reading;
    let text_at = |place: &str| reading.text(place);
    let name = text_at("/controller/name").or_else(|| reading.peek("/meta/name"));
    let mut keys = vec![match name.clone() {
        Some(name) => entry("name", text(name)),
        None => entry("name", text(service).assumed()).open("the legal name"),
    }];
    let country = Part::word(&document.country);
    keys.push(match country_known {
        true => entry("country", country),
        false => entry("country", country.assumed())
            .open("the country: the document names none by its two letters"),
    });
    keys.push(match text_at("/controller/address") {
        Some(address) => entry("address", text(address)),
        None => entry("address", text(document.say().reference("draft-open-address")).assumed())
            .open("the address"),
    });
    keys.push(email(document, service));
    keys.extend(text_at("/controller/representative/phone").map(|phone| entry("phone", text(phone))));
    if reading.peek("/controller/representative/name") == name {
        reading.done("/controller/representative/name");
    }
    keys.extend(website(document));
    keys.extend(officer(document));
    entry("controller", Part::Map(keys))
}

/// The mail address: whoever is written to, else where access is asked for.
fn email(document: &Document<'_>, service: &str) -> Entry {
    let places =
        ["/controller/representative/email", "/rightToInformation/email", "/accessAndDataPortability/email"];
    let found = places.iter().find_map(|place| {
        let email = document.reading.peek(place).filter(|email| is_email(email))?;
        document.reading.done(place);
        Some(email)
    });
    if let Some(email) = &found {
        for right in RIGHTS {
            let place = format!("/{right}/email");
            if document.reading.peek(&place).as_ref() == Some(email) {
                document.reading.done(&place);
            }
        }
    }
    match found {
        Some(email) => entry("email", text(email)),
        None => entry("email", text(format!("privacy@{service}.example")).assumed()).open("the mail address"),
    }
}

const RIGHTS: [&str; 6] = [
    "accessAndDataPortability",
    "rightToInformation",
    "rightToRectificationOrDeletion",
    "rightToDataPortability",
    "rightToWithdrawConsent",
    "rightToComplain",
];

/// The site: of our own pages the address without the page.
fn website(document: &Document<'_>) -> Option<Entry> {
    let url = document.reading.peek("/meta/url")?;
    let site = url.strip_suffix("/policy").unwrap_or(&url).to_owned();
    if url.starts_with("urn:abide:") {
        document.reading.done("/meta/url");
    }
    if !(is_url(&site) && site.starts_with("http")) {
        return None;
    }
    document.reading.done("/meta/url");
    for right in RIGHTS {
        let place = format!("/{right}/url");
        if document.reading.peek(&place) == Some(format!("{site}/privacy")) {
            document.reading.done(&place);
        }
    }
    Some(entry("website", text(site)))
}

fn officer(document: &Document<'_>) -> Option<Entry> {
    let at = |key: &str| document.reading.text(&format!("/dataProtectionOfficer/{key}"));
    let email = document.reading.peek("/dataProtectionOfficer/email").filter(|email| is_email(email));
    if email.is_some() {
        document.reading.done("/dataProtectionOfficer/email");
    }
    if document.reading.peek("/dataProtectionOfficer/country").as_deref() == Some(document.country.as_str()) {
        document.reading.done("/dataProtectionOfficer/country");
    }
    let known = [("name", at("name")), ("email", email), ("phone", at("phone")), ("address", at("address"))];
    let keys: Vec<Entry> =
        known.into_iter().filter_map(|(key, value)| Some(entry(key, text(value?)))).collect();
    (!keys.is_empty()).then(|| entry("officer", Part::Map(keys)))
}

/// The authority the document names, else that of the country.
fn supervisor(document: &Document<'_>) -> Entry {
    let reading = &document.reading;
    let at = "/rightToComplain/supervisoryAuthority";
    let Some(name) = reading.text(&format!("{at}/name")) else {
        return authority(&document.country, &document.say());
    };
    let country = reading.peek(&format!("{at}/country")).filter(|country| is_country(country));
    if country.is_some() {
        reading.done(&format!("{at}/country"));
    }
    let country = country.unwrap_or_else(|| document.country.clone());
    let mut keys = vec![entry("name", text(name.clone())), entry("country", Part::word(&country))];
    let site = reading.peek("/rightToComplain/url").filter(|url| is_url(url) && url.starts_with("http"));
    if site.is_some() {
        reading.done("/rightToComplain/url");
    }
    keys.extend(site.map(|site| entry("website", text(site))));
    keys.extend(reading.text(&format!("{at}/address")).map(|address| entry("address", text(address))));
    // How to reach an authority that is known here stands in the law's own data.
    if crate::law::authority(&country).is_some_and(|known| known.name == name) {
        for key in ["email", "phone"] {
            reading.done(&format!("{at}/{key}"));
        }
    }
    entry("authority", Part::Map(keys))
}

fn automated(document: &Document<'_>) -> Entry {
    let reading = &document.reading;
    let at = "/automatedDecisionMaking";
    let said = reading.text(&format!("{at}/logicInvolved"));
    let effects = reading.text(&format!("{at}/scopeAndIntendedEffects"));
    let in_use = reading.peek(&format!("{at}/inUse")).is_some();
    reading.done(&format!("{at}/inUse"));
    let all: Vec<String> = match (said, effects) {
        (Some(said), Some(effects)) if said != effects => vec![said, effects],
        (said, effects) => said.or(effects).into_iter().collect(),
    };
    let question = "is anything decided about people without a human (GDPR Art. 22)?";
    match (all.is_empty(), in_use) {
        (false, _) => entry("automated_decisions", text(clean(&all.join(" ")))),
        (true, true) => {
            let said = document.say().reference("draft-open-automated");
            entry("automated_decisions", text(said).assumed()).open("by which logic, with which effect?")
        }
        (true, false) => entry("automated_decisions", Part::word("none").assumed()).open(question),
    }
}
