//! Every answer to one question, worked out beforehand: for who asks the same of many.
//!
//! Contract: [`Answers::reason`] says of everybody what [`Gate::reason`] says. The rules (`judge`) are asked once for
//! each combination of what can count; a decision then is a place in a table, and no branch waits for memory.
//!
//! Absences: questions about one record have no table; they are asked one by one.

use policy::law::ChannelRule;

use crate::gate::{Decision, Gate};
use crate::judge::{Cell, Consent, Person, Said, View, judge};
use crate::packed::{DECODED, ERASED, Places, Seen, code, flag};
use crate::question::Ask;
use crate::reason::Reason;
use crate::rules::{Rules, SLOTS, slot};

/// The bits of a place: four flags, five of the purpose's state, whether it is over, whether the recipient is refused;
/// then how the channel stands.
const STATE: usize = 4;
const OVER: usize = 9;
const REFUSED: usize = 10;
const REACH: usize = 11;
/// How many records are fetched together: about as many as a processor can wait for at once.
const AHEAD: usize = 16;
/// The flags that count here.
const FLAGS: u32 = flag::KNOWN | flag::RESTRICTED | flag::TOO_YOUNG | flag::CUSTOMER;

/// How a channel can stand: by the law of the person's country, or by what they said.
const REACHES: [(Said, Option<ChannelRule>); 5] = [
    (Said::Nothing, Some(ChannelRule::OptOut)),
    (Said::Nothing, Some(ChannelRule::SoftOptIn)),
    (Said::Nothing, Some(ChannelRule::OptIn)),
    (Said::Allowed, None),
    (Said::Refused, None),
];

/// A state once its consent has run out.
const RUN_OUT: [u8; 32] = {
    let mut all = [0; 32];
    let mut state = 0;
    while state < 32 {
        #[expect(
            clippy::indexing_slicing,
            reason = "evaluated when compiling: out of bounds does not compile"
        )]
        {
            let (grounded, consent, against) = DECODED[state];
            let given = state < ERASED as usize && matches!(consent, Consent::Active);
            all[state] = if given { code(grounded, Consent::Expired, against) } else { state as u8 };
        }
        state += 1;
    }
    all
};

/// One question, answered for everybody in a gate.
#[derive(Debug)]
pub struct Answers<'g> {
    gate: &'g Gate,
    ask: Ask,
    places: Places,
    unready: Option<Reason>,
    /// The reason of each place; empty for a question that has no table.
    reasons: Vec<Reason>,
    /// How the law of each country lets the channel reach people: a place in [`REACHES`].
    law: [u8; 256],
    /// The channel's slot, where its permission counts.
    slot: Option<usize>,
}

impl Gate {
    /// The answers to one question, worked out for all who may be asked about.
    #[must_use]
    pub fn answers(&self, ask: &Ask) -> Answers<'_> {
        Answers::of(self, ask)
    }
}

impl<'g> Answers<'g> {
    /// Works them out: a few thousand judgements.
    pub(crate) fn of(gate: &'g Gate, ask: &Ask) -> Self {
        let rules = gate.rules();
        let slot = ask.channel.and_then(slot);
        let (law, countries) = slot.map_or(([0; 256], [0; 3]), |slot| by_law(rules, ask, slot));
        let ways = if slot.is_some() { REACHES.len() } else { 1 };
        let all = if ask.record.is_some() { 0 } else { ways << REACH };
        let reasons = (0..all).map(|place| judge(rules, ask, &view(place, slot, &countries))).collect();
        let places = Places::of(gate.layout(), ask);
        Self { gate, ask: *ask, places, unready: gate.ready(ask).err(), reasons, law, slot }
    }

    /// Whether the use is allowed, of somebody by number.
    #[must_use]
    #[inline]
    pub fn decide(&self, number: u32) -> Decision {
        Decision::of(self.reason(number), self.gate.rules().policy)
    }

    /// The reason alone.
    #[must_use]
    #[inline]
    pub fn reason(&self, number: u32) -> Reason {
        match self.unready {
            Some(reason) => reason,
            None => self.judged(number),
        }
    }

    /// The reasons of many, in their order. The records of the next few are fetched together, so that their ways from
    /// memory overlap: at random among millions it is several times as quick as one by one.
    pub fn each(&self, numbers: impl IntoIterator<Item = u32>, mut told: impl FnMut(u32, Reason)) {
        match self.unready {
            Some(reason) => numbers.into_iter().for_each(|number| told(number, reason)),
            None => self.each_judged(numbers, told),
        }
    }

    /// The same, whether or not the gate is fresh.
    pub(crate) fn each_judged(
        &self,
        numbers: impl IntoIterator<Item = u32>,
        mut told: impl FnMut(u32, Reason),
    ) {
        let mut numbers = numbers.into_iter();
        let mut ahead = [(0, None); AHEAD];
        loop {
            let mut fetched = 0;
            for (place, number) in ahead.iter_mut().zip(&mut numbers) {
                *place = (number, self.seen(number));
                fetched += 1;
            }
            ahead
                .iter()
                .take(fetched)
                .for_each(|(number, seen)| told(*number, self.answer(*number, seen.as_ref())));
            if fetched < AHEAD {
                return;
            }
        }
    }

    /// What the rules say of a number, whether or not the gate is fresh.
    #[inline]
    pub(crate) fn judged(&self, number: u32) -> Reason {
        self.answer(number, self.seen(number).as_ref())
    }

    #[inline]
    fn seen(&self, number: u32) -> Option<Seen> {
        self.gate.record(number).map(|record| self.places.see(record))
    }

    #[inline]
    fn answer(&self, number: u32, seen: Option<&Seen>) -> Reason {
        let Some(seen) = seen else { return Reason::SubjectUnknown };
        let known = self.reasons.get(self.place(seen)).filter(|_| seen.flags() & flag::BESIDE == 0);
        known.copied().unwrap_or_else(|| self.gate.judged(&self.ask, number))
    }

    /// Where somebody stands in the table.
    #[inline]
    fn place(&self, seen: &Seen) -> usize {
        let state = seen.state();
        let ran_out = RUN_OUT.get(usize::from(state)).copied().unwrap_or(ERASED);
        let state = if self.places.ended(seen) { ran_out } else { state };
        let came = |data| u8::from(seen.came_with(self.gate.profiles(), self.ask.purpose, data));
        let state = self.ask.data.map_or(state, |data| (state & !1) | came(data));
        let place = (seen.flags() & FLAGS) as usize
            | usize::from(state) << STATE
            | usize::from(self.places.over(seen)) << OVER
            | usize::from(seen.refused) << REFUSED;
        self.slot.map_or(place, |slot| place | self.reach(seen, slot) << REACH)
    }

    /// How the channel stands for somebody: a place in [`REACHES`].
    #[inline]
    fn reach(&self, seen: &Seen, slot: usize) -> usize {
        let by_law = self.law.get(usize::from(seen.country())).copied().unwrap_or(0);
        match seen.said(slot) {
            Said::Nothing => usize::from(by_law),
            Said::Allowed => 3,
            Said::Refused => 4,
        }
    }
}

/// For each country a place in [`REACHES`]; for each of the law's three a country where it holds.
fn by_law(rules: &Rules, ask: &Ask, slot: usize) -> ([u8; 256], [u8; 3]) {
    let (mut law, mut countries) = ([0; 256], [0; 3]);
    for (country, place) in (0..=u8::MAX).zip(&mut law) {
        let rule = Some(rules.channels.rule(country, slot, ask.at));
        let found = REACHES.iter().position(|(_, known)| *known == rule).unwrap_or(0);
        *place = found as u8;
        countries.iter_mut().skip(found).take(1).for_each(|one| *one = country);
    }
    (law, countries)
}

/// What counts at a place of the table.
fn view(place: usize, slot: Option<usize>, countries: &[u8; 3]) -> View {
    let has = |bit: usize| place >> bit & 1 == 1;
    let state = place >> STATE & 31;
    let (grounded, consent, against) = DECODED.get(state).copied().unwrap_or(DECODED[0]);
    let reach = place >> REACH;
    let mut channels = [Said::Nothing; SLOTS.len()];
    let said = REACHES.get(reach).map_or(Said::Nothing, |(said, _)| *said);
    channels.iter_mut().skip(slot.unwrap_or(SLOTS.len())).take(1).for_each(|one| *one = said);
    let flag = |flag: u32| place as u32 & flag != 0;
    View {
        person: Person {
            known: flag(flag::KNOWN),
            restricted: flag(flag::RESTRICTED),
            too_young: flag(flag::TOO_YOUNG),
            customer: flag(flag::CUSTOMER),
            country: countries.get(reach).copied().unwrap_or(0),
            channels,
        },
        cell: Cell {
            erased: state >= usize::from(ERASED),
            grounded,
            consent,
            against,
            over: has(OVER),
            opted_out: has(REFUSED),
        },
    }
}
