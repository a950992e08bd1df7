//! Everyone who may be used for a purpose, with conditions.
//!
//! An audience is the gate's own answer about everybody, kept as a bitmap: made by one pass, kept up as standings
//! change, made anew when the day changes. There is no second set of rules.

use std::collections::BTreeMap;

use roaring::RoaringBitmap;

use crate::deadline::begin;
use crate::gate::Gate;
use crate::packed::country;
use crate::people::Id;
use crate::question::Ask;

/// How many different questions are kept.
const KEPT: usize = 64;

/// The audiences of one gate.
///
/// INVARIANT: what is kept is of `day`; [`Audiences::changed`] is told of every standing that is set.
#[derive(Debug, Default)]
pub struct Audiences {
    day: Option<u16>,
    kept: BTreeMap<Ask, RoaringBitmap>,
    countries: BTreeMap<u8, RoaringBitmap>,
    counted: u32,
}

/// People found, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Their ids.
    pub ids: Vec<Id>,
    /// The number after which the next page begins; none: this was the last.
    pub after: Option<u32>,
}

impl Audiences {
    /// Says that somebody's standing was set.
    pub fn changed(&mut self, gate: &Gate, number: u32) {
        for (ask, found) in &mut self.kept {
            if gate.judged(ask, number).allows() {
                found.insert(number);
            } else {
                found.remove(number);
            }
        }
        if number < self.counted {
            self.countries.values_mut().for_each(|of| _ = of.remove(number));
            self.lives(gate, number);
        }
    }

    /// How many there are: everybody, or those of one country.
    #[must_use]
    pub fn count(&mut self, gate: &Gate, ask: &Ask, country: Option<&str>) -> u64 {
        self.prepare(gate, ask);
        let found = self.among(gate, ask, country);
        let now = |number: &u32| !gate.reason(ask, *number).allows();
        let ended =
            gate.people.beside.keys().filter(|number| found.contains(**number) && now(number)).count();
        found.len() - ended as u64
    }

    /// Up to `most` of them, from the number after `after` on.
    #[must_use]
    pub fn page(
        &mut self,
        gate: &Gate,
        ask: &Ask,
        country: Option<&str>,
        after: Option<u32>,
        most: usize,
    ) -> Page {
        self.prepare(gate, ask);
        let of = country.map(|code| gate.rules().channels.country(Some(code)));
        let (Some(found), none) = (self.kept.get(&key(ask)), RoaringBitmap::new()) else {
            return Page { ids: Vec::new(), after: None };
        };
        let lives = of.map(|of| if of == 0 { &none } else { self.countries.get(&of).unwrap_or(&none) });
        let from = after.map_or(Some(0), |after| after.checked_add(1));
        let numbers = from.into_iter().flat_map(|from| found.range(from..));
        let numbers = numbers.filter(|number| lives.is_none_or(|lives| lives.contains(*number)));
        let mut page = Page { ids: Vec::with_capacity(most.min(found.len() as usize)), after: None };
        // The words are asked again: a short period may have ended within the day.
        for number in numbers.filter(|number| gate.reason(ask, *number).allows()) {
            if page.ids.len() == most {
                return page;
            }
            page.ids.extend(gate.id(number));
            page.after = Some(number);
        }
        page.after = None;
        page
    }

    fn among(&self, gate: &Gate, ask: &Ask, country: Option<&str>) -> RoaringBitmap {
        let found = self.kept.get(&key(ask)).cloned().unwrap_or_default();
        let Some(code) = country else { return found };
        let of = gate.rules().channels.country(Some(code));
        self.countries.get(&of).filter(|_| of != 0).map(|lives| found & lives).unwrap_or_default()
    }

    /// Makes what is asked for, where it is not kept.
    fn prepare(&mut self, gate: &Gate, ask: &Ask) {
        if self.day != Some(ask.at.day) {
            self.kept.clear();
            self.day = Some(ask.at.day);
        }
        self.live_in(gate);
        if self.kept.contains_key(&key(ask)) {
            return;
        }
        if self.kept.len() >= KEPT {
            self.kept.pop_first();
        }
        let all = 0..u32::try_from(gate.len()).unwrap_or(u32::MAX);
        let found = all.filter(|number| gate.judged(&key(ask), *number).allows());
        let found = RoaringBitmap::from_sorted_iter(found).unwrap_or_default();
        self.kept.insert(key(ask), found);
    }

    /// Enters the countries of those who came since.
    fn live_in(&mut self, gate: &Gate) {
        let all = u32::try_from(gate.len()).unwrap_or(u32::MAX);
        (self.counted..all).for_each(|number| self.lives(gate, number));
        self.counted = all;
    }

    fn lives(&mut self, gate: &Gate, number: u32) {
        if let Some(words) = gate.people.words(gate.layout(), number) {
            self.countries.entry(country(words.bytes)).or_default().insert(number);
        }
    }

    /// The bytes of memory it takes, about.
    #[must_use]
    pub fn size(&self) -> usize {
        self.kept.values().chain(self.countries.values()).map(RoaringBitmap::serialized_size).sum()
    }
}

/// A question as its day begins: what is kept is of one day, and who is in it at noon was in it before.
fn key(ask: &Ask) -> Ask {
    ask.at(begin(ask.at.day))
}
