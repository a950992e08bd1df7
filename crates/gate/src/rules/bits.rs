//! A set of small numbers.

/// A set of numbers, one bit each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Bits(Box<[u64]>);

impl Bits {
    /// The set of those among `0..size` of which something holds.
    pub fn of(size: usize, holds: impl Fn(usize) -> bool) -> Self {
        let mut words = vec![0_u64; size.div_ceil(64)].into_boxed_slice();
        for number in (0..size).filter(|number| holds(*number)) {
            if let Some(word) = words.get_mut(number / 64) {
                *word |= 1 << (number % 64);
            }
        }
        Self(words)
    }

    /// Whether a number is in it; one out of range is not.
    #[inline]
    pub fn has(&self, number: u16) -> bool {
        let word = self.0.get(usize::from(number) / 64);
        word.is_some_and(|word| (word >> (number % 64)) & 1 == 1)
    }

    /// The words it is kept in.
    pub fn words(&self) -> &[u64] {
        &self.0
    }

    /// The set kept in these words.
    pub fn from_words(words: &[u64]) -> Self {
        Self(words.into())
    }
}
