//! The recipients of a document, and what its transfers say of them.

use super::super::recipients;
use super::purposes::Purposes;
use super::{Document, is_country};
use crate::draft::{Entry, Names, Part, entry, safeguard, slug, text};
use crate::law::{self, Ground};
use crate::model::{Role, Safeguard};

/// A recipient being put together.
struct Found {
    name: String,
    title: String,
    what: Option<String>,
    role: Option<Role>,
    country: Option<String>,
    representative: Option<String>,
    gets: Vec<String>,
    safeguard: Option<Safeguard>,
    /// The third country a transfer to it names that is not its own.
    stored_in: Option<String>,
}

/// All recipients, in the order of the document.
pub(super) struct Receivers {
    found: Vec<Found>,
}

impl Receivers {
    pub(super) fn read(document: &Document<'_>, purposes: &mut Purposes) -> Receivers {
        let mut all = Receivers { found: Vec::new() };
        let mut names = Names::default();
        let entries = std::mem::take(&mut purposes.entries);
        for (place, at, path) in &entries {
            for recipient in document.reading.entries(&format!("{place}/recipients")) {
                let Some(name) = all.one(document, &recipient, path, &mut names) else { continue };
                if let Some(purpose) = purposes.found.get_mut(*at)
                    && !purpose.shares.contains(&name)
                {
                    purpose.shares.push(name);
                }
            }
        }
        purposes.entries = entries;
        all.transfers(document);
        all
    }

    /// The recipient that stands at a place; its name in the file.
    fn one(&mut self, document: &Document<'_>, place: &str, path: &str, names: &mut Names) -> Option<String> {
        let reading = &document.reading;
        let category = reading.peek(&format!("{place}/category"));
        let title = reading.text(&format!("{place}/name")).or_else(|| category.clone())?;
        reading.done(&format!("{place}/category"));
        let country = reading.peek(&format!("{place}/country")).filter(|country| is_country(country));
        if country.is_some() {
            reading.done(&format!("{place}/country"));
        }
        let representative = reading.text(&format!("{place}/representative/name"));
        let at = self.found.iter().position(|known| known.title == title).unwrap_or_else(|| {
            let short: String = title.chars().take(40).collect();
            let name = names.free(&slug(&short, "recipient"));
            let said = category.filter(|category| *category != title).unwrap_or_default();
            let (what, role) = recipients::role(&said, document.lang());
            let gets = Vec::new();
            self.found.push(Found {
                name,
                title,
                what,
                role,
                country,
                representative,
                gets,
                safeguard: None,
                stored_in: None,
            });
            self.found.len() - 1
        });
        let known = self.found.get_mut(at)?;
        if !known.gets.iter().any(|got| got == path) {
            known.gets.push(path.to_owned());
        }
        Some(known.name.clone())
    }

    /// What each transfer rests on: our own sentence names the recipient; else all of that country.
    fn transfers(&mut self, document: &Document<'_>) {
        let reading = &document.reading;
        for place in reading.entries("/thirdCountryTransfers") {
            let Some(country) = reading.peek(&format!("{place}/country")) else { continue };
            let mut carried = false;
            for key in KEYS {
                let at = format!("{place}/{key}");
                let said = reading.peek(&format!("{at}/description")).unwrap_or_default();
                let named = recipients::safeguard(&said, document.lang());
                let available = reading.peek(&format!("{at}/available")).is_some();
                for found in &mut self.found {
                    let own =
                        named.as_ref().filter(|(title, _)| *title == found.title).map(|(_, held)| *held);
                    let there = found.country.as_ref() == Some(&country) && named.is_none() && available;
                    if let Some(held) = own.or_else(|| guessed(key).filter(|_| there)) {
                        found.safeguard.get_or_insert(held);
                        if own.is_some() && found.country.as_ref() != Some(&country) {
                            found.stored_in = Some(country.clone());
                        }
                        carried = true;
                        reading.done(&format!("{at}/available"));
                        if own.is_some() {
                            reading.done(&at);
                        }
                    }
                }
            }
            if carried {
                reading.done(&format!("{place}/country"));
            }
        }
    }

    /// The section `recipients`, where there are any.
    pub(super) fn written(&self, document: &Document<'_>) -> Option<Entry> {
        let all: Vec<Entry> = self.found.iter().map(|found| found.written(document)).collect();
        (!all.is_empty()).then(|| entry("recipients", Part::Map(all)))
    }
}

const KEYS: [&str; 4] = [
    "adequacyDecision",
    "standardDataProtectionClause",
    "appropriateGuarantees",
    "presenceOfEnforceableRightsAndEffectiveRemedies",
];

/// What a key means where nothing of ours says it.
fn guessed(key: &str) -> Option<Safeguard> {
    match key {
        "adequacyDecision" => Some(Safeguard::Adequacy),
        "standardDataProtectionClause" => Some(Safeguard::Scc),
        _ => None,
    }
}

impl Found {
    fn written(&self, document: &Document<'_>) -> Entry {
        let mut keys = vec![entry("name", text(self.title.clone()))];
        keys.extend(self.what.as_ref().map(|what| entry("what", text(what.clone()))));
        keys.push(match self.role {
            Some(role) => entry("role", Part::word(role.as_str())),
            None => entry("role", Part::word("processor").assumed()).open("its role: TILT has none"),
        });
        let everywhere = self.role.is_some_and(Role::is_everywhere);
        match &self.country {
            Some(country) => keys.push(entry("country", Part::word(country))),
            None if everywhere => {}
            None => keys.push(entry("country", Part::word(&document.country).assumed()).open("its country")),
        }
        keys.extend(self.stored_in.as_ref().map(|country| entry("stored_in", Part::word(country))));
        keys.extend(self.representative.as_ref().map(|name| entry("representative", text(name.clone()))));
        keys.extend(self.protection(document));
        if self.role.unwrap_or(Role::Processor) == Role::Processor {
            let file = text(format!("agreements/{}.pdf", self.name)).assumed();
            keys.push(entry("agreement", file).open("where the contract with it is kept"));
        }
        keys.push(entry("gets", Part::words(&self.gets)));
        entry(&self.name, Part::Map(keys))
    }

    /// The safeguard the document names, where the country has one of that kind.
    fn named(&self, document: &Document<'_>) -> Option<Entry> {
        let country = self.stored_in.as_ref().or(self.country.as_ref())?;
        let rests_on = |held| law::ground(country, Some(held), document.day);
        let held = match self.safeguard? {
            // a decision: the country's own, or the one that is limited to importers who bind themselves
            Safeguard::Adequacy if rests_on(Safeguard::Dpf) == Ground::Held(Safeguard::Dpf) => Safeguard::Dpf,
            Safeguard::Adequacy if rests_on(Safeguard::Adequacy) != Ground::Adequate => return None,
            held => held,
        };
        Some(entry("safeguard", Part::word(held.as_str())))
    }

    /// The safeguard of the document, or what the law would ask for.
    fn protection(&self, document: &Document<'_>) -> Option<Entry> {
        self.named(document).or_else(|| safeguard(self.country.as_ref()?, document.day))
    }
}
