//! Which data came with which purpose: shared by all who gave the same at the same forms.

use std::collections::HashMap;

use crate::question::Ask;
use crate::rules::{Bits, Rules};
use crate::standing::Standing;
use crate::view::grounded;

/// For each purpose, the data that may serve it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Profile(pub Vec<Bits>);

impl Profile {
    /// Whether data came with a purpose.
    #[inline]
    pub fn grounds(&self, purpose: u16, data: u16) -> bool {
        self.0.get(usize::from(purpose)).is_some_and(|bits| bits.has(data))
    }
}

/// What was stated and given, without time and record: who share it, share a profile.
type Given = (Vec<(Vec<String>, Vec<String>)>, Vec<String>);

/// Every profile there is, by its number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profiles {
    all: Vec<Profile>,
    numbers: HashMap<Profile, u16>,
    known: HashMap<Given, u16>,
}

impl Profiles {
    pub fn get(&self, number: u16) -> Option<&Profile> {
        self.all.get(usize::from(number))
    }

    pub fn all(&self) -> &[Profile] {
        &self.all
    }

    /// A profile read from a snapshot, in its order.
    pub fn push(&mut self, profile: Profile) -> Option<u16> {
        let number = u16::try_from(self.all.len()).ok()?;
        self.numbers.insert(profile.clone(), number);
        self.all.push(profile);
        Some(number)
    }

    /// The number of a standing's profile; none where there are too many.
    pub fn of(&mut self, rules: &Rules, standing: &Standing, ask: &Ask) -> Option<u16> {
        let given = given(standing);
        if let Some(number) = self.known.get(&given) {
            return Some(*number);
        }
        let profile = matrix(rules, standing, ask);
        let number = match self.numbers.get(&profile) {
            Some(number) => *number,
            None => self.push(profile)?,
        };
        self.known.insert(given, number);
        Some(number)
    }
}

fn given(standing: &Standing) -> Given {
    let each = standing.collected.iter().map(|one| (one.purposes.clone(), one.fields.clone()));
    let mut each: Vec<_> = each.collect();
    each.sort_unstable();
    each.dedup();
    (each, standing.instructed.iter().cloned().collect())
}

fn matrix(rules: &Rules, standing: &Standing, ask: &Ask) -> Profile {
    let of = |purpose| {
        let holds = |data: usize| {
            let data = u16::try_from(data).ok();
            data.is_some() && grounded(rules, purpose, standing, &Ask { data, ..*ask })
        };
        Bits::of(rules.data.len(), holds)
    };
    Profile(rules.purposes.iter().map(of).collect())
}
