//! From a standing to its words.

use jiff::Timestamp;
use policy::Anchor;

use super::{DAYS, ERASED, HEAD, Layout, PER_WORD, Packed, Profiles, code, flag};
use crate::deadline::{Moment, whole_day};
use crate::judge::{Against, Consent, Person, Said};
use crate::question::Ask;
use crate::rules::{PurposeRule, Rules};
use crate::standing::{ConsentState, Standing};
use crate::view;

/// The words of a standing; none where they cannot say it exactly.
pub(crate) fn pack(rules: &Rules, standing: &Standing, profiles: &mut Profiles) -> Option<Packed> {
    let layout = Layout::of(rules.purposes.len(), rules.recipients.len());
    let mut packed = Packed { bytes: vec![0; layout.bytes], words: vec![0; layout.words] };
    let mut days = Days::default();
    let mut some_end = false;
    for (purpose, number) in rules.purposes.iter().zip(0..) {
        let ask = bare(number);
        let (state, deadline) = state(rules, purpose, standing, &ask)?;
        let deadline = days.place(deadline)?;
        *packed.bytes.get_mut(HEAD + usize::from(number))? = state | deadline << 5;
        let ends = standing.consents.get(&purpose.name).filter(|one| one.state == ConsentState::Given);
        let ends = days.place(ends.and_then(|consent| consent.ends()))?;
        some_end |= ends > 0;
        *packed.words.get_mut(usize::from(number) / PER_WORD)? |=
            u64::from(ends) << (3 * (usize::from(number) % PER_WORD));
    }
    refused(rules, standing, &mut packed.words)?;
    let profile = profiles.of(rules, standing, &bare(0))?;
    let ends = if some_end { flag::ENDS } else { 0 };
    head(&mut packed.bytes, flags(&view::person(rules, standing)) | ends, profile, &days)?;
    Some(packed)
}

/// The words of a standing that is kept itself: what the audiences' filters need.
pub(crate) fn pointer(rules: &Rules, standing: &Standing) -> Packed {
    let layout = Layout::of(rules.purposes.len(), rules.recipients.len());
    let mut packed = Packed { bytes: vec![0; layout.bytes], words: vec![0; layout.words] };
    let flags = flags(&view::person(rules, standing)) | flag::BESIDE;
    packed.bytes.iter_mut().zip(flags.to_le_bytes()).for_each(|(to, byte)| *to = byte);
    packed
}

/// The question about one purpose before anything ended.
fn bare(purpose: u16) -> Ask {
    let at = Moment::from(Timestamp::MIN);
    Ask { purpose, recipient: None, data: None, channel: None, record: None, exception: None, at }
}

/// The state of a purpose, and its deadline where that can matter; none where different data ends at different times.
fn state(
    rules: &Rules,
    purpose: &PurposeRule,
    standing: &Standing,
    ask: &Ask,
) -> Option<(u8, Option<Timestamp>)> {
    if view::erased(purpose, standing) {
        return Some((ERASED, None));
    }
    let grounded = view::grounded(rules, purpose, standing, ask);
    let consent = view::consent(purpose, standing, ask.at.at);
    let against = view::against(rules, purpose, standing);
    let code = code(grounded, consent, against);
    let instructed = standing.instructed.contains(&purpose.name);
    let live = grounded || consent == Consent::Active || purpose.commanded() || instructed;
    if !live || against == Against::Objection {
        return Some((code, None));
    }
    let deadline = view::keeps(rules, purpose, standing, ask);
    one_deadline(rules, purpose, standing, ask, deadline).then_some((code, deadline))
}

/// Whether all data of a purpose has the same deadline.
fn one_deadline(
    rules: &Rules,
    purpose: &PurposeRule,
    standing: &Standing,
    ask: &Ask,
    deadline: Option<Timestamp>,
) -> bool {
    let by_collection =
        matches!(purpose.keep.from, Anchor::Collection | Anchor::LastContact | Anchor::FiscalYearEnd);
    let first = standing.collected.first().map(|one| one.at);
    if !by_collection || standing.collected.iter().all(|one| Some(one.at) == first) {
        return true;
    }
    let mut data = (0..).take(rules.data.len()).filter(|data| purpose.uses.has(*data));
    data.all(|data| view::keeps(rules, purpose, standing, &Ask { data: Some(data), ..*ask }) == deadline)
}

fn refused(rules: &Rules, standing: &Standing, words: &mut [u64]) -> Option<()> {
    for (at, recipient) in rules.recipients.iter().enumerate() {
        let out = standing.opted_out.contains(&recipient.name);
        *words.get_mut(at / PER_WORD)? |= u64::from(out) << (3 * PER_WORD + at % PER_WORD);
    }
    Some(())
}

fn flags(person: &Person) -> u32 {
    let bit = |holds: bool, flag: u32| if holds { flag } else { 0 };
    let channels = person.channels.iter().zip((flag::CHANNELS..).step_by(2));
    let said = channels.map(|(said, shift)| match said {
        Said::Nothing => 0,
        Said::Allowed => 1 << shift,
        Said::Refused => 2 << shift,
    });
    bit(person.known, flag::KNOWN)
        | bit(person.restricted, flag::RESTRICTED)
        | bit(person.too_young, flag::TOO_YOUNG)
        | bit(person.customer, flag::CUSTOMER)
        | u32::from(person.country) << flag::COUNTRY
        | said.sum::<u32>()
}

fn head(bytes: &mut [u8], flags: u32, profile: u16, days: &Days) -> Option<()> {
    let mut head = bytes.iter_mut();
    let parts = flags.to_le_bytes().into_iter().chain(profile.to_le_bytes());
    let parts = parts.chain(days.0.iter().flat_map(|day| day.to_le_bytes()));
    for part in parts {
        *head.next()? = part;
    }
    Some(())
}

/// The days a record names; 0: none yet.
#[derive(Default)]
struct Days([u16; DAYS]);

impl Days {
    /// Which of the days a deadline is, from 1; 0: there is none. None where it is no whole day, or no place is left.
    fn place(&mut self, deadline: Option<Timestamp>) -> Option<u8> {
        let Some(deadline) = deadline else { return Some(0) };
        let day = whole_day(deadline)?;
        let (place, free) = self
            .0
            .iter_mut()
            .zip(1_u8..)
            .find_map(|(known, place)| (*known == day || *known == 0).then_some((place, known)))?;
        *free = day;
        Some(place)
    }
}
