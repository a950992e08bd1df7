//! From the words to what counts for a question.

use super::{DAYS, DECODED, ERASED, HEAD, PER_WORD, Profiles, flag};
use crate::judge::{Cell, Consent, Person, Said, View};
use crate::question::Ask;
use crate::rules::SLOTS;

/// One subject's words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words<'a> {
    pub bytes: &'a [u8],
    pub beside: &'a [u64],
}

/// Whether the standing itself is kept.
#[inline]
pub(crate) fn is_beside(bytes: &[u8]) -> bool {
    flags(bytes) & flag::BESIDE != 0
}

/// The number of the country.
#[inline]
pub(crate) fn country(bytes: &[u8]) -> u8 {
    flags(bytes).to_le_bytes()[1]
}

/// What counts for a question without a record.
#[inline]
pub(crate) fn view(profiles: &Profiles, words: Words<'_>, ask: &Ask) -> View {
    View { person: person(flags(words.bytes)), cell: cell(profiles, words, ask) }
}

#[inline]
fn flags(bytes: &[u8]) -> u32 {
    bytes.first_chunk().map_or(0, |head| u32::from_le_bytes(*head))
}

#[inline]
fn person(flags: u32) -> Person {
    let mut channels = [Said::Nothing; SLOTS.len()];
    let mut rest = flags >> flag::CHANNELS;
    for said in &mut channels {
        *said = match rest & 3 {
            0 => Said::Nothing,
            1 => Said::Allowed,
            _ => Said::Refused,
        };
        rest >>= 2;
    }
    Person {
        known: flags & flag::KNOWN != 0,
        restricted: flags & flag::RESTRICTED != 0,
        too_young: flags & flag::TOO_YOUNG != 0,
        customer: flags & flag::CUSTOMER != 0,
        country: flags.to_le_bytes()[1],
        channels,
    }
}

#[inline]
fn cell(profiles: &Profiles, words: Words<'_>, ask: &Ask) -> Cell {
    let byte = words.bytes.get(HEAD + usize::from(ask.purpose)).copied().unwrap_or(ERASED);
    let state = byte & 31;
    let (bare, consent, against) = DECODED.get(usize::from(state)).copied().unwrap_or(DECODED[0]);
    let consent = if consent == Consent::Active && ended(words, ask) { Consent::Expired } else { consent };
    Cell {
        erased: state == ERASED,
        grounded: match ask.data {
            None => bare,
            Some(data) => came_with(profiles, words.bytes, ask.purpose, data),
        },
        consent,
        against,
        opted_out: ask.recipient.is_some_and(|recipient| refused(words.beside, recipient)),
        over: passed(words.bytes, byte >> 5, ask),
    }
}

/// Whether data came with a purpose, or was instructed for it.
fn came_with(profiles: &Profiles, bytes: &[u8], purpose: u16, data: u16) -> bool {
    let number = bytes.get(4..6).and_then(<[u8]>::first_chunk).map(|two| u16::from_le_bytes(*two));
    number.and_then(|number| profiles.get(number)).is_some_and(|profile| profile.grounds(purpose, data))
}

/// Whether a consent to the purpose has run out.
#[inline]
fn ended(words: Words<'_>, ask: &Ask) -> bool {
    if flags(words.bytes) & flag::ENDS == 0 {
        return false;
    }
    let word = words.beside.get(usize::from(ask.purpose) / PER_WORD).copied().unwrap_or(0);
    let place = (word >> (3 * (usize::from(ask.purpose) % PER_WORD))) & 7;
    passed(words.bytes, place as u8, ask)
}

/// Whether one of the record's days has come.
#[inline]
fn passed(bytes: &[u8], place: u8, ask: &Ask) -> bool {
    let at = 4 + 2 * usize::from(place);
    let within = (1..=DAYS).contains(&usize::from(place));
    let day = bytes.get(at..at + 2).and_then(<[u8]>::first_chunk).map(|two| u16::from_le_bytes(*two));
    within && day.is_some_and(|day| day <= ask.at.day)
}

#[inline]
fn refused(words: &[u64], recipient: u16) -> bool {
    let word = words.get(usize::from(recipient) / PER_WORD).copied().unwrap_or(0);
    (word >> (3 * PER_WORD + usize::from(recipient) % PER_WORD)) & 1 == 1
}
