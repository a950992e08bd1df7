//! The purposes of a document. An entry of `dataDisclosed` is about a category of data; ours is about a purpose, so that
//! what entries say of the same purpose is brought together.

use super::super::{basis, disclosed, keep};
use super::Document;
use super::fields::Fields;
use crate::draft::{Entry, Names, Part, entry, slug, text};
use crate::model::{Anchor, Basis, Ground, Length, Origin, Then};
use crate::shape::is_name;

/// A purpose being put together.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) name: String,
    why: Option<String>,
    basis: Option<Basis>,
    ground: Option<Ground>,
    law: Option<String>,
    interest: Option<String>,
    pub(super) uses: Vec<String>,
    pub(super) shares: Vec<String>,
    period: Option<Period>,
    duty: Option<&'static str>,
    consequence: Option<String>,
    from: Vec<&'static str>,
}

/// A period with what limits it.
#[derive(Debug, Clone)]
struct Period {
    length: Length,
    from: Option<Anchor>,
    /// The moment in the document's own words, where none of ours says it.
    moment: Option<String>,
    limits: [Option<Length>; 3],
    then: Then,
    law: Option<String>,
}

/// All purposes, with the places of the entries each was read from.
pub(super) struct Purposes {
    pub(super) found: Vec<Found>,
    /// Each entry: its place, the purpose's place in `found`, its field.
    pub(super) entries: Vec<(String, usize, String)>,
    names: Names,
}

/// Service, purpose and field of an `_id` of our own.
fn own(id: &str) -> Option<(&str, &str)> {
    let mut parts = id.splitn(3, '/');
    let (_, purpose, path) = (parts.next()?, parts.next()?, parts.next()?);
    let named = path.split_once('.').is_some_and(|(c, f)| is_name(c) && is_name(f));
    (is_name(purpose) && named).then_some((purpose, path))
}

impl Purposes {
    pub(super) fn read(document: &Document<'_>, fields: &mut Fields) -> Purposes {
        let mut all = Purposes { found: Vec::new(), entries: Vec::new(), names: Names::default() };
        for place in document.reading.entries("/dataDisclosed") {
            all.entry(document, &place, fields);
        }
        all.sources(document);
        if all.found.is_empty() {
            let path = fields.path(&document.say().reference("draft-data"), None);
            all.found.push(Found { name: "purpose".to_owned(), uses: vec![path], ..Found::default() });
        }
        all
    }

    /// One entry of `dataDisclosed`: each of its purposes gets the field and what is said beside.
    fn entry(&mut self, document: &Document<'_>, place: &str, fields: &mut Fields) {
        let reading = &document.reading;
        let id = reading.text(&format!("{place}/_id")).unwrap_or_default();
        let own = own(&id);
        let category = reading.text(&format!("{place}/category"));
        let category = category.unwrap_or_else(|| document.say().reference("draft-data"));
        let path = fields.path(&category, own.map(|(_, path)| path));
        let mut whys = Vec::new();
        for at in reading.entries(&format!("{place}/purposes")) {
            let why = reading.text(&format!("{at}/purpose"));
            if why.is_some() && reading.peek(&format!("{at}/description")) == why {
                reading.done(&format!("{at}/description"));
            }
            whys.push(why.or_else(|| reading.text(&format!("{at}/description"))));
        }
        if whys.is_empty() {
            whys.push(None);
        }
        for why in whys {
            let at = self.place_of(why, own.map(|(purpose, _)| purpose));
            self.entries.push((place.to_owned(), at, path.clone()));
            if let Some(found) = self.found.get_mut(at) {
                found.read(document, place, &path);
            }
        }
    }

    /// Where the purpose stands that is called so; it is new where none is.
    fn place_of(&mut self, why: Option<String>, own: Option<&str>) -> usize {
        let known = self.found.iter().position(|found| match own {
            Some(name) => found.name == name,
            None => found.why == why,
        });
        known.unwrap_or_else(|| {
            let short: String = why.as_deref().unwrap_or("purpose").chars().take(40).collect();
            let name = self.names.free(&own.map_or_else(|| slug(&short, "purpose"), str::to_owned));
            self.found.push(Found { name, why, ..Found::default() });
            self.found.len() - 1
        })
    }

    /// Where data comes from, in our own words or as publicly available; anything else stays unread.
    fn sources(&mut self, document: &Document<'_>) {
        let reading = &document.reading;
        for place in reading.entries("/sources") {
            let id = reading.peek(&format!("{place}/_id")).unwrap_or_default();
            let Some(found) =
                own(&id).and_then(|(name, _)| self.found.iter_mut().find(|one| one.name == name))
            else {
                continue;
            };
            reading.done(&format!("{place}/_id"));
            reading.done(&format!("{place}/dataCategory"));
            for at in reading.entries(&format!("{place}/sources")) {
                let said = reading.peek(&format!("{at}/description")).unwrap_or_default();
                let known = Origin::WORDS.iter().filter_map(|(word, _)| Origin::parse(word));
                if let Some(origin) =
                    known.into_iter().find(|origin| disclosed::origin_said(*origin, document.lang()) == said)
                {
                    reading.done(&at);
                    if !found.from.contains(&origin.as_str()) {
                        found.from.push(origin.as_str());
                    }
                }
            }
        }
    }

    pub(super) fn written(&self, document: &Document<'_>) -> Part {
        Part::Map(self.found.iter().map(|found| found.written(document)).collect())
    }
}

impl Found {
    /// What an entry says beside the purpose. What contradicts what an earlier entry said stays unread, and is told.
    fn read(&mut self, document: &Document<'_>, place: &str, path: &str) {
        if !self.uses.iter().any(|used| used == path) {
            self.uses.push(path.to_owned());
        }
        self.bases(document, place);
        self.interests(document, place);
        self.storage(document, place);
        self.non_disclosure(document, place);
    }

    fn bases(&mut self, document: &Document<'_>, place: &str) {
        let reading = &document.reading;
        for at in reading.entries(&format!("{place}/legalBases")) {
            let Some(reference) = reading.peek(&format!("{at}/reference")) else { continue };
            let fits = match (basis::basis(&reference), basis::ground(&reference)) {
                (Some(basis), _) => *self.basis.get_or_insert(basis) == basis,
                (None, Some(ground)) => *self.ground.get_or_insert(ground) == ground,
                (None, None) => *self.law.get_or_insert(reference.clone()) == reference,
            };
            if fits {
                reading.done(&format!("{at}/reference"));
                self.own_words(document, &at, &reference);
            }
        }
    }

    /// The description of a basis is read where it is ours: the policy says it again by itself.
    fn own_words(&self, document: &Document<'_>, at: &str, reference: &str) {
        let texts = document::texts::texts(document.lang());
        let ours = [
            self.basis.map(|basis| texts.say(&format!("document-basis-{}", basis.as_str()))),
            self.ground.map(|ground| texts.say(&format!("document-ground-{}", ground.as_str()))),
            Some(reference.to_owned()),
        ];
        let place = format!("{at}/description");
        if document.reading.peek(&place).is_some_and(|said| ours.iter().flatten().any(|own| *own == said)) {
            document.reading.done(&place);
        }
    }

    fn interests(&mut self, document: &Document<'_>, place: &str) {
        let reading = &document.reading;
        for at in reading.entries(&format!("{place}/legitimateInterests")) {
            let Some(reason) = reading.peek(&format!("{at}/reasoning")) else { continue };
            self.basis.get_or_insert(Basis::LegitimateInterest);
            if *self.interest.get_or_insert_with(|| reason.clone()) == reason {
                reading.done(&at);
            }
        }
    }

    fn storage(&mut self, document: &Document<'_>, place: &str) {
        let reading = &document.reading;
        for storage in reading.entries(&format!("{place}/storage")) {
            let Some(period) = period(document, &storage) else { continue };
            let known = self.period.get_or_insert_with(|| period.clone());
            if known.length == period.length && known.from == period.from {
                done_of(document, &storage, &period);
            }
        }
    }

    fn non_disclosure(&mut self, document: &Document<'_>, place: &str) {
        let reading = &document.reading;
        let at = format!("{place}/nonDisclosure");
        let law = reading.yes(&format!("{at}/legalRequirement"));
        let contract = reading.yes(&format!("{at}/contractualRegulation"));
        let must = reading.yes(&format!("{at}/obligationToProvide"));
        let said = reading.peek(&format!("{at}/consequences"));
        let duty = match (law, contract || must, said.is_some()) {
            (true, ..) => Some("law"),
            (_, true, _) => Some("contract"),
            (.., true) => Some("voluntary"),
            _ => None,
        };
        self.duty = self.duty.or(duty);
        if said.is_some()
            && self.consequence.get_or_insert_with(|| said.clone().unwrap_or_default())
                == &said.unwrap_or_default()
        {
            reading.done(&format!("{at}/consequences"));
        }
    }

    fn written(&self, document: &Document<'_>) -> Entry {
        let say = document.say();
        let mut keys = vec![match &self.why {
            Some(why) => entry("why", text(why.clone())),
            None => {
                entry("why", text(say.reference("draft-open-why")).assumed()).open("what is it used for?")
            }
        }];
        keys.push(match self.basis {
            Some(basis) => entry("basis", Part::word(basis.as_str())),
            None => entry("basis", Part::word(Basis::LegitimateInterest.as_str()).assumed())
                .open("the legal basis (GDPR Art. 6(1)): the document names none"),
        });
        keys.extend(self.beside_basis(document));
        keys.push(entry("uses", Part::words(&self.uses)));
        if !self.shares.is_empty() {
            keys.push(entry("shares_with", Part::words(&self.shares)));
        }
        keys.push(self.kept());
        if !self.from.is_empty() {
            keys.push(entry("from", Part::words(&self.from)));
        }
        keys.extend(self.duty.map(|duty| entry("duty", Part::word(duty))));
        keys.extend(self.consequence.as_ref().map(|said| entry("consequence", text(said.clone()))));
        entry(&self.name, Part::Map(keys))
    }

    fn beside_basis(&self, document: &Document<'_>) -> Vec<Entry> {
        let open = |id: &str| text(document.say().reference(id)).assumed();
        let mut keys = Vec::new();
        match (self.basis.unwrap_or(Basis::LegitimateInterest), &self.interest) {
            (_, Some(interest)) => keys.push(entry("interest", text(interest.clone()))),
            (Basis::LegitimateInterest, None) => {
                keys.push(entry("interest", open("draft-open-interest")).open("which interest?"));
            }
            _ => {}
        }
        match (self.basis, &self.law) {
            (_, Some(law)) => keys.push(entry("law", text(law.clone()))),
            (Some(Basis::LegalObligation), None) => {
                keys.push(entry("law", open("draft-open-law")).open("which law obliges?"));
            }
            _ => {}
        }
        keys.extend(self.ground.map(|ground| entry("ground", Part::word(ground.as_str()))));
        keys
    }

    fn kept(&self) -> Entry {
        let Some(period) = &self.period else {
            let unknown = vec![
                entry("for", Part::word("1 year").assumed()),
                entry("from", Part::word("collection").assumed()),
            ];
            return entry("keep", Part::Map(unknown)).open("how long is it kept, and from when?");
        };
        let (from, open) = match &period.from {
            Some(from) => (Part::word(anchor_word(from)), false),
            None => (Part::word("collection").assumed(), true),
        };
        let mut keys = vec![entry("for", Part::word(period.length.to_string())), entry("from", from)];
        keys.extend(period.moment.as_ref().map(|moment| entry("moment", text(moment.clone()))));
        if period.then != Then::Delete {
            keys.push(entry("then", Part::word(period.then.as_str())));
        }
        let limits = ["at_least", "at_most", "isolated_for"].iter().zip(period.limits);
        keys.extend(limits.filter_map(|(key, length)| Some(entry(key, Part::word(length?.to_string())))));
        keys.extend(period.law.as_ref().map(|law| entry("law", text(law.clone()))));
        let keep = entry("keep", Part::Map(keys));
        if open { keep.open("from when does the period count?") } else { keep }
    }
}

fn anchor_word(anchor: &Anchor) -> String {
    if let Anchor::Event(name) = anchor {
        return format!("event:{name}");
    }
    let known = Anchor::WORDS.iter().find(|(word, _)| Anchor::parse(word).as_ref() == Some(anchor));
    known.map_or("collection", |(word, _)| word).to_owned()
}

/// The first length of an entry of `storage`; the further ones where their sentences are ours.
fn period(document: &Document<'_>, place: &str) -> Option<Period> {
    let reading = &document.reading;
    let lang = document.lang();
    let mut found: Option<Period> = None;
    for at in reading.entries(&format!("{place}/temporal")) {
        let Some(length) = reading.peek(&format!("{at}/ttl")).as_deref().and_then(keep::length) else {
            continue;
        };
        let said = reading.peek(&format!("{at}/description")).unwrap_or_default();
        match &mut found {
            None => {
                let known = keep::anchor(&said, length, lang);
                let own = keep::moment(&said, length, lang).filter(|_| known.is_none());
                let (event, moment) = own.unzip();
                found = Some(Period {
                    length,
                    from: known.or(event),
                    moment,
                    limits: [None; 3],
                    then: Then::Delete,
                    law: None,
                });
            }
            Some(period) => {
                let fits = keep::LIMITS.iter().position(|id| keep::say(lang, id, length) == said);
                if let Some(limit) = fits.and_then(|at| period.limits.get_mut(at)) {
                    *limit = Some(length);
                }
            }
        }
    }
    let mut period = found?;
    let texts = document::texts::texts(lang);
    let after = reading.peek(&format!("{place}/purposeConditional")).unwrap_or_default();
    let known = [Then::Anonymise, Then::Isolate];
    let then = known.into_iter().find(|then| texts.say(&format!("document-then-{}", then.as_str())) == after);
    period.then =
        then.unwrap_or(if matches!(period.limits, [.., Some(_)]) { Then::Isolate } else { Then::Delete });
    period.law = reading.peek(&format!("{place}/legalBasisConditional"));
    Some(period)
}

/// Marks of an entry of `storage` what its period carries.
fn done_of(document: &Document<'_>, place: &str, period: &Period) {
    let reading = &document.reading;
    reading.done(&format!("{place}/aggregationFunction"));
    if period.law.is_some() {
        reading.done(&format!("{place}/legalBasisConditional"));
    }
    if period.then != Then::Delete {
        reading.done(&format!("{place}/purposeConditional"));
    }
    let lang = document.lang();
    for (nth, at) in reading.entries(&format!("{place}/temporal")).enumerate() {
        let length = reading.peek(&format!("{at}/ttl")).as_deref().and_then(keep::length);
        let said = reading.peek(&format!("{at}/description")).unwrap_or_default();
        let limit =
            length.is_some_and(|length| keep::LIMITS.iter().any(|id| keep::say(lang, id, length) == said));
        if nth == 0 && period.from.is_some() || limit {
            reading.done(&at);
        } else if nth == 0 {
            reading.done(&format!("{at}/ttl"));
        }
    }
}
