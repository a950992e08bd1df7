//! A gate written down, so that a start need not read the ledger from its beginning.
//!
//! A snapshot belongs to one policy, the law it was compiled under and one position of the ledger, and ends in a checksum:
//! one that was cut off, of another policy, another law or another version of the words is refused, and the ledger is read instead. Who is kept beside
//! the words is not in it by standing, but by id: they are folded anew.
//!
//! Absences: no file (bytes go to and come from whoever calls), no encryption (the owner's).

use std::io::{self, Read, Write};

use jiff::Timestamp;

use crate::gate::Gate;
use crate::packed::{Profile, is_beside};
use crate::people::Id;
use crate::rules::{Bits, Rules};

/// What every snapshot begins with; changes with the words.
const MAGIC: &[u8; 8] = b"abgate03";
/// How much is read or written at once.
const CHUNK: usize = 1 << 20;

/// Why a snapshot could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// It is none, or of another version.
    #[error("this is no snapshot of this version of the gate")]
    Foreign,
    /// It is of another policy.
    #[error("the snapshot was made under another policy")]
    OtherPolicy,
    /// It is of another law: the numbers in it mean something else now.
    #[error("the snapshot was made under another law than this version knows")]
    OtherLaw,
    /// It was cut off or changed.
    #[error("the snapshot is damaged")]
    Damaged,
    /// It could not be read or written.
    #[error("the snapshot could not be read or written: {0}")]
    Io(#[from] io::Error),
}

impl Gate {
    /// Writes it down.
    ///
    /// # Errors
    /// As `out` fails.
    pub fn write_snapshot(&self, out: &mut impl Write) -> Result<(), SnapshotError> {
        let mut out = Checked { inner: out, sum: Sum::default() };
        out.write_all(MAGIC)?;
        out.write_all(&self.rules().policy)?;
        out.write_all(&self.rules().law)?;
        number(&mut out, self.position())?;
        number(&mut out, self.latest().as_microsecond().cast_unsigned())?;
        number(&mut out, self.people.ids.len() as u64)?;
        let profiles = self.people.profiles.all();
        number(&mut out, profiles.len() as u64)?;
        for profile in profiles {
            profile.0.iter().flat_map(|bits| bits.words()).try_for_each(|word| number(&mut out, *word))?;
        }
        for ids in self.people.ids.chunks(CHUNK / 16) {
            out.write_all(ids.as_flattened())?;
        }
        let mut chunk = Vec::with_capacity(CHUNK);
        for words in self.people.records.chunks(CHUNK / 8) {
            chunk.clear();
            words.iter().for_each(|word| chunk.extend(word.to_le_bytes()));
            out.write_all(&chunk)?;
        }
        let sum = out.sum.0;
        Ok(out.inner.write_all(&sum.to_le_bytes())?)
    }

    /// Reads a snapshot back; also the ids of those who must be folded anew.
    ///
    /// # Errors
    /// [`SnapshotError`]; then the ledger must be read from its beginning.
    pub fn read_snapshot(rules: Rules, from: &mut impl Read) -> Result<(Self, Vec<Id>), SnapshotError> {
        let mut from = Checked { inner: from, sum: Sum::default() };
        belongs(&rules, &mut from)?;
        let mut gate = Self::new(rules);
        let (position, latest) = (from.number()?, from.number()?);
        let latest = Timestamp::from_microsecond(latest.cast_signed()).map_err(|_| SnapshotError::Damaged)?;
        let people = usize::try_from(from.number()?).map_err(|_| SnapshotError::Damaged)?;
        read_profiles(&mut gate, &mut from)?;
        read_people(&mut gate, &mut from, people)?;
        let sum = from.sum.0;
        let mut told = [0; 8];
        from.fill(&mut told)?;
        if sum != u64::from_le_bytes(told) {
            return Err(SnapshotError::Damaged);
        }
        gate.people.reindex();
        gate.reached(position, latest, Timestamp::MIN);
        let anew = gate.refold();
        Ok((gate, anew))
    }

    /// Whose words say that the standing itself is kept.
    fn refold(&self) -> Vec<Id> {
        let records = self.people.records.chunks_exact(self.layout().len());
        let beside = records.zip(&self.people.ids).filter(|(record, _)| is_beside(record));
        beside.map(|(_, id)| *id).collect()
    }
}

/// Whether it is of this version, this policy and this law.
fn belongs<R: Read>(rules: &Rules, from: &mut Checked<&mut R>) -> Result<(), SnapshotError> {
    let (mut magic, mut policy, mut law) = ([0; 8], [0; 32], [0; 32]);
    from.fill(&mut magic)?;
    if &magic != MAGIC {
        return Err(SnapshotError::Foreign);
    }
    from.fill(&mut policy)?;
    from.fill(&mut law)?;
    match (policy == rules.policy, law == rules.law) {
        (false, _) => Err(SnapshotError::OtherPolicy),
        (true, false) => Err(SnapshotError::OtherLaw),
        (true, true) => Ok(()),
    }
}

fn read_profiles<R: Read>(gate: &mut Gate, from: &mut Checked<&mut R>) -> Result<(), SnapshotError> {
    let (purposes, words) = (gate.rules().purposes.len(), gate.rules().data.len().div_ceil(64));
    for _ in 0..from.number()? {
        let mut all = Vec::with_capacity(purposes);
        for _ in 0..purposes {
            let bits = (0..words).map(|_| from.number()).collect::<Result<Vec<_>, _>>()?;
            all.push(Bits::from_words(&bits));
        }
        gate.people.profiles.push(Profile(all)).ok_or(SnapshotError::Damaged)?;
    }
    Ok(())
}

fn read_people<R: Read>(
    gate: &mut Gate,
    from: &mut Checked<&mut R>,
    count: usize,
) -> Result<(), SnapshotError> {
    let layout = gate.layout();
    let people = &mut gate.people;
    let damaged = |_| SnapshotError::Damaged;
    people.ids.try_reserve_exact(count).map_err(damaged)?;
    people.records.try_reserve_exact(count.saturating_mul(layout.len())).map_err(damaged)?;
    let mut left = count;
    while left > 0 {
        let now = left.min(CHUNK / 16);
        let start = people.ids.len();
        people.ids.resize(start + now, [0; 16]);
        from.fill(people.ids.get_mut(start..).unwrap_or_default().as_flattened_mut())?;
        left -= now;
    }
    let mut left = count * layout.len();
    let mut chunk = vec![0; CHUNK];
    while left > 0 {
        let now = left.min(CHUNK / 8);
        let bytes = chunk.get_mut(..now * 8).unwrap_or_default();
        from.fill(bytes)?;
        people.records.extend(bytes.as_chunks().0.iter().map(|word| u64::from_le_bytes(*word)));
        left -= now;
    }
    Ok(())
}

fn number<W: Write>(out: &mut Checked<W>, number: u64) -> io::Result<()> {
    out.write_all(&number.to_le_bytes())
}

/// A checksum of eight bytes at a time: against accidents, not against anybody.
#[derive(Debug, Clone, Copy)]
struct Sum(u64);

impl Default for Sum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        eights.iter().for_each(|eight| self.one(u64::from_le_bytes(*eight)));
        rest.iter().for_each(|byte| self.one(u64::from(*byte)));
    }

    const fn one(&mut self, value: u64) {
        self.0 = (self.0 ^ value).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    }
}

/// What is read or written, with its checksum.
struct Checked<T> {
    inner: T,
    sum: Sum,
}

impl<W: Write> Write for Checked<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write_all(bytes)?;
        self.sum.add(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<R: Read> Checked<R> {
    /// Fills all of it; a file that ends before is damaged.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), SnapshotError> {
        self.inner.read_exact(bytes).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => SnapshotError::Damaged,
            _ => SnapshotError::Io(error),
        })?;
        self.sum.add(bytes);
        Ok(())
    }

    fn number(&mut self) -> Result<u64, SnapshotError> {
        let mut eight = [0; 8];
        self.fill(&mut eight)?;
        Ok(u64::from_le_bytes(eight))
    }
}
