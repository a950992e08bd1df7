//! Pair kerning from `GPOS` (lookup type 2, formats 1 and 2, also behind the extension type 9).

use std::collections::HashMap;

use super::u16_at;

/// The pairs of a font that stand closer or wider than their widths say.
#[derive(Default)]
pub(super) struct Kerning {
    pairs: HashMap<(u16, u16), f32>,
    classes: Vec<Classes>,
}

/// Kerning by classes of glyphs.
struct Classes {
    left: HashMap<u16, u16>,
    right: HashMap<u16, u16>,
    values: HashMap<(u16, u16), f32>,
}

impl Kerning {
    /// Reads the pairs of the `kern` feature; what cannot be read is left out.
    pub(super) fn read(gpos: &[u8], per_em: f32) -> Self {
        let mut kerning = Self::default();
        for subtable in pair_subtables(gpos).unwrap_or_default() {
            let _ = match u16_at(subtable, 0) {
                Some(1) => kerning.read_pairs(subtable, per_em),
                Some(2) => kerning.read_classes(subtable, per_em),
                _ => None,
            };
        }
        kerning
    }

    /// How a pair is moved, in ems.
    pub(super) fn between(&self, left: u16, right: u16) -> f32 {
        if let Some(value) = self.pairs.get(&(left, right)) {
            return *value;
        }
        let class = |classes: &Classes| {
            let first = classes.left.get(&left)?;
            let second = classes.right.get(&right).copied().unwrap_or(0);
            classes.values.get(&(*first, second)).copied()
        };
        self.classes.iter().find_map(class).unwrap_or(0.0)
    }

    fn read_pairs(&mut self, table: &[u8], per_em: f32) -> Option<()> {
        let covered = coverage(table.get(usize::from(u16_at(table, 2)?)..)?);
        let (first, second) = formats(table)?;
        let step = 2 + size(first) + size(second);
        for (index, glyph) in covered.iter().enumerate() {
            let set = table.get(usize::from(u16_at(table, 10 + index * 2)?)..)?;
            for at in (0..usize::from(u16_at(set, 0)?)).map(|i| 2 + i * step) {
                let (Some(right), Some(value)) = (u16_at(set, at), advance(set, at + 2, first)) else {
                    break;
                };
                self.pairs.entry((*glyph, right)).or_insert(f32::from(value) / per_em);
            }
        }
        Some(())
    }

    fn read_classes(&mut self, table: &[u8], per_em: f32) -> Option<()> {
        let covered = coverage(table.get(usize::from(u16_at(table, 2)?)..)?);
        let (first, second) = formats(table)?;
        let listed = classes(table.get(usize::from(u16_at(table, 8)?)..)?);
        let right = classes(table.get(usize::from(u16_at(table, 10)?)..)?);
        let (rows, columns) = (u16_at(table, 12)?, u16_at(table, 14)?);
        let step = size(first) + size(second);
        let mut values = HashMap::new();
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            let at = 16 + (usize::from(row) * usize::from(columns) + usize::from(column)) * step;
            if let Some(value) = advance(table, at, first).filter(|value| *value != 0) {
                values.insert((row, column), f32::from(value) / per_em);
            }
        }
        let left = covered.iter().map(|glyph| (*glyph, listed.get(glyph).copied().unwrap_or(0))).collect();
        self.classes.push(Classes { left, right, values });
        Some(())
    }
}

/// The subtables of the lookups that the feature `kern` names.
fn pair_subtables(gpos: &[u8]) -> Option<Vec<&[u8]>> {
    let features = gpos.get(usize::from(u16_at(gpos, 6)?)..)?;
    let lookups = gpos.get(usize::from(u16_at(gpos, 8)?)..)?;
    let mut numbers = Vec::new();
    for at in (0..usize::from(u16_at(features, 0)?)).map(|i| 2 + i * 6) {
        if features.get(at..at + 4) == Some(b"kern") {
            let feature = features.get(usize::from(u16_at(features, at + 4)?)..)?;
            let count = usize::from(u16_at(feature, 2)?);
            numbers.extend((0..count).filter_map(|i| u16_at(feature, 4 + i * 2)));
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    let mut found = Vec::new();
    for number in numbers {
        let lookup = lookups.get(usize::from(u16_at(lookups, 2 + usize::from(number) * 2)?)..)?;
        let kind = u16_at(lookup, 0)?;
        for i in 0..usize::from(u16_at(lookup, 4)?) {
            let subtable = lookup.get(usize::from(u16_at(lookup, 6 + i * 2)?)..)?;
            match kind {
                2 => found.push(subtable),
                9 if u16_at(subtable, 2) == Some(2) => {
                    found.push(subtable.get(super::u32_at(subtable, 4)?..)?)
                }
                _ => {}
            }
        }
    }
    Some(found)
}

fn formats(table: &[u8]) -> Option<(u16, u16)> {
    Some((u16_at(table, 4)?, u16_at(table, 6)?))
}

/// Bytes of a value record: two for every bit of its format.
fn size(format: u16) -> usize {
    format.count_ones() as usize * 2
}

/// The horizontal advance of a value record (bit 2), after the placements (bits 0 and 1) if there are any.
fn advance(bytes: &[u8], at: usize, format: u16) -> Option<i16> {
    if format & 4 == 0 {
        return Some(0);
    }
    Some(u16_at(bytes, at + size(format & 3))?.cast_signed())
}

/// The glyphs of a coverage table in their order.
fn coverage(table: &[u8]) -> Vec<u16> {
    let count = usize::from(u16_at(table, 2).unwrap_or(0));
    match u16_at(table, 0) {
        Some(1) => (0..count).filter_map(|i| u16_at(table, 4 + i * 2)).collect(),
        Some(2) => ranges(table, 4, count).flat_map(|(start, end, _)| start..=end).collect(),
        _ => Vec::new(),
    }
}

/// The class of every glyph that a class table names; the others are of class 0.
fn classes(table: &[u8]) -> HashMap<u16, u16> {
    match u16_at(table, 0) {
        Some(1) => {
            let (first, count) = (u16_at(table, 2).unwrap_or(0), u16_at(table, 4).unwrap_or(0));
            let class = |i: u16| Some((first.checked_add(i)?, u16_at(table, 6 + usize::from(i) * 2)?));
            (0..count).filter_map(class).collect()
        }
        Some(2) => {
            let count = usize::from(u16_at(table, 2).unwrap_or(0));
            let each = |(start, end, class): (u16, u16, u16)| (start..=end).map(move |glyph| (glyph, class));
            ranges(table, 4, count).flat_map(each).collect()
        }
        _ => HashMap::new(),
    }
}

/// Records of three numbers: first, last, and a third.
fn ranges(table: &[u8], from: usize, count: usize) -> impl Iterator<Item = (u16, u16, u16)> + '_ {
    (0..count)
        .map(move |i| from + i * 6)
        .filter_map(|at| Some((u16_at(table, at)?, u16_at(table, at + 2)?, u16_at(table, at + 4)?)))
}
