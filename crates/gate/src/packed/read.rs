//! From a record to what counts for a question.

use super::{DAYS, DECODED, ERASED, HEAD, Layout, PER_WORD, Profiles, flag};
use crate::judge::{Cell, Consent, Person, Said, View};
use crate::question::Ask;
use crate::rules::SLOTS;

/// Where in a record a question looks: which word, and how far its bits are from the right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    purpose: (usize, u32),
    ends: (usize, u32),
    refused: Option<(usize, u32)>,
    day: u16,
}

/// What a question sees of one record. Read in one go, so that the records of many can be on their way at once.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    /// Flags, profile and days.
    head: u128,
    /// The purpose's state, five bits, and which of the days is its deadline, three.
    purpose: u8,
    /// Which of the days its consent ends.
    ends: u8,
    /// Whether the recipient is refused.
    pub refused: bool,
}

impl Places {
    pub fn of(layout: Layout, ask: &Ask) -> Self {
        let (purpose, behind) = (usize::from(ask.purpose), layout.front());
        let byte = HEAD + purpose;
        let refused = |recipient: u16| {
            let recipient = usize::from(recipient);
            (behind + recipient / PER_WORD, (3 * PER_WORD + recipient % PER_WORD) as u32)
        };
        Self {
            purpose: (byte / 8, 8 * (byte % 8) as u32),
            ends: (behind + purpose / PER_WORD, 3 * (purpose % PER_WORD) as u32),
            refused: ask.recipient.map(refused),
            day: ask.at.day,
        }
    }

    /// Looks there.
    #[inline]
    pub fn see(&self, record: &[u64]) -> Seen {
        let word = |at: usize| record.get(at).copied().unwrap_or(0);
        Seen {
            head: u128::from(word(0)) | u128::from(word(1)) << 64,
            purpose: (word(self.purpose.0) >> self.purpose.1) as u8,
            ends: (word(self.ends.0) >> self.ends.1) as u8 & 7,
            refused: self.refused.is_some_and(|(at, shift)| word(at) >> shift & 1 == 1),
        }
    }

    /// Whether one of the record's days has come.
    #[inline]
    fn passed(&self, seen: &Seen, place: u8) -> bool {
        let within = (1..=DAYS as u8).contains(&place);
        let day = (seen.head >> (32 + 16 * u32::from(place.min(DAYS as u8)))) as u16;
        within & (day <= self.day)
    }

    /// Whether the purpose's period is over.
    #[inline]
    pub fn over(&self, seen: &Seen) -> bool {
        self.passed(seen, seen.purpose >> 5)
    }

    /// Whether a consent to it has run out.
    #[inline]
    pub fn ended(&self, seen: &Seen) -> bool {
        self.passed(seen, seen.ends)
    }
}

impl Seen {
    #[inline]
    pub const fn flags(&self) -> u32 {
        self.head as u32
    }

    /// The purpose's state.
    #[inline]
    pub const fn state(&self) -> u8 {
        self.purpose & 31
    }

    /// The number of the country.
    #[inline]
    pub const fn country(&self) -> u8 {
        (self.head >> flag::COUNTRY) as u8
    }

    /// What was said of a channel, by its slot.
    #[inline]
    pub const fn said(&self, slot: usize) -> Said {
        match (self.flags() >> (flag::CHANNELS as usize + 2 * slot)) & 3 {
            0 => Said::Nothing,
            1 => Said::Allowed,
            _ => Said::Refused,
        }
    }

    /// Whether data came with a purpose, or was instructed for it.
    pub fn came_with(&self, profiles: &Profiles, purpose: u16, data: u16) -> bool {
        let profile = profiles.get((self.head >> 32) as u16);
        profile.is_some_and(|profile| profile.grounds(purpose, data))
    }

    fn person(&self) -> Person {
        let flags = self.flags();
        let mut channels = [Said::Nothing; SLOTS.len()];
        channels.iter_mut().zip(0..).for_each(|(one, slot)| *one = self.said(slot));
        Person {
            known: flags & flag::KNOWN != 0,
            restricted: flags & flag::RESTRICTED != 0,
            too_young: flags & flag::TOO_YOUNG != 0,
            customer: flags & flag::CUSTOMER != 0,
            country: self.country(),
            channels,
        }
    }
}

/// Whether the standing itself is kept.
#[inline]
pub(crate) fn is_beside(record: &[u64]) -> bool {
    record.first().is_some_and(|word| *word as u32 & flag::BESIDE != 0)
}

/// The number of the country.
#[inline]
pub(crate) fn country(record: &[u64]) -> u8 {
    record.first().map_or(0, |word| (*word >> flag::COUNTRY) as u8)
}

/// What counts for a question without a record.
#[inline]
pub(crate) fn view(profiles: &Profiles, places: &Places, seen: &Seen, ask: &Ask) -> View {
    let (bare, consent, against) = DECODED.get(usize::from(seen.state())).copied().unwrap_or(DECODED[0]);
    let ran_out = consent == Consent::Active && places.ended(seen);
    let cell = Cell {
        erased: seen.state() >= ERASED,
        grounded: ask.data.map_or(bare, |data| seen.came_with(profiles, ask.purpose, data)),
        consent: if ran_out { Consent::Expired } else { consent },
        against,
        opted_out: seen.refused,
        over: places.over(seen),
    };
    View { person: seen.person(), cell }
}
