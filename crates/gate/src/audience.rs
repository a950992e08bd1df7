//! Everyone who may be used for a purpose, with conditions.
//!
//! An audience is the gate's own answer about everybody, kept as a bitmap: made by a pass, in stretches where that is
//! asked for ([`Audiences::prepare`]), kept up as standings change, made anew when the day changes. There is no second set
//! of rules.

use std::collections::BTreeMap;
use std::ops::Range;

use roaring::RoaringBitmap;

use crate::deadline::begin;
use crate::gate::Gate;
use crate::packed::country;
use crate::people::Id;
use crate::question::Ask;

/// How many different questions are kept: those asked last.
const KEPT: usize = 64;

/// The audiences of one gate.
///
/// INVARIANT: what is kept is of `day`; [`Audiences::changed`] is told of every standing that is set.
#[derive(Debug, Default)]
pub struct Audiences {
    day: Option<u16>,
    kept: BTreeMap<Ask, Kept>,
    countries: BTreeMap<u8, RoaringBitmap>,
    counted: u32,
    /// How often an audience was asked for: the clock by which they grow old.
    uses: u64,
}

/// One audience: who is in it, of the numbers below `seen`.
#[derive(Debug, Default)]
struct Kept {
    found: RoaringBitmap,
    seen: u32,
    used: u64,
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
        // whom the pass has not come to yet it judges as they are then
        for (ask, kept) in self.kept.iter_mut().filter(|(_, kept)| number < kept.seen) {
            if gate.judged(ask, number).allows() {
                kept.found.insert(number);
            } else {
                kept.found.remove(number);
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
        self.finish(gate, ask);
        let found = self.among(gate, ask, country);
        found.len() - ended(gate, ask, &found)
    }

    /// How many of those who were in it as the day began are not any more: a short period of theirs ended. With the
    /// policy, the ledger's position and the day it says who is in it, for within a day nobody comes back without an
    /// entry.
    #[must_use]
    pub fn ended(&mut self, gate: &Gate, ask: &Ask) -> u64 {
        self.finish(gate, ask);
        self.kept.get(&key(ask)).map_or(0, |kept| ended(gate, ask, &kept.found))
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
        self.finish(gate, ask);
        let none = RoaringBitmap::new();
        let found = self.kept.get(&key(ask)).map_or(&none, |kept| &kept.found);
        let lives = country.map(|code| self.lives_there(gate, code).unwrap_or(&none));
        // the smaller of the two is gone through
        let (few, many) = match lives {
            Some(lives) if lives.len() < found.len() => (lives, Some(found)),
            lives => (found, lives),
        };
        let from = after.map_or(Some(0), |after| after.checked_add(1));
        let numbers = from.into_iter().flat_map(|from| few.range(from..));
        let numbers = numbers.filter(|number| many.is_none_or(|many| many.contains(*number)));
        let mut page = Page { ids: Vec::with_capacity(most.min(few.len() as usize)), after: None };
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
        let found = self.kept.get(&key(ask)).map(|kept| kept.found.clone()).unwrap_or_default();
        let Some(code) = country else { return found };
        self.lives_there(gate, code).map(|lives| found & lives).unwrap_or_default()
    }

    /// Who lives in a country; none for one that is not known.
    fn lives_there(&self, gate: &Gate, code: &str) -> Option<&RoaringBitmap> {
        let of = gate.rules().channels.country(Some(code));
        self.countries.get(&of).filter(|_| of != 0)
    }

    /// Makes what is asked for, where it is not kept, by looking at up to `most` people more; whether that is all of it.
    /// Between two calls the gate may change, as long as [`Audiences::changed`] is told.
    #[must_use]
    pub fn prepare(&mut self, gate: &Gate, ask: &Ask, most: u32) -> bool {
        if self.day != Some(ask.at.day) {
            self.kept.clear();
            self.day = Some(ask.at.day);
        }
        let all = u32::try_from(gate.len()).unwrap_or(u32::MAX);
        let some = |seen: u32| seen..all.min(seen.saturating_add(most)).max(seen);
        self.live_in(gate, some(self.counted));
        let kept = self.kept(&key(ask));
        let range = some(kept.seen);
        kept.seen = range.end;
        // working the question out pays for many, and mostly there is nobody left to look at
        if !range.is_empty() {
            let found = &mut kept.found;
            gate.answers(&key(ask)).each_judged(range, |number, reason| {
                // each is greater than those in it
                if reason.allows() {
                    found.try_push(number).ok();
                }
            });
        }
        kept.seen == all && self.counted == all
    }

    fn finish(&mut self, gate: &Gate, ask: &Ask) {
        while !self.prepare(gate, ask, u32::MAX) {}
    }

    /// What is kept of a question, used now. Where there are too many, the one that nobody asked for the longest goes.
    fn kept(&mut self, ask: &Ask) -> &mut Kept {
        self.uses += 1;
        if !self.kept.contains_key(ask) && self.kept.len() >= KEPT {
            let oldest = self.kept.iter().min_by_key(|(_, kept)| kept.used).map(|(ask, _)| *ask);
            oldest.and_then(|oldest| self.kept.remove(&oldest));
        }
        let kept = self.kept.entry(*ask).or_default();
        kept.used = self.uses;
        kept
    }

    /// Enters the countries of those who came since.
    fn live_in(&mut self, gate: &Gate, some: Range<u32>) {
        self.counted = some.end;
        some.for_each(|number| self.lives(gate, number));
    }

    fn lives(&mut self, gate: &Gate, number: u32) {
        if let Some(record) = gate.record(number) {
            self.countries.entry(country(record)).or_default().insert(number);
        }
    }

    /// The bytes of memory it takes, about.
    #[must_use]
    pub fn size(&self) -> usize {
        let found = self.kept.values().map(|kept| &kept.found);
        found.chain(self.countries.values()).map(RoaringBitmap::serialized_size).sum()
    }
}

/// Only a standing that is kept itself has periods that end within a day: words have whole days.
fn ended(gate: &Gate, ask: &Ask, found: &RoaringBitmap) -> u64 {
    let over = |number: &&u32| found.contains(**number) && !gate.reason(ask, **number).allows();
    gate.people.beside.keys().filter(over).count() as u64
}

/// A question as its day begins: what is kept is of one day, and who is in it at noon was in it before.
fn key(ask: &Ask) -> Ask {
    ask.at(begin(ask.at.day))
}
