//! Everyone's standing in memory: an id has a dense number, a number has its words.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

use crate::packed::{Layout, Profiles, pack, pointer};
use crate::rules::Rules;
use crate::standing::Standing;

/// A subject's id: its UUID.
pub type Id = [u8; 16];

/// Everyone.
///
/// INVARIANT: `records` has one for every id, in the order of the numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct People {
    pub ids: Vec<Id>,
    pub records: Vec<u64>,
    pub profiles: Profiles,
    /// The standings that words cannot say exactly.
    pub beside: HashMap<u32, Standing>,
    index: HashTable<u32>,
}

/// The same for everybody: an id is random, nobody chooses it.
const HASHER: FixedState = FixedState::with_seed(0x0061_6269_6465);

impl People {
    /// The number of an id.
    #[inline]
    pub fn find(&self, id: &Id) -> Option<u32> {
        self.index.find(HASHER.hash_one(id), |number| self.ids.get(*number as usize) == Some(id)).copied()
    }

    /// The record of a number.
    #[inline]
    pub fn record(&self, layout: Layout, number: u32) -> Option<&[u64]> {
        let at = number as usize * layout.len();
        self.records.get(at..at + layout.len())
    }

    /// Room for so many more.
    pub fn reserve(&mut self, layout: Layout, more: usize) {
        self.ids.reserve_exact(more);
        self.records.reserve_exact(more * layout.len());
        let ids = &self.ids;
        self.index.reserve(more, |number| hash_of(ids, *number));
    }

    /// Sets somebody's standing; their number. None where there are more people than numbers.
    pub fn set(&mut self, rules: &Rules, layout: Layout, id: Id, standing: Standing) -> Option<u32> {
        let number = match self.find(&id) {
            Some(number) => number,
            None => self.add(layout, id)?,
        };
        self.beside.remove(&number);
        let packed = match pack(rules, &standing, &mut self.profiles) {
            Some(packed) => packed,
            None => {
                let packed = pointer(rules, &standing);
                self.beside.insert(number, standing);
                packed
            }
        };
        self.write(layout, number, packed.record());
        Some(number)
    }

    /// Sets somebody's standing to that of a number; nothing changes where it is their own.
    pub fn set_as(&mut self, layout: Layout, id: Id, like: u32) -> Option<u32> {
        let record = self.record(layout, like)?.to_vec();
        let number = match self.find(&id) {
            Some(number) if number == like => return Some(number),
            Some(number) => number,
            None => self.add(layout, id)?,
        };
        self.beside.remove(&number);
        if let Some(standing) = self.beside.get(&like).cloned() {
            self.beside.insert(number, standing);
        }
        self.write(layout, number, record.into_iter());
        Some(number)
    }

    /// Enters an id; its words are empty.
    fn add(&mut self, layout: Layout, id: Id) -> Option<u32> {
        let number = u32::try_from(self.ids.len()).ok()?;
        self.ids.push(id);
        self.records.resize(self.records.len() + layout.len(), 0);
        self.enter(number);
        Some(number)
    }

    fn enter(&mut self, number: u32) {
        let ids = &self.ids;
        self.index.insert_unique(hash_of(ids, number), number, |number| hash_of(ids, *number));
    }

    fn write(&mut self, layout: Layout, number: u32, record: impl Iterator<Item = u64>) {
        let kept = self.records.get_mut(number as usize * layout.len()..).into_iter().flatten();
        kept.zip(record).for_each(|(to, from)| *to = from);
    }

    /// Makes the index of ids that were put there as they are.
    pub fn reindex(&mut self) {
        self.index = HashTable::with_capacity(self.ids.len());
        (0..u32::try_from(self.ids.len()).unwrap_or(u32::MAX)).for_each(|number| self.enter(number));
    }

    /// The bytes all of it takes, as reserved.
    pub fn size(&self) -> usize {
        let beside = self.beside.len() * size_of::<(u32, Standing)>();
        self.ids.capacity() * size_of::<Id>()
            + self.records.capacity() * size_of::<u64>()
            + self.index.allocation_size()
            + beside
    }
}

fn hash_of(ids: &[Id], number: u32) -> u64 {
    HASHER.hash_one(ids.get(number as usize).unwrap_or(&[0; 16]))
}
